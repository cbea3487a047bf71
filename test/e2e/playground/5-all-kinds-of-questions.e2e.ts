import { words } from '../../../content/words/words';
import { comesTo, courseOf, fillsIn, sends } from '../support/courses';
import { openPlaygrounds, type Playgrounds } from '../support/in-playground';
import type { Person } from '../support/person';
import { makeSteps } from '../support/steps';

const { courses: da, programs } = words('da');
const KINDS = ['blank', 'dilemma', 'number', 'one', 'order', 'pairs', 'reflection', 'several', 'true-false'];
/** Between them they ask in every way that there is. */
const CITIZEN = courseOf('meeting-the-citizen');
const LEAD = courseOf('lead-and-mandate');
const THOUGHT = 'Hun satte sig ved siden af mig\nog spurgte, hvad jeg selv tænkte.';

describe('In Microsoft’s Agents Playground every kind of question is answered', () => {
  const step = makeSteps();
  const seen = new Set<string>();
  let playgrounds: Playgrounds;
  let emil: Person;
  step('a new colleague sits down, and is met with the programme', async () => {
    playgrounds = await openPlaygrounds('5-all-kinds-of-questions', ['emil.tranborg']);
    [emil] = playgrounds.people as [Person];
    await emil.sees(programs.title.open('Emil'), 'Thomas Elkrog');
    await emil.shows('the-programme', 'narrow');
  });
  afterAll(() => playgrounds?.close());

  step('he picks a course among all of them', async () => {
    await emil.writes('kursus');
    await emil.sees(da.list.title);
    await emil.shows('the-courses', 'narrow');
    await emil.chooses(da.list.pick, CITIZEN.course.title.da);
    await emil.presses(da.list.open);
    await comesTo(emil, CITIZEN.pages, 1);
    await emil.shows('a-lesson', 'narrow');
  });

  step('and plays it to its end: each question wrong at first where it can be, then right', async () => {
    await plays(CITIZEN, CITIZEN.pages.length - 1);
    await comesTo(emil, CITIZEN.pages, CITIZEN.pages.length);
    await emil.shows('how-we-do-it-here', 'narrow');
    await emil.pressesTwice(da.actions.finish);
    await emil.sees(da.result.title.done);
    await emil.shows('the-result', 'narrow');
  });

  step('another course asks for a number', async () => {
    await emil.writes('kursus');
    await emil.chooses(da.list.pick, LEAD.course.title.da);
    await emil.presses(da.list.open);
    const asked = LEAD.pages.findIndex((one) => one.is === 'question' && one.question.kind === 'number');
    await plays(LEAD, asked + 1);
    expect([...seen].sort()).toEqual(KINDS);
  });

  /** From the first page to another; each kind of question is kept as pictures, empty, answered wrongly and rightly. */
  async function plays({ pages }: ReturnType<typeof courseOf>, to: number): Promise<void> {
    for (let at = 1; at <= to; at += 1) {
      await comesTo(emil, pages, at);
      const page = pages[at - 1];
      if (page?.is === 'question') {
        const { question } = page;
        const { kind } = question;
        const isNew = !seen.has(kind);
        seen.add(kind);
        // The Playground draws its cards anew, and empty, when its window gets narrower.
        if (isNew) await emil.shows(`${kind}-asked`, 'narrow');
        if (isNew && kind !== 'dilemma' && kind !== 'reflection') {
          await fillsIn(emil, question, { right: false, sure: 1 });
          await sends(emil, question, { right: false });
          await emil.shows(`${kind}-not-quite`, 'narrow');
          await emil.presses(da.actions.again);
        }
        await fillsIn(emil, question, { text: THOUGHT });
        if (isNew) await emil.shows(`${kind}-filled`, 'tall');
        await sends(emil, question);
        if (isNew) await emil.shows(`${kind}-answered`, 'narrow');
      }
      if (at < to || to === pages.length - 1) await emil.presses(da.actions.next);
    }
  }
});
