import { words } from '../../content/words/words';
import { attemptOf, inputsFor, newestCard, playOn } from '../support/course-steps';
import { besideInput, inputsOf, personIds } from '../support/meeting-steps';
import { COURSES, QUESTIONS } from '../support/sample-courses';
import { openTown, type Town, textOf } from '../support/town';

const w = words('da').courses;
const refusals = words('da').refusals;
/** A possible date, and four figures. */
const NUMBER = '010170-1234';

// Every page is a press of its own.
jest.setTimeout(120_000);

describe('a course that is no exam', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown({ at: '2026-03-12T09:00', courses: COURSES });
  });
  afterEach(() => town.close());
  const card = () => newestCard(town, 'Bo');
  const page = async () => {
    const { attempt, pages } = await attemptOf(town, 'Bo');
    return pages[attempt.position];
  };
  const open = async (until?: string) => {
    await town.says('Bo', 'kursus');
    await town.presses('Bo', 'course.open', { course: 'intro' });
    if (until) await playOn(town, 'Bo', { until });
  };

  test('stands on the list, and pressing it begins with the first lesson', async () => {
    await town.says('Bo', 'kurser');
    expect(textOf(card())).toContain(`Hele mennesket  | · ${w.list.states.new}`);
    await town.presses('Bo', 'course.open', { course: 'intro' });
    expect(textOf(card())).toContain(w.progress(1, 13));
    expect(textOf(card())).toContain('**Sammen** er én tanke.');
    await town.presses('Bo', 'course.next');
    await town.says('Bo', 'kursus');
    expect(textOf(card())).toContain(w.list.states.running(2, 13));
  });

  test('is played through every kind of question to its end, and the list knows the day', async () => {
    await open();
    const feedback: string[] = [];
    for (const key of Object.keys(QUESTIONS)) {
      await playOn(town, 'Bo', { until: key });
      await town.presses('Bo', 'course.answer', inputsFor(await page()));
      feedback.push(`${key}: ${textOf(card()).includes('Derfor: ') ? 'why' : 'nothing'}`);
    }
    expect(feedback).toEqual(Object.keys(QUESTIONS).map((key) => `${key}: why`));
    await playOn(town, 'Bo');
    expect(textOf(card())).toContain(w.result.title.done);
    expect(textOf(card())).toContain(w.result.allRight);
    const { attempt, enrolment, responses } = await attemptOf(town, 'Bo');
    expect(attempt).toMatchObject({ status: 'done', right: 7, outOf: 7 });
    expect(enrolment).toMatchObject({ status: 'done', because: 'own' });
    expect(responses.map(({ right }) => right)).toEqual([...Array.from({ length: 7 }, () => true), null, null]);
    await town.says('Bo', 'kursus');
    expect(textOf(card())).toContain(w.list.states.done('2026-03-12', '2026-03-12'));
  });

  test('says what was right after every wrong answer, and lets one read and try again at once', async () => {
    await open('one');
    await town.presses('Bo', 'course.answer', inputsFor(await page(), false));
    expect(textOf(card())).toContain(w.verdicts.wrong);
    expect(textOf(card())).toContain(`${w.said.right}  | Borgeren`);
    await town.presses('Bo', 'course.read');
    expect(textOf(card())).toContain('**Sammen** er én tanke.');
    await town.presses('Bo', 'course.resume');
    await town.presses('Bo', 'course.again');
    await town.presses('Bo', 'course.answer', inputsFor(await page()));
    expect(textOf(card())).toContain(w.verdicts.right);
    const { responses } = await attemptOf(town, 'Bo');
    expect(responses.map(({ n, right }) => [n, right])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('ends with what is worth reading again, and what one was quite sure of and wrong, whatever was put right', async () => {
    await open();
    await playOn(town, 'Bo', { wrong: ['one', 'blank'], sure: '3' });
    const result = textOf(card());
    expect(result).toContain(w.result.firstRight(5, 7));
    const [, again = ''] = result.split(w.result.again);
    expect(again).toMatch(/^ \| – Sammen \| – Ved bordet \| – Bagefter \| /);
    expect(again).toContain(w.result.sure);
    expect(again).toContain('– Hvem sidder altid med ved bordet?');
    expect(again).not.toContain('– Den, der indkalder');
    await town.presses('Bo', 'course.read', { lesson: 'after' });
    expect(textOf(card())).toContain('**Bagefter** er én tanke.');
    await town.presses('Bo', 'course.resume');
    expect(textOf(card())).toContain(w.result.title.done);
  });

  test('of each wrong kind of input it says beside it what is wrong, and keeps all that was typed', async () => {
    await open('pairs');
    await town.presses('Bo', 'course.answer', { place0: '1', place1: '1' });
    expect(besideInput(card().card, 'place1')).toBe(refusals['course-pair-twice']);
    expect(besideInput(card().card, 'place2')).toBe(refusals['course-choose']);
    expect(inputsOf(card().card)).toMatchObject({ place0: '1', place1: '1' });
    expect((await attemptOf(town, 'Bo')).responses).toHaveLength(3);
    await playOn(town, 'Bo', { until: 'number' });
    await town.presses('Bo', 'course.answer', { number: 'fire' });
    expect(besideInput(card().card, 'number')).toContain(refusals['course-number']);
    expect(inputsOf(card().card)).toEqual({ number: 'fire' });
    await playOn(town, 'Bo', { until: 'blank' });
    await town.presses('Bo', 'course.answer', { text: '...' });
    expect(besideInput(card().card, 'text')).toBe(refusals['course-write']);
    expect(inputsOf(card().card)).toEqual({ text: '...' });
  });

  test('asks how sure one is, and takes nothing a client makes up', async () => {
    await open('one');
    const { choice = '' } = inputsFor(await page());
    await town.presses('Bo', 'course.answer', { choice });
    expect(besideInput(card().card, 'sure')).toBe(refusals['course-sure']);
    expect(inputsOf(card().card)).toEqual({ choice, sure: '' });
    await town.presses('Bo', 'course.answer', {}, { data: { choice: '7', sure: '2' }, force: true });
    expect(besideInput(card().card, 'choice')).toBe(refusals['course-choose']);
    await town.presses('Bo', 'course.answer', {}, { data: { question: 'dilemma', choice: '0' }, force: true });
    expect(textOf(card())).toContain(refusals['course-moved-on']);
    expect((await attemptOf(town, 'Bo')).responses).toEqual([]);
  });

  test('a thought is sealed, never scored, and can be changed; a CPR number in it is refused and the rest is kept', async () => {
    await open('reflection');
    await town.presses('Bo', 'course.answer', { text: `Jeg vil ringe først.\n${NUMBER}` });
    expect(besideInput(card().card, 'text')).toContain(words('da').turn.cpr);
    expect(inputsOf(card().card).text).toContain('Jeg vil ringe først.');
    expect(JSON.stringify(card().card)).not.toContain(NUMBER);
    await town.presses('Bo', 'course.answer', { text: 'Jeg vil ringe først.' });
    expect(textOf(card())).toContain('Jeg vil ringe først.');
    expect(textOf(card())).toContain(w.verdicts.said);
    await town.presses('Bo', 'course.again');
    expect(inputsOf(card().card)).toEqual({ text: 'Jeg vil ringe først.' });
    await town.presses('Bo', 'course.answer', { text: 'Jeg vil lytte først.' });
    const { responses } = await attemptOf(town, 'Bo');
    const written = responses.filter(({ questionKey }) => questionKey === 'reflection');
    expect(written.map(({ n, right, answer, sure }) => [n, right, answer, sure])).toEqual([
      [1, null, null, null],
      [2, null, null, null],
    ]);
    for (const { textSealed } of written)
      expect(Buffer.from(textSealed ?? new Uint8Array()).toString('utf8')).not.toContain('Jeg vil');
  });

  test('a word that fills a gap is sealed too, and refused with a CPR number in it', async () => {
    await open('blank');
    await town.presses('Bo', 'course.answer', { text: `tovholder ${NUMBER}` });
    expect(besideInput(card().card, 'text')).toContain(words('da').turn.cpr);
    await town.presses('Bo', 'course.answer', { text: ' Tovholder!' });
    const written = (await attemptOf(town, 'Bo')).responses.find(({ questionKey }) => questionKey === 'blank');
    expect(written).toMatchObject({ right: true, answer: null });
    expect(written?.textSealed).not.toBeNull();
  });

  test('is paused and gone on with, back and forth, and nobody gets past a question', async () => {
    await open('one');
    await town.presses('Bo', 'course.back');
    expect(textOf(card())).toContain(w.progress(2, 13));
    await town.presses('Bo', 'course.pause');
    expect(textOf(card())).toContain(w.paused.text(2, 13));
    await town.presses('Bo', 'course.resume');
    await town.presses('Bo', 'course.next');
    const { attempt } = await attemptOf(town, 'Bo');
    const data = { attempt: attempt.id, from: 3, version: attempt.version };
    await town.presses('Bo', 'course.back', {}, { data: { ...data, from: 99 }, force: true });
    expect(textOf(card())).toContain(refusals['course-moved-on']);
    await town.teams.raw(
      town.teams.activity(town.person('Bo').entraId, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'course.next', data }, trigger: 'manual' },
      }),
    );
    expect((await attemptOf(town, 'Bo')).attempt.position).toBe(2);
  });

  test('ends with how we do it here: whom to ask where nobody has written it', async () => {
    await open('here');
    expect(textOf(card())).toContain(w.here.empty);
    expect(textOf(card())).toContain(w.here.manager('Sørine Dahl'));
    await town.inside(async (unit) => {
      const { id: personId } = await unit.tx.person.findFirstOrThrow({ where: { name: { startsWith: 'Gitte' } } });
      await unit.tx.personRole.create({
        data: { tenantId: unit.tenantId, id: unit.house.newId(), personId, role: 'onboarding_lead' },
      });
    });
    await town.presses('Bo', 'course.back');
    await town.presses('Bo', 'course.next');
    expect(textOf(card())).toMatch(/Gitte [^|]*, onboardingansvarlig/);
  });

  test('is listed first for leaders where it is theirs, and can be taken by anybody', async () => {
    const order = async (name: string) => {
      await town.says(name, 'kursus');
      const text = textOf(newestCard(town, name));
      return text.indexOf('Ledelse på tværs') < text.indexOf('Hele mennesket');
    };
    expect(await order('Sørine')).toBe(true);
    expect(await order('Bo')).toBe(false);
    await town.presses('Bo', 'course.open', { course: 'leaders' });
    expect(textOf(card())).toContain(w.progress(1, 3));
  });

  test('writes down in the log that something was done, and never what was answered', async () => {
    await open();
    await playOn(town, 'Bo', { wrong: ['one'], until: 'several' });
    const bo = (await personIds(town))('Bo');
    const rows = await town.inside(({ tx }) =>
      tx.auditRow.findMany({ where: { actorId: bo }, orderBy: { id: 'asc' } }),
    );
    const ofCourse = rows.filter(({ act }) => act.startsWith('course.'));
    expect(ofCourse.map(({ act }) => act)).toEqual([
      'course.begin',
      'course.move',
      'course.move',
      'course.answer',
      'course.move',
    ]);
    expect(ofCourse.flatMap(({ codes }) => codes)).toEqual([]);
  });
});

test('how we do it here is the municipality’s own where it has written it', async () => {
  const here = new Map([['leaders', { da: 'Vi mødes **hver mandag** i kantinen.', en: 'We meet on Mondays.' }]]);
  const town = await openTown({ at: '2026-03-12T09:00', courses: COURSES, here });
  await town.says('Bo', 'kursus');
  await town.presses('Bo', 'course.open', { course: 'leaders' });
  await playOn(town, 'Bo', { until: 'here' });
  expect(town.lastCard('Bo')).toContain('Vi mødes **hver mandag** i kantinen.');
  expect(town.lastCard('Bo')).not.toContain(w.here.empty);
  await town.close();
});
