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
const atTo =
  (to: string, on: string) =>
  (event: JournalEvent): boolean =>
    (event.type === 'told' || event.type === 'digest') && event.to === to && event.at === local(on);
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

describe('what the rules excuse, or leave open, is no breach', () => {
  const FLEX: Partial<PersonEvent> = { managerId: 'Dorte', deputyId: 'Didrik' };
  const rulingOf = (key: string): JournalEvent =>
    opened(key, 'ruling', '2026-03-02 10:00', { anchors: { due: '2026-03-09' }, ownCard: true });
  const settledAfter = (key: string): readonly JournalEvent[] => [
    closed(key, '2026-03-09 12:00'),
    until('2026-03-31 12:00'),
  ];

  test.each([
    {
      name: 'an outage over a card: the telling comes when the bot is back',
      events: [
        ...without(INVITATION_MOVED, tellingOf('second', '2026-03-23 09:00:30')),
        outage('2026-03-20 17:00', '2026-03-23 11:20'),
        card('i1', 'second', 'Anna', '2026-03-23 11:20:40'),
      ],
    },
    {
      name: 'an outage over several rungs: the last of them, and nothing else',
      events: [
        opened('o1', 'introduction', '2026-03-02 09:00', { anchors: { due: '2026-03-16' }, ownCard: true }),
        outage('2026-03-06 12:00', '2026-03-18 11:00'),
        ...line('o1', 'late', 'Sørine', '2026-03-18 11:00:30'),
        card('o1', 'last', 'Anna', '2026-03-18 11:00:40'),
        closed('o1', '2026-03-19 12:00'),
        until('2026-03-31 12:00'),
      ],
    },
    {
      name: 'an outage that ends after work: the next working day',
      events: [
        rulingOf('o2'),
        outage('2026-03-05 07:00', '2026-03-05 17:00'),
        ...line('o2', 'halfway', 'Anna', '2026-03-06 08:00:30'),
        card('o2', 'last-day', 'Anna', '2026-03-09 09:00'),
        ...settledAfter('o2'),
      ],
    },
    {
      name: 'nothing reaches one person',
      events: [
        rulingOf('o3'),
        { type: 'outage', from: local('2026-03-05 07:00'), to: local('2026-03-05 13:00'), personId: 'Anna' } as const,
        ...line('o3', 'halfway', 'Anna', '2026-03-05 13:00:30'),
        card('o3', 'last-day', 'Anna', '2026-03-09 09:00'),
        ...settledAfter('o3'),
      ],
    },
    {
      name: 'a do is owed after an outage: it comes first, and settles',
      events: [
        rulingOf('o4'),
        ...line('o4', 'halfway', 'Anna', '2026-03-05 08:00'),
        outage('2026-03-06 17:00', '2026-03-11 10:00'),
        did('o4', 'past', '2026-03-11 10:00:20'),
        closed('o4', '2026-03-11 10:00:20', 'lapsed'),
        until('2026-03-31 12:00'),
      ],
    },
    {
      name: 'a line owed when the digest of the day has gone waits for the next',
      events: [
        rulingOf('o5'),
        paused('o5', '2026-03-03 12:00'),
        ...line('other', 'first', 'Anna', '2026-03-05 08:00').slice(0, 1),
        resumed('o5', '2026-03-05 11:00'),
        ...line('o5', 'halfway', 'Anna', '2026-03-09 08:00'),
        card('o5', 'last-day', 'Anna', '2026-03-11 09:00'),
        closed('o5', '2026-03-11 12:00'),
        until('2026-03-31 12:00'),
      ],
    },
    {
      name: 'a line owed when the digest has gone is a card now, since the date comes first',
      events: [
        opened('o6', 'introduction', '2026-03-06 10:00', { anchors: { due: '2026-03-07' } }),
        ...line('other', 'first', 'Sørine', '2026-03-06 08:00').slice(0, 1),
        card('o6', 'set-time', 'Sørine', '2026-03-06 10:00:30'),
        card('o6', 'last', 'Anna', '2026-03-06 10:00:40'),
        closed('o6', '2026-03-06 12:00'),
        until('2026-03-31 12:00'),
      ],
    },
    {
      name: 'a line owed in the middle of a day without a digest goes at once',
      events: [
        opened('o7', 'introduction', '2026-03-12 10:00', { anchors: { due: '2026-03-18' } }),
        ...line('o7', 'set-time', 'Sørine', '2026-03-12 10:00:30'),
        ...line('o7', 'halfway', 'Anna', '2026-03-12 10:00:30'),
        closed('o7', '2026-03-13 12:00'),
        until('2026-03-31 12:00'),
      ],
    },
    {
      name: 'a manager with a day off is told the day after it',
      events: [
        person('Sørine', { ...FLEX, worksOn: [1, 3, 4, 5] }),
        ...without(
          INVITATION_MOVED,
          tellingOf('manager', '2026-03-24 12:00:15'),
          tellingOf('manager', '2026-04-14 12:00:10'),
        ),
        card('i1', 'manager', 'Sørine', '2026-04-15 08:00:10'),
      ],
    },
    {
      name: 'an owner with own days off: they do not count',
      events: [
        person('Anna', { worksOn: [1, 2, 3] }),
        opened('o8', 'invitation-answer', '2026-03-09 10:00', {
          anchors: { meeting: '2026-03-18T13:00' },
          ownCard: true,
        }),
        ...line('o8', 'first', 'Anna', '2026-03-11 08:00'),
        card('o8', 'second', 'Anna', '2026-03-16 09:00'),
        card('o8', 'manager', 'Sørine', '2026-03-16 12:00'),
        closed('o8', '2026-03-17 15:00'),
        until('2026-03-31 12:00'),
      ],
    },
    {
      name: 'a department that is closed: its days do not count',
      events: [
        {
          type: 'closure',
          at: START,
          departmentId: 'job',
          fromOn: '2026-03-05',
          toOn: '2026-03-06',
        } as const,
        rulingOf('o9'),
        ...line('o9', 'halfway', 'Anna', '2026-03-03 08:00'),
        card('o9', 'last-day', 'Anna', '2026-03-09 09:00'),
        ...settledAfter('o9'),
      ],
    },
    {
      name: 'an absent manager of a matter with deputies',
      events: [
        ...without(TRANSITION_HELD, atTo('Sørine', '2026-04-30 08:00')),
        absence('Sørine', '2026-04-29', '2026-04-30', '2026-04-28 12:00'),
        ...line('t1', 'overdue-manager', 'Didrik', '2026-04-30 08:00'),
      ],
    },
    {
      name: 'an absent manager of a matter that stops is told on return',
      events: [
        ...without(DATE_MOVED, atTo('Sørine', '2026-03-27 08:00')),
        absence('Sørine', '2026-03-27', '2026-03-27', '2026-03-20 12:00'),
        ...line('n1', 'set-time', 'Sørine', '2026-03-30 08:00'),
      ],
    },
    {
      name: 'an absent manager of a matter that runs on: the deputy may be told',
      events: [
        ...changedTo(INVITATION_MOVED, tellingOf('manager', '2026-04-14 12:00:10'), { to: 'Didrik' }),
        absence('Sørine', '2026-04-14', '2026-04-14', '2026-04-10 12:00'),
      ],
    },
    {
      name: 'an absent manager of a matter that runs on: nobody need be',
      events: [
        ...without(INVITATION_MOVED, tellingOf('manager', '2026-04-14 12:00:10')),
        absence('Sørine', '2026-04-14', '2026-04-14', '2026-04-10 12:00'),
      ],
    },
    {
      name: 'another manager since this morning',
      events: [
        person('Anna', { at: local('2026-04-14 07:00'), managerId: 'Dorte' }),
        ...changedTo(INVITATION_MOVED, tellingOf('manager', '2026-04-14 12:00:10'), { to: 'Dorte' }),
      ],
    },
    {
      name: 'a role that has been handed over',
      events: [
        ...TRANSITION_LATE.slice(0, 2),
        { type: 'owner', at: local('2026-04-20 12:00'), key: 't1', ownerId: 'Mille' } as const,
        ...line('t1', 'overdue-manager', 'Sørine', '2026-04-23 08:00'),
        card('t1', 'overdue', 'Mille', '2026-04-23 09:00'),
        closed('t1', '2026-04-29 12:00'),
        until('2026-05-29 12:00'),
      ],
    },
    {
      name: 'called in the evening: the own card comes in the morning, and counts from then',
      events: [
        opened('e1', 'invitation-answer', '2026-03-16 19:00', { anchors: { meeting: '2026-03-20T10:00' } }),
        { type: 'own-card', at: local('2026-03-17 08:00'), key: 'e1' } as const,
        ...line('e1', 'first', 'Anna', '2026-03-18 08:00'),
        card('e1', 'manager', 'Sørine', '2026-03-18 12:00'),
        card('e1', 'second', 'Anna', '2026-03-19 09:00'),
        until('2026-03-27 12:00'),
      ],
    },
    {
      name: 'an orphan: nobody is told, and its last owner’s manager may be',
      events: [
        ...TRANSITION_LATE.slice(0, 2),
        { type: 'owner', at: local('2026-04-20 12:00'), key: 't1', ownerId: null } as const,
        ...line('t1', 'overdue-manager', 'Sørine', '2026-04-21 08:00'),
        until('2026-05-29 12:00'),
      ],
    },
    {
      name: 'an owner who is not there any more',
      events: [
        person('Anna', { at: local('2026-03-20 12:00'), leftOn: '2026-03-20' }),
        ...INVITATION_MOVED.slice(0, 2),
        ...INVITATION_MOVED.slice(2, 3),
        until('2026-03-24 11:00'),
      ],
    },
    {
      name: 'a telling that may have gone twice',
      events: [
        ...changedTo(INVITATION_MOVED, tellingOf('second', '2026-03-23 09:00:30'), { unsure: true }),
        card('i1', 'second', 'Anna', '2026-03-23 09:05'),
      ],
    },
    {
      name: 'a line that a digest only counts',
      events: [
        ...without(CLOCK_STOPS, tellingOf('halfway', '2026-03-11 08:00'), digestTo('Anna', '2026-03-11 08:00')),
        { type: 'digest', at: local('2026-03-11 08:00'), to: 'Anna', lines: 12, more: 1 } as const,
      ],
    },
    {
      name: 'anchors of the opening move with the clock that stood still',
      events: [
        opened('s1', 'start-asked', '2026-03-02 10:00', {
          anchors: { opened: '2026-03-02' },
          roles: { lead: 'Lars' },
          ownCard: true,
        }),
        paused('s1', '2026-03-03 12:00'),
        resumed('s1', '2026-03-05 12:00'),
        card('s1', 'asked', 'Anna', '2026-03-06 09:00'),
        ...line('s1', 'again', 'Anna', '2026-03-10 08:00'),
        card('s1', 'lead', 'Lars', '2026-03-11 09:00'),
        did('s1', 'closes', '2026-03-17 08:00'),
        closed('s1', '2026-03-17 08:00', 'lapsed'),
        until('2026-03-31 12:00'),
      ],
    },
    {
      name: 'a policy that places a rung in the past: it is passed over',
      events: [
        rulingOf('p1'),
        {
          type: 'ladders',
          at: local('2026-03-05 12:00'),
          ladders: LADDERS.replace('key: halfway,  when: due - 2wd', 'key: three,  when: due - 3wd'),
        } as const,
        ...line('p1', 'halfway', 'Anna', '2026-03-05 08:00'),
        card('p1', 'last-day', 'Anna', '2026-03-09 09:00'),
        ...settledAfter('p1'),
      ],
    },
    {
      name: 'nothing is missed after the last moment',
      events: [...INVITATION_MOVED.slice(0, 3), until('2026-03-23 08:59')],
    },
    {
      name: 'a journal without a moment misses nothing',
      events: [rulingOf('m1')],
    },
  ])('$name', ({ events }) => {
    expect(breachesOf(events)).toEqual([]);
  });
});

/** The same story with its people and matters named otherwise, so that many of them can stand in one journal. */
function renamed(events: readonly JournalEvent[], suffix: string): JournalEvent[] {
  const names = /"(Anna|Alba|Lars|Mille|Sørine|Didrik|Dorte|[irtnq][0-9]b?)"/g;
  return JSON.parse(JSON.stringify(events).replaceAll(names, `"$1 ${suffix}"`)) as JournalEvent[];
}

/** A journal of many matters at once, some of them with breaches. */
const MANY: readonly JournalEvent[] = [
  ...MUNICIPALITY,
  ...INVITATION_MOVED,
  ...without(SHORT_NOTICE, tellingOf('manager', '2026-03-18 12:00')),
  ...CLOCK_STOPS,
  ...changedTo(CLOCK_STOPS_LATER, tellingOf('last-day', '2026-03-12 09:00'), { to: 'Alba' }),
  ...TRANSITION_CANCELLED,
  ...renamed([...MUNICIPALITY.slice(2), ...without(DATE_MOVED, tellingOf('halfway', '2026-03-30 08:00'))], 'away'),
];

test('the order in which events of different matters are written down does not change the verdict', () => {
  const streamOf = (event: JournalEvent): string =>
    'key' in event ? event.key : event.type === 'digest' ? `digests ${event.to}` : 'house and people';
  const streams = [...new Set(MANY.map(streamOf))].map((name) => MANY.filter((event) => streamOf(event) === name));
  const turns = streams.flatMap((stream, index) => stream.map(() => index));
  const expected = check(MANY);
  expect(expected.breaches.map(({ name, rung }) => `${name} ${rung}`)).toEqual([
    'misdirected last-day',
    'missed manager',
    'missed halfway',
  ]);
  fc.assert(
    fc.property(fc.shuffledSubarray(turns, { minLength: turns.length }), (order) => {
      const left = streams.map((stream) => [...stream]);
      const written = order.flatMap((index) => left[index]?.shift() ?? []);
      expect(check(written)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test('a telling that is taken away, doubled or sent to somebody else is always found', () => {
  const journals = [
    INVITATION_MOVED,
    SHORT_NOTICE,
    CLOCK_STOPS,
    CLOCK_STOPS_LATER,
    TRANSITION_HELD,
    TRANSITION_CANCELLED,
    DATE_MOVED,
    DATE_MOVED_BACK,
  ];
  for (const events of journals) {
    for (const told of events.filter((event): event is ToldEvent => event.type === 'told')) {
      const others = events.filter((event) => event !== told);
      const again = { ...told, at: new Date(Date.parse(told.at) + 60_000).toISOString() };
      const named = (changed: readonly JournalEvent[]): readonly string[] =>
        check([...MUNICIPALITY, ...changed]).breaches.map(({ name, rung }) => `${name} ${rung}`);
      // What repeats is late where the next of it comes.
      const gone = told.rung.startsWith('overdue') ? 'late' : 'missed';
      expect(named(others).join()).toMatch(new RegExp(`(missed|${gone}) ${told.rung}\\b`));
      expect(named([...events, again])).toContain(`doubled ${told.rung}`);
      expect(named([...others, { ...told, to: 'Dorte' }])).toContain(`misdirected ${told.rung}`);
    }
  }
});

test('a breach is told in words with the few events that matter', () => {
  const [breach] = check([
    ...MUNICIPALITY,
    ...CLOCK_STOPS_LATER,
    ...line('r2', 'halfway', 'Anna', '2026-03-10 13:00:30'),
  ]).breaches;
  if (!breach) throw new Error('no breach');
  expect(inWords(breach).split('\n')).toEqual([
    'doubled (walked): ruling r2 halfway to Anna at 2026-03-10T12:00:30.000Z: it was walked at 2026-03-05 08:00:00 for its day, 2026-03-09',
    '  2026-03-02T09:00:00.000Z  opened  kind: ruling, round: 1, ownerId: Anna, ownerRole: person, roles: {}, ownCard: false, anchors: {"due":"2026-03-09"}',
    '  2026-03-05T07:00:00.000Z  told  rung: halfway, to: Anna, by: line',
    '  2026-03-05T10:00:00.000Z  paused',
    '  2026-03-10T12:00:00.000Z  resumed',
    '  2026-03-10T12:00:30.000Z  told  rung: halfway, to: Anna, by: line',
  ]);
});

test('the report counts breaches by name, and the tellings it has read', () => {
  const { counts, tellings } = check(MANY);
  expect(counts).toEqual({
    missed: 2,
    needless: 0,
    doubled: 0,
    late: 0,
    early: 0,
    misdirected: 1,
    'outside-hours': 0,
    unseen: 0,
    leaked: 0,
  });
  expect(tellings).toBe(MANY.filter((event) => event.type === 'told').length);
});

test('how long after its instant a telling is in time can be set', () => {
  const events = [...MUNICIPALITY, ...INVITATION_MOVED];
  expect(check(events, { toleranceSeconds: 20 }).counts.late).toBe(1);
  expect(check(events, { toleranceSeconds: 30 }).counts.late).toBe(0);
});

test('a hundred thousand events are read in a few seconds', () => {
  const stories = [
    ...[INVITATION_MOVED, SHORT_NOTICE, CLOCK_STOPS_LATER, TRANSITION_HELD, TRANSITION_CANCELLED],
    ...[DATE_MOVED, DATE_MOVED_BACK],
  ];
  const events: JournalEvent[] = [...MUNICIPALITY.slice(0, 2)];
  for (let copy = 0; events.length < 100_000; copy += 1) {
    for (const [index, story] of stories.entries()) {
      events.push(...renamed([...MUNICIPALITY.slice(2), ...story], `${copy} ${index}`));
    }
  }
  const begun = process.cpuUsage();
  const { breaches } = check(events);
  // The processor's time, not the wall's: other work on the machine is no fault of the checker.
  const seconds = process.cpuUsage(begun).user / 1e6;
  console.log(`${events.length} events in ${seconds.toFixed(1)} s`);
  expect(breaches).toEqual([]);
  expect(seconds).toBeLessThan(10);
});

describe('a journal that cannot be read is refused', () => {
  test.each([
    { name: 'without a house', events: MUNICIPALITY.slice(1), error: /no house/ },
    {
      name: 'with a local time for an instant',
      events: [...MUNICIPALITY, { type: 'moment', at: '2026-03-01T08:00' } as const],
      error: /not an instant/,
    },
    {
      name: 'with a day that is none',
      events: [...MUNICIPALITY, opened('a', 'ruling', '2026-03-02 10:00', { anchors: { due: '2026-02-30' } })],
      error: /not a day/,
    },
    {
      name: 'with an obligation opened twice',
      events: [...MUNICIPALITY, ...SHORT_NOTICE.slice(0, 1), ...SHORT_NOTICE.slice(0, 1)],
      error: /opened twice/,
    },
    {
      name: 'with something said of an obligation before it was opened',
      events: [...MUNICIPALITY, closed('i2', '2026-03-10 10:00'), ...SHORT_NOTICE],
      error: /before it was opened/,
    },
    {
      name: 'with a kind that has no ladder',
      events: [...MUNICIPALITY, opened('a', 'task', '2026-03-02 10:00', { anchors: {} })],
      error: /none for task/,
    },
    {
      name: 'with an absence taken back that never was',
      events: [
        ...MUNICIPALITY,
        { type: 'absence-cancelled', at: START, personId: 'Anna', fromOn: '2026-03-10', toOn: '2026-03-11' } as const,
      ],
      error: /no absence/,
    },
    ...[
      { ladders: 'a: { rungs: [ { key: x, when: due, tell: owner, do: b.c, by: line } ] }', error: /a\.x/ },
      { ladders: 'a: { rungs: [ { key: x, when: due, tell: nobody, by: line } ] }', error: /unknown audience/ },
      { ladders: 'a: { rungs: [ { key: x, when: soon, tell: owner, by: line } ] }', error: /soon/ },
      { ladders: 'a: { rungs: [ { key: x, when: due - 2h, tell: owner, by: line } ] }', error: /2h/ },
      { ladders: 'a: { rungs: [ { key: x, when: due, tell: owner, by: pigeon } ] }', error: /pigeon/ },
      { ladders: 'a: { rungs: [ { key: x, when: due, tell: lead, by: line, grace: soon } ] }', error: /grace/ },
      { ladders: 'a: { absence: maybe, rungs: [] }', error: /maybe/ },
    ].map(({ ladders, error }) => ({
      name: `with the ladder ${ladders}`,
      events: [...MUNICIPALITY.slice(0, 1), { type: 'ladders', at: START, ladders } as const],
      error,
    })),
  ])('$name', ({ events, error }) => {
    expect(() => check(events)).toThrow(error);
  });
});

describe('the calendar', () => {
  const house = createHouse({ zone: 'Europe/Copenhagen', opens: 480, closes: 960, freeDays: ['06-05', '12-24'] });
  const calendar = createWorkCalendar({ house, closures: [], worksOn: [] });
  const span = (count: number, unit: Span['unit']): Span => ({ count, unit });

  test.each([
    { name: 'two working days over a weekend', from: '2026-03-12', span: span(2, 'wd'), to: '2026-03-16' },
    { name: 'back over Easter', from: '2026-04-08', span: span(-2, 'wd'), to: '2026-04-01' },
    {
      name: 'over Ascension, with the Friday after it a working day',
      from: '2026-05-13',
      span: span(1, 'wd'),
      to: '2026-05-15',
    },
    { name: 'over Whit Monday', from: '2026-05-22', span: span(1, 'wd'), to: '2026-05-26' },
    { name: 'over a free day of the house', from: '2026-06-04', span: span(1, 'wd'), to: '2026-06-08' },
    { name: 'from a Saturday', from: '2026-02-28', span: span(1, 'wd'), to: '2026-03-02' },
    { name: 'a day that was a holiday until 2023', from: '2024-04-25', span: span(1, 'wd'), to: '2024-04-26' },
    { name: 'a month back from its end', from: '2026-03-31', span: span(-1, 'm'), to: '2026-02-28' },
    { name: 'a month back into a leap year', from: '2028-03-31', span: span(-1, 'm'), to: '2028-02-29' },
    { name: 'a month over the year', from: '2026-12-31', span: span(2, 'm'), to: '2027-02-28' },
    { name: 'weeks', from: '2026-05-07', span: span(1, 'w'), to: '2026-05-14' },
  ])('$name: $from to $to', ({ from, span: distance, to }) => {
    expect(textOf(calendar.plus(dayOf(from), distance))).toBe(to);
  });

  test.each([
    { name: 'winter', day: '2026-03-28', hour: '09:00', instant: '2026-03-28T08:00:00.000Z' },
    { name: 'the day summer time begins', day: '2026-03-29', hour: '09:00', instant: '2026-03-29T07:00:00.000Z' },
    { name: 'midnight of that day', day: '2026-03-29', hour: '00:00', instant: '2026-03-28T23:00:00.000Z' },
    { name: 'the day it ends', day: '2026-10-25', hour: '08:00', instant: '2026-10-25T07:00:00.000Z' },
    { name: 'midnight of that day', day: '2026-10-25', hour: '00:00', instant: '2026-10-24T22:00:00.000Z' },
  ])('$name: $day $hour is $instant', ({ day, hour, instant }) => {
    const at = zone.instantAt(dayOf(day), minutesOf(hour));
    expect(new Date(at).toISOString()).toBe(instant);
    expect(textOf(zone.dayAt(at))).toBe(day);
    expect(textOf(zone.dayAt(at - 1))).toBe(textOf(dayOf(day) - (hour === '00:00' ? 1 : 0)));
  });

  test('a calendar without any working day is refused', () => {
    const never = createWorkCalendar({ house, closures: [{ from: 0, to: 100_000 }], worksOn: [] });
    expect(() => never.after(dayOf('2026-03-02'))).toThrow(/no working day/);
  });
});
