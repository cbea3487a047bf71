import { words } from '../../../content/words/words';
import { faultsOf } from '../support/axe';
import { calls, opensForm } from '../support/calls';
import { openStage, type Stage } from '../support/on-stage';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const da = words('da');
const LOOKS = ['light', 'dark'] as const;

describe('The stage shuts nobody out', () => {
  const step = makeSteps();
  let stage: Stage;
  let carla: Person;
  let bo: Person;
  step('everybody sits down', async () => {
    stage = await openStage('4-nobody-shut-out');
    carla = await stage.sits('Carla Holm', 'desk');
    bo = await stage.sits('Bo Lindgren', 'phone');
    await calls(carla, ['bo']);
    await bo.sees(da.invitation.states.asked);
  });
  afterAll(() => stage?.close());

  step('a form that is open', async () => {
    await opensForm(carla);
    expect(await faultsOf(carla.page)).toEqual([]);
  });

  for (const look of LOOKS) {
    for (const [who, person] of [
      ['at a desk', () => carla],
      ['on a phone', () => bo],
    ] as const) {
      step(`${look}, ${who}`, async () => {
        const { page, shows } = person();
        await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
        await shows(look);
        expect(await faultsOf(person().page)).toEqual([]);
      });
    }
  }
});
