import { words } from '../../../content/words/words';
import { calls } from '../support/calls';
import { openPlaygrounds, type Playgrounds } from '../support/in-playground';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const da = words('da');

describe('In Microsoft’s Agents Playground an invitation is answered', () => {
  const step = makeSteps();
  let playgrounds: Playgrounds;
  let carla: Person;
  let bo: Person;
  let soerine: Person;
  let henrik: Person;
  step('everybody sits down', async () => {
    playgrounds = await openPlaygrounds('1-an-invitation-answered', [
      'carla.holm',
      'bo.lindgren',
      'soerine.dahl',
      'henrik.toft',
    ]);
    [carla, bo, soerine, henrik] = playgrounds.people as [Person, Person, Person, Person];
  });
  afterAll(() => playgrounds?.close());

  step('Carla invites Bo', async () => {
    await calls(carla, ['bo']);
    await carla.shows('the-meeting', 'tall');
    await bo.sees(da.invitation.states.asked, 'du kender A.K.s vej til job', da.invitation.duty);
    await bo.shows('the-invitation', 'narrow');
  });

  step('Bo comes, and Carla sees it on the card she has', async () => {
    await bo.pressesTwice(da.invitation.come);
    await bo.sees(da.invitation.states.coming);
    await carla.sees(da.meeting.allAnswered, da.meeting.invited.coming);
  });

  step('Bo is hindered after all, and must say what is in the way', async () => {
    await bo.presses(da.invitation.change);
    await bo.presses(da.invitation.hinderedAction);
    await bo.presses(da.invitation.sendReason);
    await bo.sees(da.refusals['pick-a-reason']);
    await bo.shows('what-is-in-the-way', 'narrow');
    await bo.chooses(da.invitation.reason, da.invitation.reasons['other-meeting']);
    await bo.presses(da.invitation.sendReason);
    await bo.sees(da.invitation.states.hindered);
  });

  step('Carla needs somebody else', async () => {
    await carla.sees(da.hindered.title.open);
    await carla.shows('do-you-manage');
    await carla.presses(da.hindered.somebodyAction);
    await carla.sees(da.hindered.states.somebody);
  });

  step('Sørine, Bo’s manager, is asked and names Henrik', async () => {
    await soerine.sees(da.representation.because.needed('Bo Lindgren'));
    await soerine.shows('who-can-come', 'narrow');
    await soerine.chooses(da.representation.person, 'Henrik Toft');
    await soerine.presses(da.representation.nameAction);
    await soerine.sees(da.representation.states.named);
  });

  step('Henrik comes, and everybody’s card says so', async () => {
    await henrik.sees(da.standIn.askedByManager('Sørine Dahl', 'Bo Lindgren'));
    await henrik.presses(da.standIn.accept);
    await henrik.sees(da.standIn.states.accepted);
    await henrik.shows('he-comes', 'narrow');
    await soerine.sees(da.representation.states.accepted);
    await carla.sees(da.meeting.invited['stand-in']('Henrik Toft'));
    await bo.sees(da.invitation.standInByManager('Sørine Dahl', 'Henrik Toft'));
  });
});
