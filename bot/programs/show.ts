import type {
  MentorAnswerView,
  MentorFindView,
  MentorToldView,
  ProgramView,
  StepView,
} from '../../cards/programs/views';
import type { Mentorship } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { findColleagues } from '../pathways/find-colleague';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { type Day, dayFromDate } from '../time/day';
import { dayOf, toMoment } from '../time/moment';
import { nearColleagues } from './mentors';
import { partnerStep } from './partners';
import { stateOfStep } from './rules';
import { standingsOn, standingsOnStep } from './standing';
import { daysOf, type Onboarding, type OnboardingStep } from './store';

export type Sending = RenderInput['sending'];
/** What somebody typed, and what is wrong with it. */
export type Again = {
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: Readonly<Record<string, string>>;
};

const nameIn = (org: Organisation, id: string | null | undefined): string => org.people.get(id ?? '')?.name ?? '';

/** Names a card for those who test and check: ids only. */
const markOf = (kind: string, sending: Sending, matterId: string): string =>
  `${kind}/${sending?.rung ?? (sending?.obligation ? 'own' : 'card')}/${matterId}/${sending?.obligation?.round ?? 1}`;

/** A step as everybody sees it who may see the programme. */
export function stepView(unit: Unit, { row, step }: OnboardingStep): StepView {
  const days = daysOf(row);
  return {
    id: row.id,
    title: step.title,
    what: step.what,
    mood: stateOfStep({ ...days, status: row.status }, unit.today),
    ...days,
    endedOn: row.doneAt === null ? null : localDay(unit, row.doneAt),
  };
}

const localDay = (unit: Unit, at: Date): Day => dayOf(toMoment(at, unit.policy.zone));

/** The whole programme for one reader; undefined for whoever may not see it. */
export async function programView(
  unit: Unit,
  found: Onboarding,
  personId: string,
  { sending, again = {} }: { readonly sending?: Sending; readonly again?: Again } = {},
): Promise<ProgramView | undefined> {
  const org = await organisation(unit);
  const standings = standingsOn(found, personId, org);
  if (!may('program.see', standings)) return undefined;
  const { run, program, steps, mentorship } = found;
  const own = personId === run.personId;
  const open = run.status === 'open';
  const views = new Map(steps.map((one) => [one.row.key, stepView(unit, one)]));
  const viewOf = (one: OnboardingStep): StepView[] => {
    const view = views.get(one.row.key);
    return view ? [view] : [];
  };
  const still = open ? steps.filter((one) => one.row.status === 'open') : [];
  const findsMentor = open && may('mentor.ask', standings);
  const mentor = mentorship?.status === 'accepted' ? nameIn(org, mentorship.mentorId) : '';
  return {
    id: run.id,
    mark: markOf(sending?.obligation?.kind ?? 'program', sending, run.id),
    reminder: sending?.rung !== undefined,
    repeated: sending?.repeated ?? false,
    today: unit.today,
    own,
    name: nameIn(org, run.personId),
    program: program.name,
    state: run.status === 'done' || run.status === 'ended' ? run.status : 'open',
    startsOn: dayFromDate(run.startsOn),
    manager: nameIn(org, org.managerOf(run.personId)),
    mentor,
    askedMentor: findsMentor && mentorship?.status === 'asked' ? nameIn(org, mentorship.mentorId) : '',
    parts: program.parts.map((part) => ({
      title: part.title,
      steps: part.steps.flatMap((step) => views.get(step.key) ?? []),
    })),
    course: own ? await nextCourse(unit, still, personId) : null,
    mine: still
      .filter((one) => one.step.settles === 'said' && daysOf(one.row).opensOn <= unit.today)
      .filter((one) => may('program.settle-step', standingsOnStep(found, one, personId, org)))
      .flatMap(viewOf),
    waivable: may('program.waive', standings) ? still.flatMap(viewOf) : [],
    mayFindMentor: findsMentor,
    meetsPartners: partnerStep(unit, found, personId, org) !== undefined,
    typed: again.typed ?? {},
    faults: again.faults ?? {},
  };
}

/** The first open course that has opened; the introduction's come before the others. */
async function nextCourse(
  unit: Unit,
  still: readonly OnboardingStep[],
  personId: string,
): Promise<ProgramView['course']> {
  const next = still
    .filter((one) => typeof one.step.settles === 'object' && daysOf(one.row).opensOn <= unit.today)
    .sort((a, b) => Number(b.introduction) - Number(a.introduction) || a.row.n - b.row.n)[0];
  if (!next || typeof next.step.settles !== 'object') return null;
  const { course: courseKey } = next.step.settles;
  const begun = await unit.tx.enrolment.count({
    where: { tenantId: unit.tenantId, personId, courseKey, status: 'open' },
  });
  return { stepId: next.row.id, key: courseKey, title: next.step.title, begun: begun > 0 };
}

/** Who could be the mentor, to the manager; undefined for everybody else. */
export async function mentorFindView(
  unit: Unit,
  found: Onboarding,
  personId: string,
  { sending, again = {} }: { readonly sending?: Sending; readonly again?: Again } = {},
): Promise<MentorFindView | undefined> {
  const org = await organisation(unit);
  if (!may('mentor.ask', standingsOn(found, personId, org))) return undefined;
  const { run, mentorship } = found;
  const { tx, tenantId } = unit;
  const owed = await tx.obligation.findFirst({
    where: { tenantId, kind: 'mentor-find', matterKind: 'program-run', matterId: run.id },
    orderBy: { round: 'desc' },
  });
  const last = await tx.mentorship.findFirst({
    where: { tenantId, personId: run.personId, askedAt: { gte: run.openedAt } },
    orderBy: { n: 'desc' },
  });
  const { typed = {}, faults = {} } = again;
  const hits = faults.who === undefined ? undefined : findColleagues(org, typed.who ?? '', new Set([run.personId]));
  return {
    id: run.id,
    form: unit.house.newId(),
    mark: markOf('mentor-find', sending, run.id),
    reminder: sending?.rung !== undefined,
    repeated: sending?.repeated ?? false,
    name: nameIn(org, run.personId),
    state:
      run.status !== 'open'
        ? 'closed'
        : mentorship?.status === 'accepted'
          ? 'found'
          : mentorship?.status === 'asked'
            ? 'asked'
            : 'open',
    asked: mentorship?.status === 'asked' ? nameIn(org, mentorship.mentorId) : '',
    mentor: mentorship?.status === 'accepted' ? nameIn(org, mentorship.mentorId) : '',
    declined:
      last?.status === 'declined' && last.reasonSealed !== null
        ? {
            name: nameIn(org, last.mentorId),
            reason: unit.open('mentorship', 'reason_sealed', last.id, last.reasonSealed),
          }
        : null,
    colleagues: (await nearColleagues(unit, found)).map(({ id, name }) => ({ id, name })),
    several:
      hits && 'hits' in hits && hits.hits.length > 1
        ? hits.hits.map(({ id, name, departmentId }) => ({
            id,
            name,
            department: org.departments.get(departmentId)?.name ?? '',
          }))
        : [],
    dueOn: owed?.dueOn ? dayFromDate(owed.dueOn) : null,
    typed,
    faults,
  };
}

/** To whoever is, or was, asked to be a mentor. */
export async function mentorAnswerView(
  unit: Unit,
  found: Onboarding,
  row: Mentorship,
  { sending, again = {} }: { readonly sending?: Sending; readonly again?: Again } = {},
): Promise<MentorAnswerView> {
  const org = await organisation(unit);
  const owed = await unit.tx.obligation.findFirst({
    where: { tenantId: unit.tenantId, kind: 'mentor-answer', matterKind: 'mentorship', matterId: row.id },
  });
  const person = org.people.get(row.personId);
  return {
    id: row.id,
    runId: found.run.id,
    mark: markOf('mentor-answer', sending, row.id),
    reminder: sending?.rung !== undefined,
    repeated: sending?.repeated ?? false,
    name: person?.name ?? '',
    title: person?.title ?? '',
    startsOn: dayFromDate(found.run.startsOn),
    today: unit.today,
    askedBy: nameIn(org, row.askedById),
    state: mentorState(row),
    dueOn: owed?.dueOn ? dayFromDate(owed.dueOn) : null,
    typed: again.typed ?? {},
    faults: again.faults ?? {},
  };
}

function mentorState({ status }: Mentorship): MentorAnswerView['state'] {
  switch (status) {
    case 'asked':
    case 'accepted':
    case 'declined':
    case 'withdrawn':
      return status;
    default:
      return 'ended';
  }
}

/** To the new colleague: who said yes; undefined once it is another. */
export async function mentorToldView(
  unit: Unit,
  found: Onboarding,
  row: Mentorship,
  personId: string,
): Promise<MentorToldView | undefined> {
  if (row.personId !== personId || row.status !== 'accepted') return undefined;
  const org = await organisation(unit);
  return { runId: found.run.id, mentor: nameIn(org, row.mentorId), title: org.people.get(row.mentorId)?.title ?? '' };
}
