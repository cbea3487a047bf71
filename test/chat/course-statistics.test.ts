import { createHash, randomUUID } from 'node:crypto';
import type { Unit } from '../../bot/db/unit';
import { type Course, courseSchema } from '../../bot/learning/course';
import { openTown, type Town } from '../support/town';

const both = (text: string) => ({ da: text, en: `${text} (en)` });
const options = (...texts: readonly string[]) =>
  texts.map((text, at) => ({ text: both(text), right: at === 0, feedback: both('Tak') }));

function courseWith(prompt: string): Course {
  return {
    key: 'introduction',
    ...courseSchema.parse({
      title: both('Velkommen til det tværfaglige'),
      about: both('En begyndelse'),
      takes: 20,
      steps: [
        { is: 'lesson', key: 'first', title: both('Først'), body: both('Borgeren sidder med.'), source: both('Egen') },
        {
          is: 'questions',
          key: 'bank',
          questions: [
            {
              key: 'duty',
              kind: 'one',
              sure: true,
              prompt: both(prompt),
              options: options('Alle', 'Ingen', 'Kun lederen'),
            },
            { key: 'thought', kind: 'reflection', prompt: both('Hvad tager du med?'), after: both('Tak') },
          ],
        },
      ],
    }),
  };
}

const course = courseWith('Hvem har mødepligt?');
const another: Course = { ...course, key: 'another', title: both('Et andet kursus') };
const courses = new Map([course, another].map((one) => [one.key, one]));

let town: Town;
/** Everybody in the municipality, in an order that stays. */
let people: string[];

beforeAll(async () => {
  town = await openTown({ at: '2026-03-12T09:00', courses });
  people = await town.inside(async ({ tx, tenantId, house }) => {
    const found = await tx.person.findMany({ where: { tenantId }, orderBy: { email: 'asc' } });
    const gitte = found.find(({ name }) => name.startsWith('Gitte'));
    await tx.personRole.create({
      data: { tenantId, id: house.newId(), personId: gitte?.id ?? '', role: 'onboarding_lead' },
    });
    return found.map(({ id }) => id);
  });
}, 120_000);
afterAll(() => town.close());

/** The edition of a course that an attempt is frozen with. */
async function released({ tx, tenantId, now, house }: Unit, { key, ...content }: Course): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const release = { tenantId, kind: 'course', key, hash };
  const frozen = JSON.parse(JSON.stringify(content)) as object;
  await tx.contentRelease.createMany({
    data: [{ ...release, id: house.newId(), content: frozen, at: now }],
    skipDuplicates: true,
  });
  return (await tx.contentRelease.findUniqueOrThrow({ where: { tenantId_kind_key_hash: release } })).id;
}

type Went = { readonly done?: boolean; readonly chose?: readonly (readonly [option: number, sure: number])[] };

/** Somebody takes the course: chooses once or several times, and is done or not. */
async function takes(n: number, { done = false, chose = [] }: Went, of = course): Promise<void> {
  await town.inside(async (unit) => {
    const { tx, tenantId, now } = unit;
    const [enrolmentId, attemptId, personId] = [randomUUID(), randomUUID(), people[n] ?? ''];
    await tx.enrolment.create({
      data: {
        ...{ tenantId, id: enrolmentId, personId, courseKey: of.key, because: 'own', openedAt: now },
        ...{ status: done ? 'done' : 'open', endedAt: done ? now : null },
      },
    });
    const releaseId = await released(unit, of);
    await tx.attempt.create({
      data: { tenantId, id: attemptId, enrolmentId, n: 1, releaseId, seed: 1, status: 'open', startedAt: now },
    });
    await tx.response.createMany({
      data: chose.map(([option, sure], at) => ({
        ...{ tenantId, id: unit.house.newId(), attemptId, questionKey: 'duty', n: at + 1, answer: [option] },
        ...{ right: option === 0, sure, at: new Date(now.getTime() + at) },
      })),
    });
  });
}
async function everyone(going: (n: number) => Went, from: number, to: number, of = course): Promise<void> {
  for (let n = from; n < to; n += 1) await takes(n, going(n), of);
}

const opened = async (key = course.key) => {
  await town.says('Gitte', 'kursustal');
  await town.presses('Gitte', 'course.statistics', { course: key });
  return town.lastCard('Gitte');
};

test('the onboarding lead sees which courses there are, and nobody else learns that there are figures', async () => {
  await town.says('Gitte', 'kursustal');
  expect(town.lastCard('Gitte')).toContain('Hvilket kursus vil du se tal for?');
  for (const name of ['Bo', 'Lise', 'Helle', 'Dora']) {
    const [said] = await town.says(name, 'course figures');
    expect(said?.text).toBe((await town.says(name, 'forløb BF-2020-0001'))[0]?.text);
  }
});

test('figures begin with five, and grow by five', async () => {
  await everyone(() => ({ chose: [[0, 2]] }), 0, 4);
  expect(await opened()).toContain('Færre end fem har begyndt kurset');
  await everyone(() => ({ chose: [[0, 2]] }), 4, 8);
  const five = await opened();
  expect(five).toContain('5 har begyndt kurset.');
  expect(five).toContain('kan du se, når ti har svaret');
  expect(five).not.toContain('%');
  await takes(8, { chose: [[1, 3]] });
  expect(await opened()).toBe(five);
});

test('the first answer counts, of each person once, and nobody is named', async () => {
  await everyone(
    (n) => ({
      done: n < 15,
      chose: [
        [n === 9 ? 0 : 1, 3],
        [0, 3],
      ],
    }),
    9,
    15,
  );
  // Nine at first, one of them sure and wrong; now six more, of whom five.
  await everyone(() => ({ chose: [[1, 3]] }), 15, 19);
  const card = await opened();
  expect(card).toContain('15 har begyndt kurset.');
  expect(card).toContain('15 har svaret.');
  // Nine were right, and six wrong, all of them sure: six are too few to be split again.
  expect(card).toContain('Rigtigt første gang: 60 %.');
  expect(card).not.toContain('Helt sikre');
  expect(card).not.toContain('flest valgte');
  for (const name of ['Bo', 'Carla', 'Lindgren']) expect(card).not.toContain(name);
  expect(card).toContain('Hvad tager du med?');
  // Somebody who takes it again has answered already.
  await town.inside(({ tx, tenantId }) =>
    tx.enrolment.updateMany({ where: { tenantId, status: 'open' }, data: { status: 'done' } }),
  );
  await takes(0, { chose: [[2, 3]] });
  expect((await opened()).replace(/ [^.]*færdige\./, '')).toBe(card.replace(/ [^.]*færdige\./, ''));
});

test('answers to an earlier wording are those of another question', async () => {
  await everyone(() => ({ chose: [[2, 3]] }), 0, 19, { ...courseWith('Hvem skal komme?'), key: 'another' });
  expect(await opened('another')).toContain('Færre end fem har svaret.');
});

test('where most are wrong, the option that most chose stands there, and how sure they were', async () => {
  await town.inside(({ tx, tenantId }) =>
    tx.enrolment.updateMany({ where: { tenantId, status: 'open' }, data: { status: 'done' } }),
  );
  await everyone((n) => ({ chose: [[n < 1 ? 0 : n < 8 ? 2 : 1, n < 7 ? 3 : 1]] }), 0, 19, another);
  const card = await opened('another');
  expect(card).toContain('15 har svaret.');
  expect(card).toContain('Rigtigt første gang: højst fire.');
  expect(card).toContain('Helt sikre, men svarede forkert: 40 %.');
  expect(card).toContain('Det forkerte svar, som flest valgte: »Ingen«');
});

test('a course that is not there, and whoever may not, get the answer of what does not exist', async () => {
  await town.says('Gitte', 'kursustal');
  const unknown = await town.presses('Gitte', 'course.statistics', {}, { data: { course: 'nowhere' } });
  const another = await town.presses('Gitte', 'course.statistics', {}, { as: town.person('Bo').entraId });
  expect(unknown).toMatchObject({ kind: 'message', text: expect.stringContaining('Det kan jeg ikke finde') });
  expect(another.text).toBe(unknown.text);
});
