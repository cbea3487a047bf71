import { words } from '../../../content/words/words';
import { PROPOSED, proposes, WISH } from '../support/calls';
import { workingDays } from '../support/days';
import { openStage, type Stage } from '../support/on-stage';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const { decisions: da, refusals } = words('da');
const DOUBT = 'Mor kender det ikke endnu';

describe('The team does not agree, the leaders differ, and the director decides', () => {
  const step = makeSteps();
  let stage: Stage;
  let carla: Person;
  let bo: Person;
  let mette: Person;
  let soerine: Person;
  let thomas: Person;
  let ulla: Person;
  const startsOn = workingDays(new Date().toISOString().slice(0, 10), 30);
  step('everybody sits down', async () => {
    stage = await openStage('6-not-agreed');
    carla = await stage.sits('Carla Holm', 'desk');
    bo = await stage.sits('Bo Lindgren', 'phone');
    mette = await stage.sits('Mette Rosendal', 'phone');
    soerine = await stage.sits('Sørine Dahl', 'phone');
    thomas = await stage.sits('Thomas Elkrog', 'desk');
    ulla = await stage.sits('Ulla Brandstrup', 'phone');
  });
  afterAll(() => stage?.close());

  step('Carla makes a proposal, and each with a voice is asked on their own card', async () => {
    await proposes(carla, startsOn);
    await bo.sees(da.vote.title.ask, WISH, PROPOSED);
    await bo.shows('asked', 'tall');
    await bo.presses(da.vote.agree);
    await bo.sees(da.vote.title.agree);
  });

  step('Mette is in doubt, and must say what she thinks of', async () => {
    await mette.opens(da.vote.doubt, da.vote.reason);
    await mette.presses(da.vote.sendDoubt);
    await mette.sees(refusals['reason-needed']);
    await mette.fills(da.vote.reason, DOUBT);
    await mette.shows('in-doubt', 'tall');
    await mette.pressesTwice(da.vote.sendDoubt);
    await mette.sees(da.vote.title.doubt);
  });

  step('Carla talks with them, and puts it before the leaders', async () => {
    await carla.sees(da.talk.title.open, DOUBT);
    await carla.shows('the-talk', 'tall');
    await carla.presses(da.talk.leaders);
    await carla.pressesTwice(da.talk.sendLeaders);
  });

  step('the leaders read first what the citizen wants, and not who is in doubt', async () => {
    for (const leader of [soerine, thomas]) await leader.sees(da.ruling.title.together, WISH, DOUBT);
    await soerine.doesNotSee('Mette Rosendal');
    await soerine.shows('a-leader', 'tall');
    await thomas.shows('the-manager-of-who-is-in-doubt', 'tall');
  });

  step('they differ, and see each other’s answers', async () => {
    await soerine.presses(da.ruling.asProposed);
    await soerine.sees(da.ruling.title.answered);
    await says(thomas, 'Familien skal med først');
    for (const leader of [soerine, thomas]) await leader.sees(da.ruling.title.again);
    await soerine.sees('Familien skal med først');
    await soerine.shows('once-more', 'tall');
  });

  step('they differ again, and the nearest leader of both decides', async () => {
    await soerine.presses(da.ruling.asProposed);
    // Her answer redraws his card; nobody opens a form in that very moment.
    await thomas.sees(da.answeredAgain);
    await says(thomas, 'Familien er stadig ikke klar');
    await ulla.sees(da.ruling.title.alone, WISH, 'Familien er stadig ikke klar');
    await ulla.shows('the-director', 'tall');
    await stage.restarts();
    await ulla.pressesTwice(da.ruling.asProposed);
  });

  step('everybody’s card says how it went, and the lead owes the citizen the outcome', async () => {
    for (const one of [ulla, soerine, thomas, mette]) await one.sees(da.result.title.adopted(1));
    await bo.sees(da.result.title.adopted(1));
    // By profession, never by name.
    await bo.doesNotSee('Mette Rosendal');
    await bo.shows('decided', 'tall');
    await soerine.cannotPress(da.ruling.asProposed);
    await soerine.shows('decided', 'tall');
    await carla.sees(da.tell.title.outcome('A.K.'));
    await carla.shows('tell-the-citizen', 'tall');
  });

  async function says(leader: Person, reason: string): Promise<void> {
    await leader.opens(da.ruling.other, da.other.reason);
    await leader.sees(da.other.title);
    await leader.fills(da.other.reason, reason);
    await leader.presses(da.other.not);
  }
});
