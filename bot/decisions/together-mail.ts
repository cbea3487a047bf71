import { words } from '../../content/words/words';
import { calendarLetter } from '../calendar/meeting-mail';
import type { Unit } from '../db/unit';
import type { Letter } from '../messages/letter';
import { pathwaysWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { asMoment, toInstant } from '../time/moment';
import { QUARTER } from './free-quarters';
import { type Hearing, isHearing } from './hearing-rules';
import { hearingOf, type Proposal } from './state-rules';

/**
 * The quarter of an hour that leaders take together comes into their calendars by mail, as a meeting does; it is called off when
 * they have decided, or the matter has gone on, before it. Whoever takes a leader's place over meanwhile gets it too.
 */
export function tellTogether(
  unit: Unit,
  pathwayId: string,
  { before, after }: { readonly before: Proposal; readonly after: Proposal },
): void {
  if (unit.policy.calendar !== 'mail') return;
  for (const hearing of after.hearings) {
    const was = before.hearings.find((one) => one.id === hearing.id);
    const entered = isMeeting(before, was) ? was.seats.map((seat) => seat.personId) : [];
    const enters = isMeeting(after, hearing) ? hearing.seats.map((seat) => seat.personId) : [];
    const over = (was?.togetherAt ?? '') <= unit.moment;
    for (const personId of enters.filter((id) => !entered.includes(id))) write('together', hearing.id, personId);
    for (const personId of over ? [] : entered.filter((id) => !enters.includes(id)))
      write('together-off', hearing.id, personId);
  }
  function write(what: 'together' | 'together-off', hearingId: string, personId: string): void {
    unit.message({
      naturalKey: keyOf(what, hearingId, personId),
      personId,
      channel: 'mail',
      class: 'notice',
      kind: `calendar.${what}`,
      matterKind: 'hearing',
      matterId: hearingId,
      pathwayId,
    });
  }
}

const keyOf = (what: 'together' | 'together-off', hearingId: string, personId: string): string =>
  `calendar:${hearingId}:${what}:${personId}`;

type Meeting = Hearing & { readonly togetherAt: NonNullable<Hearing['togetherAt']> };
const isMeeting = (state: Proposal, hearing: Hearing | undefined): hearing is Meeting =>
  hearing !== undefined &&
  hearing.togetherAt !== null &&
  state.stage.is === 'leaders' &&
  isHearing(hearing) &&
  hearingOf(state)?.id === hearing.id;

/** The e-mails with the entry for a leader's calendar, and with its end. */
export function togetherLetters(): Record<string, Letter> {
  return { 'calendar.together': letter('REQUEST'), 'calendar.together-off': letter('CANCEL') };
}

const letter =
  (method: 'REQUEST' | 'CANCEL'): Letter =>
  async (unit, input) => {
    const row = await unit.tx.hearing.findUnique({
      where: { tenantId_id: { tenantId: unit.tenantId, id: input.matterId } },
      include: { proposal: { select: { pathwayId: true } }, rulingSeatHearing: true },
    });
    if (!row || row.togetherAt === null) return undefined;
    const asked = row.rulingSeatHearing.some((seat) => seat.personId === input.personId && !seat.replaced);
    if (method === 'REQUEST' && (!asked || (row.status !== 'open' && row.status !== 'late'))) return undefined;
    // What never came into a calendar need not be taken out of it.
    if (method === 'CANCEL' && !(await hasCome(unit, row.id, input.personId))) return undefined;
    const known = (await pathwaysWithTeam(unit, [row.proposal.pathwayId])).get(row.proposal.pathwayId);
    const org = await organisation(unit);
    const lead = known?.pathway.leadId == null ? undefined : org.people.get(known.pathway.leadId);
    if (!known || !lead) return undefined;
    const { together } = words(input.locale).decisions;
    const at = asMoment(row.togetherAt);
    const meeting = {
      tenantId: unit.tenantId,
      meetingId: row.id,
      sequence: method === 'REQUEST' ? 0 : 1,
      startsAt: toInstant(at, unit.policy.zone),
      localStart: at,
      duration: QUARTER,
      kind: together.kind,
      the: together.the,
      reference: known.pathway.ref,
      municipality: unit.policy.municipality,
      where: { kind: 'place', place: together.where } as const,
      says: together.says,
      lead: { name: lead.name, email: lead.email },
    };
    return calendarLetter(method, meeting, input, unit);
  };

async function hasCome(unit: Unit, hearingId: string, personId: string | null): Promise<boolean> {
  const naturalKey = keyOf('together', hearingId, personId ?? '');
  return (await unit.tx.message.count({ where: { tenantId: unit.tenantId, naturalKey, status: 'delivered' } })) > 0;
}
