import { words } from '../../../content/words/words';
import { calls } from '../support/calls';
import { workingDays } from '../support/days';
import { openStage, type Stage } from '../support/on-stage';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const da = words('da');

describe('A date is moved', () => {
  const step = makeSteps();
  let stage: Stage;
  let carla: Person;
  let bo: Person;
  step('everybody sits down', async () => {
    stage = await openStage('3-a-date-moved');
    carla = await stage.sits('Carla Holm', 'desk');
    bo = await stage.sits('Bo Lindgren', 'phone');
  });
  afterAll(() => stage?.close());

  step('Bo comes to the meeting', async () => {
    await calls(carla, ['bo', 'jonas']);
    await bo.presses(da.invitation.come);
    await bo.sees(da.invitation.states.coming);
    await carla.sees(da.meeting.someAnswered(1, 2));
  });

  step('Carla cannot move it to the time it has, nor to one the citizen does not know of', async () => {
    await carla.presses(da.meeting.move);
    await carla.sees(da.moveForm.text);
    await carla.presses(da.moveForm.move);
    await carla.sees(da.refusals['same-time']);
    await carla.shows('the-same-time');
  });

  step('Carla moves it', async () => {
    const day = await carla.reads(da.callForm.date);
    await carla.sets(da.callForm.date, workingDays(day, 5));
    await carla.ticks(da.moveForm.agreed);
    await carla.pressesTwice(da.moveForm.move);
    await carla.sees(da.meeting.noneAnswered(2));
    await carla.shows('moved');
  });

  step('Bo sees the new time and his old answer, and still comes', async () => {
    await bo.sees('Mødet er flyttet.', da.invitation.earlier.coming);
    await bo.shows('asked-anew', 'tall');
    await bo.presses(da.invitation.stillCome);
    await bo.sees(da.invitation.states.coming);
    await carla.sees(da.meeting.someAnswered(1, 2));
  });

  step('Carla calls it off after all, after being asked once', async () => {
    await carla.presses(da.meeting.cancel);
    await carla.sees(da.cancel.text);
    await carla.presses(da.cancel.cancel);
    await carla.sees(da.meeting.states.cancelled);
    await bo.sees(da.invitation.cancelled('Carla Holm'));
    await bo.cannotPress(da.invitation.change);
    await bo.shows('called-off', 'tall');
  });
});
