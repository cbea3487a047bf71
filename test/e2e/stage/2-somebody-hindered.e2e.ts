import { words } from '../../../content/words/words';
import { calls } from '../support/calls';
import { openStage, type Stage } from '../support/on-stage';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const da = words('da');

describe('Somebody is hindered', () => {
  const step = makeSteps();
  let stage: Stage;
  let carla: Person;
  let bo: Person;
  let soerine: Person;
  step('everybody sits down', async () => {
    stage = await openStage('2-somebody-hindered');
    carla = await stage.sits('Carla Holm', 'phone');
    bo = await stage.sits('Bo Lindgren', 'desk');
    soerine = await stage.sits('Sørine Dahl', 'phone');
  });
  afterAll(() => stage?.close());

  step('Carla calls a meeting from her phone', async () => {
    await calls(carla, ['bo', 'mette']);
    await carla.shows('the-meeting', 'tall');
  });

  step('Bo says that he is hindered, and must say what is in the way', async () => {
    await bo.sees(da.invitation.states.asked);
    await bo.presses(da.invitation.hinderedAction);
    await bo.presses(da.invitation.sendReason);
    await bo.sees(da.refusals['pick-a-reason']);
    await bo.chooses(da.invitation.reason, da.invitation.reasons['citizen-matter']);
    await bo.shows('what-is-in-the-way');
    await bo.presses(da.invitation.sendReason);
    await bo.sees(da.invitation.states.hindered, da.invitation.hindered.open('Carla Holm'));
  });

  step('Carla is asked whether they manage, and needs somebody else', async () => {
    await carla.sees(da.hindered.title.open, da.hindered.text['citizen-matter']('Bo Lindgren', 'Jobcenter Tråby'));
    await carla.shows('do-you-manage', 'tall');
    await carla.pressesTwice(da.hindered.somebodyAction);
    await carla.sees(da.hindered.states.somebody);
    await bo.sees(da.invitation.hindered.somebody('Carla Holm'));
  });

  step('Bo’s manager names somebody in one press', async () => {
    await soerine.sees(da.representation.because.needed('Bo Lindgren'));
    await soerine.shows('who-can-come', 'tall');
    await soerine.chooses(da.representation.person, 'Henrik Toft');
    await soerine.presses(da.representation.nameAction);
    await soerine.sees(da.representation.states.named, da.representation.named('Henrik Toft'));
  });

  step('Henrik comes, and everybody’s card says so', async () => {
    const henrik = await stage.sits('Henrik Toft', 'phone');
    await henrik.sees(da.standIn.askedByManager('Sørine Dahl', 'Bo Lindgren'));
    await henrik.presses(da.standIn.accept);
    await henrik.sees(da.standIn.states.accepted);
    await henrik.shows('he-comes', 'tall');
    await soerine.sees(da.representation.states.accepted);
    await carla.sees(da.meeting.invited['stand-in']('Henrik Toft'));
    await bo.sees(da.invitation.standInByManager('Sørine Dahl', 'Henrik Toft'));
    await bo.shows('it-is-settled');
  });

  step('a word that is none gets the nearest things one can do', async () => {
    await bo.writes('mødr');
    await bo.sees(da.nearest.title);
    await bo.shows('not-understood');
  });
});
