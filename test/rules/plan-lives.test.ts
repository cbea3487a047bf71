// Random ladders through random lives: what the planner promises holds whatever befalls an obligation. Each law has a twin,
// a planner with one fault planted, that the law must find: a law that finds nothing proves nothing.
import fc from 'fast-check';
import { AUDIENCES, type Ladder, type Rung, type Span } from '../../bot/obligations/ladder';
import { instantOf, type Plan, type PlanInput, plan, type Walk } from '../../bot/obligations/plan';
import { addDays, asDay, type Day } from '../../bot/time/day';
import { danishHolidays } from '../../bot/time/holidays';
import { asMoment, dayOf, type Moment, momentAt, timeOf } from '../../bot/time/moment';
import {
  addWorkingDays,
  houseCalendar,
  isWorkingMoment,
  nextWorkingDay,
  personCalendar,
  type WorkingCalendar,
} from '../../bot/time/working-calendar';
import { type Happening, type Life, type Lived, type Look, live, type Planner, story } from '../support/planner-life';

const LIVES = 120;
const TWIN_LIVES = 1_000;
const FIRST = asDay('2026-01-01');
/** Lives begin within these days; 29 February, Easter, both clock changes and two turns of the year are among them. */
const DAYS = 900;
/** How long a life is looked at: what is repeated goes on for ever. */
const HORIZON_DAYS = { repeating: 110, ending: 400 };

const holidays = danishHolidays(['06-05', '12-24', '12-31']);
const house = houseCalendar({ opens: '08:00', closes: '16:00', holidays, closures: [] });
const calendars: readonly WorkingCalendar[] = [
  house,
  personCalendar(house, { worksOn: [2, 3, 4], closures: [] }),
  personCalendar(house, { worksOn: [], closures: [{ fromOn: asDay('2026-07-13'), toOn: asDay('2026-08-07') }] }),
];

const days = fc.integer({ min: 0, max: DAYS }).map((n) => addDays(FIRST, n));
const times = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const hour = String(Math.floor(quarter / 4)).padStart(2, '0');
  return `${hour}:${String((quarter % 4) * 15).padStart(2, '0')}`;
});
const spans = (most: number): fc.Arbitrary<Span> =>
  fc.oneof(
    fc.record({ n: fc.integer({ min: -most, max: most }), unit: fc.constantFrom<Span['unit']>('wd', 'd') }),
    fc.record({ n: fc.integer({ min: -3, max: 3 }), unit: fc.constantFrom<Span['unit']>('w', 'm') }),
  );
const anchorNames = fc.constantFrom('opened', 'due', 'opens', 'meeting', 'start');

function rungs(repeating: boolean): fc.Arbitrary<Rung> {
  const base = {
    key: fc.constant(''),
    anchor: anchorNames,
    offset: spans(15),
    at: fc.constantFrom('08:00', '09:00', '12:00', '15:30'),
    quietWhilePlanned: fc.boolean(),
  };
  const until = fc.option(anchorNames, { nil: undefined });
  const every = repeating
    ? fc.option(
        fc.constantFrom<Span>(
          { n: 1, unit: 'wd' },
          { n: 3, unit: 'd' },
          { n: 1, unit: 'w' },
          { n: 2, unit: 'w' },
          { n: 1, unit: 'm' },
        ),
        { nil: undefined },
      )
    : fc.constant(undefined);
  const tells = fc
    .record({
      ...base,
      audience: fc.constantFrom(
        ...AUDIENCES.filter((one) => one === 'owner' || one.endsWith('manager') || one === 'director'),
      ),
      by: fc.constantFrom<'line' | 'card'>('line', 'card'),
      grace: fc.integer({ min: 0, max: 5 }),
      until,
      every,
    })
    .map(
      ({ until: end, every: again, ...rung }): Rung => ({
        ...rung,
        act: 'tell',
        grace: rung.audience === 'owner' ? 0 : rung.grace,
        ...(end ? { until: end } : {}),
        ...(again ? { every: again } : {}),
      }),
    );
  const does = fc
    .record({ ...base, verb: fc.constant('trial.past-due') })
    .map((rung): Rung => ({ ...rung, act: 'do' }));
  return fc.oneof({ weight: 6, arbitrary: tells }, { weight: 1, arbitrary: does });
}

const ladders = (repeating: boolean): fc.Arbitrary<Ladder> =>
  fc
    .record({
      absence: fc.constantFrom<Ladder['absence']>('stops', 'deputy', 'runs'),
      rungs: fc.array(rungs(repeating), { minLength: 1, maxLength: 6 }),
    })
    .map(({ absence, rungs: made }) => ({
      kind: 'random',
      nature: 'duty',
      snoozeDays: 14,
      absence,
      endsWithMatter: true,
      rungs: made.map((rung, index) => ({ ...rung, key: `rung-${index}` })),
    }));

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('moved' as const),
    anchor: fc.constantFrom('due' as const, 'meeting' as const, 'opens' as const),
    days: fc.integer({ min: -20, max: 40 }),
  }),
  fc.record({
    kind: fc.constantFrom(
      'paused' as const,
      'resumed' as const,
      'unplanned' as const,
      'orphaned' as const,
      'adopted' as const,
      'withdrawn' as const,
      'looked' as const,
    ),
  }),
  fc.record({
    kind: fc.constantFrom('planned' as const, 'away' as const, 'snoozed' as const),
    days: fc.integer({ min: 0, max: 20 }),
  }),
);

const anchorsFrom = (opened: Day): fc.Arbitrary<Life['anchors']> =>
  fc
    .record({
      due: fc.option(fc.integer({ min: -20, max: 60 }), { nil: undefined }),
      opens: fc.option(fc.integer({ min: -20, max: 30 }), { nil: undefined }),
      start: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      meeting: fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), times), { nil: undefined }),
    })
    .map(({ due, opens, start, meeting }) => ({
      ...(due === undefined ? {} : { due: addDays(opened, due) }),
      ...(opens === undefined ? {} : { opens: addDays(opened, opens) }),
      ...(start === undefined ? {} : { start: addDays(opened, start) }),
      ...(meeting === undefined ? {} : { meeting: momentAt(addDays(opened, meeting[0]), meeting[1]) }),
    }));

const lives: fc.Arbitrary<Life> = fc.tuple(days, times).chain(([day, time]) => {
  const within = fc
    .tuple(fc.integer({ min: 0, max: 90 }), times)
    .map(([n, at]): Moment => momentAt(addDays(day, n), at));
  const stops = fc.tuple(within, fc.integer({ min: 1, max: 12 })).map(([at, n]) => [
    { at, what: { kind: 'paused' as const } },
    { at: momentAt(addDays(dayOf(at), n), timeOf(at)), what: { kind: 'resumed' as const } },
  ]);
  const single = fc.record({ at: within, what: happenings }).map((one) => [one]);
  return fc.record({
    openedAt: fc.constant(momentAt(day, time)),
    ownCard: fc.boolean(),
    anchors: anchorsFrom(day),
    happenings: fc
      .array(fc.oneof({ weight: 5, arbitrary: single }, { weight: 1, arbitrary: stops }), { maxLength: 8 })
      // A life happens after its beginning.
      .map((all) => all.flat().filter((one) => one.at >= momentAt(day, time))),
    outages: fc.array(
      fc
        .tuple(within, fc.integer({ min: 1, max: 15 }))
        .map(([from, n]) => ({ from, to: momentAt(addDays(dayOf(from), n), timeOf(from)) })),
      { maxLength: 2 },
    ),
    digestEvery: fc.integer({ min: 0, max: 3 }),
  });
});

type World = { readonly ladder: Ladder; readonly life: Life; readonly calendar: WorkingCalendar };
const worlds = (repeating: boolean): fc.Arbitrary<World> =>
  fc.record({ ladder: ladders(repeating), life: lives, calendar: fc.constantFrom(...calendars) });

function lead(planner: Planner, { ladder, life, calendar }: World): Lived {
  const repeats = ladder.rungs.some((rung) => rung.act === 'tell' && rung.every !== undefined);
  const horizon = repeats ? HORIZON_DAYS.repeating : HORIZON_DAYS.ending;
  return live(planner, { ladder, calendar, until: momentAt(addDays(dayOf(life.openedAt), horizon), '00:00') }, life);
}

/** What is wrong with a life; undefined: nothing. */
type Law = (planner: Planner, world: World) => string | undefined;

/** A law about each look by itself: what it tells, from what was known. */
const atEachLook =
  (complaint: (look: Look, world: World) => string | undefined): Law =>
  (planner, world) => {
    for (const look of lead(planner, world).looks) {
      const found = complaint(look, world);
      if (found !== undefined) return `${look.at}: ${found}`;
    }
    return undefined;
  };

const told = (walk: Walk): boolean => walk.how === 'told' || walk.how === 'listed';
const tells = (made: Plan) => made.steps.flatMap((step) => (step.kind === 'tell' ? [step] : []));
const rungOf = (input: PlanInput, key: string): Rung | undefined => input.ladder.rungs.find((rung) => rung.key === key);
const endOf = (anchor: Day | Moment): Moment =>
  anchor.length === 10 ? momentAt(anchor as Day, '23:59') : (anchor as Moment);

type Twin = (honest: Planner) => Planner;
const withRungs =
  (change: (rung: Rung) => Rung): Twin =>
  (honest) =>
  (input) =>
    honest({ ...input, ladder: { ...input.ladder, rungs: input.ladder.rungs.map(change) } });

const alwaysOpen: WorkingCalendar = { opens: '00:00', closes: '23:59', isWorkingDay: () => true };

const LAWS: readonly {
  readonly law: string;
  readonly holds: Law;
  readonly repeating: boolean;
  readonly twin: string;
  readonly planted: Twin;
}[] = [
  {
    law: 'it never stands still: a due look yields a step or a later one, and the same look again yields nothing',
    repeating: true,
    holds: atEachLook(({ input, plan: made }) => {
      const acts = made.steps.some((step) => step.kind === 'do');
      if (acts) return made.steps.length === 1 ? undefined : 'a deed is not alone';
      if (made.nextAt !== undefined && made.nextAt <= input.now) return `the next look is at ${made.nextAt}`;
      return undefined;
    }),
    twin: 'one that looks again at once when there is nothing to do',
    planted: (honest) => (input) => {
      const made = honest(input);
      return made.steps.length === 0 && made.nextAt !== undefined && isWorkingMoment(input.calendar, input.now)
        ? { ...made, nextAt: input.now }
        : made;
    },
  },
  {
    law: 'nothing is told or done outside working hours',
    repeating: true,
    holds: atEachLook(({ at, plan: made }, world) =>
      made.steps.length > 0 && !isWorkingMoment(world.calendar, at)
        ? `${made.steps.map((step) => step.rung)}`
        : undefined,
    ),
    twin: 'one that knows no closing time',
    planted: (honest) => (input) => honest({ ...input, calendar: alwaysOpen }),
  },
  {
    law: 'the next look is in working hours',
    repeating: true,
    holds: atEachLook(({ plan: made }, world) =>
      made.nextAt !== undefined && !isWorkingMoment(world.calendar, made.nextAt) ? made.nextAt : undefined,
    ),
    twin: 'one that looks at midnight',
    planted: (honest) => (input) => {
      const made = honest(input);
      return made.nextAt === undefined || made.steps.length > 0
        ? made
        : { ...made, nextAt: momentAt(addDays(dayOf(made.nextAt), 1), '00:00') };
    },
  },
  {
    law: 'at most one telling per audience in a plan',
    repeating: true,
    holds: atEachLook(({ plan: made }) => {
      const audiences = tells(made).map((step) => step.audience);
      return new Set(audiences).size < audiences.length ? audiences.join(', ') : undefined;
    }),
    twin: 'one that tells all that is owed',
    planted: (honest) => (input) => {
      const made = honest(input);
      return {
        ...made,
        steps: made.steps.map((step) =>
          step.kind === 'skip' ? { ...step, kind: 'tell' as const, by: 'card' as const } : step,
        ),
      };
    },
  },
  {
    law: "upward never before the rung's grace",
    repeating: true,
    holds: atEachLook(({ at, input, plan: made }, { ladder, calendar }) => {
      const waived = !input.state.owned || (input.awayUntil !== undefined && ladder.absence === 'runs');
      for (const step of tells(made)) {
        const rung = rungOf(input, step.rung);
        if (waived || rung?.act !== 'tell' || rung.grace === 0) continue;
        if (input.state.toldAt === undefined) return `${step.audience} before the owner was ever told`;
        if (dayOf(at) < addWorkingDays(calendar, dayOf(input.state.toldAt), rung.grace))
          return `${step.audience} after ${input.state.toldAt}`;
      }
      return undefined;
    }),
    twin: 'one without grace',
    planted: withRungs((rung) => (rung.act === 'tell' ? { ...rung, grace: 0 } : rung)),
  },
  {
    law: 'a working day lies between two tellings to one audience',
    repeating: true,
    holds: atEachLook(({ at, input, plan: made }, { calendar }) => {
      for (const step of tells(made)) {
        const before = input.walks
          .filter((walk) => told(walk) && walk.audience === step.audience)
          .map((walk) => walk.at);
        if (step.audience === 'owner' && input.state.toldAt !== undefined) before.push(input.state.toldAt);
        const close = before.find((one) => dayOf(at) < nextWorkingDay(calendar, dayOf(one)));
        if (close !== undefined) return `${step.rung} to ${step.audience}, told at ${close}`;
      }
      return undefined;
    }),
    twin: 'one without breath',
    planted: (honest) => (input) =>
      honest({ ...input, walks: input.walks.map((walk) => (told(walk) ? { ...walk, how: 'skipped' } : walk)) }),
  },
  {
    law: 'nothing is told past its until',
    repeating: true,
    holds: atEachLook(({ at, input, plan: made }) => {
      for (const step of tells(made)) {
        const until = rungOf(input, step.rung)?.until;
        const anchor = until === undefined ? undefined : input.state.anchors[until];
        if (anchor !== undefined && endOf(anchor) <= at) return `${step.rung} until ${anchor}`;
      }
      return undefined;
    }),
    twin: 'one without until',
    planted: withRungs(({ until, ...rung }) => rung as Rung),
  },
  {
    law: 'an owner who is away is told nothing, unless a deputy is',
    repeating: true,
    holds: atEachLook(({ input, plan: made }, { ladder }) =>
      input.awayUntil !== undefined &&
      ladder.absence !== 'deputy' &&
      tells(made).some((step) => step.audience === 'owner')
        ? 'the owner'
        : undefined,
    ),
    twin: 'one that does not know of absence',
    planted:
      (honest) =>
      ({ awayUntil, ...input }) =>
        honest(input),
  },
  {
    law: 'a rung is told once for its day, and a deed is done once',
    repeating: false,
    holds: atEachLook(({ input, plan: made }) => {
      const again = made.steps.find((step) =>
        input.walks.some((walk) => walk.rung === step.rung && walk.base === step.base && walk.how !== 'void'),
      );
      return again && `${again.rung} for ${again.base}`;
    }),
    twin: 'one that keys its walks by the shifted day',
    planted: (honest) => (input) =>
      honest({
        ...input,
        walks: input.walks.map((walk) => ({
          ...walk,
          base: input.state.shift > 0 ? addWorkingDays(input.calendar, walk.base, input.state.shift) : walk.base,
        })),
      }),
  },
  {
    law: 'every walk has a number of its own, so that the table can refuse a second',
    repeating: true,
    holds: (planner, world) => {
      const { looks } = lead(planner, world);
      const keys = looks.flatMap((look) => look.plan.steps.map((step) => `${step.rung} ${step.base} ${step.n}`));
      const double = keys.find((key, index) => keys.indexOf(key) !== index);
      return double;
    },
    twin: 'one that always counts from nought',
    planted: (honest) => (input) => {
      const made = honest(input);
      return { ...made, steps: made.steps.map((step) => ({ ...step, n: 0 })) };
    },
  },
  {
    law: 'what is closed or paused is left alone',
    repeating: true,
    holds: (planner, world) => {
      for (const { at, input } of lead(planner, world).looks) {
        const stopped = [
          planner({ ...input, state: { ...input.state, paused: true } }),
          planner({ ...input, state: { ...input.state, open: false } }),
        ];
        if (stopped.some((made) => made.steps.length > 0 || made.nextAt !== undefined)) return at;
      }
      return undefined;
    },
    twin: 'one that does not know of pauses',
    planted: (honest) => (input) => honest({ ...input, state: { ...input.state, paused: false } }),
  },
  {
    law: 'it ends, unless something is repeated; and by then every rung has come, or has a reason not to',
    repeating: false,
    holds: (planner, world) => {
      const { looks, end, ended } = lead(planner, world);
      if (!ended) return 'it went on and on';
      const last = looks.at(-1);
      if (!last || last.plan.nextAt !== undefined || end.state.paused) return undefined;
      const missed = world.ladder.rungs.find((rung) => {
        // Asked of the honest planner: what would come if the house looked long after everything.
        const long = { ...end, now: asMoment('2031-06-02T10:00'), digestGone: () => false };
        return instantOf(long, rung.key) !== undefined;
      });
      return missed && `${missed.key} never came`;
    },
    twin: 'one that forgets to look again',
    planted: (honest) => (input) => {
      const { nextAt, ...made } = honest(input);
      return made.steps.length > 0 || nextAt === undefined ? made : { ...made, nextAt };
    },
  },
  {
    law: 'a restart changes nothing: the same facts, read anew in any order, give the same plan',
    repeating: true,
    holds: (planner, world) => {
      for (const { at, input, plan: made } of lead(planner, world).looks) {
        const { digestGone, calendar, ...facts } = input;
        const again: PlanInput = { ...JSON.parse(JSON.stringify(facts)), digestGone, calendar };
        const read = planner({ ...again, walks: [...again.walks].reverse() });
        if (JSON.stringify(read) !== JSON.stringify(made))
          return `${at}: ${JSON.stringify(made)} and then ${JSON.stringify(read)}`;
      }
      return undefined;
    },
    twin: 'one that keeps something in memory',
    planted: (honest) => {
      const seen = new Set<string>();
      return (input) => {
        const made = honest(input);
        const key = `${input.now} ${input.walks.length}`;
        const fresh = !seen.has(key);
        seen.add(key);
        return fresh ? made : { ...made, steps: [] };
      };
    },
  },
  {
    law: 'a look too many changes nothing',
    repeating: true,
    holds: (planner, whole) => {
      // Back from absence or postponing, what is owed is owed at once: a look that something else causes in the hours between
      // the return and the rung's own hour brings it forward within the day. The tick itself looks only when it is time.
      const lasting = whole.life.happenings.filter(({ what }) => what.kind !== 'away' && what.kind !== 'snoozed');
      const world = { ...whole, life: { ...whole.life, happenings: lasting } };
      const plain = story(lead(planner, world).looks, { skips: true });
      const extra = Array.from({ length: 12 }, (_, n) => ({
        at: momentAt(addDays(dayOf(world.life.openedAt), 1 + n * 5), n % 2 === 0 ? '10:30' : '14:45'),
        what: { kind: 'looked' as const },
      }));
      const often = story(
        lead(planner, { ...world, life: { ...world.life, happenings: [...world.life.happenings, ...extra] } }).looks,
        { skips: true },
      );
      return JSON.stringify(plain) === JSON.stringify(often)
        ? undefined
        : `${plain.join('; ')} BUT ${often.join('; ')}`;
    },
    twin: 'one that tells what it plans to tell',
    planted: (honest) => (input) => {
      const made = honest(input);
      return made.steps.length > 0 || made.nextAt === undefined ? made : honest({ ...input, now: made.nextAt });
    },
  },
];

describe.each(LAWS)('$law', ({ holds, repeating, twin, planted }) => {
  const obeys = (planner: Planner) =>
    fc.property(worlds(repeating), (world) => {
      const complaint = holds(planner, world);
      if (complaint !== undefined) throw new Error(complaint);
    });

  test(`in ${LIVES} lives`, () => fc.assert(obeys(plan), { numRuns: LIVES }));

  test(`and a twin is found out: ${twin}`, () => {
    expect(fc.check(obeys(planted(plan)), { numRuns: TWIN_LIVES, seed: 20_260_312, endOnFailure: true }).failed).toBe(
      true,
    );
  });
});

test('the lives are lives: most of them tell somebody something, and some are late, act, stand still and repeat', () => {
  const sample = fc.sample(worlds(true), { numRuns: 200, seed: 7 });
  const looks = sample.map((world) => lead(plan, world).looks);
  const steps = looks.map((all) => all.flatMap((look) => look.plan.steps));
  const share = (of: (index: number) => boolean) => sample.filter((_, index) => of(index)).length / sample.length;
  expect(share((index) => (steps[index] ?? []).some((step) => step.kind === 'tell'))).toBeGreaterThan(0.5);
  expect(share((index) => (steps[index] ?? []).some((step) => step.kind === 'skip'))).toBeGreaterThan(0.2);
  expect(share((index) => (steps[index] ?? []).some((step) => step.kind === 'do'))).toBeGreaterThan(0.1);
  expect(share((index) => (looks[index] ?? []).some((look) => look.input.state.shift > 0))).toBeGreaterThan(0.05);
  expect(share((index) => (steps[index] ?? []).some((step) => step.n > 0))).toBeGreaterThan(0.2);
});
