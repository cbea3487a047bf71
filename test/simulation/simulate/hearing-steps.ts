import { after } from '../model-text';
import {
  barred,
  close,
  concerned,
  goneFromTeam,
  type Hearing,
  hearing,
  hearingOf,
  isLive,
  leadersFor,
  type Matter,
  RULING_DAYS,
} from './decision-rules';
import type { Leadership } from './leadership';

/** The nearest leader above all of these who has had no say in it. */
function above(people: readonly string[], barredOnes: ReadonlySet<string>, leads: Leadership): string | undefined {
  const [first, ...others] = people.map((id) => leads.above(id));
  const isFree = (id: string): boolean => !barredOnes.has(id) && !people.includes(id) && leads.isHere(id);
  return first?.find((id) => isFree(id) && others.every((chain) => chain.includes(id))) ?? leads.directors.find(isFree);
}

function barredAbove(matter: Matter, hearings: readonly Hearing[]): ReadonlySet<string> {
  const { members, spoke } = barred(matter);
  return new Set([...members, ...spoke, ...hearings.flatMap((one) => one.leaders.map(({ person }) => person))]);
}

function upward(matter: Matter, now: Hearing, why: 'differed' | 'late', leads: Leadership): void {
  const people = now.leaders.map(({ person }) => person);
  const leader = people.length === 0 ? undefined : above(people, barredAbove(matter, matter.hearings), leads);
  if (leader === undefined) {
    now.status = 'late';
    return;
  }
  now.status = why;
  const departments = [...new Set(now.leaders.flatMap((one) => one.departments))];
  const next = { level: now.level + 1, round: 1, days: RULING_DAYS.above };
  matter.hearings.push(hearing([{ person: leader, departments, says: null }], next, leads));
}

function onceMore(matter: Matter, now: Hearing, leads: Leadership): void {
  now.status = 'differed';
  const departments = [...new Set(now.leaders.flatMap((one) => one.departments))];
  const next = { level: now.level, round: now.round + 1, days: RULING_DAYS.again };
  matter.hearings.push(hearing(leadersFor(matter, departments, leads), next, leads));
}

function judge(matter: Matter, now: Hearing, leads: Leadership): void {
  const said = now.leaders.flatMap((one) => one.says ?? []);
  const [first] = said;
  if (first === undefined || said.length < now.leaders.length) return;
  if (said.every((one) => one === first)) {
    now.status = 'decided';
    close(matter, first === 'not' ? 'not' : 'adopted');
    return;
  }
  const tried = matter.hearings.some((one) => one.level === now.level && one.status === 'differed');
  if (!tried && now.status === 'open') onceMore(matter, now, leads);
  else upward(matter, now, 'differed', leads);
}

/** A leader says what is decided: as proposed, not, or something else in words. */
export function rule(matter: Matter, person: string, says: string, leads: Leadership): boolean {
  const now = hearingOf(matter);
  const seat = now?.leaders.find((one) => one.person === person);
  if (!now || !seat) return false;
  seat.says = says;
  judge(matter, now, leads);
  return true;
}

export function rulingsPast(matter: Matter, leads: Leadership): void {
  const now = hearingOf(matter);
  if (now && now.status !== 'late' && now.leaders.length > 0) upward(matter, now, 'late', leads);
}

/** Nobody could be found to decide it: whoever leads now is asked, or the house looks again. */
export function seekLeaders(matter: Matter, leads: Leadership, o: { readonly atDate: boolean }): void {
  const now = hearingOf(matter);
  if (!now || now.leaders.length > 0) return;
  const below = matter.hearings.filter((one) => one.level < now.level);
  const last = below.findLast((one) => one.leaders.length > 0);
  const people = (last?.leaders ?? []).map(({ person }) => person);
  const leader = last && above(people, barredAbove(matter, below), leads);
  const departments = last ? [...new Set(last.leaders.flatMap((one) => one.departments))] : concerned(matter);
  const found = !last
    ? leadersFor(matter, departments, leads)
    : leader === undefined
      ? []
      : [{ person: leader, departments, says: null }];
  if (found.length === 0) {
    if (o.atDate) Object.assign(now, { status: 'open', dueOn: leads.today });
    return;
  }
  now.status = 'late';
  const days = now.level > 1 ? RULING_DAYS.above : RULING_DAYS.first;
  matter.hearings.push(hearing(found, { level: now.level, round: now.round + 1, days }, leads));
}

function replace(matter: Matter, now: Hearing, person: string, leads: Leadership): void {
  const left = now.leaders.find((one) => one.person === person);
  if (!left) return;
  if (now.leaders.every((one) => one.says !== null)) {
    onceMore(matter, now, leads);
    return;
  }
  if (left.says !== null) return;
  const below = matter.hearings.filter((one) => one.level < now.level);
  const under = below.at(-1)?.leaders.map((one) => one.person);
  const leader = under && above(under, barredAbove(matter, [...below, now]), leads);
  const heirs = !under
    ? leadersFor(matter, left.departments, leads)
    : leader === undefined
      ? []
      : [{ person: leader, departments: left.departments, says: null }];
  now.leaders = now.leaders.filter((one) => one !== left);
  const before = now.leaders.length;
  for (const heir of heirs) {
    const known = now.leaders.find((one) => one.person === heir.person);
    if (known) known.departments = [...new Set([...known.departments, ...heir.departments])];
    else now.leaders.push(heir);
  }
  const soonest = after(leads.today, '1wd');
  if (now.status === 'open' && now.leaders.length > before && now.dueOn < soonest) now.dueOn = soonest;
  if (now.leaders.length === 0) Object.assign(now, { status: 'open', dueOn: leads.today });
  judge(matter, now, leads);
}

/** Lets everybody fall out who has left since it was looked at last; where nobody could decide, whoever leads now is asked. */
export function withoutGone(matter: Matter, leads: Leadership): void {
  const now = hearingOf(matter);
  const all = now?.leaders.every((one) => one.says !== null) ?? false;
  const gone = [
    ...matter.seats.filter(isLive).map((seat) => seat.person),
    ...matter.voices.flatMap((one) => (one.state === 'open' && one.manager !== null ? [one.manager] : [])),
    ...(now?.leaders ?? []).filter((one) => one.says === null || all).map((one) => one.person),
  ].filter((id) => !leads.isHere(id));
  for (const person of new Set(gone)) {
    if (matter.stage === 'closed') return;
    goneFromTeam(matter, person, leads);
    const hearingNow = hearingOf(matter);
    if (hearingNow && (hearingNow.status === 'open' || hearingNow.status === 'late'))
      replace(matter, hearingNow, person, leads);
  }
  seekLeaders(matter, leads, { atDate: false });
}
