import { tourDa } from '../../../stage/page/words/tour-da';
import { faultsOf } from '../support/axe';
import { openStage, type Stage } from '../support/on-stage';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';
import { WAIT_MS } from '../support/wait';

const STORIES = ['called', 'hindered', 'moved'] as const;
/** More than any story has steps. */
const MOST_STEPS = 12;

describe('A newcomer is taken through the three stories of the tour', () => {
  const step = makeSteps();
  let stage: Stage;
  let newcomer: Person;
  step('the stage opens', async () => {
    stage = await openStage('5-a-tour');
    newcomer = await stage.visits('newcomer', 'desk');
  });
  afterAll(() => stage?.close());

  for (const [at, story] of STORIES.entries()) {
    step(`»${tourDa.stories[story].title}« is played to its end`, async () => {
      const { page } = newcomer;
      const panel = page.getByRole('region', { name: tourDa.label });
      const button = (name: string) => panel.getByRole('button', { name, exact: true });
      const ended = panel.getByText(tourDa.stories[story].endTitle);
      if (at === 0) await page.getByRole('button', { name: tourDa.stories[story].title }).click({ timeout: WAIT_MS });
      await panel.getByText(tourDa.stories[story].title).first().waitFor({ timeout: WAIT_MS });
      for (let steps = 0; steps < MOST_STEPS && !(await ended.isVisible()); steps += 1) {
        await button(tourDa.showMe).click({ timeout: WAIT_MS });
        await button(tourDa.next).waitFor({ timeout: 2 * WAIT_MS });
        if (steps === 1) expect(await faultsOf(page)).toEqual([]);
        await newcomer.shows(`${story}-${steps + 1}`);
        await button(tourDa.next).click({ timeout: WAIT_MS });
        await button(tourDa.showMe).or(ended).first().waitFor({ timeout: WAIT_MS });
      }
      await ended.waitFor({ timeout: WAIT_MS });
      expect(await faultsOf(page)).toEqual([]);
      const following = STORIES[at + 1];
      if (following) await button(tourDa.toStory(tourDa.stories[following].title)).click({ timeout: WAIT_MS });
    });
  }
});
