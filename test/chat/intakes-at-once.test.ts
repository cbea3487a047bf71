import { words } from '../../content/words/words';
import { callAll, hires, openClass, openSchool, type School, seatsByName } from '../support/intake-steps';

const w = words('da').intakes;

/** Real presses at the bot's door, at once: each is a request of its own, in a transaction of its own. */
describe('when more say yes at once than there are seats', () => {
  let town: School;
  let intake: string;
  beforeAll(async () => {
    town = await openSchool(hires(25, ['SOC', 'JOB', 'FAM', 'SKO', 'YDE']), { at: '2026-03-12T09:00' });
    intake = await openClass(town);
    await callAll(town, intake);
  }, 120_000);
  afterAll(() => town.close());

  const yes = async (name: string) => {
    const seat = (await seatsByName(town, intake)).get(name);
    return () =>
      town.teams.press(town.person(name).entraId, {
        verb: 'intake.seat-yes',
        inputs: {},
        force: true,
        data: { seat: seat?.id ?? '' },
      });
  };
  const counted = async () => {
    const counts: Record<string, number> = {};
    for (const { status } of (await seatsByName(town, intake)).values()) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };

  test('twenty are called, and the five who ask for a seat come at the same time as the others', async () => {
    expect(await counted()).toEqual({ called: 20 });
    const called = [...(await seatsByName(town, intake)).keys()];
    const all = hires(25, ['']).map((one) => one.name.split(' ')[0] ?? '');
    const asking = all.filter((name) => !called.includes(name));
    expect(asking).toHaveLength(5);
    // 19 seats are taken one after the other; then six come at once for the last one.
    for (const name of called.slice(0, 19)) await (await yes(name))();
    expect(await counted()).toEqual({ booked: 19, called: 1 });
    const last = await yes(called[19] ?? '');
    const ask = (name: string) => () =>
      town.teams.press(town.person(name).entraId, {
        verb: 'intake.ask',
        inputs: {},
        force: true,
        data: { intake },
      });
    await Promise.all([last, ...asking.map(ask)].map((press) => press()));
    await town.settle();
    expect(await counted()).toEqual({ booked: 20, waiting: 5 });
    const seats = [...(await seatsByName(town, intake)).values()];
    expect(seats.flatMap((one) => one.queueNo ?? []).sort()).toEqual([1, 2, 3, 4, 5]);
    for (const [name, { queueNo }] of await seatsByName(town, intake))
      if (queueNo !== null) {
        await town.says(name, 'hold');
        await town.presses(name, 'intake.pick', {});
        expect(town.lastCard(name)).toContain(w.seat.place(queueNo));
      }
  }, 60_000);

  test('two who give their seats back at once promote exactly two, the first in the queue, and nobody else hears anew', async () => {
    const before = await seatsByName(town, intake);
    const sent = await town.inside(({ tx }) => tx.message.count());
    const leaving = [...before].filter(([, one]) => one.status === 'booked').slice(0, 2);
    const queue = [...before]
      .filter(([, one]) => one.status === 'waiting')
      .sort(([, a], [, b]) => (a.queueNo ?? 0) - (b.queueNo ?? 0));
    await Promise.all(
      leaving.map(([name, seat]) =>
        town.teams.press(town.person(name).entraId, {
          verb: 'intake.seat-back',
          inputs: {},
          force: true,
          copies: 2,
          data: { seat: seat.id },
        }),
      ),
    );
    await town.settle();
    expect(await counted()).toEqual({ booked: 18, offered: 2, cancelled: 2, waiting: 3 });
    const after = await seatsByName(town, intake);
    expect(
      [...after]
        .filter(([, one]) => one.status === 'offered')
        .map(([name]) => name)
        .sort(),
    ).toEqual(
      queue
        .slice(0, 2)
        .map(([name]) => name)
        .sort(),
    );
    const news = await town.inside(({ tx }) => tx.message.findMany({ orderBy: { id: 'asc' }, skip: sent }));
    // The two offers, and three days each out of the calendars of the two who left.
    expect(news.filter((one) => one.channel === 'teams').map((one) => one.kind)).toEqual([
      'intake-seat',
      'intake-seat',
    ]);
    expect(news.filter((one) => one.channel === 'mail').map((one) => one.kind)).toEqual(Array(6).fill('intake.cancel'));
  }, 60_000);
});
