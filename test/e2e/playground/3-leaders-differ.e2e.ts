import { words } from '../../../content/words/words';
import { PROPOSED, proposes, WISH } from '../support/calls';
import { workingDays } from '../support/days';
import { openPlaygrounds, type Playgrounds } from '../support/in-playground';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const { decisions: da } = words('da');
const DOUBT = 'Mor kender det ikke endnu';

describe('In Microsoft’s Agents Playground two leaders differ, and it ends with the director', () => {
  const step = makeSteps();
  let playgrounds: Playgrounds;
  let carla: Person;
  let mette: Person;
  let soerine: Person;
  let thomas: Person;
  let ulla: Person;
  step('everybody sits down', async () => {
    playgrounds = await openPlaygrounds('3-leaders-differ', [
      'carla.holm',
      'mette.rosendal',
      'soerine.dahl',
      'thomas.elkrog',
      'ulla.brandstrup',
    ]);
    [carla, mette, soerine, thomas, ulla] = playgrounds.people as [Person, Person, Person, Person, Person];
  });
  afterAll(() => playgrounds?.close());

  step('Carla makes a proposal', async () => {
    await proposes(carla, workingDays(new Date().toISOString().slice(0, 10), 30));
    await mette.sees(da.vote.title.ask, WISH, PROPOSED);
    await mette.shows('asked', 'narrow');
  });

  step('Mette disagrees, and Carla puts it before the leaders', async () => {
    await mette.presses(da.vote.disagree);
    await mette.fills(da.vote.reason, DOUBT);
    await mette.presses(da.vote.sendDisagree);
    await mette.sees(da.vote.title.disagree);
    await carla.sees(da.talk.title.open, DOUBT);
    await carla.presses(da.talk.leaders);
    await carla.presses(da.talk.sendLeaders);
  });

  step('two leaders differ', async () => {
    for (const leader of [soerine, thomas]) await leader.sees(da.ruling.title.together, WISH, DOUBT);
    await soerine.doesNotSee('Mette Rosendal');
    await soerine.shows('a-leader', 'narrow');
    await soerine.presses(da.ruling.asProposed);
    await soerine.sees(da.ruling.title.answered);
    await says('Familien skal med først');
  });

  step('they are shown each other’s answers, and differ again', async () => {
    for (const leader of [soerine, thomas]) await leader.sees(da.ruling.title.again);
    await soerine.sees('Familien skal med først');
    await soerine.shows('once-more', 'narrow');
    await soerine.pressesTwice(da.ruling.asProposed);
    // Her answer redraws his card; nobody opens a form in that very moment.
    await thomas.sees(da.answeredAgain);
    await says('Familien er stadig ikke klar');
  });

  step('the director decides, and everybody’s card says so', async () => {
    await ulla.sees(da.ruling.title.alone, WISH, 'Familien er stadig ikke klar');
    await ulla.shows('the-director', 'narrow');
    await ulla.presses(da.ruling.asProposed);
    for (const one of [ulla, soerine, thomas, mette]) await one.sees(da.result.title.adopted(1));
    await soerine.cannotPress(da.ruling.asProposed);
    await soerine.shows('decided', 'narrow');
    await carla.sees(da.tell.title.outcome('A.K.'));
  });

  async function says(reason: string): Promise<void> {
    await thomas.opens(da.ruling.other, da.other.reason);
    await thomas.sees(da.other.title);
    await thomas.fills(da.other.reason, reason);
    await thomas.presses(da.other.not);
  }
});
