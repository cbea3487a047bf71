import { words } from '../../../content/words/words';
import { faultsOf } from '../support/axe';
import { comesTo, courseOf, fillsIn, sends } from '../support/courses';
import { openStage, type Stage } from '../support/on-stage';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const { courses: da, programs, mentors, refusals, turn } = words('da');
const { course, pages } = courseOf('one-thread');
const NEW = 'Emil Tranborg';
const MENTOR = 'Nikolaj Birkelund';
/** Where he stops in the middle. */
const PAUSE = 8;
const THOUGHT = 'Tråden holdt, så længe én ringede tilbage. Den knækkede, da hun skiftede job.';

describe('A new colleague’s first half hour', () => {
  const step = makeSteps();
  let stage: Stage;
  let emil: Person;
  let thomas: Person;
  let nikolaj: Person;
  step('Emil, his manager and a colleague sit down', async () => {
    stage = await openStage('8-the-first-day');
    emil = await stage.sits(NEW, 'desk');
    thomas = await stage.sits('Thomas Elkrog', 'desk');
    nikolaj = await stage.sits(MENTOR, 'phone');
  });
  afterAll(() => stage?.close());

  step('Emil is met with the whole programme, and with who helps him', async () => {
    await emil.sees(programs.title.open(NEW), programs.why, 'Thomas Elkrog', programs.noMentor);
    await emil.sees(`Kursus: ${course.title.da}`, 'Samtaleteknik på hold', 'Efter et år');
    await emil.canPress(programs.begin);
    await showsBoth(emil, 'the-programme');
    expect(await faultsOf(emil.page)).toEqual([]);
  });

  step('Thomas is asked for a mentor, and suggests one; Emil hears nothing of it yet', async () => {
    await thomas.sees(mentors.find.title.open(NEW));
    await showsBoth(thomas, 'a-mentor-is-asked-for');
    await thomas.presses(mentors.find.ask);
    await thomas.sees(refusals['pick-somebody']);
    await showsBoth(thomas, 'nobody-picked');
    await thomas.chooses(mentors.find.pick, MENTOR);
    await thomas.pressesTwice(mentors.find.ask);
    await thomas.sees(mentors.find.title.asked(NEW), mentors.find.asked(MENTOR));
    await showsBoth(thomas, 'asked');
    await nikolaj.sees(mentors.answer.title.asked(NEW));
    await nikolaj.shows('asked', 'tall');
    await emil.doesNotSee(MENTOR);
  });

  step('Emil begins, and reads', async () => {
    await emil.presses(programs.begin);
    await comesTo(emil, pages, 1);
    await emil.sees(da.first(course.takes));
    await showsBoth(emil, 'the-first-lesson');
    expect(await faultsOf(emil.page)).toEqual([]);
    await emil.presses(da.actions.next);
    await comesTo(emil, pages, 2);
    await emil.presses(da.actions.back);
    await comesTo(emil, pages, 1);
    await emil.presses(da.actions.next);
    await comesTo(emil, pages, 2);
    await emil.presses(da.actions.next);
  });

  step('he is quite sure and wrong, reads again, and then he has it', async () => {
    const asked = questionAt(3);
    await comesTo(emil, pages, 3);
    await emil.presses(da.actions.answer);
    await emil.sees(refusals['course-choose'], refusals['course-sure']);
    await showsBoth(emil, 'nothing-chosen');
    await fillsIn(emil, asked, { right: false, sure: 3 });
    await sends(emil, asked, { right: false });
    await showsBoth(emil, 'not-quite');
    expect(await faultsOf(emil.page)).toEqual([]);
    await emil.presses(da.actions.read);
    await emil.sees(da.source);
    await showsBoth(emil, 'read-again');
    await emil.presses(da.actions.resume);
    await emil.presses(da.actions.again);
    await fillsIn(emil, asked, { sure: 2 });
    await sends(emil, asked);
    await showsBoth(emil, 'right-now');
    await emil.presses(da.actions.next);
  });

  step('he plays on, and stops in the middle', async () => {
    await plays(emil, 4, PAUSE - 1);
    await comesTo(emil, pages, PAUSE);
    await emil.presses(da.actions.pause);
    await emil.sees(da.paused.title, da.paused.text(PAUSE, pages.length));
    await showsBoth(emil, 'paused');
  });

  step('Nikolaj says yes, and Emil hears who his mentor is', async () => {
    await nikolaj.pressesTwice(mentors.answer.accept);
    await nikolaj.sees(mentors.answer.title.accepted(NEW));
    await nikolaj.shows('he-is-the-mentor', 'tall');
    await thomas.sees(mentors.find.title.found(NEW));
    await emil.sees(mentors.told.title(MENTOR));
    await showsBoth(emil, 'his-mentor');
  });

  step('after a restart Emil goes on from there on his phone', async () => {
    await stage.restarts();
    emil = await stage.sits(NEW, 'phone');
    await emil.presses(da.actions.goOn);
    await plays(emil, PAUSE, pages.length - 1);
  });

  step('last he learns whom to ask how it is done here', async () => {
    await comesTo(emil, pages, pages.length);
    await emil.sees(da.here.empty, da.here.manager('Thomas Elkrog'), da.here.lead('Anders Møllevang'));
    await emil.shows('how-we-do-it-here', 'tall');
    expect(await faultsOf(emil.page)).toEqual([]);
    await emil.pressesTwice(da.actions.finish);
  });

  step('the result is his own: what went well, and what to talk about with his mentor', async () => {
    await emil.sees(da.result.title.done, da.result.sure, da.result.again);
    await emil.shows('the-result', 'tall');
    expect(await faultsOf(emil.page)).toEqual([]);
  });

  step('the programme has one step done and a mentor; his manager sees that, and no answer', async () => {
    await emil.presses(mentors.told.see);
    await emil.sees(turn.below);
    await emil.canPress(programs.begin);
    await emil.shows('one-step-done', 'tall');
    thomas = await stage.sits('Thomas Elkrog', 'phone');
    await thomas.writes('onboarding');
    await thomas.sees(words('da').onboarding.managed);
    await thomas.shows('his-new-colleagues', 'tall');
    await thomas.presses(words('da').onboarding.open);
    await thomas.sees(programs.titleOf.open(NEW), programs.whyOf);
    await thomas.shows('emils-programme', 'tall');
    await thomas.doesNotSee(THOUGHT, da.result.sure);
  });

  function questionAt(at: number) {
    const page = pages[at - 1];
    if (page?.is !== 'question') throw new Error(`Page ${at} asks nothing`);
    return page.question;
  }

  /** From one page to another, each answered rightly; each kind of question is kept as pictures. */
  async function plays(person: Person, from: number, to: number): Promise<void> {
    for (let at = from; at <= to; at += 1) {
      await comesTo(person, pages, at);
      if (pages[at - 1]?.is === 'question') {
        const question = questionAt(at);
        await fillsIn(person, question, { text: THOUGHT });
        await showsBoth(person, `${at}-${question.kind}`);
        await sends(person, question);
        await showsBoth(person, `${at}-${question.kind}-answered`);
      }
      await person.presses(da.actions.next);
    }
  }

  /** As it looks at a desk, and on a phone. */
  async function showsBoth(person: Person, what: string): Promise<void> {
    await person.shows(what, 'tall');
    await person.shows(what, 'narrow');
  }
});
