import { spokenDay } from '../../../content/words/dates';
import { words } from '../../../content/words/words';
import { calls } from '../support/calls';
import { dayOfWords, workingDays } from '../support/days';
import { openPlaygrounds, type Playgrounds } from '../support/in-playground';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const da = words('da');
const POINTS = 6;

describe('In Microsoft’s Agents Playground a meeting is held', () => {
  const step = makeSteps();
  let playgrounds: Playgrounds;
  let carla: Person;
  let bo: Person;
  let soerine: Person;
  let day: string;
  step('everybody sits down', async () => {
    playgrounds = await openPlaygrounds('2-a-meeting-held', ['carla.holm', 'bo.lindgren', 'soerine.dahl']);
    [carla, bo, soerine] = playgrounds.people as [Person, Person, Person];
  });
  afterAll(() => playgrounds?.close());

  step('Carla calls a meeting, and Bo does not answer', async () => {
    day = dayOfWords(await calls(carla, ['bo']));
    await bo.sees(da.invitation.states.asked);
  });

  step('two working days before, Sørine is asked: the time can be moved from the chat', async () => {
    await carla.writes(`tid ${workingDays(day, -2)} 12:05`);
    await carla.sees('Nu er det');
    await bo.sees(da.invitation.reminder.second('Carla Holm'));
    await bo.shows('reminded', 'narrow');
    await soerine.sees(da.representation.because['no-answer']('Bo Lindgren'));
  });

  step('a colleague comes for Bo: this time it is his manager herself', async () => {
    await bo.presses(da.invitation.standInAction);
    await bo.chooses(da.invitation.colleague, 'Sørine Dahl');
    await bo.presses(da.invitation.askColleague);
    await bo.sees(da.invitation.states['stand-in-asked']);
    await soerine.sees(da.standIn.asked('Bo Lindgren'));
    await soerine.presses(da.standIn.accept);
    await soerine.sees(da.standIn.states.accepted);
    await carla.sees(da.meeting.invited['stand-in']('Sørine Dahl'));
  });

  step('on the day Carla opens the meeting card', async () => {
    await carla.writes(`tid ${day} 13:05`);
    await carla.sees(da.work.states.ready);
    await carla.presses(da.work.open);
    await carla.sees(da.work.states.running);
    await carla.shows('the-meeting-card', 'tall');
  });

  step('the citizen first, in their own words', async () => {
    await carla.presses(da.work.pairs.citizen);
    await carla.sees(da.citizenForm.title('A.K.'));
    // The Playground draws its cards anew, and empty, when its window gets narrower.
    await carla.shows('the-citizen-first', 'narrow');
    await carla.chooses(da.citizenForm.there('A.K.'), da.citizenForm.isHere('A.K.'));
    await carla.fills(da.citizenForm.words('A.K.'), 'Jeg vil gerne i lære som tømrer.');
    await carla.shows('the-citizen', 'tall');
    await carla.presses(da.part.next);
  });

  step('who is there', async () => {
    await carla.sees(da.hereForm.title);
    await carla.shows('who-is-here');
    await carla.presses(da.part.next);
  });

  step('point by point', async () => {
    for (let point = 1; point <= POINTS; point += 1) {
      await carla.sees(`Punkt ${point} af ${POINTS}`);
      await carla.fills(da.agendaForm.note, `Vi talte om punkt ${point}.`);
      await carla.ticks(da.agendaForm.done);
      await carla.presses(da.part.next);
    }
  });

  step('an agreement with somebody who does it, and a day', async () => {
    await carla.sees(da.agreementsForm.title);
    await carla.chooses(da.agreementsForm.owner, da.agreementsForm.lead);
    await carla.fills(da.agreementsForm.what, 'Ringer til tømrermesteren om en praktik');
    await carla.sets(da.agreementsForm.due, workingDays(day, 5));
    await carla.shows('an-agreement', 'tall');
    await carla.presses(da.part.next);
  });

  step('the next date, or why there is none', async () => {
    await carla.sees(da.nextForm.title);
    await carla.ticks(da.nextForm.none);
    await carla.fills(da.nextForm.because, 'A.K. vil først se lærestedet');
    await carla.presses(da.part.next);
  });

  step('Carla closes it, and everybody gets the record', async () => {
    await carla.sees(da.closeAsk.title);
    await carla.shows('close-it', 'tall');
    await carla.pressesTwice(da.closeAsk.close);
    await carla.sees(da.work.states.held);
    await carla.shows('held', 'tall');
    await bo.sees('Det kom I frem til', 'Ringer til tømrermesteren om en praktik');
    await bo.sees(da.work.dueOn(spokenDay(workingDays(day, 5), 'da')));
    await bo.shows('the-record', 'narrow');
    // Who came in a colleague's place hears that it is over; the record is the team's.
    await soerine.sees(da.standIn.states.past);
    await soerine.doesNotSee('Det kom I frem til');
  });
});
