import type { WorkView } from '../../../cards/meetings/work-views';
import type { SectionView } from '../../../cards/views';
import { agreementLines } from '../../agreements/store';
import type { Unit } from '../../db/unit';
import { journalOf } from '../../journal/journal-of';
import { mandateOf } from '../../people/mandate';
import { type Organisation, organisation } from '../../people/organisation';
import { may } from '../../people/rights';
import { dayOf, toMoment } from '../../time/moment';
import { meetingFacts, roleOf } from '../card-facts';
import type { MeetingSection } from '../section';
import { standingsAt } from '../standing';
import { type MeetingCase, startOf } from '../store';
import { type Gathered, titleOf } from './gathered';
import type { Note } from './notes';
import { type Expected, expectedAt } from './people';
import { guestsOf } from './record-of';
import { recordKept } from './show-record';

/** The meeting card, for somebody who may see the meeting. */
export async function workView(
  unit: Unit,
  found: MeetingCase,
  gathered: Gathered,
  sections: readonly MeetingSection[],
  viewerId: string,
  mark?: string,
): Promise<WorkView> {
  const { meeting, known } = found;
  const org = await organisation(unit);
  const standings = standingsAt(found, viewerId, org);
  const { held, notes } = gathered;
  const hereNow = hereOf(gathered, await expectedAt(unit, found)).map((one) => ({
    name: one.name,
    department: one.department,
    role: roleOf(found, one.id),
  }));
  const kept = await thereByRecord(unit, meeting.id);
  return {
    id: meeting.id,
    mark: mark ?? `meeting-record/card/${meeting.id}/1`,
    version: meeting.version,
    meeting: meetingFacts(unit, found, org, 'matter'),
    status: statusOf(found, unit),
    model: gathered.model?.name ?? { da: known.pathway.model, en: known.pathway.model },
    citizenTakesPart: gathered.takesPart,
    citizen: {
      there: held.citizenThere,
      askedOn: held.citizenAskedOn,
      how: held.citizenHow,
      words: held.citizenWords,
      guests: guestsOf(unit, found),
    },
    here: kept?.present ?? hereNow,
    departments: kept?.departments ?? (await departmentsOf(unit, found, gathered, org)),
    missing: missingKinds(found, gathered, org),
    agenda: gathered.agenda.map((item) => ({
      n: item.n,
      title: titleOf(item.title),
      duration: item.duration,
      done: item.doneAt !== null,
      note: notes.at(`agenda:${item.n}`).text,
    })),
    columns: columnsOf(gathered).map(({ key, title, note }) => ({ key, title, text: note.text })),
    agreements: agreementLines(unit, gathered.agreements, known, org),
    sections: (await sectionsOf(unit, found, sections, viewerId)).map(({ view }) => view),
    next: held.next === null ? null : { kind: meeting.nextKind ?? meeting.kindKey, at: held.next },
    noNextBecause: held.noNextBecause,
    closed: closedOf(unit, found, org),
    journal: await journalOf(unit, meeting.id),
    mayWork: may('meeting.work', standings),
    mayOpen: dayOf(startOf(meeting)) <= unit.today,
    mayChange: may('meeting.move', standings),
    lacking: gathered.lacking,
    open: [...gathered.open.values()].flat(),
  };
}

/** What the sections show to one viewer, each by its name. */
export async function sectionsOf(
  unit: Unit,
  found: MeetingCase,
  sections: readonly MeetingSection[],
  viewerId: string,
): Promise<{ name: string; view: SectionView }[]> {
  const viewer = { personId: viewerId, standings: standingsAt(found, viewerId, await organisation(unit)) };
  const shown: { name: string; view: SectionView }[] = [];
  for (const section of sections) {
    const view = await section.shown(unit, found, viewer);
    if (view) shown.push({ name: section.name, view });
  }
  return shown;
}

/** `called` and ahead of its day it is ready, but may not be opened yet. */
function statusOf({ meeting }: MeetingCase, unit: Unit): WorkView['status'] {
  switch (meeting.status) {
    case 'running':
    case 'held':
    case 'not-held':
    case 'cancelled':
      return meeting.status;
    case 'past':
      // Opened before its time, it goes on until it should end.
      return meeting.openedAt !== null && unit.now < endOf(meeting) ? 'running' : 'past';
    default:
      return meeting.endedAt !== null && meeting.startsAt < unit.now ? 'past' : 'ready';
  }
}

const endOf = ({ startsAt, duration }: MeetingCase['meeting']): Date =>
  new Date(startsAt.getTime() + duration * 60_000);

const closedOf = (unit: Unit, { meeting }: MeetingCase, org: Organisation): WorkView['closed'] =>
  meeting.closedAt === null
    ? null
    : { by: org.people.get(meeting.closedById ?? '')?.name ?? '', at: toMoment(meeting.closedAt, unit.policy.zone) };

function hereOf(gathered: Gathered, expected: readonly Expected[]): Expected[] {
  const ids = new Set(gathered.here.flatMap((one) => one.personId ?? one.externalId ?? []));
  return expected.filter((one) => ids.has(one.id));
}

/** Once a meeting is closed its record alone says who was there. */
async function thereByRecord(
  unit: Unit,
  meetingId: string,
): Promise<(Pick<WorkView, 'departments'> & { readonly present: WorkView['here'] }) | undefined> {
  const record = await recordKept(unit, meetingId);
  if (!record) return undefined;
  const { present, externals, departments } = record.content;
  return {
    present: [...present, ...externals.map(({ name, role }) => ({ name, department: role, role: null }))],
    departments: departments.map((name) => ({ name, represented: true, mandate: '' })),
  };
}

/** "Is everybody represented?": the departments that were invited, and the lead's own. */
export async function departmentsOf(
  unit: Unit,
  { invitations }: MeetingCase,
  gathered: Gathered,
  org: Organisation,
): Promise<WorkView['departments']> {
  const here = new Set(gathered.here.flatMap((one) => one.departmentId ?? []));
  const ids = [...new Set(invitations.map((one) => one.departmentId))];
  const rows: { name: string; represented: boolean; mandate: string }[] = [];
  for (const id of ids)
    rows.push({
      name: org.departments.get(id)?.name ?? '',
      represented: here.has(id),
      mandate: await mandateOf(unit, id),
    });
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** Kinds of department that the model wants there, of which nobody was invited. */
function missingKinds({ invitations }: MeetingCase, { kind }: Gathered, org: Organisation): string[] {
  const invited = new Set<string | undefined>(invitations.map((one) => org.departments.get(one.departmentId)?.kind));
  // A leader is one wherever their own department stands.
  const leads = new Set([...org.departments.values()].map((one) => one.managerId));
  if (invitations.some((one) => leads.has(one.personId))) invited.add('leadership');
  return (kind?.mustBeThere ?? []).filter((one) => !invited.has(one));
}

export function columnsOf({ kind, notes }: Gathered): { key: string; title: { da: string; en: string }; note: Note }[] {
  return (kind?.columns ?? []).map(({ key, title }) => ({ key, title, note: notes.at(`column:${key}`) }));
}
