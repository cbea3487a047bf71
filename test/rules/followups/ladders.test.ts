import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LADDER_VERBS } from '../../../bot/app';
import { datesOf } from '../../../bot/followups/milestone-rules';
import { followUpsOf } from '../../../bot/followups/rules';
import { type Ladder, readLadders } from '../../../bot/obligations/ladder';
import { type PlanInput, type PlanState, plan, type Walk } from '../../../bot/obligations/plan';
import { readModels } from '../../../bot/pathways/models';
import { addDays, addMonths, asDay, type Day, daysBetween } from '../../../bot/time/day';
import { danishHolidays } from '../../../bot/time/holidays';
import { addMinutes, asMoment, dayOf, type Moment, momentAt, timeOf } from '../../../bot/time/moment';
import { houseCalendar, isWorkingMoment, nextWorkingDay, onOrBefore } from '../../../bot/time/working-calendar';

const file = path.resolve('content/policy/ladders.yaml');
const LADDERS = readLadders(readFileSync(file, 'utf8'), { file, verbs: LADDER_VERBS });
const calendar = houseCalendar({
  opens: '08:00',
  closes: '16:00',
  holidays: danishHolidays(['06-05', '12-24', '12-31']),
  closures: [],
});
const ladderOf = (kind: string): Ladder => {
  const found = LADDERS.get(kind);
  if (!found) throw new Error(`No ladder for ${kind}`);
  return found;
};

type Told = { readonly at: Moment; readonly rung: string; readonly audience: string };

/** Everybody who is told of an obligation that nobody settles, up to a day, by jumping from one planned moment to the next. */
function lives(ladder: Ladder, opened: Day, anchors: PlanState['anchors'], until: Day): Told[] {
  const openedAt = momentAt(opened, '10:00');
  const walks: Walk[] = [];
  const told: Told[] = [];
  let toldAt: Moment | undefined;
  for (let now: Moment | undefined = openedAt; now !== undefined && dayOf(now) <= until; ) {
    const state: PlanState = {
      ...{ open: true, paused: false, openedAt, shift: 0, owned: true, anchors: { opened, ...anchors } },
      ...(toldAt === undefined ? {} : { toldAt }),
    };
    const input: PlanInput = { ladder, state, walks, calendar, digestGone: () => false, now };
    const decided = plan(input);
    for (const step of decided.steps) {
      if (step.kind === 'do') throw new Error('These ladders do nothing by themselves');
      const how = step.kind === 'skip' ? 'skipped' : step.by === 'line' ? 'listed' : 'told';
      walks.push({ rung: step.rung, base: step.base, n: step.n, how, audience: step.audience, at: now });
      if (step.kind === 'tell') told.push({ at: now, rung: step.rung, audience: step.audience });
      if (step.kind === 'tell' && step.audience === 'owner') toldAt ??= now;
    }
    const next: Moment | undefined = decided.nextAt;
    // A plan with steps may be looked at again at once; one without must move on.
    if (next !== undefined && next <= now && decided.steps.length === 0) throw new Error(`Stands still at ${now}`);
    now = next !== undefined && next <= now ? addMinutes(now, 1) : next;
  }
  return told;
}

const startDays: Day[] = [];
for (let day = asDay('2025-01-01'); day < '2029-01-01'; day = addDays(day, 1)) startDays.push(day);

/** What is wrong with one life; empty when nothing is. */
function faultsOf(told: readonly Told[], dueOn: Day, grace: number): string[] {
  const owner = told.filter((one) => one.audience === 'owner');
  const upward = told.filter((one) => one.audience !== 'owner');
  const lastDay = onOrBefore(calendar, dueOn);
  const first = owner[0];
  const faults = told.filter((one) => !isWorkingMoment(calendar, one.at)).map((one) => `outside hours: ${one.at}`);
  if (!first || dayOf(first.at) > lastDay) faults.push('the owner hears nothing before the date');
  if (!owner.some((one) => one.rung === 'due' && dayOf(one.at) === lastDay)) faults.push('nothing on the last day');
  const days = owner.map((one) => dayOf(one.at));
  if (new Set(days).size < days.length) faults.push('twice in a day');
  if (upward.some((one) => daysBetween(dueOn, dayOf(one.at)) < grace)) faults.push('upward before its time');
  const late = owner.filter((one) => one.rung === 'overdue').map((one) => dayOf(one.at));
  if (
    late[0] !== nextWorkingDay(calendar, dueOn) &&
    late[0] !== nextWorkingDay(calendar, nextWorkingDay(calendar, dueOn))
  )
    faults.push(`late is told on ${late[0]}`);
  return faults;
}

describe('over every start day of four years', () => {
  const models = readModels(path.resolve('content/models'));

  test('a follow-up that nobody holds is told before its date, on its last day and after it, in working hours only', () => {
    const model = models.get('ballerup');
    const wrong = startDays.flatMap((start) => {
      const [one] = model ? followUpsOf({ model, since: start, held: [], every: null }).open : [];
      if (!one) return [`${start}: nothing to come`];
      const anchors = { opens: one.opensOn, due: one.dueOn };
      const told = lives(ladderOf('follow-up'), start, anchors, addDays(one.dueOn, 45));
      return faultsOf(told, one.dueOn, 14).map((fault) => `${start}: ${fault}`);
    });
    expect(startDays).toHaveLength(1461);
    expect(wrong).toEqual([]);
  });

  test('a transition likewise, for everybody who turns 16 on one of these days', () => {
    const year16 = { is: 'meeting', age: 192, opens: 3 };
    const wrong = startDays.flatMap((birthday) => {
      const { opensOn, dueOn } = datesOf(year16, addMonths(birthday, -192));
      const told = lives(
        ladderOf('transition'),
        addDays(opensOn, -10),
        { opens: opensOn, due: dueOn },
        addDays(dueOn, 30),
      );
      return faultsOf(told, dueOn, 7).map((fault) => `${birthday}: ${fault}`);
    });
    expect(wrong).toEqual([]);
  });

  test('twin: a ladder without its last rung on the day is found out', () => {
    const ladder = ladderOf('follow-up');
    const without = { ...ladder, rungs: ladder.rungs.filter((rung) => rung.key !== 'due') };
    const told = lives(
      without,
      asDay('2026-03-12'),
      { opens: asDay('2026-05-22'), due: asDay('2026-06-12') },
      asDay('2026-07-20'),
    );
    expect(faultsOf(told, asDay('2026-06-12'), 14)).toContain('nothing on the last day');
  });
});

describe('both nights on which the clocks change, minute by minute', () => {
  test.each(['2026-03-29', '2026-10-25'])('on %s nobody is told, and the next look is at the next opening', (night) => {
    const opened = addDays(asDay(night), -30);
    const anchors = { opens: asDay(night), due: addDays(asDay(night), 20) };
    const before = lives(ladderOf('follow-up'), opened, anchors, addDays(asDay(night), -1));
    const walks = before.map(
      (one): Walk => ({ rung: one.rung, base: asDay(night), n: 0, how: 'listed', audience: 'owner', at: one.at }),
    );
    for (let minute = 0, now = asMoment(`${night}T00:00`); minute < 8 * 60; minute += 1, now = addMinutes(now, 1)) {
      const state = { open: true, paused: false, openedAt: momentAt(opened, '10:00'), shift: 0, owned: true, anchors };
      const decided = plan({ ladder: ladderOf('follow-up'), state, walks, calendar, digestGone: () => false, now });
      expect([now, decided.steps]).toEqual([now, []]);
      if (decided.nextAt !== undefined) {
        expect(decided.nextAt > now).toBe(true);
        expect(timeOf(decided.nextAt) >= '08:00').toBe(true);
      }
    }
  });
});
