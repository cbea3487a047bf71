import { words } from '../../../content/words/words';
import { opensForm, REF } from '../support/calls';
import { workingDays } from '../support/days';
import { openStage, type Stage } from '../support/on-stage';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const da = words('da');

describe('A meeting is called and answered', () => {
  const step = makeSteps();
  let stage: Stage;
  let carla: Person;
  let bo: Person;
  let mette: Person;
  let day: string;
  step('everybody sits down', async () => {
    stage = await openStage('1-a-meeting-called');
    carla = await stage.sits('Carla Holm', 'desk');
    bo = await stage.sits('Bo Lindgren', 'phone');
    mette = await stage.sits('Mette Rosendal', 'phone');
  });
  afterAll(() => stage?.close());

  step('Carla, who leads the pathway, opens the form', async () => {
    await opensForm(carla);
    await carla.shows('the-form', 'tall');
  });

  step('what is missing is said beside its field, and nothing typed is lost', async () => {
    await carla.fills(da.callForm.place, 'Rådhuset, lokale 4');
    await carla.presses(da.callForm.call);
    await carla.sees(da.refusals['citizen-not-asked']);
    expect(await carla.reads(da.callForm.place)).toBe('Rådhuset, lokale 4');
    await carla.shows('what-is-missing', 'tall');
  });

  step('a CPR number is not kept', async () => {
    await carla.fills(da.callForm.place, 'Hos 010190-1234');
    await carla.presses(da.callForm.call);
    await carla.sees(da.refusals.cpr);
    await carla.shows('a-cpr-number', 'tall');
  });

  step('pressed twice, it is one meeting', async () => {
    await carla.fills(da.callForm.place, 'Rådhuset, lokale 4');
    await carla.ticks(da.callForm.agreed);
    day = await carla.reads(da.callForm.date);
    await carla.pressesTwice(da.callForm.call);
    await carla.sees(da.meeting.noneAnswered(5), da.meeting.quiet(1, REF));
    await carla.doesNotSee(da.meeting.quiet(2, REF));
    // Erik has not met Rød Tråd: nobody is forgotten in silence.
    await carla.sees(da.meeting.unreached);
    await carla.shows('the-meeting', 'tall');
  });

  step('Bo reads on his phone why he is invited, and comes', async () => {
    await bo.sees(da.invitation.states.asked, 'du kender A.K.s vej til job', da.invitation.duty);
    await bo.shows('the-invitation', 'tall');
    await bo.presses(da.invitation.come);
    await bo.sees(da.invitation.states.coming);
    await bo.cannotPress(da.invitation.come);
    await carla.sees(da.meeting.someAnswered(1, 5));
  });

  step('started again in the middle, it goes on where it was', async () => {
    await stage.restarts();
    await carla.sees(da.meeting.someAnswered(1, 5));
    await carla.shows('after-a-restart');
  });

  step('Mette asks a colleague, and must say whom', async () => {
    await mette.sees(da.invitation.states.asked);
    await mette.presses(da.invitation.standInAction);
    await mette.presses(da.invitation.askColleague);
    await mette.sees(da.refusals['pick-somebody']);
    await mette.shows('nobody-chosen', 'tall');
    await mette.chooses(da.invitation.colleague, 'Nikolaj Birkelund');
    await mette.presses(da.invitation.askColleague);
    await mette.sees(da.invitation.states['stand-in-asked'], da.invitation.standInAsked('Nikolaj Birkelund'));
  });

  step('the colleague says yes on a card of his own, and Carla’s card follows', async () => {
    const nikolaj = await stage.sits('Nikolaj Birkelund', 'phone');
    await nikolaj.sees(da.standIn.asked('Mette Rosendal'));
    await nikolaj.shows('asked-to-come', 'tall');
    await nikolaj.pressesTwice(da.standIn.accept);
    await nikolaj.sees(da.standIn.states.accepted);
    await mette.sees(da.invitation.standIn('Nikolaj Birkelund'));
    await carla.sees(da.meeting.invited['stand-in']('Nikolaj Birkelund'), da.meeting.someAnswered(2, 5));
  });

  step('two working days before, the manager of whoever is silent is asked', async () => {
    await stage.movesClock(carla, { day: workingDays(day, -2), time: '12:05' });
    const birgitte = await stage.sits('Birgitte Nørskov', 'desk');
    await birgitte.sees(da.representation.because['no-answer']('Jonas Fjordside'));
    await birgitte.shows('the-manager-is-asked');
    // Bo has answered: he is not reminded.
    await bo.doesNotSee(da.invitation.reminder.second('Carla Holm'));
    await carla.shows('the-clock-and-the-log');
  });
});
