import { attendanceCard } from '../intakes/attendance';
import { callCard } from '../intakes/call';
import { intakeFormCard, moveCard } from '../intakes/forms';
import { intakeCard } from '../intakes/intake';
import { intakeListCard } from '../intakes/list';
import { seatCard } from '../intakes/seat';
import type {
  AttendanceView,
  CallView,
  DayView,
  IntakeFormView,
  IntakeListView,
  IntakeView,
  LearnerView,
  MoveView,
  SeatView,
} from '../intakes/views';
import { id, LONG_DEPARTMENT, LONG_NAME, LONG_PLACE, type Sample, samplesOf } from './sample';

const TITLE = 'Empowerment, forår';
const LONG_TITLE = 'Empowerment, samtaleteknik og "relationel koordinering" for nye kolleger i foråret »øst«'.slice(
  0,
  80,
);
const PLACE = 'Kursuslokalet, Rådhuset';
const days: readonly DayView[] = [
  { n: 1, from: '2026-04-13T09:00', to: '2026-04-13T15:00', place: PLACE },
  { n: 2, from: '2026-04-27T09:00', to: '2026-04-27T15:00', place: PLACE },
  { n: 3, from: '2026-05-11T09:00', to: '2026-05-11T15:30', place: 'Biblioteket' },
];
const longDays = days.map((day) => ({ ...day, place: LONG_PLACE.slice(0, 120) }));
const names = ['Bo Lindgren', 'Mette Rosendal', 'Jonas Fjord', 'Vibeke Abild', 'Kasper Egel'];
const departments = ['Jobcenter', 'Familieafdeling', 'Skole og ungdom', 'Ydelse', 'Socialafdeling'];

const seat: SeatView = {
  id: id(1),
  version: 1,
  mark: 'intake-seat/own/x/1',
  kind: 'class',
  title: TITLE,
  today: '2026-03-12',
  state: 'called',
  begun: false,
  full: false,
  days,
  place: null,
  answerBy: '2026-03-19',
  others: [],
  missed: null,
  reminder: false,
  moved: null,
  repeated: false,
};
const longSeat: SeatView = { ...seat, title: LONG_TITLE, days: longDays, reminder: true, repeated: true };
const booked: SeatView = { ...seat, state: 'booked', answerBy: null, others: names };
const one = days.slice(0, 1);

const seats = samplesOf<SeatView>(
  'intake-seat',
  seatCard,
  () => ({
    called: seat,
    'called, a reminder': { ...seat, reminder: true },
    'called to a full class': { ...seat, full: true },
    'called to a dialogue meeting': { ...seat, kind: 'dialogue-meeting', days: one, title: 'Dialogmøde, 2. kvartal' },
    'called, long': longSeat,
    'to ask for': { ...seat, state: 'ask', answerBy: null },
    'to ask for, full': { ...seat, state: 'ask', answerBy: null, full: true },
    'booked, the first': { ...booked, others: [] },
    booked,
    'booked, a day moved': { ...booked, moved: 2 },
    'booked, long': {
      ...longSeat,
      state: 'booked',
      moved: 1,
      others: Array.from({ length: 89 }, () => LONG_NAME),
    },
    'booked and begun': { ...booked, begun: true },
    'booked supervision': { ...booked, kind: 'supervision', days: one, others: names.slice(0, 1) },
    waiting: { ...seat, state: 'waiting', place: 1, answerBy: null },
    'waiting, the third': { ...seat, state: 'waiting', place: 3, answerBy: null },
    offered: { ...seat, state: 'offered', answerBy: '2026-03-24' },
    declined: { ...seat, state: 'declined', answerBy: null },
    cancelled: { ...seat, state: 'cancelled', answerBy: null, full: true },
    lapsed: { ...seat, state: 'lapsed', answerBy: null },
    'over, no seat': { ...seat, state: 'dropped', begun: true, answerBy: null },
    'called off': { ...seat, state: 'off', begun: true, answerBy: null },
    'held, there all days': { ...seat, state: 'held', begun: true, answerBy: null, missed: [] },
    'held, a day missed': { ...seat, state: 'held', begun: true, answerBy: null, missed: [2] },
  }),
  true,
);

const learner = (n: number, more: Partial<LearnerView> = {}): LearnerView => ({
  id: id(n + 10),
  name: names[n % names.length] ?? '',
  department: departments[n % departments.length] ?? '',
  offered: false,
  missed: [],
  ...more,
});
const longLearner = (n: number): LearnerView => learner(n, { name: LONG_NAME, department: LONG_DEPARTMENT });
const led: IntakeView = {
  id: id(2),
  mark: 'intake/x/1',
  version: 3,
  noted: 0,
  number: 7,
  kind: 'class',
  title: TITLE,
  state: 'open',
  seats: 20,
  cap: 10,
  days: days.map((day) => ({ ...day, id: id(40 + day.n), noted: false, ahead: true })),
  booked: [],
  waiting: [],
  silent: [],
  no: [],
  after: [],
  faults: {},
};
const many = (n: number, from = 0) => Array.from({ length: n }, (_, at) => learner(at + from));
const come = led.days.map((day) => ({ ...day, ahead: day.n > 1, noted: false }));
const heldDays = led.days.map((day) => ({ ...day, ahead: false, noted: true }));

const intakeCards = samplesOf<IntakeView>(
  'intake',
  intakeCard,
  () => ({
    'open, nobody yet': led,
    open: { ...led, booked: many(4), silent: many(3, 4), no: many(1, 2), waiting: many(1, 3) },
    full: {
      ...led,
      seats: 5,
      cap: 2,
      state: 'full',
      booked: [...many(4), learner(4, { offered: true })],
      waiting: many(2),
    },
    'one day': { ...led, kind: 'dialogue-meeting', cap: null, days: led.days.slice(0, 1), booked: many(2) },
    'under way': { ...led, state: 'begun', days: come, booked: many(5) },
    'under way, a day missed': {
      ...led,
      state: 'begun',
      days: come.map((day) => (day.n === 1 ? { ...day, noted: true } : day)),
      booked: [learner(0, { missed: [{ n: 1, id: id(41) }] }), ...many(4, 1)],
      noted: 5,
    },
    'under way, nothing picked': {
      ...led,
      state: 'begun',
      days: come,
      booked: [learner(0, { missed: [{ n: 1, id: id(41) }] }), learner(1, { missed: [{ n: 1, id: id(41) }] })],
      faults: { missed: 'Vælg, hvem der har indhentet en dag.' },
    },
    held: { ...led, state: 'held', days: heldDays, booked: many(5), after: [] },
    'held, follow-up open': {
      ...led,
      state: 'held',
      days: heldDays,
      booked: [learner(0, { missed: [{ n: 2, id: id(42) }] }), ...many(4, 1)],
      after: ['supervision', 'year-supervision', 'learning-day'],
    },
    cancelled: { ...led, state: 'cancelled', booked: [] },
    'open, long': {
      ...led,
      title: LONG_TITLE,
      seats: 80,
      cap: 45,
      days: led.days.map((day) => ({ ...day, place: LONG_PLACE.slice(0, 120) })),
      booked: Array.from({ length: 80 }, (_, n) => longLearner(n)),
      waiting: Array.from({ length: 30 }, (_, n) => longLearner(n)),
      silent: Array.from({ length: 30 }, (_, n) => longLearner(n)),
      no: Array.from({ length: 30 }, (_, n) => longLearner(n)),
    },
    'held, long': {
      ...led,
      title: LONG_TITLE,
      state: 'held',
      days: heldDays.map((day) => ({ ...day, place: LONG_PLACE.slice(0, 120) })),
      booked: Array.from({ length: 80 }, (_, n) => ({
        ...longLearner(n),
        missed: heldDays.map((day) => ({ n: day.n, id: day.id })),
      })),
      after: ['supervision', 'year-supervision', 'learning-day'],
    },
  }),
  true,
);

const call: CallView = {
  id: id(2),
  version: 1,
  number: 7,
  kind: 'class',
  title: TITLE,
  people: names.map((name, n) => ({
    id: id(n + 60),
    name,
    department: departments[n] ?? '',
    since: `2026-01-0${n + 1}`,
  })),
  counts: departments.map((department) => ({ department, n: 1 })),
  more: 3,
  hits: [],
  values: { people: names.map((_, n) => id(n + 60)), who: '', person: '' },
  faults: {},
};
const calls = samplesOf<CallView>(
  'intake-call',
  callCard,
  (w) => ({
    'five fit': call,
    'nobody waits': { ...call, people: [], counts: [], more: 0 },
    'too many ticked': { ...call, faults: { people: w.refusals['intake-too-many'] } },
    'several of that name': {
      ...call,
      hits: names.slice(0, 3).map((name, n) => ({ id: id(n + 80), name, department: departments[n] ?? '' })),
      values: { ...call.values, who: 'bo' },
      faults: { person: w.refusals['several-found'] },
    },
    'forty long': {
      ...call,
      title: LONG_TITLE,
      people: Array.from({ length: 40 }, (_, n) => ({
        id: id(n + 60),
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
        since: '2026-01-05',
      })),
      counts: Array.from({ length: 12 }, () => ({ department: LONG_DEPARTMENT, n: 3 })),
      more: 40,
      hits: Array.from({ length: 6 }, (_, n) => ({ id: id(n + 120), name: LONG_NAME, department: LONG_DEPARTMENT })),
      values: { people: Array.from({ length: 40 }, (_, n) => id(n + 60)), who: LONG_NAME, person: '' },
      faults: { person: w.refusals['several-found'] },
    },
  }),
  true,
);

const form: IntakeFormView = {
  form: id(3),
  kind: 'class',
  after: null,
  earliest: '2026-03-13',
  values: { title: '', seats: '20' },
  faults: {},
};
const typed = {
  title: TITLE,
  seats: '20',
  ...{ date1: '2026-04-13', span1: '9-15', place1: PLACE, date2: '2026-04-27', span2: '9-15', place2: '' },
};
const forms = samplesOf<IntakeFormView>(
  'intake-form',
  intakeFormCard,
  (w) => ({
    'a class': form,
    'a dialogue meeting': { ...form, kind: 'dialogue-meeting', values: { title: '', seats: '80' } },
    'supervision after a class': {
      ...form,
      kind: 'supervision',
      after: { intakeId: id(2), what: 'supervision', from: '2026-05-25', to: '2026-06-08' },
    },
    'a learning day': { ...form, kind: 'learning-day', values: { title: '', seats: '60' } },
    'with faults': {
      ...form,
      values: { ...typed, title: '', span1: 'hele dagen' },
      faults: {
        title: w.refusals['intake-title-missing'],
        seats: w.refusals['intake-seats'],
        date1: w.refusals['intake-not-working-day'],
        span1: w.refusals['intake-span'],
        place1: w.refusals['place-missing'],
        date2: w.refusals['intake-days-order'],
      },
    },
    'with long texts': {
      ...form,
      values: {
        ...typed,
        title: LONG_TITLE,
        place1: LONG_PLACE.slice(0, 120),
        place2: LONG_PLACE.slice(0, 120),
        place3: LONG_PLACE.slice(0, 120),
      },
    },
  }),
  true,
);

const move: MoveView = {
  id: id(2),
  version: 2,
  number: 7,
  kind: 'class',
  n: 2,
  earliest: '2026-04-14',
  latest: '2026-05-10',
  values: { date: '2026-04-27', span: '9-15', place: PLACE },
  faults: {},
};
const moves = samplesOf<MoveView>(
  'intake-move',
  moveCard,
  (w) => ({
    'the second day': move,
    'with faults': {
      ...move,
      values: { date: '2026-04-27', span: '', place: LONG_PLACE.slice(0, 120) },
      faults: { date: w.refusals['intake-days-order'], span: w.refusals['intake-span'] },
    },
  }),
  true,
);

const [first = { n: 1, from: '', to: '', place: '' }] = days;
const day: AttendanceView = {
  id: id(41),
  intakeId: id(2),
  version: 0,
  mark: 'intake-day/day/x/1',
  kind: 'class',
  title: TITLE,
  day: first,
  of: 3,
  state: 'open',
  learners: names.map((name, n) => ({ id: id(n + 10), name, department: departments[n] ?? '' })),
  there: [],
  repeated: false,
  faults: {},
};
const attendance = samplesOf<AttendanceView>(
  'intake-day',
  attendanceCard,
  () => ({
    open: day,
    'open, repeated': { ...day, repeated: true },
    'open, nobody has a seat': { ...day, learners: [] },
    ahead: { ...day, state: 'ahead' },
    noted: { ...day, state: 'noted', there: day.learners.slice(1).map((one) => one.id) },
    'noted, eighty long': {
      ...day,
      title: LONG_TITLE,
      state: 'noted',
      day: { ...first, place: LONG_PLACE.slice(0, 120) },
      learners: Array.from({ length: 80 }, (_, n) => ({
        id: id(n + 10),
        name: LONG_NAME,
        department: LONG_DEPARTMENT,
      })),
      there: Array.from({ length: 80 }, (_, n) => id(n + 10)),
    },
    cancelled: { ...day, state: 'cancelled' },
  }),
  true,
);

const empty: IntakeListView = { lead: false, own: [], open: [], ahead: [], waits: [] };
const ahead = { id: id(2), title: TITLE, kind: 'class', at: '2026-04-13T09:00', booked: 14, seats: 20 } as const;
const own = { id: id(1), title: TITLE, kind: 'class', state: 'booked', at: '2026-04-13T09:00' } as const;
const lists = samplesOf<IntakeListView>(
  'intake-list',
  intakeListCard,
  () => ({
    'nothing, a colleague': empty,
    'nothing, the onboarding lead': { ...empty, lead: true },
    'a colleague': {
      ...empty,
      own: [own, { ...own, id: id(4), kind: 'dialogue-meeting', title: 'Dialogmøde', state: 'called' }],
      open: [{ id: id(5), title: 'Empowerment, efterår', at: '2026-09-07T09:00' }],
    },
    'the onboarding lead': {
      ...empty,
      lead: true,
      ahead: [ahead, { ...ahead, id: id(6), kind: 'supervision', title: 'Supervision', booked: 3 }],
      waits: [{ what: 'quarter' }, { what: 'supervision', intakeId: id(7), title: 'Empowerment, vinter' }],
    },
    long: {
      lead: true,
      own: Array.from({ length: 12 }, (_, n) => ({ ...own, id: id(n + 10), title: LONG_TITLE })),
      open: [],
      ahead: Array.from({ length: 30 }, (_, n) => ({ ...ahead, id: id(n + 30), title: LONG_TITLE })),
      waits: Array.from({ length: 12 }, (_, n) => ({
        what: 'year-supervision' as const,
        intakeId: id(n + 70),
        title: LONG_TITLE,
      })),
    },
  }),
  true,
);

/** Classes, dialogue meetings, supervision and learning days. Nothing of a citizen stands on them. */
export const intakeSamples: readonly Sample[] = [
  ...seats,
  ...intakeCards,
  ...calls,
  ...forms,
  ...moves,
  ...attendance,
  ...lists,
];
