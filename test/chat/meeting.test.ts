import { openTown, type Town } from '../support/town';

/** Carla leads BF-2025-0142; Bo, Mette, Jonas and Erik are the team; Sørine leads Bo. Thursday 12 March 2026. */
async function calls(town: Town, on: { date: string; time?: string }, whom = ['Bo', 'Mette', 'Jonas']): Promise<void> {
  await town.says('Carla', 'forløb BF-2025-0142');
  await town.presses('Carla', 'meeting.form');
  const ids = await town.inside((unit) => unit.tx.person.findMany({ select: { id: true, entraId: true } }));
  const idOf = (name: string) => ids.find((one) => one.entraId === town.person(name).entraId)?.id ?? '';
  const members = ['Bo', 'Mette', 'Jonas', 'Nanna'];
  const inputs = Object.fromEntries(members.map((name) => [`come-${idOf(name)}`, String(whom.includes(name))]));
  await town.presses('Carla', 'meeting.call', { ...inputs, date: on.date, time: on.time ?? '13:00', place: 'Rådhuset, lokale 4', agreed: 'true' });
}

describe('a meeting with a duty to attend', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
  });
  afterAll(() => town.close());

  test('the lead calls it, and everybody invited gets a card of their own', async () => {
    await calls(town, { date: '2026-03-26' });
    console.log(town.lastCard('Carla'));
    console.log(town.lastCard('Bo'));
    expect(town.lastCard('Bo')).toContain('26. marts');
  });
});
