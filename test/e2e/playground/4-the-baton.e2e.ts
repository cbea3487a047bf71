import { words } from '../../../content/words/words';
import { openPlaygrounds, type Playgrounds } from '../support/in-playground';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const da = words('da');
/** A young person's pathway, which Mette leads with Rikke. */
const REF = 'BF-2026-0117';

describe('In Microsoft’s Agents Playground a pathway is followed up, and its baton is passed on', () => {
  const step = makeSteps();
  let playgrounds: Playgrounds;
  let mette: Person;
  let rikke: Person;
  step('Mette and Rikke sit down', async () => {
    playgrounds = await openPlaygrounds('4-the-baton', ['mette.rosendal', 'rikke.hvidsten']);
    [mette, rikke] = playgrounds.people as [Person, Person];
  });
  afterAll(() => playgrounds?.close());

  step('Mette sees what the pathway comes to', async () => {
    await mette.writes(`forløb ${REF}`);
    await mette.presses(da.followUps.section.open);
    await mette.sees(da.followUps.title, 'Overgangsmøde ved 16 år');
    await mette.shows('follow-ups', 'narrow');
  });

  step('chooses another rhythm, which takes a reason', async () => {
    await mette.presses(da.followUps.changeRhythm);
    await mette.chooses(da.rhythmForm.every, da.followUps.rhythm('6w'));
    await mette.presses(da.rhythmForm.save);
    await mette.sees(da.refusals['reason-missing']);
    await mette.fills(da.rhythmForm.reason, 'Der sker meget lige nu');
    await mette.presses(da.rhythmForm.save);
    await mette.sees(da.followUps.rhythm('6w'));
    await mette.shows('another-rhythm', 'narrow');
  });

  step('and asks Rikke to take the baton', async () => {
    await mette.writes(`forløb ${REF}`);
    await mette.presses(da.pathway.more);
    await mette.presses(da.pathwayMore.coLead);
    await mette.presses(da.handovers.pass);
    await mette.fills(da.handovers.form.who, 'Rikke');
    await mette.fills(da.handovers.form.citizen('Solsikke'), 'Hende kender jeg');
    await mette.presses(da.handovers.form.ask);
    await mette.sees(da.handovers.asked.states.asked);
  });

  step('Rikke takes it, and it is hers to tell the citizen', async () => {
    await rikke.sees(da.handovers.answer.title.asked, 'Hende kender jeg');
    await rikke.shows('asked', 'narrow');
    await rikke.pressesTwice(da.handovers.answer.accept);
    await rikke.sees(da.handovers.answer.title.accepted);
    await rikke.sees(da.handovers.told.title.open('Solsikke'));
    await mette.sees(da.handovers.asked.title.accepted('Rikke Hvidsten'));
    await rikke.shows('hers-now', 'narrow');
  });
});
