import type { Courses } from '../../bot/learning/course';
import { enrol } from '../../bot/learning/enrol';
import { words } from '../../content/words/words';
import { attemptOf, inputsFor, newestCard, playOn } from '../support/course-steps';
import { personIds } from '../support/meeting-steps';
import { COURSES, EXAM } from '../support/sample-courses';
import { openTown, type Town, textOf } from '../support/town';

const w = words('da').courses;
const refusals = words('da').refusals;

// Every page is a press of its own.
jest.setTimeout(120_000);

describe('a course with a mark to pass', () => {
  let town: Town;
  let courses: Map<string, typeof EXAM>;
  beforeEach(async () => {
    courses = new Map(COURSES);
    town = await openTown({ at: '2026-03-12T09:00', courses: courses as Courses });
    await town.says('Bo', 'kursus');
    await town.presses('Bo', 'course.open', { course: 'exam' });
  });
  afterEach(() => town.close());
  const card = () => newestCard(town, 'Bo');
  const all = ['one', 'true-false', 'number'];
  const asked = async () =>
    (await attemptOf(town, 'Bo')).pages.flatMap((page) => (page.is === 'question' ? [page.question.key] : []));
  const page = async () => {
    const { attempt, pages } = await attemptOf(town, 'Bo');
    return pages[attempt.position];
  };
  const counts = () =>
    town.inside(async ({ tx }) => ({
      enrolments: await tx.enrolment.count(),
      attempts: await tx.attempt.count(),
      responses: await tx.response.count(),
    }));

  test('is passed with enough, and then it is done for good', async () => {
    await playOn(town, 'Bo');
    expect(textOf(card())).toContain(w.result.title.passed);
    expect(textOf(card())).toContain(w.result.score(2, 2, 100));
    expect(await attemptOf(town, 'Bo')).toMatchObject({
      attempt: { status: 'passed', right: 2, outOf: 2 },
      enrolment: { status: 'done' },
    });
  });

  test('is tried again while attempts are left, with questions of its own, and then one is told whom to ask', async () => {
    await playOn(town, 'Bo', { wrong: all });
    expect(textOf(card())).toContain(w.result.title.failed);
    expect(textOf(card())).toContain(w.result.left(1));
    expect(await attemptOf(town, 'Bo')).toMatchObject({ attempt: { status: 'failed' }, enrolment: { status: 'open' } });
    await town.presses('Bo', 'course.begin');
    expect(textOf(card())).toContain(w.progress(1, 4));
    await playOn(town, 'Bo', { wrong: [(await asked())[0] ?? ''] });
    expect(textOf(card())).toContain(w.result.score(1, 2, 50));
    expect(textOf(card())).toContain(w.result.counted.best(50));
    expect(textOf(card())).toContain(w.result.left(0));
    expect(textOf(card())).toContain(w.result.ask('Sørine Dahl'));
    const { attempt, enrolment } = await attemptOf(town, 'Bo');
    expect(attempt.n).toBe(2);
    await town.presses('Bo', 'course.list', {}, {});
    await town.presses('Bo', 'course.open', { course: 'exam' });
    expect(textOf(card())).toContain(w.result.title.failed);
    const before = await counts();
    await press('Bo', 'course.begin', { enrolment: enrolment.id, n: 3 });
    expect(await counts()).toEqual(before);
  });

  /** Past what the card offers. */
  const press = async (name: string, verb: string, data: Record<string, unknown>) =>
    JSON.stringify(
      await town.teams.raw(
        town.teams.activity(town.person(name).entraId, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        }),
      ),
    );

  test('takes one answer to each question: there is nothing to try again', async () => {
    await playOn(town, 'Bo', { until: (await asked())[0] ?? '' });
    const question = await page();
    await town.presses('Bo', 'course.answer', inputsFor(question, false));
    expect(textOf(card())).toContain(w.verdicts.wrong);
    expect(town.teams.actionsOf(card()).map(({ verb }) => verb)).not.toContain('course.again');
    const { attempt } = await attemptOf(town, 'Bo');
    const key = (await asked())[0];
    const answer = await press('Bo', 'course.answer', {
      attempt: attempt.id,
      question: key,
      n: 2,
      ...inputsFor(question),
    });
    expect(answer).toContain(refusals['course-answered']);
    expect((await attemptOf(town, 'Bo')).responses.map(({ right }) => right)).toEqual([false]);
  });

  test('counts one answer, however often and at however many devices at once it is pressed', async () => {
    await playOn(town, 'Bo', { until: (await asked())[0] ?? '' });
    const question = await page();
    await Promise.all([
      town.presses('Bo', 'course.answer', inputsFor(question), { copies: 3, together: true }),
      town.presses('Bo', 'course.answer', inputsFor(question, false)),
      town.presses('Bo', 'course.answer', inputsFor(question, false, '1')),
    ]);
    const { attempt, responses } = await attemptOf(town, 'Bo');
    expect(responses.map(({ n }) => n)).toEqual([1]);
    expect(attempt.version).toBe(3);
    expect(textOf(card())).toMatch(new RegExp(`${w.verdicts.right}|${w.verdicts.wrong}`));
  });

  test('is one attempt, though it is opened at two devices at once', async () => {
    await town.says('Mette', 'kursus');
    await Promise.all([1, 2, 3].map(() => town.presses('Mette', 'course.open', { course: 'exam' })));
    expect(await counts()).toEqual({ enrolments: 2, attempts: 2, responses: 0 });
  });

  test('an old card shows where one is, with a kind word, and loses nothing', async () => {
    const old = card();
    await town.says('Bo', 'kursus');
    await town.presses('Bo', 'course.open', { course: 'exam' });
    await playOn(town, 'Bo', { until: 'here' });
    await town.presses('Bo', 'course.next', {}, { messageId: old.id });
    const shown = town.teams.chat(town.person('Bo').entraId).find(({ id }) => id === old.id);
    expect(textOf(shown)).toContain(refusals['course-moved-on']);
    expect(textOf(shown)).toContain(w.progress(4, 4));
    expect((await attemptOf(town, 'Bo')).responses).toHaveLength(2);
  });

  test('every card of it in the chat shows how it ended', async () => {
    const old = card();
    await town.says('Bo', 'kursus');
    await town.presses('Bo', 'course.open', { course: 'exam' });
    await playOn(town, 'Bo');
    const shown = town.teams.chat(town.person('Bo').entraId).find(({ id }) => id === old.id);
    expect(old.id).not.toBe(card().id);
    expect(textOf(shown)).toContain(w.result.title.passed);
  });

  test('goes on with the content it began with, and the next attempt has the new', async () => {
    const title = { da: 'Et nyt navn', en: 'A new name' };
    courses.set('exam', { ...EXAM, title, pass: { percent: 60, attempts: 2, counts: 'best' } });
    await town.presses('Bo', 'course.next');
    expect(textOf(card())).toContain(w.quiet(EXAM.title.da));
    await playOn(town, 'Bo', { wrong: all });
    expect(textOf(card())).toContain(w.quiet(EXAM.title.da));
    await town.presses('Bo', 'course.begin');
    expect(textOf(card())).toContain(w.quiet(title.da));
  });

  test('whoever has passed can take it again, as a course of its own', async () => {
    await playOn(town, 'Bo');
    await town.presses('Bo', 'course.begin');
    expect(textOf(card())).toContain(w.progress(1, 4));
    expect(await counts()).toMatchObject({ enrolments: 2, attempts: 2 });
  });

  test('an enrolment is made once, whyever it is asked for, and waits for whoever opens it', async () => {
    const [bo, mette] = await personIds(town).then((idOf) => [idOf('Bo'), idOf('Mette')]);
    const ask = (personId: string) =>
      town.inside((unit) => enrol(unit, { personId, courseKey: 'exam', because: 'program' }));
    const { enrolment } = await attemptOf(town, 'Bo');
    expect(await ask(bo ?? '')).toBe(enrolment.id);
    const ids = await Promise.all([ask(mette ?? ''), ask(mette ?? '')]);
    expect(new Set(ids).size).toBe(1);
    await town.says('Mette', 'kursus');
    await town.presses('Mette', 'course.open', { course: 'exam' });
    expect((await attemptOf(town, 'Mette')).enrolment).toMatchObject({ id: ids[0], because: 'program' });
  });

  test('somebody else who presses it learns nothing, and changes nothing', async () => {
    await playOn(town, 'Bo', { until: (await asked())[0] ?? '' });
    const { attempt, enrolment } = await attemptOf(town, 'Bo');
    const key = (await asked())[0];
    const data = {
      attempt: attempt.id,
      enrolment: enrolment.id,
      question: key,
      n: 1,
      from: 2,
      version: 2,
      lesson: 'mandate',
    };
    const verbs = ['answer', 'next', 'back', 'again', 'read', 'pause', 'resume', 'finish', 'begin'];
    const before = await counts();
    for (const verb of verbs) {
      const answer = await press('Mette', `course.${verb}`, { ...data, ...inputsFor(await page()) });
      expect([verb, answer.includes(words('da').turn.notFound)]).toEqual([verb, true]);
      expect(answer).not.toContain('Mandat');
    }
    expect(await counts()).toEqual(before);
    expect((await attemptOf(town, 'Bo')).attempt.position).toBe(attempt.position);
  });

  test('a course that does not exist cannot be opened, and none chosen is said so', async () => {
    expect(await press('Bo', 'course.open', { course: 'no-such' })).toContain(words('da').turn.notFound);
    expect(await press('Bo', 'course.open', { course: '' })).toContain(refusals['course-pick']);
  });
});
