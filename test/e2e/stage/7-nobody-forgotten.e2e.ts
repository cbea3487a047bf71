import { words } from '../../../content/words/words';
import { openStage, type Stage } from '../support/on-stage';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const da = words('da');
/** A young person's pathway in the fictional municipality, which Mette leads with Rikke. */
const REF = 'BF-2026-0117';

describe('Nobody is forgotten', () => {
  const step = makeSteps();
  let stage: Stage;
  let mette: Person;
  let rikke: Person;
  step('Mette and Rikke sit down', async () => {
    stage = await openStage('7-nobody-forgotten');
    mette = await stage.sits('Mette Rosendal', 'desk');
    rikke = await stage.sits('Rikke Hvidsten', 'phone');
  });
  afterAll(() => stage?.close());

  step('Mette sees what is next in each of her pathways', async () => {
    await mette.writes('overblik');
    await mette.sees(da.overview.mine, REF);
    await mette.shows('overview');
  });

  step('and in one of them the meeting at 16, with what to have ready', async () => {
    await mette.writes(`forløb ${REF}`);
    await mette.sees(da.followUps.section.title);
    await mette.presses(da.followUps.section.open);
    await mette.sees(da.followUps.title, 'Overgangsmøde ved 16 år');
    await mette.shows('follow-ups', 'tall');
    await mette.writes('venter');
    await mette.presses(da.actions.open);
    await mette.sees(da.milestone.ready);
    await mette.shows('transition', 'tall');
  });

  step('It does not fall away without a reason', async () => {
    await mette.presses(da.milestone.waive);
    await mette.chooses(da.milestone.waivePick, da.milestone.outcomes['not-relevant']);
    await mette.presses(da.milestone.waiveSend);
    await mette.sees(da.refusals['reason-missing']);
    await mette.shows('no-reason', 'tall');
  });

  step('Mette enters a follow-up of her own, and gives no date at first', async () => {
    await mette.writes(`forløb ${REF}`);
    await mette.presses(da.followUps.section.open);
    await mette.presses(da.followUps.newOwn);
    await mette.fills(da.ownForm.what, 'Opfølgning på barnets plan');
    await mette.presses(da.ownForm.save);
    await mette.sees(da.refusals['bad-date']);
    await mette.sets(da.ownForm.due, '2028-05-04');
    await mette.pressesTwice(da.ownForm.save);
    await mette.sees('Opfølgning på barnets plan');
    await mette.shows('own-follow-up', 'tall');
  });

  step('Mette asks Rikke to take the baton; what the citizen says is asked for', async () => {
    await mette.writes(`forløb ${REF}`);
    await mette.presses(da.pathway.more);
    await mette.presses(da.pathwayMore.coLead);
    await mette.presses(da.handovers.pass);
    await mette.fills(da.handovers.form.who, 'Rikke');
    await mette.presses(da.handovers.form.ask);
    await mette.sees(da.refusals['citizen-or-why']);
    await mette.fills(da.handovers.form.citizen('Solsikke'), 'Rikke er sød, og hende kender jeg');
    await mette.presses(da.handovers.form.ask);
    await mette.sees(da.handovers.asked.states.asked);
    await mette.shows('asked', 'tall');
  });

  step('Rikke reads what the citizen says, and takes it; a second press changes nothing more', async () => {
    await rikke.sees(da.handovers.answer.title.asked, 'Rikke er sød');
    await rikke.shows('asked', 'tall');
    await rikke.pressesTwice(da.handovers.answer.accept);
    await rikke.sees(da.handovers.answer.title.accepted);
    await mette.sees(da.handovers.asked.title.accepted('Rikke Hvidsten'));
    await mette.shows('passed-on', 'tall');
  });

  step('after a restart the pathway is Rikke’s, with what waited for its lead', async () => {
    await stage.restarts();
    rikke = await stage.sits('Rikke Hvidsten', 'desk');
    await rikke.writes('overblik');
    await rikke.sees(REF);
    await rikke.shows('overview');
  });
});
