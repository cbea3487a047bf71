import { words } from '../../content/words/words';
import { newestCard, playOn } from '../support/course-steps';
import { personIds } from '../support/meeting-steps';
import { answersIt, askedNow, askingsOf, reviewsOf, takeCourse } from '../support/review-steps';
import { COURSES } from '../support/sample-courses';
import { openTown, type Town, textOf } from '../support/town';

const w = words('da');
const FOUR = ['one', 'several', 'true-false', 'number'];

// Every page is a press of its own.
jest.setTimeout(120_000);

describe('a question that was answered wrong', () => {
  let town: Town;
  beforeEach(async () => {
    // A Thursday: two days on is a Saturday, and the digest comes on Monday.
    town = await openTown({ at: '2026-03-12T09:00', courses: COURSES });
  });
  afterEach(() => town.close());
  const card = () => textOf(newestCard(town, 'Bo'));
  const due = async () => (await reviewsOf(town, 'Bo')).map(({ questionKey, box, dueOn }) => [questionKey, box, dueOn]);

  test('comes back in one line of the digest, three at a time, is answered on one card, and goes on to its next span', async () => {
    await takeCourse(town, 'Bo', FOUR);
    expect(await due()).toEqual(FOUR.map((key) => [key, 0, '2026-03-14']));
    const before = town.teams.chat(town.person('Bo').entraId).length;
    await town.until('2026-03-13T16:00');
    expect(town.teams.chat(town.person('Bo').entraId)).toHaveLength(before);
    await town.until('2026-03-16T08:30');
    expect(town.teams.chat(town.person('Bo').entraId)).toHaveLength(before + 1);
    expect(card().split(w.lines.review(3))).toHaveLength(2);
    await town.presses('Bo', 'review.open');
    expect(card()).toContain(w.review.left(3));
    // What is right, and why, stands on no card before the answer.
    expect(JSON.stringify(newestCard(town, 'Bo').card)).not.toContain('Derfor: ');
    await answersIt(town, 'Bo');
    expect(card()).toContain(w.courses.verdicts.right);
    expect(card()).toContain('Derfor: ');
    expect(card()).toContain(w.review.comes.on('2026-03-23', '2026-03-16'));
    await town.presses('Bo', 'review.next');
    expect(card()).toContain(w.review.left(2));
    await answersIt(town, 'Bo', false);
    expect(card()).toContain(w.courses.verdicts.wrong);
    expect(card()).toContain(w.review.comes.on('2026-03-18', '2026-03-16'));
    await town.presses('Bo', 'review.next');
    await answersIt(town, 'Bo');
    expect(card()).toContain(w.review.comes.over);
    expect(card()).not.toContain(w.review.actions.next);
    expect(await due()).toEqual([
      ['one', 1, '2026-03-23'],
      ['several', 0, '2026-03-18'],
      ['true-false', 1, '2026-03-23'],
      ['number', 0, '2026-03-17'],
    ]);
    expect((await askingsOf(town, 'Bo')).map(({ status }) => status)).toEqual(['met', 'open']);
    await town.until('2026-03-17T08:30');
    expect(card()).toContain(w.lines.review(1));
  });

  test('is learnt after the third time, and nothing more is told', async () => {
    await takeCourse(town, 'Bo', ['one']);
    for (const day of ['2026-03-16', '2026-03-23', '2026-04-22']) {
      await town.until(`${day}T08:30`);
      expect(card()).toContain(w.lines.review(1));
      await town.presses('Bo', 'review.open');
      await answersIt(town, 'Bo');
    }
    expect(card()).toContain(w.review.comes.learnt);
    expect(await due()).toEqual([['one', 3, null]]);
    expect((await askingsOf(town, 'Bo')).every(({ closedAt }) => closedAt !== null)).toBe(true);
    await town.until('2026-06-15T09:00');
    expect(town.reads('Bo').filter((text) => text.includes(w.lines.review(1)))).toEqual([]);
  });

  test('is one, however often the course is taken, and begins again when it is wrong again', async () => {
    await takeCourse(town, 'Bo', ['one', 'several']);
    await town.until('2026-03-16T08:30');
    await town.presses('Bo', 'review.open');
    await answersIt(town, 'Bo');
    await town.until('2026-03-16T12:00');
    await town.says('Bo', 'kursus');
    await town.presses('Bo', 'course.open', { course: 'intro' });
    await town.presses('Bo', 'course.begin');
    await playOn(town, 'Bo', { wrong: ['one'] });
    expect(await due()).toEqual([
      ['one', 0, '2026-03-18'],
      ['several', 0, '2026-03-14'],
    ]);
    expect((await askingsOf(town, 'Bo')).filter(({ closedAt }) => closedAt === null)).toHaveLength(1);
  });

  test('a second press and an old card change nothing more', async () => {
    await takeCourse(town, 'Bo', ['one', 'several']);
    await town.until('2026-03-16T08:30');
    await town.presses('Bo', 'review.open');
    const { item, inputs } = await askedNow(town, 'Bo');
    const wrong = (await askedNow(town, 'Bo', false)).inputs;
    await town.presses('Bo', 'review.answer', inputs, { copies: 3, together: true });
    const after = await due();
    expect(after).toEqual([
      ['one', 1, '2026-03-23'],
      ['several', 0, '2026-03-14'],
    ]);
    const old = { data: { item: item.id, version: item.version }, force: true };
    await town.presses('Bo', 'review.next');
    await town.presses('Bo', 'review.answer', wrong, old);
    expect(card()).toContain(w.refusals['course-answered']);
    expect(card()).toContain('Hvem kan være i teamet?');
    expect(await due()).toEqual(after);
    // Nothing was chosen: the question stands again, with what is missing.
    await town.presses('Bo', 'review.answer', { choices: '' });
    expect(card()).toContain(w.refusals['course-choose-some']);
    expect(await due()).toEqual(after);
  });

  test('no longer comes back when it is turned off: nothing is said, all is kept, and on again it is asked', async () => {
    await takeCourse(town, 'Bo', FOUR);
    await town.says('Bo', 'kursus');
    await town.presses('Bo', 'reviews.open');
    expect(card()).toContain(w.review.own.coming(4));
    await town.presses('Bo', 'review.off');
    expect(card()).toContain(w.review.own.states.off);
    expect((await askingsOf(town, 'Bo')).map(({ status }) => status)).toEqual(['cancelled']);
    const told = town.teams.chat(town.person('Bo').entraId).length;
    await town.until('2026-03-20T09:00');
    expect(town.teams.chat(town.person('Bo').entraId)).toHaveLength(told);
    expect(await due()).toHaveLength(4);
    await town.presses('Bo', 'review.on');
    expect(card()).toContain(w.review.actions.begin(3));
    await town.until('2026-03-23T08:30');
    expect(card()).toContain(w.lines.review(3));
  });

  test('goes with whoever leaves: no manager hears of it', async () => {
    await takeCourse(town, 'Bo', ['one']);
    const bo = (await personIds(town))('Bo');
    await town.inside(async ({ tx, tenantId }) => {
      await tx.obligation.updateMany({ where: { tenantId, kind: 'review', ownerId: bo }, data: { ownerId: null } });
    });
    await town.until('2026-03-20T09:00');
    expect((await askingsOf(town, 'Bo')).map(({ status, closedBecause }) => [status, closedBecause])).toEqual([
      ['cancelled', 'left'],
    ]);
  });

  test('is nobody else’s: pressed by another it does not exist', async () => {
    await takeCourse(town, 'Bo', ['one']);
    await takeCourse(town, 'Carla', ['true-false']);
    await town.until('2026-03-16T08:30');
    await town.presses('Bo', 'review.open');
    const { item, inputs } = await askedNow(town, 'Bo');
    await town.presses('Carla', 'review.open');
    const { text } = await town.presses('Carla', 'review.answer', inputs, {
      data: { item: item.id, version: item.version },
      force: true,
    });
    expect(text).toBe(w.turn.notFound);
    expect(await due()).toEqual([['one', 0, '2026-03-14']]);
  });

  test('quite sure and wrong stands on the own list, with the right answer, until it is taken off', async () => {
    await takeCourse(town, 'Bo', ['one', 'true-false'], '3');
    expect(card()).toContain(w.review.actions.see);
    await town.presses('Bo', 'reviews.open');
    expect(card()).toContain('Hvem sidder altid med ved bordet?');
    expect(card()).toContain('Der er mødepligt til teammødet.');
    const [item] = await reviewsOf(town, 'Bo');
    await town.presses('Bo', 'review.talk', { item: item?.id ?? '' });
    expect(card()).toContain(`${w.courses.said.right}  | Borgeren`);
    expect(card()).toContain('Derfor: ');
    await town.presses('Bo', 'review.strike');
    expect(card()).not.toContain('Hvem sidder altid med ved bordet?');
    expect(card()).toContain('Der er mødepligt til teammødet.');
    // It comes back all the same.
    expect(await due()).toHaveLength(2);
  });
});
