import type { Cohort, NewcomerLine, OnboardingView } from '../../cards/programs/views';
import type { Unit } from '../db/unit';
import { type Organisation, organisation } from '../people/organisation';
import type { Standing } from '../people/rights';
import { may } from '../people/rights';
import { dayFromDate } from '../time/day';
import { CALLED_KINDS } from './read-programs';
import { stepView } from './show';
import { ownerOf, standingsOn } from './standing';
import { daysOf, type Onboarding, onboardings } from './store';

/** Whose onboarding somebody manages, helps with as a mentor, or answers for as onboarding lead: done and on time, no answers. */
export async function onboardingView(unit: Unit, personId: string): Promise<OnboardingView> {
  const org = await organisation(unit);
  const runs = await unit.tx.programRun.findMany({
    where: { tenantId: unit.tenantId, status: 'open' },
    select: { id: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  });
  const all = [
    ...(
      await onboardings(
        unit,
        runs.map((one) => one.id),
      )
    ).values(),
  ];
  const as = (standing: Standing) => all.filter((one) => standingsOn(one, personId, org).has(standing));
  const leads = may(
    'program.cohorts',
    new Set(org.hasRole(personId, 'onboarding_lead') ? ['onboarding-lead' as const] : []),
  );
  const visible = all.filter(
    (one) => one.run.personId !== personId && may('program.see', standingsOn(one, personId, org)),
  );
  return {
    today: unit.today,
    managed: as('manager').map((one) => newcomer(unit, one, personId, org)),
    mentored: as('mentor').map((one) => newcomer(unit, one, personId, org)),
    cohorts: leads ? cohortsOf(unit, all, org) : null,
    waiting: leads ? longestWaiting(unit, all, org) : [],
    open: visible.map((one) => ({ runId: one.run.id, name: nameIn(org, one) })),
  };
}

const nameIn = (org: Organisation, { run }: Onboarding): string => org.people.get(run.personId)?.name ?? '';

const isLate = (unit: Unit, { steps }: Onboarding): boolean =>
  steps.some((one) => stepView(unit, one).mood === 'overdue');

function newcomer(unit: Unit, found: Onboarding, personId: string, org: Organisation): NewcomerLine {
  const { run, steps } = found;
  const views = steps.map((one) => ({ one, view: stepView(unit, one) }));
  return {
    runId: run.id,
    name: nameIn(org, found),
    done: views.filter(({ view }) => view.mood === 'done' || view.mood === 'waived').length,
    of: steps.length,
    late: views.filter(({ view }) => view.mood === 'overdue').map(({ view }) => view.title),
    waits: views
      .filter(({ one, view }) => {
        const waits = view.mood === 'open' || view.mood === 'overdue';
        const owner = ownerOf(one.step.owner, found, org);
        return waits && owner !== null && (owner === personId || org.atWorkFor(owner) === personId);
      })
      .map(({ view }) => view.title),
  };
}

function cohortsOf(unit: Unit, all: readonly Onboarding[], org: Organisation): Cohort[] {
  const months = new Map<string, Onboarding[]>();
  for (const one of all) {
    const month = dayFromDate(one.run.startsOn).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return [...months]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([month, those]) => {
      const late = those.filter((one) => isLate(unit, one));
      return {
        month,
        people: those.length,
        onTime: those.length - late.length,
        late: late.map((one) => nameIn(org, one)),
      };
    });
}

/** What could have been called for longest, one line a person. */
function longestWaiting(unit: Unit, all: readonly Onboarding[], org: Organisation): OnboardingView['waiting'] {
  const lines = all.flatMap((found) => {
    const called = found.steps
      .filter(({ row, step }) => row.status === 'open' && CALLED_KINDS.some((kind) => kind === step.kind))
      .map(({ row, step }) => ({ step: step.title, since: daysOf(row).opensOn }))
      .filter((one) => one.since <= unit.today)
      .sort((a, b) => a.since.localeCompare(b.since))[0];
    return called ? [{ name: nameIn(org, found), ...called }] : [];
  });
  return lines.sort((a, b) => a.since.localeCompare(b.since));
}
