import { da } from '../../stage/page/words/da';
import { en } from '../../stage/page/words/en';
import { openTown, type Town } from '../support/town';

describe('the log of the stage', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
  });
  afterAll(() => town.close());

  test.each([
    ['Danish', da],
    ['English', en],
  ])('has a word in %s for every card of the house and every rung of its ladders', (_language, { log }) => {
    const cards = [...town.app.registry.renderers.keys()].filter((kind) => !kind.startsWith('notice.'));
    const ladders = [...town.house.municipality('').ladders.values()];
    const rungs = ladders.flatMap((ladder) => ladder.rungs.flatMap((rung) => (rung.act === 'tell' ? [rung.key] : [])));
    const lacking = (needed: readonly string[], words: object) => needed.filter((one) => !Object.hasOwn(words, one));

    expect(cards.length).toBeGreaterThan(30);
    expect(rungs).toContain('first');
    expect(lacking(cards, log.kinds)).toEqual([]);
    expect(lacking(rungs, log.rungs)).toEqual([]);
  });
});
