import { meetingCard } from '../../cards/meetings/meeting';
import { type Caller, notFound, type Refused, saidOf } from '../capability';
import type { AuditEntry } from '../db/unit';
import { may } from '../people/rights';
import type { Answer } from '../turn';
import { meetingView } from './show';
import { standingsAt } from './standing';
import { loadMeetings, type MeetingCase } from './store';

/** A meeting that this person has this right at; undefined when there is none. */
export const meetingFor = async (
  caller: Caller,
  id: string,
  right: 'meeting.see' | 'meeting.move' | 'meeting.cancel',
): Promise<MeetingCase | undefined> => {
  const found = (await loadMeetings(caller.unit, [id])).get(id);
  return found && may(right, standingsAt(found, caller.person.id, caller.organisation)) ? found : undefined;
};

/** Writes down who saw or pressed what. */
export const audit = (
  caller: Caller,
  act: AuditEntry['act'],
  matter: Pick<AuditEntry, 'matterKind' | 'matterId'>,
  { meeting }: MeetingCase,
): void => caller.unit.audit({ act, actorId: caller.person.id, ...matter, pathwayId: meeting.pathwayId });

export const auditMeeting = (caller: Caller, found: MeetingCase): void =>
  audit(caller, 'meeting.see', { matterKind: 'meeting', matterId: found.meeting.id }, found);

/** The meeting's own card; that it was seen is written down. */
export const showMeeting = async (
  caller: Caller,
  id: string,
  how: 'post' | 'replace',
  refused?: Refused,
): Promise<Answer> => {
  const found = await meetingFor(caller, id, 'meeting.see');
  if (!found) return notFound(caller);
  const { unit, person } = caller;
  auditMeeting(caller, found);
  const card = {
    ...meetingCard(await meetingView(unit, found, person.id), caller.locale),
    keep: { kind: 'meeting', matterKind: 'meeting', matterId: id },
  };
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
};
