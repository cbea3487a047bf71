import type {
  AgendaFormView,
  AgreementsFormView,
  CitizenFormView,
  CloseAskView,
  ColumnsFormView,
  HereFormView,
  NextFormView,
} from '../../../cards/meetings/work-views';
import { agreementLines } from '../../agreements/store';
import type { Unit } from '../../db/unit';
import { aliasOf } from '../../pathways/standing';
import { type Organisation, organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { addDays } from '../../time/day';
import { dayOf } from '../../time/moment';
import { spanFrom } from '../../time/span';
import { addWorkingDays, onOrAfter } from '../../time/working-calendar';
import type { MeetingSection } from '../section';
import { standingsAt } from '../standing';
import { type MeetingCase, startOf } from '../store';
import { type Gathered, titleOf } from './gathered';
import { type Expected, expectedAt } from './people';
import { columnsOf, departmentsOf, sectionsOf } from './show-card';

/** What a form shows again of what somebody typed, and why it was not saved. */
export type Again<Typed> = {
  readonly typed?: Typed;
  readonly faults?: Readonly<Record<string, string>>;
  readonly merged?: boolean;
};

const formOf = (unit: Unit, { meeting, known }: MeetingCase, again: Again<unknown>) => ({
  meetingId: meeting.id,
  drawn: unit.house.newId(),
  ref: known.pathway.ref,
  number: meeting.number,
  faults: again.faults ?? {},
  merged: again.merged ?? false,
});

export type CitizenTyped = Pick<CitizenFormView, 'there' | 'askedOn'> & {
  readonly how: string;
  readonly words: string;
};

/** The citizen first. */
export function citizenFormView(
  unit: Unit,
  found: MeetingCase,
  { held, notes, takesPart }: Gathered,
  mayMove: boolean,
  again: Again<CitizenTyped>,
): CitizenFormView {
  const { typed } = again;
  const how = notes.at('citizen-how');
  const words = notes.at('citizen-words');
  return {
    ...formOf(unit, found, again),
    citizenTakesPart: takesPart,
    alias: aliasOf(unit, found.known.pathway),
    there: typed?.there ?? held.citizenThere,
    mayMove,
    askedOn: typed?.askedOn ?? held.citizenAskedOn ?? '',
    latest: unit.today,
    how: typed ? { ...how, text: typed.how } : how,
    words: typed ? { ...words, text: typed.words } : words,
  };
}

/** Who is there; whoever said that they would come is marked beforehand. */
export async function hereFormView(
  unit: Unit,
  found: MeetingCase,
  gathered: Gathered,
  again: Again<ReadonlySet<string>>,
): Promise<HereFormView> {
  const stored = gathered.here.flatMap((one) => one.personId ?? one.externalId ?? []);
  const marked = again.typed ?? new Set(stored);
  const expected = await expectedAt(unit, found);
  return {
    ...formOf(unit, found, again),
    version: found.meeting.version,
    people: expected.map((one) => ({
      id: one.id,
      name: one.name,
      department: one.department,
      here: marked.has(one.id) || (again.typed === undefined && stored.length === 0 && one.said),
      standsInFor: one.standsInFor,
      external: one.external,
    })),
    shown: stored.join(','),
  };
}

/** One point of the agenda; undefined when there is no such point. */
export function agendaFormView(
  unit: Unit,
  found: MeetingCase,
  { agenda, kind, notes }: Gathered,
  n: number,
  again: Again<{ readonly note: string; readonly done: boolean }>,
): AgendaFormView | undefined {
  const item = agenda.find((one) => one.n === n);
  if (!item) return undefined;
  const note = notes.at(`agenda:${n}`);
  return {
    ...formOf(unit, found, again),
    n,
    of: agenda.length,
    title: titleOf(item.title),
    duration: item.duration,
    note: again.typed ? { ...note, text: again.typed.note } : note,
    done: again.typed?.done ?? item.doneAt !== null,
    hasColumns: (kind?.columns ?? []).length > 0,
  };
}

/** The three columns, where the model has them. */
export function columnsFormView(
  unit: Unit,
  found: MeetingCase,
  gathered: Gathered,
  again: Again<Readonly<Record<string, string>>>,
): ColumnsFormView {
  return {
    ...formOf(unit, found, again),
    columns: columnsOf(gathered).map((one) => ({
      ...one,
      note: again.typed ? { ...one.note, text: again.typed[one.key] ?? '' } : one.note,
    })),
  };
}

/** Days after the meeting that are proposed for an agreement. */
const AGREED_AHEAD = 14;

/** What is agreed: whose it is, and by when. */
export async function agreementsFormView(
  unit: Unit,
  found: MeetingCase,
  gathered: Gathered,
  form: string,
  again: Again<AgreementsFormView['values']>,
): Promise<AgreementsFormView> {
  const org = await organisation(unit);
  const expected = await expectedAt(unit, found);
  return {
    ...formOf(unit, found, again),
    form,
    alias: aliasOf(unit, found.known.pathway),
    owners: owners(found, gathered, expected).map((one) => ({ id: one.id, name: one.name })),
    values: again.typed ?? { owner: '', text: '', due: onOrAfter(org.house, addDays(unit.today, AGREED_AHEAD)) },
    earliest: unit.today,
    there: agreementLines(unit, gathered.agreements, found.known, org),
  };
}

/** Who may own an agreement: staff who are there, or where nobody is marked yet, whoever was invited; the lead owns by role. */
export function owners(found: MeetingCase, gathered: Gathered, expected: readonly Expected[]): Expected[] {
  const staff = expected.filter((one) => !one.external && one.id !== found.known.pathway.leadId);
  const here = new Set(gathered.here.flatMap((one) => one.personId ?? []));
  return here.size === 0
    ? staff
    : [...staff.filter((one) => here.has(one.id)), ...staff.filter((one) => !here.has(one.id))];
}

/** The next date, agreed with the citizen in the meeting; the model's own rhythm is proposed. */
export async function nextFormView(
  unit: Unit,
  found: MeetingCase,
  gathered: Gathered,
  again: Again<NextFormView['values']>,
): Promise<NextFormView> {
  const { meeting } = found;
  const org = await organisation(unit);
  const { held, model } = gathered;
  const foreseen = await foreseenAfter(unit, found, gathered, org);
  const next = held.next;
  return {
    ...formOf(unit, found, again),
    was: next ?? '',
    kinds: (model?.meetings ?? []).map((one) => one.kind),
    earliest: addWorkingDays(org.house, unit.today, 1),
    foreseen,
    values: again.typed ?? {
      kind: meeting.nextKind ?? foreseen?.kind ?? meeting.kindKey,
      date: next === null ? '' : dayOf(next),
      time: next === null ? '' : next.slice(11),
      none: held.noNextBecause !== '',
      because: held.noNextBecause,
    },
  };
}

/**
 * The date that the model foresees next: counted from this meeting, or, where its kind lets nothing follow (a mini-kick),
 * from the last one held whose kind does (the kick-off).
 */
async function foreseenAfter(
  unit: Unit,
  { meeting }: MeetingCase,
  { model }: Gathered,
  org: Organisation,
): Promise<NextFormView['foreseen']> {
  const held = await unit.tx.meeting.findMany({
    where: { tenantId: unit.tenantId, pathwayId: meeting.pathwayId, status: 'held', number: { lt: meeting.number } },
    orderBy: { number: 'desc' },
  });
  const sofar = [meeting, ...held];
  for (const base of sofar) {
    const follows = (model?.meetings.find(({ kind }) => kind === base.kindKey)?.follows ?? [])
      .flatMap((follow) => (follow.what === 'meeting' ? [follow] : []))
      .map(({ kind, after }) => ({ kind, on: spanFrom(dayOf(startOf(base)), after, org.house) }))
      .sort((a, b) => (a.on < b.on ? -1 : 1));
    if (follows.length === 0) continue;
    // Each that was held since, a few days early or late, takes the place of one that was foreseen.
    const since = sofar.filter((one) => one.number > base.number && follows.some(({ kind }) => kind === one.kindKey));
    const next = follows[since.length];
    return next && next.on > unit.today ? { kind: next.kind, on: onOrAfter(org.house, next.on) } : null;
  }
  return null;
}

/** What closing does, asked once. */
export async function closeAskView(
  unit: Unit,
  found: MeetingCase,
  gathered: Gathered,
  sections: readonly MeetingSection[],
  viewerId: string,
): Promise<CloseAskView> {
  const { meeting, known } = found;
  const org = await organisation(unit);
  const team = new Set([known.pathway.leadId, known.pathway.coLeadId, ...known.seats].flatMap((id) => id ?? []));
  const people = [...new Set([...team, ...found.invitations.map((one) => one.personId)])].filter((id) =>
    may('meeting.see', standingsAt(found, id, org)),
  );
  const departments = await departmentsOf(unit, found, gathered, org);
  const shown = await sectionsOf(unit, found, sections, viewerId);
  return {
    meetingId: meeting.id,
    version: meeting.version,
    ref: known.pathway.ref,
    number: meeting.number,
    lacking: gathered.lacking,
    open: [...gathered.open.values()].flat(),
    openButtons: shown.flatMap(({ name, view }) =>
      gathered.open.has(name) && view.button !== null ? [view.button] : [],
    ),
    agreements: gathered.agreements.length,
    recipients: people.filter((id) => !known.resting.has(id)).length,
    resting: people.filter((id) => known.resting.has(id)).length,
    writing: await writingNow(unit, meeting.id, viewerId, org),
    unrepresented: departments.filter((one) => !one.represented).map((one) => one.name),
  };
}

/** Others in whose chat a form of this meeting stands open: what they typed would not be in the record. */
async function writingNow(unit: Unit, meetingId: string, viewerId: string, org: Organisation): Promise<string[]> {
  const rows = await unit.tx.sentCard.findMany({
    where: {
      tenantId: unit.tenantId,
      kind: 'work-form',
      matterKind: 'meeting-form',
      matterId: meetingId,
      personId: { not: viewerId },
    },
    distinct: ['personId'],
    select: { personId: true },
  });
  return rows.flatMap(({ personId }) => org.people.get(personId)?.name ?? []);
}
