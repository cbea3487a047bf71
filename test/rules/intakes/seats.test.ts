import fc from 'fast-check';
import {
  answerYes,
  capOf,
  hasRoom,
  holds,
  nextInQueue,
  placeOf,
  type Ripe,
  type SeatNow,
  type Seats,
  suggest,
} from '../../../bot/intakes/rules';
import { addDays, asDay } from '../../../bot/time/day';

type World = { readonly seats: Seats; readonly now: SeatNow[] };
type Step = { readonly do: 'yes' | 'no' | 'cancel' | 'lapse' | 'accept'; readonly who: number };

const DEPARTMENTS = ['SOC', 'JOB', 'FAM'];
const steps = fc.array(
  fc.record({
    do: fc.constantFrom<Step['do']>('yes', 'yes', 'yes', 'no', 'cancel', 'lapse', 'accept'),
    who: fc.nat({ max: 24 }),
  }),
  { minLength: 1, maxLength: 120 },
);
const worlds = fc.record({
  seats: fc.integer({ min: 1, max: 9 }).map((seats) => ({ seats, cap: capOf('class', seats) })),
  departments: fc.array(fc.constantFrom(...DEPARTMENTS), { minLength: 25, maxLength: 25 }),
});

/** One step as the house takes it; who was promoted by it. */
function step(world: World, { do: act, who }: Step): { readonly world: World; readonly promoted: readonly string[] } {
  const seat = world.now[who];
  if (!seat) return { world, promoted: [] };
  const put = (next: SeatNow, now = world.now): World => ({
    ...world,
    now: now.map((one) => (one.id === next.id ? next : one)),
  });
  const free = (status: SeatNow['status']): ReturnType<typeof step> => {
    const freed = put({ ...seat, status, queueNo: null });
    const next = holds(seat) ? nextInQueue(freed.seats, freed.now) : undefined;
    if (!next) return { world: freed, promoted: [] };
    return { world: put({ ...next, status: 'offered', queueNo: null }, freed.now), promoted: [next.id] };
  };
  if (act === 'yes' && ['called', 'declined', 'cancelled', 'lapsed'].includes(seat.status))
    return { world: put({ ...seat, ...answerYes(world.seats, world.now, seat) }), promoted: [] };
  if (act === 'accept' && seat.status === 'offered') return { world: put({ ...seat, status: 'booked' }), promoted: [] };
  if (act === 'no' && ['called', 'waiting', 'offered'].includes(seat.status)) return free('declined');
  if (act === 'cancel' && seat.status === 'booked') return free('cancelled');
  if (act === 'lapse' && seat.status === 'offered') return free('lapsed');
  return { world, promoted: [] };
}

const called = (departments: readonly string[]): SeatNow[] =>
  departments.map((departmentId, at) => ({ id: String(at), departmentId, status: 'called', queueNo: null }));

function lived(given: { readonly seats: Seats; readonly departments: readonly string[] }, life: readonly Step[]) {
  let world: World = { seats: given.seats, now: called(given.departments) };
  return life.map((one) => {
    const before = world;
    const { world: after, promoted } = step(before, one);
    world = after;
    return { before, after, promoted };
  });
}

describe('the seats of a class, whatever its learners answer', () => {
  test('are never more than there are, and never more from one department than half', () => {
    fc.assert(
      fc.property(worlds, steps, (given, life) => {
        for (const { after } of lived(given, life)) {
          const held = after.now.filter(holds);
          expect(held.length).toBeLessThanOrEqual(given.seats.seats);
          for (const department of DEPARTMENTS)
            expect(held.filter((one) => one.departmentId === department).length).toBeLessThanOrEqual(
              given.seats.cap ?? 0,
            );
        }
      }),
    );
  });

  test('a freed seat goes to exactly one of those who could have it, and to the first of them', () => {
    fc.assert(
      fc.property(worlds, steps, (given, life) => {
        for (const { before, after, promoted } of lived(given, life)) {
          const freed = before.now.some((one, at) => holds(one) && !holds(after.now[at] ?? one));
          if (!freed) {
            expect(promoted).toEqual([]);
            continue;
          }
          const afterFreeing = before.now.map((one, at) => (promoted.includes(one.id) ? one : (after.now[at] ?? one)));
          const could = afterFreeing
            .filter((one) => one.status === 'waiting' && hasRoom(given.seats, afterFreeing, one.departmentId))
            .sort((one, other) => (one.queueNo ?? 0) - (other.queueNo ?? 0));
          expect(promoted).toEqual(could.slice(0, 1).map((one) => one.id));
        }
      }),
    );
  });

  test('stand empty only while nobody who waits could have one', () => {
    fc.assert(
      fc.property(worlds, steps, (given, life) => {
        for (const { after } of lived(given, life)) expect(nextInQueue(after.seats, after.now)).toBeUndefined();
      }),
    );
  });

  test('whoever waits keeps the place, but for those before them who go', () => {
    fc.assert(
      fc.property(worlds, steps, (given, life) => {
        const order = (world: World) =>
          [...world.now]
            .filter((one) => one.status === 'waiting')
            .sort((one, other) => (placeOf(world.now, one.id) ?? 0) - (placeOf(world.now, other.id) ?? 0))
            .map((one) => one.id);
        for (const { before, after } of lived(given, life)) {
          const [was, is] = [order(before), order(after)];
          expect(is.filter((id) => was.includes(id))).toEqual(was.filter((id) => is.includes(id)));
          expect(is.slice(0, was.filter((id) => is.includes(id)).length)).toEqual(was.filter((id) => is.includes(id)));
        }
      }),
    );
  });

  test('the same answer again changes nothing more', () => {
    fc.assert(
      fc.property(worlds, steps, (given, life) => {
        for (const [at, { after }] of lived(given, life).entries()) {
          const one = life[at];
          if (one?.do === 'yes') expect(step(after, one)).toEqual({ world: after, promoted: [] });
        }
      }),
    );
  });
});

describe('who is called', () => {
  const ripe = fc.array(fc.record({ departmentId: fc.constantFrom(...DEPARTMENTS), days: fc.nat({ max: 300 }) }), {
    maxLength: 40,
  });
  test('fits the seats and the cap with those who are there or asked, the longest waiting first', () => {
    fc.assert(
      fc.property(worlds, steps, ripe, (given, life, waiting) => {
        const now = lived(given, life).at(-1)?.after.now.slice(0, 6) ?? [];
        const people: Ripe[] = waiting.map((one, at) => ({
          personId: `p${at}`,
          departmentId: one.departmentId,
          since: addDays(asDay('2026-01-01'), one.days),
        }));
        const chosen = suggest(given.seats, now, people);
        const taken = now.filter((one) => holds(one) || one.status === 'called' || one.status === 'waiting');
        expect(taken.length + chosen.length).toBeLessThanOrEqual(Math.max(given.seats.seats, taken.length));
        for (const department of DEPARTMENTS) {
          const of = (all: readonly { readonly departmentId: string }[]) =>
            all.filter((one) => one.departmentId === department).length;
          if (of(chosen) > 0) expect(of(taken) + of(chosen)).toBeLessThanOrEqual(given.seats.cap ?? 0);
          // Nobody is passed over by one of their own department who has waited less.
          const theirs = people
            .filter((one) => one.departmentId === department)
            .sort((a, b) => a.since.localeCompare(b.since));
          const last = theirs[of(chosen) - 1]?.since;
          for (const one of chosen) if (one.departmentId === department) expect(one.since <= (last ?? '')).toBe(true);
        }
      }),
    );
  });

  test('nobody is left out for the cap where there is none', () => {
    const people: Ripe[] = [1, 2, 3].map((n) => ({
      personId: `p${n}`,
      departmentId: 'SOC',
      since: asDay(`2026-01-0${4 - n}`),
    }));
    expect(suggest({ seats: 3, cap: null }, [], people).map((one) => one.personId)).toEqual(['p3', 'p2', 'p1']);
    expect(suggest({ seats: 3, cap: 1 }, [], people).map((one) => one.personId)).toEqual(['p3']);
  });
});
