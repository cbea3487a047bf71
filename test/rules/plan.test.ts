import type { Ladder } from '../../bot/obligations/ladder';
import { dueDay, instantOf, type PlanInput, type PlanState, plan, type Walk } from '../../bot/obligations/plan';
import { asDay, type Day, daysBetween } from '../../bot/time/day';
import { danishHolidays } from '../../bot/time/holidays';
import { asMoment, dayOf, type Moment, toInstant, ZONE } from '../../bot/time/moment';
import { houseCalendar, personCalendar, type WorkingCalendar } from '../../bot/time/working-calendar';
import { ladderOf, ladderWith } from '../support/ladders';
import { type Happening, type Life, live, story } from '../support/planner-life';

const house = houseCalendar({
  opens: '08:00',
  closes: '16:00',
  holidays: danishHolidays(['06-05', '12-24', '12-31']),
  closures: [],
});
const closedInJuly = personCalendar(house, {
  worksOn: [],
  closures: [{ fromOn: asDay('2026-07-20'), toOn: asDay('2026-07-31') }],
});
const tuesdayToThursday = personCalendar(house, { worksOn: [2, 3, 4], closures: [] });

const dayOrMoment = (text: string): Day | Moment => (text.length === 10 ? asDay(text) : asMoment(text));

type Known = Partial<Omit<PlanInput, 'state' | 'now' | 'ladder' | 'digestGone'>> & {
  readonly ladder: Ladder;
  readonly openedAt?: string;
  readonly anchors?: Readonly<Record<string, string>>;
  readonly state?: Partial<PlanState>;
  readonly digestGone?: boolean;
  readonly now?: string;
};

/** What the planner is given, with the plainest of everything that a test does not name. */
function given({
  ladder,
  openedAt = '2026-01-05T10:00',
  anchors = {},
  state,
  digestGone = false,
  now,
  ...more
}: Known): PlanInput {
  const opened = asMoment(openedAt);
  return {
    ladder,
    state: {
      open: true,
      paused: false,
      openedAt: opened,
      anchors: {
        opened: dayOf(opened),
        ...Object.fromEntries(Object.entries(anchors).map(([key, value]) => [key, dayOrMoment(value)])),
      },
      shift: 0,
      owned: true,
      ...state,
    },
    walks: [],
    calendar: house,
    digestGone: () => digestGone,
    now: asMoment(now ?? openedAt),
    ...more,
  };
}

const walked = (rung: string, base: string, at: string, more: Partial<Walk> = {}): Walk => ({
  rung,
  base: asDay(base),
  n: 0,
  how: 'told',
  audience: 'owner',
  at: asMoment(at),
  ...more,
});

/** What a look brings: `second owner card`, `skip first`, `do meeting.past`; and when the next is. */
function looked(input: PlanInput): { steps: string[]; nextAt: string | undefined } {
  const { steps, nextAt } = plan(input);
  return {
    steps: steps.map((step) =>
      step.kind === 'tell'
        ? `${step.rung} ${step.audience} ${step.by}`
        : step.kind === 'skip'
          ? `skip ${step.rung}`
          : `do ${step.verb}`,
    ),
    nextAt,
  };
}

function lifeOf(o: {
  readonly openedAt: string;
  readonly anchors: Readonly<Record<string, string>>;
  readonly ownCard?: boolean;
  readonly happenings?: readonly (readonly [string, Happening])[];
}): Life {
  return {
    openedAt: asMoment(o.openedAt),
    ownCard: o.ownCard ?? false,
    anchors: Object.fromEntries(Object.entries(o.anchors).map(([key, value]) => [key, dayOrMoment(value)])),
    happenings: (o.happenings ?? []).map(([at, what]) => ({ at: asMoment(at), what })),
    outages: [],
    digestEvery: 0,
  };
}

const lived = (kind: string, until: string, life: Life, options?: { skips: boolean }): string[] =>
  story(live(plan, { ladder: ladderOf(kind), calendar: house, until: asMoment(until) }, life).looks, options);

describe('where a rung lands', () => {
  const card = (when: string) => `when: ${when}, tell: owner, by: card`;
  test.each([
    { what: "a month's end on a Saturday", rung: card('due'), due: '2026-02-28', at: '2026-02-27T09:00' },
    { what: 'a Sunday', rung: card('due'), due: '2026-03-01', at: '2026-02-27T09:00' },
    { what: 'a Saturday after the anchor', rung: card('due + 1d'), due: '2026-03-06', at: '2026-03-09T09:00' },
    {
      what: 'a working day counted from a Saturday',
      rung: card('due + 1wd'),
      due: '2026-03-07',
      at: '2026-03-09T09:00',
    },
    {
      what: 'a working day counted back from a Saturday',
      rung: card('due - 1wd'),
      due: '2026-03-07',
      at: '2026-03-06T09:00',
    },
    { what: 'a week before, on Good Friday', rung: card('due - 1w'), due: '2026-04-10', at: '2026-04-01T09:00' },
    { what: 'a week after, on Easter Monday', rung: card('due + 1w'), due: '2026-03-30', at: '2026-04-07T09:00' },
    {
      what: 'working days counted back over Easter',
      rung: card('due - 3wd'),
      due: '2026-04-08',
      at: '2026-03-31T09:00',
    },
    {
      what: 'working days counted on over Whitsun',
      rung: card('due + 2wd'),
      due: '2026-05-22',
      at: '2026-05-27T09:00',
    },
    { what: 'Constitution Day', rung: card('due'), due: '2026-06-05', at: '2026-06-04T09:00' },
    { what: 'Store Bededag, abolished', rung: card('due'), due: '2026-05-01', at: '2026-05-01T09:00' },
    { what: 'the day after Christmas', rung: card('due + 1d'), due: '2026-12-23', at: '2026-12-28T09:00' },
    { what: 'a month before the 31st', rung: card('due - 1m'), due: '2026-03-31', at: '2026-02-27T09:00' },
    {
      what: 'a month before the 31st in a leap year',
      rung: card('due - 1m'),
      due: '2028-03-31',
      at: '2028-02-29T09:00',
    },
    {
      what: 'a month before 29 March in a leap year',
      rung: card('due - 1m'),
      due: '2028-03-29',
      at: '2028-02-29T09:00',
    },
    { what: 'a month after the 31st, on a Sunday', rung: card('due + 1m'), due: '2027-01-31', at: '2027-03-01T09:00' },
    { what: '29 February itself', rung: card('due'), due: '2028-02-29', at: '2028-02-29T09:00' },
    { what: 'a year after 29 February', rung: card('due + 12m'), due: '2028-02-29', at: '2029-02-28T09:00' },
    { what: 'a line, at eight', rung: 'when: due, tell: owner, by: line', due: '2026-03-11', at: '2026-03-11T08:00' },
    { what: 'an hour of its own', rung: `${card('due')}, at: "12:00"`, due: '2026-03-11', at: '2026-03-11T12:00' },
    {
      what: 'a deed, when the person has had all of the day',
      rung: 'when: due, do: trial.past-due',
      due: '2026-03-11',
      at: '2026-03-12T08:00',
    },
    {
      what: 'a deed due on a Friday',
      rung: 'when: due, do: trial.past-due',
      due: '2026-03-13',
      at: '2026-03-16T08:00',
    },
    {
      what: 'a deed due on a Saturday',
      rung: 'when: due, do: trial.past-due',
      due: '2026-03-14',
      at: '2026-03-16T08:00',
    },
    {
      what: 'a deed due before Christmas',
      rung: 'when: due, do: trial.past-due',
      due: '2026-12-23',
      at: '2026-12-28T08:00',
    },
    {
      what: 'a deed due before New Year',
      rung: 'when: due, do: trial.past-due',
      due: '2026-12-30',
      at: '2027-01-04T08:00',
    },
    {
      what: 'a deed two working days on',
      rung: 'when: due + 2wd, do: trial.past-due',
      due: '2026-03-05',
      at: '2026-03-10T08:00',
    },
  ])('$what: $at', ({ rung, due, at }) => {
    const ladder = ladderWith([`key: one, ${rung}`]);
    expect(instantOf(given({ ladder, anchors: { due } }), 'one')).toBe(at);
  });

  test.each<{ what: string; when: string; calendar: WorkingCalendar; due: string; at: string }>([
    {
      what: 'on a day within the closing of the department',
      when: 'due',
      calendar: closedInJuly,
      due: '2026-07-22',
      at: '2026-07-17T09:00',
    },
    { what: 'after the closing', when: 'due + 1d', calendar: closedInJuly, due: '2026-07-22', at: '2026-08-03T09:00' },
    {
      what: 'on a day that the owner does not work',
      when: 'due',
      calendar: tuesdayToThursday,
      due: '2026-03-13',
      at: '2026-03-12T09:00',
    },
    {
      what: "by the owner's own working days",
      when: 'due - 3wd',
      calendar: tuesdayToThursday,
      due: '2026-03-12',
      at: '2026-03-05T09:00',
    },
  ])('$what it follows the calendar: $at', ({ when, calendar, due, at }) => {
    const ladder = ladderWith([`key: one, when: ${when}, tell: owner, by: card`]);
    expect(instantOf(given({ ladder, calendar, anchors: { due } }), 'one')).toBe(at);
  });

  test.each([
    { what: 'in the middle of a day', openedAt: '2026-03-10T10:30', at: '2026-03-10T10:30' },
    { what: 'after closing on a Friday', openedAt: '2026-03-13T16:00', at: '2026-03-16T08:00' },
    { what: 'before opening', openedAt: '2026-03-10T06:15', at: '2026-03-10T08:00' },
  ])('never before the opening: opened $what it comes at $at', ({ openedAt, at }) => {
    const ladder = ladderWith(['key: one, when: due - 1m, tell: owner, by: card']);
    expect(instantOf(given({ ladder, openedAt, anchors: { due: '2026-03-18' } }), 'one')).toBe(at);
  });

  test.each([
    { what: 'the last working day of winter time', due: '2026-03-27', instant: '2026-03-27T08:00:00.000Z' },
    { what: 'the first working day of summer time', due: '2026-03-30', instant: '2026-03-30T07:00:00.000Z' },
    { what: 'the last working day of summer time', due: '2026-10-23', instant: '2026-10-23T07:00:00.000Z' },
    { what: 'the first working day of winter time', due: '2026-10-26', instant: '2026-10-26T08:00:00.000Z' },
  ])('nine is nine on $what', ({ due, instant }) => {
    const at = instantOf(
      given({ ladder: ladderWith(['key: one, when: due, tell: owner, by: card']), anchors: { due } }),
      'one',
    );
    expect(at && toInstant(at, ZONE).toISOString()).toBe(instant);
  });

  test('a rung whose anchor the matter does not have never comes', () => {
    const ladder = ladderWith([
      'key: one, when: start, tell: owner, by: card',
      'key: two, when: due, tell: owner, by: card',
    ]);
    expect(instantOf(given({ ladder, anchors: { due: '2026-03-11' } }), 'one')).toBeUndefined();
    expect(looked(given({ ladder, anchors: { due: '2026-03-11' } })).nextAt).toBe('2026-03-11T09:00');
  });
});

describe('when the house looks', () => {
  const ladder = ladderWith(['key: one, when: due, tell: owner, by: card']);
  const owed = (now: string, more: Partial<Known> = {}) =>
    given({ ladder, anchors: { due: '2026-03-11' }, now, ...more });

  test.each([
    { what: 'at the hour itself', now: '2026-03-11T09:00', steps: ['one owner card'], nextAt: undefined },
    { what: 'a minute before', now: '2026-03-11T08:59', steps: [], nextAt: '2026-03-11T09:00' },
    { what: 'late in the evening', now: '2026-03-11T22:00', steps: [], nextAt: '2026-03-12T08:00' },
    { what: 'at closing time', now: '2026-03-11T16:00', steps: [], nextAt: '2026-03-12T08:00' },
    { what: 'the minute before closing', now: '2026-03-11T15:59', steps: ['one owner card'], nextAt: undefined },
    { what: 'on a Saturday', now: '2026-03-14T10:00', steps: [], nextAt: '2026-03-16T08:00' },
    { what: 'on Good Friday', now: '2026-04-03T10:00', steps: [], nextAt: '2026-04-07T08:00' },
    { what: 'months later', now: '2026-09-01T13:37', steps: ['one owner card'], nextAt: undefined },
  ])('$what', ({ now, steps, nextAt }) => {
    expect(looked(owed(now))).toEqual({ steps, nextAt });
  });

  test.each([
    { what: 'closed', state: { open: false } },
    { what: 'paused', state: { paused: true } },
  ])('what is $what is not looked at again', ({ state }) => {
    expect(looked(owed('2026-03-11T09:00', { state }))).toEqual({ steps: [], nextAt: undefined });
  });

  test('a deed is the only step, and the rest is planned after it', () => {
    const both = ladderWith(['key: tell, when: due, tell: owner, by: card', 'key: act, when: due, do: trial.past-due']);
    const input = given({ ladder: both, anchors: { due: '2026-03-11' }, now: '2026-03-12T10:00' });
    expect(plan(input)).toEqual({
      steps: [{ kind: 'do', rung: 'act', base: '2026-03-11', n: 0, verb: 'trial.past-due' }],
      nextAt: '2026-03-12T10:00',
      nextIs: 'do',
    });
    const after = { ...input, walks: [walked('act', '2026-03-11', '2026-03-12T10:00', { how: 'did' })] };
    expect(looked(after)).toEqual({ steps: ['tell owner card'], nextAt: undefined });
  });

  test('it says beforehand whether the next look will act by itself', () => {
    const both = ladderWith(['key: tell, when: due, tell: owner, by: card', 'key: act, when: due, do: trial.past-due']);
    const before = plan(given({ ladder: both, anchors: { due: '2026-03-11' } }));
    expect(before).toEqual({ steps: [], nextAt: '2026-03-11T09:00', nextIs: 'tell' });
    const told = [walked('tell', '2026-03-11', '2026-03-11T09:00')];
    const then = plan(given({ ladder: both, anchors: { due: '2026-03-11' }, walks: told, now: '2026-03-11T09:00' }));
    expect(then).toEqual({ steps: [], nextAt: '2026-03-12T08:00', nextIs: 'do' });
  });
});

describe('one message per audience, never a flood', () => {
  const late = '2026-03-20T10:00';
  const ladder = ladderWith([
    'key: a, when: due - 5wd, tell: owner, by: line',
    'key: b, when: due - 1wd, tell: owner, by: card',
    'key: m, when: due, tell: owner.manager, by: line',
    'key: n, when: due + 1wd, tell: owner.manager, by: card',
    'key: z, when: due + 1w, tell: owner, by: card',
  ]);

  test('after an outage each audience is told the last that is owed, and the rest is skipped', () => {
    const outage = given({ ladder, anchors: { due: '2026-03-16' }, now: late });
    expect(looked(outage)).toEqual({
      steps: ['skip a', 'b owner card', 'skip m', 'n owner.manager card'],
      nextAt: '2026-03-23T09:00',
    });
  });

  test('a rung is walked once for its day', () => {
    const walks = [
      walked('b', '2026-03-16', '2026-03-13T09:00'),
      walked('n', '2026-03-16', '2026-03-17T09:00', { audience: 'owner.manager' }),
    ];
    expect(looked(given({ ladder, anchors: { due: '2026-03-16' }, walks, now: late }))).toEqual({
      steps: [],
      nextAt: '2026-03-23T09:00',
    });
  });

  test('a rung is not told when a later one has spoken to the same audience', () => {
    const walks = [walked('z', '2026-03-16', '2026-03-19T09:00')];
    const { steps } = looked(given({ ladder, anchors: { due: '2026-03-16' }, walks, now: late }));
    expect(steps).toEqual(['skip m', 'n owner.manager card']);
  });

  test('a telling that was withdrawn did not happen: the rung is walked again, under a number of its own', () => {
    const walks = [walked('b', '2026-03-16', '2026-03-13T09:00', { how: 'void' })];
    const { steps } = plan(given({ ladder, anchors: { due: '2026-03-16' }, walks, now: '2026-03-13T10:00' }));
    expect(steps).toContainEqual({ kind: 'tell', rung: 'b', base: '2026-03-16', n: 1, audience: 'owner', by: 'card' });
  });
});

describe('grace: no manager is asked before the person had a chance', () => {
  const manager = (grace: number, absence = 'runs') =>
    ladderWith([`key: manager, when: due, tell: owner.manager, by: card, at: "12:00", grace: ${grace}`], { absence });
  test.each<{
    what: string;
    grace: number;
    toldAt?: string;
    owned?: boolean;
    away?: string;
    absence?: string;
    at: string | undefined;
  }>([
    { what: 'told long before', grace: 1, toldAt: '2026-03-02T09:00', at: '2026-03-11T12:00' },
    { what: 'told the day before', grace: 1, toldAt: '2026-03-10T15:59', at: '2026-03-11T12:00' },
    { what: 'told the same morning', grace: 1, toldAt: '2026-03-11T08:00', at: '2026-03-12T12:00' },
    { what: 'told the same morning, with five days', grace: 5, toldAt: '2026-03-11T08:00', at: '2026-03-18T12:00' },
    { what: 'told on a Friday', grace: 1, toldAt: '2026-03-13T09:00', at: '2026-03-16T12:00' },
    { what: 'told the same morning, without grace', grace: 0, toldAt: '2026-03-11T08:00', at: '2026-03-11T12:00' },
    { what: 'never told', grace: 1, at: undefined },
    { what: 'never told, without grace', grace: 0, at: '2026-03-11T12:00' },
    { what: 'without an owner', grace: 5, owned: false, at: '2026-03-11T12:00' },
    {
      what: "never told and away, where the date is the matter's",
      grace: 1,
      away: '2026-03-20',
      at: '2026-03-11T12:00',
    },
    {
      what: "told this morning and away, where the date is the matter's",
      grace: 1,
      toldAt: '2026-03-11T08:00',
      away: '2026-03-20',
      at: '2026-03-11T12:00',
    },
    {
      what: 'never told and away, where the date waits',
      grace: 1,
      away: '2026-03-20',
      absence: 'stops',
      at: undefined,
    },
    {
      what: 'never told and away, where a deputy is told',
      grace: 1,
      away: '2026-03-20',
      absence: 'deputy',
      at: undefined,
    },
  ])('$what: $at', ({ grace, toldAt, owned = true, away, absence, at }) => {
    const state = { owned, ...(toldAt ? { toldAt: asMoment(toldAt) } : {}) };
    const input = given({
      ladder: manager(grace, absence),
      anchors: { due: '2026-03-11' },
      state,
      ...(away ? { awayUntil: asDay(away) } : {}),
    });
    expect(instantOf(input, 'manager')).toBe(at);
  });

  test('grace begins with the telling of this very look', () => {
    const ladder = ladderWith([
      'key: own, when: due, tell: owner, by: card',
      'key: manager, when: due, tell: owner.manager, by: card, at: "12:00", grace: 2',
    ]);
    const input = given({ ladder, anchors: { due: '2026-03-11' }, now: '2026-03-20T10:00' });
    expect(looked(input)).toEqual({ steps: ['own owner card'], nextAt: '2026-03-24T12:00' });
  });
});

describe('breath: a working day between two tellings to one audience', () => {
  const ladder = ladderWith([
    'key: a, when: due - 1wd, tell: owner, by: line',
    'key: b, when: due, tell: owner, by: card',
    'key: m, when: due, tell: owner.manager, by: card, at: "12:00"',
  ]);
  test.each<{ what: string; walks?: readonly Walk[]; toldAt?: string; ownCardAt?: string; at: string }>([
    { what: 'nothing was said', at: '2026-03-11T09:00' },
    {
      what: 'a line went the day before',
      walks: [walked('a', '2026-03-11', '2026-03-10T08:00', { how: 'listed' })],
      at: '2026-03-11T09:00',
    },
    {
      what: 'a line went late the day before',
      walks: [walked('a', '2026-03-11', '2026-03-10T15:59', { how: 'listed' })],
      at: '2026-03-11T09:00',
    },
    {
      what: 'a line went this morning',
      walks: [walked('a', '2026-03-11', '2026-03-11T08:00', { how: 'listed' })],
      at: '2026-03-12T09:00',
    },
    { what: "the matter's own card went this morning", toldAt: '2026-03-11T08:30', at: '2026-03-12T09:00' },
    {
      what: 'a deputy was told last week, and the own card reached the owner this morning',
      toldAt: '2026-03-04T08:30',
      ownCardAt: '2026-03-11T08:00',
      at: '2026-03-12T09:00',
    },
    {
      what: 'it was skipped this morning',
      walks: [walked('a', '2026-03-11', '2026-03-11T08:00', { how: 'skipped' })],
      at: '2026-03-11T09:00',
    },
    {
      what: 'it was withdrawn this morning',
      walks: [walked('a', '2026-03-11', '2026-03-11T08:00', { how: 'void' })],
      at: '2026-03-11T09:00',
    },
    {
      what: 'the manager was told this morning',
      walks: [walked('m', '2026-03-11', '2026-03-11T08:00', { audience: 'owner.manager' })],
      at: '2026-03-11T09:00',
    },
  ])('$what: $at', ({ walks = [], toldAt, ownCardAt, at }) => {
    const state = toldAt ? { toldAt: asMoment(toldAt) } : {};
    const input = given({ ladder, anchors: { due: '2026-03-11' }, walks, state });
    expect(instantOf({ ...input, ...(ownCardAt ? { ownCardAt: asMoment(ownCardAt) } : {}) }, 'b')).toBe(at);
  });

  test('it holds over a weekend', () => {
    const walks = [walked('a', '2026-03-13', '2026-03-13T08:00', { how: 'listed' })];
    expect(instantOf(given({ ladder, anchors: { due: '2026-03-13' }, walks }), 'b')).toBe('2026-03-16T09:00');
  });

  test("the owner's first telling does not hold the manager back", () => {
    const state = { toldAt: asMoment('2026-03-11T08:30') };
    expect(instantOf(given({ ladder, anchors: { due: '2026-03-11' }, state }), 'm')).toBe('2026-03-11T12:00');
  });
});

describe('until: past its anchor a rung says nothing', () => {
  const ladder = ladderWith([
    'key: one, when: due, tell: owner, by: card, until: meeting',
    'key: day, when: due, tell: owner.manager, by: card, until: due',
  ]);
  test.each([
    { what: 'before both', now: '2026-03-11T09:00', steps: ['one owner card', 'day owner.manager card'] },
    { what: 'the minute before the meeting', now: '2026-03-12T12:59', steps: ['one owner card', 'skip day'] },
    { what: 'when the meeting begins', now: '2026-03-12T13:00', steps: ['skip one', 'skip day'] },
    { what: 'the day after a day', now: '2026-03-13T08:00', steps: ['skip one', 'skip day'] },
  ])('$what', ({ now, steps }) => {
    const input = given({ ladder, anchors: { due: '2026-03-11', meeting: '2026-03-12T13:00' }, now });
    expect(looked(input)).toEqual({ steps, nextAt: undefined });
  });

  test('an earlier rung speaks when the last one is past its date', () => {
    const two = ladderWith([
      'key: a, when: due, tell: owner, by: card',
      'key: b, when: due, tell: owner, by: card, until: due',
    ]);
    expect(looked(given({ ladder: two, anchors: { due: '2026-03-11' }, now: '2026-03-13T10:00' })).steps).toEqual([
      'a owner card',
      'skip b',
    ]);
  });
});

describe('every: again and again, counted from the last time', () => {
  const weekly = ladderWith(['key: over, when: due + 1wd, every: 1w, tell: owner, by: card']);
  const at = (walks: readonly Walk[], every = weekly) =>
    instantOf(given({ ladder: every, anchors: { due: '2026-03-10' }, walks }), 'over');
  test.each([
    { what: 'not yet walked', walks: [], at: '2026-03-11T09:00' },
    { what: 'walked in time', walks: [walked('over', '2026-03-10', '2026-03-11T09:00')], at: '2026-03-18T09:00' },
    { what: 'walked two days late', walks: [walked('over', '2026-03-10', '2026-03-13T15:00')], at: '2026-03-20T09:00' },
    {
      what: 'walked twice',
      walks: [
        walked('over', '2026-03-10', '2026-03-18T09:00', { n: 1 }),
        walked('over', '2026-03-10', '2026-03-11T09:00'),
      ],
      at: '2026-03-25T09:00',
    },
    {
      what: 'the next falls on a holiday',
      walks: [walked('over', '2026-03-10', '2026-03-26T09:00')],
      at: '2026-04-07T09:00',
    },
    {
      what: 'skipped the last time',
      walks: [walked('over', '2026-03-10', '2026-03-11T09:00', { how: 'skipped' })],
      at: '2026-03-18T09:00',
    },
    {
      what: 'withdrawn the last time',
      walks: [walked('over', '2026-03-10', '2026-03-11T09:00', { how: 'void' })],
      at: '2026-03-11T09:00',
    },
  ])('$what: $at', ({ walks, at: expected }) => {
    expect(at(walks)).toBe(expected);
  });

  test.each([
    { every: '1wd', at: '2026-03-16T09:00' },
    { every: '2wd', at: '2026-03-17T09:00' },
    { every: '1d', at: '2026-03-16T09:00' },
    { every: '2w', at: '2026-03-27T09:00' },
    { every: '1m', at: '2026-04-13T09:00' },
  ])('every $every from Friday the 13th: $at', ({ every, at: expected }) => {
    const ladder = ladderWith([`key: over, when: due + 1wd, every: ${every}, tell: owner, by: card`]);
    expect(at([walked('over', '2026-03-10', '2026-03-13T09:00')], ladder)).toBe(expected);
  });

  test('a late house does not catch up: one telling, and the next a week later', () => {
    const input = given({
      ladder: weekly,
      anchors: { due: '2026-03-10' },
      walks: [walked('over', '2026-03-10', '2026-03-11T09:00')],
      now: '2026-04-15T11:00',
    });
    expect(looked(input)).toEqual({ steps: ['over owner card'], nextAt: '2026-04-22T09:00' });
  });

  test('each time is walked under its own number', () => {
    const walks = [
      walked('over', '2026-03-10', '2026-03-11T09:00'),
      walked('over', '2026-03-10', '2026-03-18T09:00', { n: 1 }),
    ];
    const { steps } = plan(given({ ladder: weekly, anchors: { due: '2026-03-10' }, walks, now: '2026-03-25T09:00' }));
    expect(steps).toEqual([{ kind: 'tell', rung: 'over', base: '2026-03-10', n: 2, audience: 'owner', by: 'card' }]);
  });
});

describe('quiet: while a day is planned', () => {
  const ladder = ladderWith([
    'key: quiet, when: due, tell: owner, by: card, quiet: planned',
    'key: loud, when: due, tell: owner.manager, by: card',
  ]);
  const rung = (key: string, plannedOn?: string) =>
    instantOf(
      given({ ladder, anchors: { due: '2026-03-11' }, state: plannedOn ? { plannedOn: asDay(plannedOn) } : {} }),
      key,
    );
  test.each([
    { what: 'nothing is planned', plannedOn: undefined, at: '2026-03-11T09:00' },
    { what: 'something is planned later', plannedOn: '2026-03-19', at: '2026-03-20T09:00' },
    { what: 'it is planned for a Friday', plannedOn: '2026-03-20', at: '2026-03-23T09:00' },
    { what: 'it was planned before', plannedOn: '2026-03-05', at: '2026-03-11T09:00' },
    { what: 'it is planned for the very day', plannedOn: '2026-03-11', at: '2026-03-12T09:00' },
  ])('$what: $at', ({ plannedOn, at }) => {
    expect(rung('quiet', plannedOn)).toBe(at);
    expect(rung('loud', plannedOn)).toBe('2026-03-11T09:00');
  });
});

describe('while the owner is away', () => {
  const rungs = ['key: own, when: due, tell: owner, by: card', 'key: up, when: due, tell: owner.manager, by: card'];
  const away = { awayUntil: asDay('2026-03-21') };
  test.each([
    { absence: 'stops', steps: ['up owner.manager card'], nextAt: '2026-03-23T09:00' },
    { absence: 'runs', steps: ['skip own', 'up owner.manager card'], nextAt: undefined },
    { absence: 'deputy', steps: ['own owner card', 'up owner.manager card'], nextAt: undefined },
  ])('a kind that $absence', ({ absence, steps, nextAt }) => {
    const input = given({
      ladder: ladderWith(rungs, { absence }),
      anchors: { due: '2026-03-11' },
      now: '2026-03-11T09:00',
      ...away,
    });
    expect(looked(input)).toEqual({ steps, nextAt });
  });

  test('back again, what was skipped is not told after all', () => {
    const walks = [
      walked('own', '2026-03-11', '2026-03-11T09:00', { how: 'skipped' }),
      walked('up', '2026-03-11', '2026-03-11T09:00', { audience: 'owner.manager' }),
    ];
    const input = given({ ladder: ladderWith(rungs), anchors: { due: '2026-03-11' }, walks, now: '2026-03-23T09:00' });
    expect(looked(input)).toEqual({ steps: [], nextAt: undefined });
  });
});

describe('postponed', () => {
  const ladder = ladderWith(
    [
      'key: line, when: due, tell: owner, by: line',
      'key: card, when: due + 1w, tell: owner, by: card',
      'key: up, when: due, tell: owner.manager, by: line',
    ],
    { snooze: '14d' },
  );
  const snoozed = (until: string, key: string) =>
    instantOf(given({ ladder, anchors: { due: '2026-03-11' }, snoozedUntil: asDay(until) }), key);
  test.each([
    { what: "the owner's line waits", until: '2026-03-16', key: 'line', at: '2026-03-16T08:00' },
    {
      what: 'to the first working day where it ends on a Saturday',
      until: '2026-03-21',
      key: 'line',
      at: '2026-03-23T08:00',
    },
    { what: 'not at all where it ends before', until: '2026-03-09', key: 'line', at: '2026-03-11T08:00' },
    { what: 'a card goes', until: '2026-03-25', key: 'card', at: '2026-03-18T09:00' },
    { what: 'nobody else is quieted', until: '2026-03-25', key: 'up', at: '2026-03-11T08:00' },
  ])('$what: $at', ({ until, key, at }) => {
    expect(snoozed(until, key)).toBe(at);
  });
});

describe("a line when the day's digest has gone", () => {
  const line = (more = '') => ladderWith([`key: one, when: opened, tell: owner, by: line${more}`]);
  const now = '2026-03-11T10:00';
  test.each<{
    what: string;
    ladder: Ladder;
    anchors: Readonly<Record<string, string>>;
    gone: boolean;
    steps: string[];
    nextAt: string | undefined;
  }>([
    { what: 'not gone yet', ladder: line(), anchors: {}, gone: false, steps: ['one owner line'], nextAt: undefined },
    { what: 'it waits for the next', ladder: line(), anchors: {}, gone: true, steps: [], nextAt: '2026-03-12T08:00' },
    {
      what: 'it waits where the date is far',
      ladder: line(),
      anchors: { due: '2026-03-20' },
      gone: true,
      steps: [],
      nextAt: '2026-03-12T08:00',
    },
    {
      what: 'a card where it is due today',
      ladder: line(),
      anchors: { due: '2026-03-11' },
      gone: true,
      steps: ['one owner card'],
      nextAt: undefined,
    },
    {
      what: 'a card where the day it is due begins first',
      ladder: line(),
      anchors: { due: '2026-03-12' },
      gone: true,
      steps: ['one owner card'],
      nextAt: undefined,
    },
    {
      what: 'it waits where it is overdue already',
      ladder: line(),
      anchors: { due: '2026-03-10' },
      gone: true,
      steps: [],
      nextAt: '2026-03-12T08:00',
    },
    {
      what: 'a card where the meeting comes first',
      ladder: line(),
      anchors: { meeting: '2026-03-11T13:00' },
      gone: true,
      steps: ['one owner card'],
      nextAt: undefined,
    },
    {
      what: 'it waits for a meeting after the next digest',
      ladder: line(),
      anchors: { meeting: '2026-03-12T08:00' },
      gone: true,
      steps: [],
      nextAt: '2026-03-12T08:00',
    },
    {
      what: 'a card where its own end comes first',
      ladder: line(', until: start'),
      anchors: { start: '2026-03-11T15:00' },
      gone: true,
      steps: ['one owner card'],
      nextAt: undefined,
    },
  ])('$what', ({ ladder, anchors, gone, steps, nextAt }) => {
    expect(looked(given({ ladder, openedAt: now, anchors, digestGone: gone }))).toEqual({ steps, nextAt });
  });

  test('each reader has a digest of their own', () => {
    const ladder = ladderWith([
      'key: own, when: opened, tell: owner, by: line',
      'key: up, when: opened, tell: owner.manager, by: line',
    ]);
    const input = { ...given({ ladder, openedAt: now }), digestGone: (audience: string) => audience === 'owner' };
    expect(looked(input)).toEqual({ steps: ['up owner.manager line'], nextAt: '2026-03-12T08:00' });
  });
});

describe('when the clock stood still', () => {
  test.each([
    { what: 'not at all', due: '2026-03-09', shift: 0, on: '2026-03-09' },
    { what: 'four working days', due: '2026-03-09', shift: 4, on: '2026-03-13' },
    { what: 'into the next week', due: '2026-03-09', shift: 5, on: '2026-03-16' },
    { what: 'from a Saturday', due: '2026-03-07', shift: 1, on: '2026-03-09' },
  ])('$what: due $on', ({ due, shift, on }) => {
    expect(dueDay({ anchors: { due: asDay(due) }, shift }, house)).toBe(on);
  });

  test.each([
    { anchor: 'due', at: '2026-03-13T09:00' },
    { anchor: 'opened', at: '2026-03-13T09:00' },
    { anchor: 'meeting', at: '2026-03-09T09:00' },
    { anchor: 'opens', at: '2026-03-09T09:00' },
    { anchor: 'start', at: '2026-03-09T09:00' },
  ])('rungs from $anchor: $at', ({ anchor, at }) => {
    const ladder = ladderWith([`key: one, when: ${anchor}, tell: owner, by: card`]);
    const input = given({ ladder, anchors: { [anchor]: '2026-03-09' }, state: { shift: 4 } });
    expect(instantOf({ ...input, state: { ...input.state, anchors: { [anchor]: asDay('2026-03-09') } } }, 'one')).toBe(
      at,
    );
  });

  test('a walk is known by the day before the shift: what was told stays told', () => {
    const ladder = ladderOf('trial-ruling');
    const walks = [walked('halfway', '2026-03-09', '2026-03-05T08:00', { how: 'listed' })];
    expect(
      instantOf(given({ ladder, anchors: { due: '2026-03-09' }, state: { shift: 4 }, walks }), 'halfway'),
    ).toBeUndefined();
  });
});

describe('when an anchor moves', () => {
  const ladder = ladderWith([
    'key: asked, when: opened + 1wd, tell: owner, by: line',
    'key: early, when: meeting - 5wd, tell: owner, by: card',
    'key: late, when: meeting - 1wd, tell: owner, by: card',
  ]);
  const input = (walks: readonly Walk[]) =>
    given({ ladder, openedAt: '2026-03-02T09:00', anchors: { meeting: '2026-04-16T13:00' }, walks });
  const before = [walked('early', '2026-03-26', '2026-03-19T09:00'), walked('late', '2026-03-26', '2026-03-25T09:00')];

  test('its rungs count again for the new day, also those before one that had spoken', () => {
    expect(instantOf(input(before), 'early')).toBe('2026-04-09T09:00');
    expect(instantOf(input(before), 'late')).toBe('2026-04-15T09:00');
  });
  test('rungs from another anchor stay as they were', () => {
    expect(instantOf(input(before), 'asked')).toBeUndefined();
    expect(instantOf(input([]), 'asked')).toBe('2026-03-03T08:00');
  });
  test('moved there and back, what was told for that day is not told again', () => {
    const walks = [
      ...before,
      walked('early', '2026-04-16', '2026-04-09T09:00'),
      walked('late', '2026-04-16', '2026-04-15T09:00'),
    ];
    expect(looked({ ...input(walks), now: asMoment('2026-05-04T10:00') })).toEqual({ steps: [], nextAt: undefined });
  });
});

describe('the hard cases, by the planner alone', () => {
  const called = { openedAt: '2026-03-12T09:00', ownCard: true, anchors: { meeting: '2026-03-26T13:00' } };

  test('an invitation that nobody answers', () => {
    expect(lived('invitation-answer', '2026-12-31T00:00', lifeOf(called), { skips: true })).toEqual([
      '2026-03-16T08:00 owner first line',
      '2026-03-23T09:00 owner second card',
      '2026-03-24T12:00 owner.manager manager card',
    ]);
  });

  test('an invitation whose meeting is moved', () => {
    const moved = lifeOf({
      ...called,
      happenings: [['2026-03-24T15:00', { kind: 'moved', anchor: 'meeting', days: 21 }]],
    });
    expect(lived('invitation-answer', '2026-12-31T00:00', moved)).toEqual([
      '2026-03-16T08:00 owner first line',
      '2026-03-23T09:00 owner second card',
      '2026-03-24T12:00 owner.manager manager card',
      '2026-04-13T09:00 owner second card',
      '2026-04-14T12:00 owner.manager manager card',
    ]);
  });

  test('called on Tuesday for Friday', () => {
    const short = lifeOf({ openedAt: '2026-03-24T10:00', ownCard: true, anchors: { meeting: '2026-03-27T13:00' } });
    expect(lived('invitation-answer', '2026-12-31T00:00', short, { skips: true })).toEqual([
      '2026-03-25T09:00 owner second card',
      '2026-03-25T12:00 owner.manager manager card',
    ]);
  });

  test('called in the morning for the afternoon: nobody is reminded at all', () => {
    const today = lifeOf({ openedAt: '2026-03-24T10:00', ownCard: true, anchors: { meeting: '2026-03-24T14:00' } });
    expect(lived('invitation-answer', '2026-12-31T00:00', today)).toEqual([]);
  });

  test('the clock of a ruling stops for a question', () => {
    const asked = lifeOf({
      openedAt: '2026-03-02T10:00',
      anchors: { due: '2026-03-09' },
      happenings: [
        ['2026-03-04T11:00', { kind: 'paused' }],
        ['2026-03-10T14:00', { kind: 'resumed' }],
      ],
    });
    expect(lived('trial-ruling', '2026-12-31T00:00', asked)).toEqual([
      '2026-03-11T08:00 owner halfway line',
      '2026-03-13T09:00 owner last-day card',
      '2026-03-16T08:00 does trial.past-due',
    ]);
  });

  test('the clock of a ruling stops after the owner was told: that is not told again', () => {
    const asked = lifeOf({
      openedAt: '2026-03-02T10:00',
      anchors: { due: '2026-03-09' },
      happenings: [
        ['2026-03-06T11:00', { kind: 'paused' }],
        ['2026-03-10T14:00', { kind: 'resumed' }],
      ],
    });
    expect(lived('trial-ruling', '2026-12-31T00:00', asked)).toEqual([
      '2026-03-05T08:00 owner halfway line',
      '2026-03-11T09:00 owner last-day card',
      '2026-03-12T08:00 does trial.past-due',
    ]);
  });

  const late = { openedAt: '2026-04-16T10:00', anchors: { opens: '2025-08-31', due: '2026-02-28' } };
  test('a transition that begins overdue', () => {
    expect(lived('transition', '2026-05-01T00:00', lifeOf(late), { skips: true })).toEqual([
      '2026-04-16T10:00 owner opens skipped',
      '2026-04-16T10:00 owner month skipped',
      '2026-04-16T10:00 owner due skipped',
      '2026-04-16T10:00 owner overdue card',
      '2026-04-23T08:00 owner.manager overdue-manager line',
      '2026-04-23T09:00 owner overdue card',
      '2026-04-30T08:00 owner.manager overdue-manager line',
      '2026-04-30T09:00 owner overdue card',
    ]);
  });

  test('a transition is quiet while its meeting is called, and told again the morning that the meeting falls through', () => {
    const planned: readonly (readonly [string, Happening])[] = [
      ['2026-05-07T10:00', { kind: 'planned', days: 13 }],
      ['2026-05-20T08:30', { kind: 'unplanned' }],
    ];
    const from = (lines: string[]) => lines.filter((line) => line > '2026-05-07T10');
    expect(from(lived('transition', '2026-06-01T00:00', lifeOf({ ...late, happenings: planned })))).toEqual([
      '2026-05-20T08:30 owner overdue card',
      '2026-05-20T08:30 owner.manager overdue-manager line',
      '2026-05-27T08:00 owner.manager overdue-manager line',
      '2026-05-27T09:00 owner overdue card',
    ]);
    expect(from(lived('transition', '2026-05-26T00:00', lifeOf({ ...late, happenings: planned.slice(0, 1) })))).toEqual(
      ['2026-05-21T08:00 owner.manager overdue-manager line', '2026-05-21T09:00 owner overdue card'],
    );
  });

  test('an introduction whose learner is absent: the date moves, and nothing is told twice', () => {
    const days = daysBetween(asDay('2026-03-16'), asDay('2026-04-03'));
    const absent: (readonly [string, Happening])[] = [
      ['2026-03-10T07:30', { kind: 'moved', anchor: 'due', days }],
      ['2026-03-10T07:30', { kind: 'away', days: daysBetween(asDay('2026-03-10'), asDay('2026-03-28')) }],
    ];
    const learner = { openedAt: '2026-03-02T09:00', anchors: { due: '2026-03-16' } };
    expect(lived('trial-introduction', '2026-12-31T00:00', lifeOf({ ...learner, happenings: absent }))).toEqual([
      '2026-03-09T08:00 owner.manager set-time line',
      '2026-03-27T08:00 owner.manager set-time line',
      '2026-03-30T08:00 owner halfway line',
      '2026-04-01T09:00 owner last card',
      '2026-04-07T08:00 owner.manager late line',
    ]);
    const takenBack: typeof absent = [
      ...absent,
      ['2026-03-10T07:45', { kind: 'moved', anchor: 'due', days: -days }],
      ['2026-03-10T07:45', { kind: 'away', days: 0 }],
    ];
    expect(lived('trial-introduction', '2026-12-31T00:00', lifeOf({ ...learner, happenings: takenBack }))).toEqual(
      lived('trial-introduction', '2026-12-31T00:00', lifeOf(learner)),
    );
  });

  test('a question that nobody answers ends by itself', () => {
    expect(lived('question-answer', '2026-12-31T00:00', lifeOf({ openedAt: '2026-03-04T11:00', anchors: {} }))).toEqual(
      ['2026-03-05T08:00 owner first line', '2026-03-09T08:00 does decision.question-unanswered'],
    );
  });

  test('without an owner the manager is told at once where the owner would have had days', () => {
    const orphan = lifeOf({ ...late, happenings: [['2026-04-16T10:00', { kind: 'orphaned' }]] });
    expect(lived('transition', '2026-04-17T00:00', orphan)).toContain(
      '2026-04-16T10:00 owner.manager overdue-manager line',
    );
    expect(lived('transition', '2026-04-17T00:00', lifeOf(late))).not.toContain(
      '2026-04-16T10:00 owner.manager overdue-manager line',
    );
  });
});

test('the texts can say what comes next: the plan knows it before it happens', () => {
  const called = given({
    ladder: ladderOf('invitation-answer'),
    openedAt: '2026-03-12T09:00',
    anchors: { meeting: '2026-03-26T13:00' },
    state: { toldAt: asMoment('2026-03-12T09:00') },
  });
  expect(instantOf(called, 'manager')).toBe('2026-03-24T12:00');
  expect(instantOf(called, 'nobody')).toBeUndefined();
});

describe('while somebody stands in for the owner', () => {
  const ladder = ladderWith(['key: first, when: opened + 1wd, tell: owner, by: line'], { absence: 'deputy' });
  const asked = (awayUntil?: string) =>
    plan(
      given({
        ladder,
        openedAt: '2026-03-12T13:00',
        now: '2026-03-12T13:00',
        // Whoever stands in is off from Friday to Monday.
        calendarOf: () => tuesdayToThursday,
        ...(awayUntil === undefined ? {} : { awayUntil: asDay(awayUntil) }),
      }),
    ).nextAt;

  test('the house looks again on the owner’s return, before the stand-in’s next working day', () => {
    expect(asked('2026-03-16')).toBe('2026-03-16T08:00');
  });

  test('and not before the owner is back, nor where nobody is away', () => {
    expect([asked('2026-03-20'), asked()]).toEqual(['2026-03-17T08:00', '2026-03-17T08:00']);
  });
});
