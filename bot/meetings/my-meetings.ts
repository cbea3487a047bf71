import type { MeetingsView } from '../../cards/views';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { standingsAt } from './standing';
import { activeStandIn, loadMeetings, startOf } from './store';

const MOST = 25;

/** The meetings ahead in which somebody has a part: as lead, invited, or in a colleague's place. Soonest first. */
export async function myMeetings(unit: Unit, personId: string): Promise<MeetingsView> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const ahead = { tenantId, status: { in: ['called', 'running', 'past'] } };
  const led = { pathway: { OR: [{ leadId: personId }, { coLeadId: personId }] } };
  const invited = { invitationMeeting: { some: { personId } } };
  const standing = {
    invitationMeeting: { some: { standInInvitation: { some: { personId, status: { in: ['asked', 'accepted'] } } } } },
  };
  const rows = await tx.meeting.findMany({
    where: { ...ahead, OR: [led, invited, standing] },
    select: { id: true },
    orderBy: { startsAt: 'asc' },
    take: MOST,
  });
  const cases = await loadMeetings(
    unit,
    rows.map((row) => row.id),
  );
  const items = rows.flatMap((row): MeetingsView['items'][number][] => {
    const found = cases.get(row.id);
    if (!found) return [];
    const standings = standingsAt(found, personId, org);
    if (!may('meeting.see', standings)) return [];
    const own = found.invitations.find((one) => one.personId === personId);
    const colleague = found.invitations
      .map((one) => activeStandIn(found, one.id))
      .find((one) => one?.personId === personId);
    const role =
      standings.has('lead') || standings.has('co-lead') ? 'lead' : standings.has('invited') ? 'invited' : 'stand-in';
    const state = role === 'stand-in' ? (colleague?.status ?? '') : (own?.status ?? '');
    return [
      {
        id: row.id,
        ref: found.known.pathway.ref,
        number: found.meeting.number,
        at: startOf(found.meeting),
        role,
        state,
      },
    ];
  });
  unit.audit({
    act: 'meeting.list',
    actorId: personId,
    matterKind: 'meeting',
    matterId: null,
    codes: items.map((one) => one.id),
  });
  return { items };
}
