import fc from 'fast-check';
import { createHouse, createWorkCalendar, createZone, dayOf, minutesOf, type Span, textOf } from './calendar';
import { check, describe as inWords } from './checker';
import type { JournalEvent, OpenedEvent, PersonEvent, ToldEvent } from './journal';

const LADDERS = `
invitation-answer: { nature: duty, snooze: never, absence: runs, ends: matter, rungs: [
  { key: first,   when: opened + 2wd,  tell: owner, by: line, until: meeting },
  { key: second,  when: meeting - 3wd, tell: owner, by: card, until: meeting },
  { key: manager, when: meeting - 2wd, tell: owner.manager, by: card, at: "12:00", grace: 1, until: meeting } ] }
ruling: { nature: duty, snooze: never, absence: deputy, rungs: [
  { key: halfway,  when: due - 2wd, tell: owner, by: line },
  { key: last-day, when: due, tell: owner, by: card },
  { key: past,     when: due, do: decision.ruling-past-due } ] }
transition: { nature: duty, snooze: never, absence: deputy, rungs: [
  { key: opens,   when: opens,     tell: owner, by: card },
  { key: month,   when: due - 1m,  tell: owner, by: line, quiet: planned },
  { key: due,     when: due,       tell: owner, by: card, quiet: planned },
  { key: overdue, when: due + 1wd, every: 1w, tell: owner, by: card, quiet: planned },
  { key: overdue-manager, when: due + 6wd, every: 1w, tell: owner.manager, by: line, grace: 5, quiet: planned } ] }
introduction: { nature: duty, snooze: 14d, absence: stops, ends: matter, rungs: [
  { key: set-time, when: due - 7d,  tell: owner.manager, by: line },
  { key: halfway,  when: due - 6d,  tell: owner, by: line },
  { key: last,     when: due - 1wd, tell: owner, by: card },
  { key: late,     when: due + 1wd, tell: owner.manager, by: line, grace: 1 } ] }
question-answer: { nature: duty, snooze: never, absence: deputy, rungs: [
  { key: unanswered, when: due, do: decision.question-unanswered } ] }
start-asked: { nature: duty, snooze: 14d, absence: stops, rungs: [
  { key: asked,  when: opened + 2wd, tell: owner, by: card },
  { key: again,  when: opened + 4wd, tell: owner, by: line },
  { key: lead,   when: opened + 5wd, tell: lead, by: card, grace: 2 },
  { key: closes, when: opened + 8wd, do: plan.start-unknown } ] }
`;

const zone = createZone('Europe/Copenhagen');

/** "2026-03-16 08:00", with or without seconds, as Copenhagen's clock shows it. */
function local(text: string): string {
  const [day = '', time = ''] = text.split(' ');
  const seconds = Number(time.slice(6) || 0);
  return new Date(zone.instantAt(dayOf(day), minutesOf(time.slice(0, 5))) + seconds * 1000).toISOString();
}

const START = local('2026-01-01 00:00');

function person(personId: string, o: Partial<PersonEvent> = {}): JournalEvent {
  return {
    type: 'person',
    at: START,
    personId,
    departmentId: 'job',
    managerId: 'Sørine',
    deputyId: null,
    worksOn: [1, 2, 3, 4, 5],
    leftOn: null,
    ...o,
  };
}

const MUNICIPALITY: readonly JournalEvent[] = [
  {
    type: 'house',
    at: START,
    zone: 'Europe/Copenhagen',
    opens: '08:00',
    closes: '16:00',
    freeDays: ['06-05', '12-24', '12-31'],
  },
  { type: 'ladders', at: START, ladders: LADDERS },
  person('Sørine', { managerId: 'Dorte', deputyId: 'Didrik' }),
  person('Didrik', { managerId: 'Dorte' }),
  person('Dorte', { managerId: null }),
  person('Anna', { deputyId: 'Alba' }),
  person('Alba'),
  person('Lars'),
  person('Mille'),
];

function opened(
  key: string,
  kind: string,
  on: string,
  o: Pick<OpenedEvent, 'anchors'> & Partial<OpenedEvent>,
): JournalEvent {
  return {
    type: 'opened',
    at: local(on),
    key,
    kind,
    round: 1,
    ownerId: 'Anna',
    ownerRole: 'person',
    roles: {},
    ownCard: false,
    ...o,
  };
}

const card = (key: string, rung: string, to: string, on: string, o: Partial<ToldEvent> = {}): JournalEvent => ({
  type: 'told',
  at: local(on),
  key,
  rung,
  to,
  by: 'card',
  activityId: `${key} ${rung} ${on}`,
  ...o,
});
const line = (key: string, rung: string, to: string, on: string): JournalEvent[] => [
  { type: 'digest', at: local(on), to, lines: 1 },
  card(key, rung, to, on, { by: 'line' }),
];
const anchor = (key: string, name: 'due' | 'meeting', value: string, on: string): JournalEvent => ({
  type: 'anchor',
  at: local(on),
  key,
  anchor: name,
  value,
});
const closed = (key: string, on: string, how: 'met' | 'lapsed' | 'cancelled' = 'met'): JournalEvent => ({
  type: 'closed',
  at: local(on),
  key,
  how,
});
const paused = (key: string, on: string): JournalEvent => ({ type: 'paused', at: local(on), key });
const resumed = (key: string, on: string): JournalEvent => ({ type: 'resumed', at: local(on), key });
const planned = (key: string, day: string | null, on: string): JournalEvent => ({
  type: 'planned',
  at: local(on),
  key,
  on: day,
});
const did = (key: string, rung: string, on: string): JournalEvent => ({ type: 'did', at: local(on), key, rung });
const absence = (personId: string, fromOn: string, toOn: string, on: string): JournalEvent => ({
  type: 'absence',
  at: local(on),
  personId,
  fromOn,
  toOn,
});
const snoozed = (key: string, untilOn: string, on: string): JournalEvent => ({
  type: 'snoozed',
  at: local(on),
  key,
  personId: 'Anna',
  untilOn,
});
const outage = (from: string, to: string): JournalEvent => ({ type: 'outage', from: local(from), to: local(to) });
const until = (on: string): JournalEvent => ({ type: 'moment', at: local(on) });

/** The breaches of a journal in this municipality, each as "name rule rung person". */
function breachesOf(events: readonly JournalEvent[]): readonly string[] {
  const { breaches } = check([...MUNICIPALITY, ...events]);
  return breaches.map(({ name, rule, rung, personId }) => [name, rule, rung, personId].filter(Boolean).join(' '));
}

function the(events: readonly JournalEvent[], found: (event: JournalEvent) => boolean): JournalEvent {
  const event = events.find(found);
  if (!event) throw new Error('the journal has no such event');
  return event;
}
const tellingOf =
  (rung: string, on: string) =>
  (event: JournalEvent): boolean =>
    event.type === 'told' && event.rung === rung && event.at === local(on);
const digestTo =
  (to: string, on: string) =>
  (event: JournalEvent): boolean =>
    event.type === 'digest' && event.to === to && event.at === local(on);
const without = (events: readonly JournalEvent[], ...gone: ((event: JournalEvent) => boolean)[]): JournalEvent[] =>
  events.filter((event) => !gone.some((is) => is(event)));
function changedTo(
  events: readonly JournalEvent[],
  is: (event: JournalEvent) => boolean,
  o: Partial<ToldEvent>,
): JournalEvent[] {
  the(events, is);
  return events.map((event) => (is(event) && event.type === 'told' ? { ...event, ...o } : event));
}

const INVITATION_MOVED: readonly JournalEvent[] = [
  opened('i1', 'invitation-answer', '2026-03-12 10:15', { anchors: { meeting: '2026-03-26T13:00' }, ownCard: true }),
  ...line('i1', 'first', 'Anna', '2026-03-16 08:00:20'),
  card('i1', 'second', 'Anna', '2026-03-23 09:00:30'),
  card('i1', 'manager', 'Sørine', '2026-03-24 12:00:15'),
  anchor('i1', 'meeting', '2026-04-16T13:00', '2026-03-24 14:40'),
  card('i1', 'second', 'Anna', '2026-04-13 09:00:10'),
  card('i1', 'manager', 'Sørine', '2026-04-14 12:00:10'),
  closed('i1', '2026-04-15 10:00'),
  until('2026-04-30 12:00'),
];

const SHORT_NOTICE: readonly JournalEvent[] = [
  opened('i2', 'invitation-answer', '2026-03-17 10:00', { anchors: { meeting: '2026-03-20T10:00' }, ownCard: true }),
  card('i2', 'second', 'Anna', '2026-03-18 09:00'),
  card('i2', 'manager', 'Sørine', '2026-03-18 12:00'),
  until('2026-03-27 12:00'),
];

const CLOCK_STOPS: readonly JournalEvent[] = [
  opened('r1', 'ruling', '2026-03-02 10:00', { anchors: { due: '2026-03-09' }, ownCard: true }),
  opened('q1', 'question-answer', '2026-03-04 11:00', {
    anchors: { due: '2026-03-06' },
    ownerId: 'Lars',
    ownerRole: 'lead',
    roles: { lead: 'Lars' },
    ownCard: true,
  }),
  paused('r1', '2026-03-04 11:00'),
  did('q1', 'unanswered', '2026-03-09 08:00:05'),
  closed('q1', '2026-03-10 13:00'),
  resumed('r1', '2026-03-10 13:00'),
  ...line('r1', 'halfway', 'Anna', '2026-03-11 08:00'),
  card('r1', 'last-day', 'Anna', '2026-03-13 09:00'),
  did('r1', 'past', '2026-03-16 08:00:30'),
  closed('r1', '2026-03-16 08:00:30', 'lapsed'),
  until('2026-03-31 12:00'),
];

/** Halfway was told before the clock stopped; its day, shifted, comes once more afterwards. */
const CLOCK_STOPS_LATER: readonly JournalEvent[] = [
  opened('r2', 'ruling', '2026-03-02 10:00', { anchors: { due: '2026-03-09' } }),
  ...line('r2', 'halfway', 'Anna', '2026-03-05 08:00'),
  paused('r2', '2026-03-05 11:00'),
  resumed('r2', '2026-03-10 13:00'),
  card('r2', 'last-day', 'Anna', '2026-03-12 09:00'),
  closed('r2', '2026-03-12 15:00'),
  until('2026-03-31 12:00'),
];

const TRANSITION_LATE: readonly JournalEvent[] = [
  opened('t1', 'transition', '2026-04-16 10:00', {
    anchors: { opens: '2025-08-28', due: '2026-02-28' },
    ownerId: 'Lars',
    ownerRole: 'lead',
    roles: { lead: 'Lars', 'co-lead': 'Mille' },
  }),
  card('t1', 'overdue', 'Lars', '2026-04-16 10:00:40'),
  ...line('t1', 'overdue-manager', 'Sørine', '2026-04-23 08:00'),
  card('t1', 'overdue', 'Lars', '2026-04-23 09:00'),
  ...line('t1', 'overdue-manager', 'Sørine', '2026-04-30 08:00'),
  card('t1', 'overdue', 'Lars', '2026-04-30 09:00'),
  ...line('t1', 'overdue-manager', 'Sørine', '2026-05-07 08:00'),
  card('t1', 'overdue', 'Lars', '2026-05-07 09:00'),
  planned('t1', '2026-05-20', '2026-05-07 11:00'),
];
const TRANSITION_HELD: readonly JournalEvent[] = [
  ...TRANSITION_LATE,
  closed('t1', '2026-05-20 14:00'),
  until('2026-06-30 12:00'),
];
const TRANSITION_CANCELLED: readonly JournalEvent[] = [
  ...TRANSITION_LATE,
  planned('t1', null, '2026-05-20 08:35'),
  card('t1', 'overdue', 'Lars', '2026-05-20 08:35:30'),
  ...line('t1', 'overdue-manager', 'Sørine', '2026-05-20 08:36'),
  closed('t1', '2026-05-26 14:00'),
  until('2026-06-30 12:00'),
];

const WALK_THEN_PRESS: readonly JournalEvent[] = [
  opened('n1', 'introduction', '2026-03-02 09:00', { anchors: { due: '2026-03-16' }, ownCard: true }),
  ...line('n1', 'set-time', 'Sørine', '2026-03-09 08:00'),
];
const DATE_MOVES: readonly JournalEvent[] = [
  ...WALK_THEN_PRESS,
  ...line('n1', 'halfway', 'Anna', '2026-03-10 08:00'),
  absence('Anna', '2026-03-10', '2026-03-27', '2026-03-10 09:30'),
  anchor('n1', 'due', '2026-04-03', '2026-03-10 09:30'),
];
const DATE_MOVED: readonly JournalEvent[] = [
  ...DATE_MOVES,
  ...line('n1', 'set-time', 'Sørine', '2026-03-27 08:00'),
  ...line('n1', 'halfway', 'Anna', '2026-03-30 08:00'),
  card('n1', 'last', 'Anna', '2026-04-01 09:00'),
  ...line('n1', 'late', 'Sørine', '2026-04-07 08:00'),
  closed('n1', '2026-04-08 10:00'),
  until('2026-04-30 12:00'),
];
const DATE_MOVED_BACK: readonly JournalEvent[] = [
  ...DATE_MOVES,
  {
    type: 'absence-cancelled',
    at: local('2026-03-11 09:00'),
    personId: 'Anna',
    fromOn: '2026-03-10',
    toOn: '2026-03-27',
  },
  anchor('n1', 'due', '2026-03-16', '2026-03-11 09:00'),
  card('n1', 'last', 'Anna', '2026-03-13 09:00'),
  closed('n1', '2026-03-16 10:00'),
  until('2026-04-30 12:00'),
];

describe('the five hard cases are clean as they should go', () => {
  test.each([
    { name: 'an invitation is moved', events: INVITATION_MOVED },
    { name: 'an invitation is called on Tuesday for Friday', events: SHORT_NOTICE },
    {
      name: 'an invitation is answered, moved, and asked anew as a new round',
      events: [
        ...INVITATION_MOVED.slice(0, 2),
        closed('i1', '2026-03-16 07:00'),
        opened('i1b', 'invitation-answer', '2026-03-24 14:40', {
          round: 2,
          anchors: { meeting: '2026-04-16' },
          ownCard: true,
        }),
        ...line('i1b', 'first', 'Anna', '2026-03-26 08:00'),
        closed('i1b', '2026-03-26 08:00:30'),
        until('2026-04-30 12:00'),
      ].filter((event) => event.type !== 'digest' || event.at !== local('2026-03-16 08:00:20')),
    },
    {
      name: 'an invitation is cancelled',
      events: [
        ...INVITATION_MOVED.slice(0, 4),
        closed('i1', '2026-03-23 15:00', 'cancelled'),
        until('2026-04-30 12:00'),
      ],
    },
    { name: 'the clock stops before a rung', events: CLOCK_STOPS },
    { name: 'the clock stops after a rung', events: CLOCK_STOPS_LATER },
    { name: 'a transition begins late and its meeting is held', events: TRANSITION_HELD },
    { name: 'a transition begins late and its meeting is cancelled on the day', events: TRANSITION_CANCELLED },
    {
      name: 'a line is walked, then settled before the digest is sent',
      events: [...WALK_THEN_PRESS, closed('n1', '2026-03-10 08:00:20'), until('2026-03-31 12:00')],
    },
    {
      name: 'a settle comes before the walk',
      events: [...WALK_THEN_PRESS, closed('n1', '2026-03-10 07:59:59'), until('2026-03-31 12:00')],
    },
    {
      name: 'a settle crosses a digest that is being sent',
      events: [
        ...WALK_THEN_PRESS,
        closed('n1', '2026-03-10 08:00:20'),
        ...line('n1', 'halfway', 'Anna', '2026-03-10 08:01'),
        until('2026-03-31 12:00'),
      ],
    },
    {
      name: 'a line is snoozed between assembly and sending',
      events: [
        ...WALK_THEN_PRESS,
        snoozed('n1', '2026-03-12', '2026-03-10 08:00:10'),
        ...line('n1', 'halfway', 'Anna', '2026-03-12 08:00'),
        card('n1', 'last', 'Anna', '2026-03-13 09:00'),
        closed('n1', '2026-03-16 10:00'),
        until('2026-03-31 12:00'),
      ],
    },
    { name: 'a date moves during absence', events: DATE_MOVED },
    { name: 'a date moves during absence that is taken back', events: DATE_MOVED_BACK },
  ])('$name', ({ events }) => {
    expect(check([...MUNICIPALITY, ...events]).breaches.map(inWords)).toEqual([]);
  });
});

describe('each kind of breach is found by its name, and once', () => {
  const answeredLate = [opened('w', 'ruling', '2026-03-02 10:00', { anchors: { due: '2026-03-09' } })];
  const CALLED_FOR_FRIDAY: readonly JournalEvent[] = [
    opened('i3', 'invitation-answer', '2026-03-18 10:00', { anchors: { meeting: '2026-03-20T10:00' }, ownCard: true }),
    card('i3', 'second', 'Anna', '2026-03-19 09:00'),
    card('i3', 'manager', 'Sørine', '2026-03-19 12:00'),
    until('2026-03-27 12:00'),
  ];
  const CALLED_FOR_TOMORROW: readonly JournalEvent[] = [
    opened('i4', 'invitation-answer', '2026-03-19 15:30', { anchors: { meeting: '2026-03-20T08:30' }, ownCard: true }),
    until('2026-03-27 12:00'),
  ];
  const SNOOZED: readonly JournalEvent[] = [
    ...WALK_THEN_PRESS,
    snoozed('n1', '2026-03-12', '2026-03-09 10:00'),
    ...line('n1', 'halfway', 'Anna', '2026-03-12 08:00'),
    card('n1', 'last', 'Anna', '2026-03-13 09:00'),
    closed('n1', '2026-03-16 10:00'),
    until('2026-03-31 12:00'),
  ];
  const LEAD_AWAY: readonly JournalEvent[] = [
    ...TRANSITION_LATE.slice(0, 2),
    absence('Lars', '2026-04-23', '2026-04-24', '2026-04-20 12:00'),
    ...line('t1', 'overdue-manager', 'Sørine', '2026-04-23 08:00'),
    card('t1', 'overdue', 'Mille', '2026-04-23 09:00'),
    closed('t1', '2026-04-29 12:00'),
    until('2026-05-29 12:00'),
  ];
  const ASKED_AWAY: readonly JournalEvent[] = [
    absence('Anna', '2026-03-16', '2026-03-24', '2026-03-13 12:00'),
    opened('i5', 'invitation-answer', '2026-03-12 10:00', { anchors: { meeting: '2026-03-20T10:00' } }),
    card('i5', 'manager', 'Sørine', '2026-03-18 12:00'),
    closed('i5', '2026-03-20 11:00', 'cancelled'),
    until('2026-03-31 12:00'),
  ];

  test('the journals that are changed below are clean', () => {
    for (const events of [CALLED_FOR_FRIDAY, CALLED_FOR_TOMORROW, SNOOZED, LEAD_AWAY, ASKED_AWAY]) {
      expect(breachesOf(events)).toEqual([]);
    }
  });

  test.each([
    {
      name: 'a telling too many',
      events: [...INVITATION_MOVED, card('i1', 'second', 'Anna', '2026-03-24 10:00')],
      breaches: ['doubled walked second Anna'],
    },
    {
      name: 'a telling missing',
      events: without(INVITATION_MOVED, tellingOf('second', '2026-03-23 09:00:30')),
      breaches: ['missed time second Anna'],
    },
    {
      name: 'a telling of what repeats missing, and nothing after it',
      events: without(TRANSITION_HELD, tellingOf('overdue', '2026-05-07 09:00')),
      breaches: ['missed every overdue Lars'],
    },
    {
      name: 'a telling to somebody else',
      events: changedTo(INVITATION_MOVED, tellingOf('second', '2026-03-23 09:00:30'), { to: 'Alba' }),
      breaches: ['misdirected receiver second Alba'],
    },
    {
      name: 'a telling to the manager of somebody else',
      events: changedTo(INVITATION_MOVED, tellingOf('manager', '2026-03-24 12:00:15'), { to: 'Dorte' }),
      breaches: ['misdirected receiver manager Dorte'],
    },
    {
      name: 'a telling to one who has left',
      events: [
        ...INVITATION_MOVED,
        person('Sørine', {
          at: local('2026-04-01 08:00'),
          managerId: 'Dorte',
          deputyId: 'Didrik',
          leftOn: '2026-04-01',
        }),
      ],
      breaches: ['misdirected left manager Sørine'],
    },
    {
      name: 'a telling before work',
      events: changedTo(INVITATION_MOVED, tellingOf('second', '2026-03-23 09:00:30'), {
        at: local('2026-03-23 07:30'),
      }),
      breaches: ['outside-hours hours second Anna'],
    },
    {
      name: 'a telling on a day off of the person',
      events: [
        person('Sørine', { managerId: 'Dorte', worksOn: [1, 3, 4, 5] }),
        ...without(INVITATION_MOVED, tellingOf('manager', '2026-04-14 12:00:10')),
        card('i1', 'manager', 'Sørine', '2026-04-15 08:00:10'),
      ],
      breaches: ['outside-hours hours manager Sørine'],
    },
    {
      name: 'a telling before its hour',
      events: changedTo(INVITATION_MOVED, tellingOf('second', '2026-03-23 09:00:30'), {
        at: local('2026-03-23 08:59:59'),
      }),
      breaches: ['early time second Anna'],
    },
    {
      name: 'a telling too late',
      events: changedTo(INVITATION_MOVED, tellingOf('second', '2026-03-23 09:00:30'), {
        at: local('2026-03-23 11:00'),
      }),
      breaches: ['late time second Anna'],
    },
    {
      name: 'a telling for a date that has moved',
      events: [...INVITATION_MOVED, card('i1', 'second', 'Anna', '2026-03-26 09:00')],
      breaches: ['early time second Anna', 'doubled walked second Anna'],
    },
    {
      name: 'a telling after the settle',
      events: [
        ...INVITATION_MOVED.slice(0, 3),
        closed('i1', '2026-03-23 08:50'),
        card('i1', 'second', 'Anna', '2026-03-23 09:00:30'),
        until('2026-04-30 12:00'),
      ],
      breaches: ['needless settled second Anna'],
    },
    {
      name: 'a manager before the grace',
      events: changedTo(CALLED_FOR_FRIDAY, tellingOf('manager', '2026-03-19 12:00'), { at: local('2026-03-18 12:00') }),
      breaches: ['early grace manager Sørine'],
    },
    {
      name: 'a manager before the owner has been told at all',
      events: [
        opened('i6', 'invitation-answer', '2026-03-18 13:00', { anchors: { meeting: '2026-03-20T10:00' } }),
        card('i6', 'manager', 'Sørine', '2026-03-18 13:00:10'),
        card('i6', 'second', 'Anna', '2026-03-18 13:00:20'),
        until('2026-03-27 12:00'),
      ],
      breaches: ['early grace manager Sørine'],
    },
    {
      name: 'a telling without breath after the own card',
      events: changedTo(SHORT_NOTICE, tellingOf('second', '2026-03-18 09:00'), { at: local('2026-03-17 10:30') }),
      breaches: ['doubled breath second Anna'],
    },
    {
      name: 'a telling after `until`',
      events: [...CALLED_FOR_TOMORROW, card('i4', 'second', 'Anna', '2026-03-20 09:00')],
      breaches: ['needless until second Anna'],
    },
    {
      name: 'two digests on one day',
      events: [...CLOCK_STOPS, { type: 'digest', at: local('2026-03-11 13:00'), to: 'Anna', lines: 1 } as const],
      breaches: ['doubled digest Anna'],
    },
    {
      name: 'a rung walked again after a pause, by its shifted day',
      events: [...CLOCK_STOPS_LATER, ...line('r2', 'halfway', 'Anna', '2026-03-10 13:00:30')],
      breaches: ['doubled walked halfway Anna'],
    },
    {
      name: 'a telling while the clock stands still',
      events: [...CLOCK_STOPS, card('r1', 'last-day', 'Anna', '2026-03-09 09:00')],
      breaches: ['needless paused last-day Anna'],
    },
    {
      name: 'a flood after a late start',
      events: [...TRANSITION_HELD, card('t1', 'opens', 'Lars', '2026-04-16 10:00:10')],
      breaches: ['needless last-owed opens Lars', 'doubled breath overdue Lars'],
    },
    {
      name: 'the first of several owed, and the last of them the day after',
      events: [
        ...TRANSITION_LATE.slice(0, 1),
        card('t1', 'opens', 'Lars', '2026-04-16 10:00:30'),
        card('t1', 'overdue', 'Lars', '2026-04-17 09:00'),
        closed('t1', '2026-04-20 12:00'),
        until('2026-04-30 12:00'),
      ],
      breaches: ['needless last-owed opens Lars'],
    },
    {
      name: 'an earlier rung after a later one',
      events: [...SHORT_NOTICE, ...line('i2', 'first', 'Anna', '2026-03-19 08:00')],
      breaches: ['needless superseded first Anna'],
    },
    {
      name: 'what is weekly, two days after',
      events: [
        ...without(TRANSITION_HELD, tellingOf('overdue', '2026-05-07 09:00')),
        card('t1', 'overdue', 'Lars', '2026-05-04 09:00'),
      ],
      breaches: ['doubled every overdue Lars'],
    },
    {
      name: 'a telling of what is in hand',
      events: [...TRANSITION_HELD, card('t1', 'overdue', 'Lars', '2026-05-15 09:00')],
      breaches: ['needless quiet overdue Lars'],
    },
    {
      name: 'a telling to one whose clock absence stops',
      events: [
        ...without(DATE_MOVED, tellingOf('halfway', '2026-03-30 08:00'), digestTo('Anna', '2026-03-30 08:00')),
        ...line('n1', 'halfway', 'Anna', '2026-03-27 08:00'),
      ],
      breaches: ['early absence halfway Anna'],
    },
    {
      name: 'a telling to an absent lead who has a co-lead',
      events: changedTo(LEAD_AWAY, tellingOf('overdue', '2026-04-23 09:00'), { to: 'Lars' }),
      breaches: ['misdirected absence overdue Lars'],
    },
    {
      name: 'a telling to an absent owner of a matter that runs on',
      events: [...ASKED_AWAY, card('i5', 'second', 'Anna', '2026-03-17 09:00')],
      breaches: ['needless absence second Anna'],
    },
    {
      name: 'no manager told of an absent owner',
      events: without(ASKED_AWAY, tellingOf('manager', '2026-03-18 12:00')),
      breaches: ['missed time manager Sørine'],
    },
    {
      name: 'a snoozed line',
      events: [
        ...without(SNOOZED, tellingOf('halfway', '2026-03-12 08:00'), digestTo('Anna', '2026-03-12 08:00')),
        ...line('n1', 'halfway', 'Anna', '2026-03-10 08:00'),
      ],
      breaches: ['needless snooze halfway Anna'],
    },
    {
      name: 'a line after a longer snooze than the ladder has',
      events: [
        opened('n2', 'introduction', '2026-03-02 09:00', { anchors: { due: '2026-05-04' }, ownCard: true }),
        ...line('n2', 'set-time', 'Sørine', '2026-04-27 08:00'),
        snoozed('n2', '2026-05-29', '2026-04-27 12:00'),
        closed('n2', '2026-06-01 12:00'),
        until('2026-06-02 12:00'),
      ],
      breaches: ['missed time last Anna', 'missed time late Sørine'],
    },
    {
      name: 'a manager on a day when nobody works on it',
      events: [
        person('Anna', { worksOn: [1, 2, 3, 4] }),
        opened('n3', 'introduction', '2026-03-13 10:00', { anchors: { due: '2026-03-19' } }),
        ...line('n3', 'set-time', 'Sørine', '2026-03-13 10:00:30'),
        ...line('n3', 'halfway', 'Anna', '2026-03-16 08:00'),
        closed('n3', '2026-03-16 12:00'),
        until('2026-03-31 12:00'),
      ],
      breaches: ['early calendar set-time Sørine'],
    },
    {
      name: 'a do that never happened',
      events: [...without(CLOCK_STOPS, (event) => event.type === 'did' && event.key === 'q1')],
      breaches: ['missed time unanswered'],
    },
    {
      name: 'a do before its hour',
      events: [
        ...answeredLate,
        ...line('w', 'halfway', 'Anna', '2026-03-05 08:00'),
        card('w', 'last-day', 'Anna', '2026-03-09 09:00'),
        did('w', 'past', '2026-03-09 16:00'),
        closed('w', '2026-03-10 08:00', 'lapsed'),
        until('2026-03-31 12:00'),
      ],
      breaches: ['early time past'],
    },
    {
      name: 'a do too late',
      events: [
        ...answeredLate,
        ...line('w', 'halfway', 'Anna', '2026-03-05 08:00'),
        card('w', 'last-day', 'Anna', '2026-03-09 09:00'),
        did('w', 'past', '2026-03-10 09:00'),
        closed('w', '2026-03-10 09:00', 'lapsed'),
        until('2026-03-31 12:00'),
      ],
      breaches: ['late time past'],
    },
    {
      name: 'a do twice',
      events: [...CLOCK_STOPS, did('q1', 'unanswered', '2026-03-09 08:01')],
      breaches: ['doubled walked unanswered'],
    },
    {
      name: 'a do after the settle',
      events: [...CLOCK_STOPS, did('q1', 'unanswered', '2026-03-11 08:00')],
      breaches: ['needless settled unanswered'],
    },
    {
      name: 'a line without its digest',
      events: without(CLOCK_STOPS, digestTo('Anna', '2026-03-11 08:00')),
      breaches: ['unseen digest halfway Anna'],
    },
    {
      name: 'a digest with more lines than it says',
      events: [
        ...without(CLOCK_STOPS, digestTo('Anna', '2026-03-11 08:00')),
        { type: 'digest', at: local('2026-03-11 08:00'), to: 'Anna', lines: 0 } as const,
      ],
      breaches: ['needless digest Anna', 'unseen digest Anna'],
    },
    {
      name: 'a digest outside hours',
      events: [...CLOCK_STOPS, { type: 'digest', at: local('2026-03-14 08:00'), to: 'Anna', lines: 1 } as const],
      breaches: ['outside-hours hours Anna'],
    },
    {
      name: 'a card told as a line',
      events: [
        ...without(DATE_MOVED, tellingOf('last', '2026-04-01 09:00')),
        ...line('n1', 'last', 'Anna', '2026-04-01 09:00'),
      ],
      breaches: ['misdirected form last Anna'],
    },
    {
      name: 'a line told as a card',
      events: without(
        changedTo(CLOCK_STOPS, tellingOf('halfway', '2026-03-11 08:00'), { by: 'card' }),
        digestTo('Anna', '2026-03-11 08:00'),
      ),
      breaches: ['misdirected form halfway Anna'],
    },
    {
      name: 'a telling about what was never opened',
      events: [card('x', 'second', 'Anna', '2026-03-11 09:00'), until('2026-03-31 12:00')],
      breaches: ['unseen unknown second Anna'],
    },
    {
      name: 'a telling of a rung that no ladder has',
      events: [...SHORT_NOTICE, card('i2', 'third', 'Anna', '2026-03-19 09:00')],
      breaches: ['unseen unknown third Anna'],
    },
  ])('$name', ({ events, breaches }) => {
    expect(breachesOf(events)).toEqual(breaches);
  });
});
