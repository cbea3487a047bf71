import { words } from '../../content/words/words';
import { callMeeting } from '../support/meeting-steps';
import { openTown, type Town } from '../support/town';

const da = words('da');

describe('the overview', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', milestones: true });
    town.teams.faults.windows(false);
  });
  afterAll(() => town?.close());
  const overviewOf = async (name: string) => {
    await town.says(name, 'overblik');
    return town.lastCard(name);
  };

  test('a lead sees what is late first, with what it is; and opens a pathway from it', async () => {
    const seen = await overviewOf('Carla');
    expect(seen).toContain(da.overview.titleLate(1));
    expect(seen).toContain('A.K. · BF-2025-0142');
    expect(seen).toContain(`${da.overview.moods.overdue}, et overgangsmøde senest`);
    await town.presses('Carla', 'pathway.open', {}, { title: da.overview.open });
    expect(town.lastCard('Carla')).toContain(da.pathway.quiet('BF-2025-0142'));
  });

  test('nothing waits where nothing has opened, and a called meeting says when', async () => {
    expect(await overviewOf('Bo')).toContain(`BF-2025-0200:  | ${da.overview.moods.calm}`);
    await callMeeting(town, { date: '2026-03-26' });
    expect(await overviewOf('Carla')).toContain('næste møde torsdag den 26. marts');
  });

  test('a manager sees what is late in the department as a notice: reference, what, when and who, never the alias', async () => {
    const seen = await overviewOf('Lise');
    expect(seen).toContain(da.overview.department);
    expect(seen).toContain('BF-2025-0142');
    expect(seen).toContain(da.owed.transition);
    expect(seen).toContain('Carla Holm');
    expect(seen).not.toContain('A.K.');
    expect(await overviewOf('Sørine')).toContain(da.overview.nothingLate);
  });

  test('somebody who leads nothing and nobody reads that', async () => {
    expect(await overviewOf('Jonas')).toContain(da.overview.none);
  });

  test('the manager’s morning message says how much is late, once there is something to say', async () => {
    await town.until('2026-03-20T10:00');
    expect(town.reads('Lise').find((text) => text.includes(da.overview.inDigest(1)))).toBeDefined();
  });
});
