import { ripeFor } from '../../bot/programs/ripe-for';
import { attended, courseDone } from '../../bot/programs/settle-step';
import { words } from '../../content/words/words';
import { cardWith, closeInOrder, heardOfAll, personIds, wholeDatabase } from '../support/meeting-steps';
import { importHires, withHires } from '../support/new-hires';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const w = da.programs;
const COURSES = ['one-thread', 'meeting-the-citizen', 'lead-and-mandate'];
/** An enrolment's id: the courses themselves are another capability's. */
const ENROLMENT = '018f3c2a-7b1e-7c3d-9a4f-000000000001';

async function townWith(hired = '2026-03-02', at = '2026-02-25T09:00'): Promise<Town> {
  const made = withHires({ ida: { hired } });
  try {
    return await openTown({ at, folder: made.folder });
  } finally {
    made.remove();
  }
}

const runs = (town: Town) =>
  town.inside(({ tx, tenantId }) =>
    tx.programRun.findMany({
      where: { tenantId },
      include: { programStepRun: { orderBy: { n: 'asc' } }, person: true },
      orderBy: { openedAt: 'asc' },
    }),
  );
const idasRun = async (town: Town) => {
  const [run] = await runs(town);
  if (!run) throw new Error('Ida has no programme');
  return run;
};
const stepOf = async (town: Town, key: string) => {
  const found = (await idasRun(town)).programStepRun.find((one) => one.key === key);
  if (!found) throw new Error(`There is no step ${key}`);
  return found;
};
const dates = async (town: Town, key: string) => {
  const { opensOn, dueOn } = await stepOf(town, key);
  return [opensOn, dueOn].map((one) => one.toISOString().slice(0, 10));
};
const owed = (town: Town, kind: string) =>
  town.inside(({ tx, tenantId }) =>
    tx.obligation.findMany({ where: { tenantId, kind }, orderBy: [{ round: 'asc' }, { id: 'asc' }] }),
  );
const open = async (town: Town, kind: string) => (await owed(town, kind)).filter((one) => one.closedAt === null);
const introduced = async (town: Town, id: string, courses = COURSES) => {
  for (const course of courses) await town.inside((unit) => courseDone(unit, id, course, ENROLMENT));
  await town.settle();
};
const about = (town: Town, name: string, kind: string, since?: string) =>
  heardOfAll(town, since).filter((line) => line.includes(` ${name} `) && line.includes(`${kind}/`));

// Weeks of a municipality's life: more than half a minute on a machine that does other things as well.
jest.setTimeout(120_000);

describe('the first day of a new colleague', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await townWith();
    idOf = await personIds(town);
  }, 120_000);
  afterAll(() => closeInOrder(town));

  test('does not come before it comes, and not for whoever began long ago', async () => {
    await town.until('2026-02-27T15:00');
    expect(await runs(town)).toEqual([]);
    expect((await open(town, 'program-begin')).map((one) => one.matterId)).toEqual([idOf('Ida')]);
    expect(heardOfAll(town)).toEqual([]);
  });

  test('shows the whole programme, who helps, and where to begin', async () => {
    await town.until('2026-03-02T09:30');
    const run = await idasRun(town);
    expect(run).toMatchObject({ programKey: 'hjoerring', status: 'open', personId: idOf('Ida'), n: 1 });
    expect(about(town, 'Ida', 'introduction')).toEqual(['2026-03-02T08:00 Ida introduction/own']);
    const card = cardWith(town, 'Ida', w.title.open('Ida'));
    const said = textOf(card);
    for (const text of ['Lise Leder', w.noMentor, 'Introduktion', 'Dialogmøde', 'Efter et år', 'mandag den 16. marts'])
      expect(said).toContain(text);
    const begin = town.teams.actionsOf(card).find((one) => one.verb === 'course.open');
    expect(begin).toMatchObject({ title: w.begin, data: { course: 'one-thread' } });
    expect(await dates(town, 'class')).toEqual(['2026-05-02', '2026-08-02']);
    expect((await runs(town)).map((one) => one.person.name)).toEqual(['Ida Ny']);
  });

  test('does not come twice, with the same file once more', async () => {
    const before = (await wholeDatabase(town))
      .split('\n')
      .filter((row) => /obligation|program|message/.test(row)).length;
    const since = town.now();
    await importHires(town, {});
    expect((await wholeDatabase(town)).split('\n').filter((row) => /obligation|program|message/.test(row)).length).toBe(
      before,
    );
    expect(heardOfAll(town, since)).toEqual([]);
  });

  test('the manager hears on the seventh day, and Ida a reminder', async () => {
    await town.until('2026-03-09T09:30');
    expect(about(town, 'Lise', 'introduction')).toEqual(['2026-03-09T08:00 Lise introduction/set-time']);
    expect(town.lastCard('Lise')).toContain('Sæt en time af til Idas introduktion'.replace('Idas', 'Ida Nys'));
    await town.until('2026-03-10T09:30');
    expect(about(town, 'Ida', 'introduction', '2026-03-10')).toEqual([expect.stringContaining('introduction/halfway')]);
  });

  test('a stranger learns nothing of it, and changes nothing', async () => {
    const run = await idasRun(town);
    const plan = await stepOf(town, 'own-plan');
    for (const [verb, data] of [
      ['program.open', { run: run.id }],
      ['program.done', { run: run.id, step: plan.id }],
      ['program.waive', { run: run.id, waived: plan.id, reason: 'Nej' }],
      ['mentor.form', { run: run.id }],
      ['mentor.ask', { run: run.id, form: run.id, mentor: idOf('Carla') }],
    ] as const) {
      const outcome = await town.presses('Bo', verb, {}, { data, force: true });
      expect(JSON.stringify(outcome)).toContain(da.turn.notFound);
    }
    expect((await stepOf(town, 'own-plan')).status).toBe('open');
    // Nor may Ida let a step fall, or say for her manager that it is done.
    await town.presses('Ida', 'program.done', {}, { force: true, data: { run: run.id, step: plan.id } });
    await town.presses(
      'Ida',
      'program.waive',
      {},
      { force: true, data: { run: run.id, waived: plan.id, reason: 'Nej' } },
    );
    expect((await stepOf(town, 'own-plan')).status).toBe('open');
  });

  test('late, the manager hears once', async () => {
    await town.until('2026-03-20T15:00');
    expect(about(town, 'Ida', 'introduction', '2026-03-11')).toEqual([
      expect.stringMatching(/^2026-03-13T09:00 Ida introduction\/last/),
    ]);
    expect(about(town, 'Lise', 'introduction', '2026-03-11')).toEqual([
      expect.stringMatching(/^2026-03-17T08:00 Lise .*introduction\/late/),
    ]);
  });

  test('done, nobody hears more of it; a second course of the same changes nothing', async () => {
    await introduced(town, idOf('Ida'));
    expect(await open(town, 'introduction')).toEqual([]);
    const { version } = await idasRun(town);
    await introduced(town, idOf('Ida'));
    const done = (await idasRun(town)).programStepRun.filter((one) => one.status === 'done');
    expect(done.map((one) => [one.key, one.metBy])).toEqual(COURSES.map((key) => [key, `enrolment/${ENROLMENT}`]));
    expect((await idasRun(town)).version).toBe(version);
    expect(textOf(cardWith(town, 'Ida', w.title.open('Ida')))).toContain(w.progress(3, 16));
  });

  test('the manager says that a talk is done, once, and lets a step fall with a reason', async () => {
    await town.says('Lise', 'onboarding');
    expect(town.lastCard('Lise')).toContain('Ida Ny');
    await town.presses('Lise', 'program.pick', { run: (await idasRun(town)).id });
    const plan = await stepOf(town, 'own-plan');
    await town.presses('Lise', 'program.done', { step: plan.id });
    expect(await stepOf(town, 'own-plan')).toMatchObject({ status: 'done', doneById: idOf('Lise'), metBy: 'said' });
    const { version } = await stepOf(town, 'own-plan');
    const run = await idasRun(town);
    await town.presses('Lise', 'program.done', {}, { force: true, data: { run: run.id, step: plan.id } });
    expect((await stepOf(town, 'own-plan')).version).toBe(version);

    const transitions = await stepOf(town, 'transitions');
    await town.presses('Lise', 'program.waive', { waived: transitions.id, reason: ' ' });
    expect(town.lastCard('Lise')).toContain(da.refusals['reason-missing']);
    await town.presses('Lise', 'program.waive', { waived: transitions.id, reason: 'Har haft kurset før' });
    expect((await stepOf(town, 'transitions')).status).toBe('waived');
    expect(await wholeDatabase(town)).not.toContain('Har haft kurset før');
  });

  test('who was there is through the class, and supervision counts from that day', async () => {
    await town.until('2026-05-04T09:30');
    const ripe = (kind: 'class' | 'supervision') => town.inside((unit) => ripeFor(unit, kind));
    expect(await ripe('class')).toEqual([{ personId: idOf('Ida'), stepKey: 'class', opensOn: '2026-05-02' }]);
    await town.inside((unit) => attended(unit, idOf('Ida'), 'class', ENROLMENT));
    await town.settle();
    expect(await ripe('class')).toEqual([]);
    expect(await dates(town, 'supervision')).toEqual(['2026-05-18', '2026-06-01']);
    expect(await ripe('supervision')).toEqual([]);
    await town.until('2026-05-18T09:30');
    expect(await ripe('supervision')).toEqual([
      { personId: idOf('Ida'), stepKey: 'supervision', opensOn: '2026-05-18' },
    ]);
  });

  test('Ida is shown three units to meet, with somebody to write to and a time in each, and says that she has met them', async () => {
    await town.says('Ida', 'mit program');
    await town.presses('Ida', 'program.partners');
    const card = town.lastCard('Ida');
    // Jobcenter, family and school share her department's pathways; each by one who is in them, and no manager.
    for (const name of ['Jobcenter', 'Familieafdeling', 'Skole og ungdom', 'Bo Lindgren', 'Mette Rosen', 'Jonas Fjord'])
      expect(card).toContain(name);
    expect(card.match(/så vidt jeg ved/g)).toHaveLength(3);
    expect(card).toContain('tirsdag den 19. maj kl.\u00a010');
    const run = await idasRun(town);
    const other = await town.presses('Lise', 'program.partners', {}, { force: true, data: { run: run.id } });
    expect(JSON.stringify(other)).toContain(da.turn.notFound);
    await town.presses('Ida', 'program.met');
    expect(await stepOf(town, 'partner-units')).toMatchObject({ status: 'done', doneById: idOf('Ida') });
  });

  test('the onboarding lead sees who began when, who is late, and who has waited longest', async () => {
    await town.says('Oda', 'onboarding');
    const card = town.lastCard('Oda');
    expect(card).toContain('Marts 2026: ');
    expect(card).toContain(da.onboarding.cohort(1, 0));
    expect(card).toContain('Dialogmøde for nye, klar siden mandag den 2. marts.');
  });

  test('whoever has no programme and follows nobody is told so', async () => {
    await town.says('Bo', 'mit program');
    expect(town.reads('Bo').at(-1)).toBe(w.none);
  });

  test('the colleague leaves: the programme ends, and nobody hears of it again', async () => {
    await importHires(town, { ida: { left: '2026-05-19' } });
    await town.until('2026-05-20T09:30');
    expect(await idasRun(town)).toMatchObject({ status: 'ended' });
    expect((await idasRun(town)).programStepRun.filter((one) => one.status === 'open')).toEqual([]);
    const left = await town.inside(({ tx }) =>
      tx.obligation.findMany({ where: { closedAt: null, kind: { startsWith: 'program-step' } } }),
    );
    expect(left).toEqual([]);
    expect(await open(town, 'mentor-find')).toEqual([]);
  });
});

describe('done early', () => {
  let town: Town;
  beforeAll(async () => {
    town = await townWith();
  }, 120_000);
  afterAll(() => closeInOrder(town));

  test('nobody is told of the introduction at all', async () => {
    const idOf = await personIds(town);
    await town.until('2026-03-03T10:00');
    await introduced(town, idOf('Ida'));
    await town.until('2026-03-20T15:00');
    expect(heardOfAll(town, '2026-03-03').filter((line) => line.includes('introduction/'))).toEqual([]);
  });
});

describe('the dates move', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await townWith();
    idOf = await personIds(town);
  }, 120_000);
  afterAll(() => closeInOrder(town));
  const AWAY = 'ida@by.example;2026-03-10;2026-03-27';

  test('before the start, to the day that the file says now', async () => {
    await importHires(town, { ida: { hired: '2026-03-03' } });
    await town.until('2026-03-02T15:00');
    expect(await runs(town)).toEqual([]);
    await town.until('2026-03-03T09:30');
    expect(about(town, 'Ida', 'introduction')).toEqual(['2026-03-03T08:00 Ida introduction/own']);
    expect(await dates(town, 'one-thread')).toEqual(['2026-03-03', '2026-03-17']);
  });

  test('after it, with the open steps; what is done stays', async () => {
    await introduced(town, idOf('Ida'), ['one-thread']);
    await importHires(town, { ida: { hired: '2026-03-02' } });
    expect(await dates(town, 'one-thread')).toEqual(['2026-03-03', '2026-03-17']);
    expect(await dates(town, 'lead-and-mandate')).toEqual(['2026-03-02', '2026-03-16']);
    expect((await open(town, 'introduction')).map((one) => one.dueOn)).toEqual([new Date('2026-03-17')]);
    expect((await runs(town)).length).toBe(1);
  });

  test('with leave, and the manager hears for the new date', async () => {
    await town.until('2026-03-10T07:00');
    await importHires(town, { ida: { hired: '2026-03-02' }, absences: [AWAY] });
    await town.until('2026-03-10T09:00');
    expect(await dates(town, 'lead-and-mandate')).toEqual(['2026-03-02', '2026-04-03']);
    const since = town.now();
    await town.until('2026-03-30T09:30');
    expect(about(town, 'Ida', 'introduction', since)).toEqual([
      expect.stringMatching(/^2026-03-30T08:00 Ida .*introduction\/halfway/),
    ]);
    expect(about(town, 'Lise', 'introduction', since)).toEqual([
      expect.stringMatching(/^2026-03-27T08:00 Lise .*introduction\/set-time/),
    ]);
  });

  test('back again, when the leave is taken back', async () => {
    await importHires(town, { ida: { hired: '2026-03-02' } });
    expect(await dates(town, 'lead-and-mandate')).toEqual(['2026-03-02', '2026-03-16']);
    expect(await dates(town, 'class')).toEqual(['2026-05-02', '2026-08-02']);
  });

  test('another manager sees to what the manager saw to', async () => {
    await importHires(town, { ida: { hired: '2026-03-02', manager: 'thomas@by.example' } });
    const owners = new Set((await open(town, 'program-step-manager')).map((one) => one.ownerId));
    expect(owners).toEqual(new Set([idOf('Thomas')]));
    const run = await idasRun(town);
    expect(
      JSON.stringify(await town.presses('Lise', 'program.open', {}, { force: true, data: { run: run.id } })),
    ).toContain(da.turn.notFound);
  });
});

describe('whose programme', () => {
  test('a leader has another than a caseworker', async () => {
    const town = await townWith();
    try {
      await town.inside(async ({ tx, tenantId }) => {
        const ida = await tx.person.findFirstOrThrow({ where: { tenantId, email: 'ida@by.example' } });
        const job = await tx.department.findFirstOrThrow({ where: { tenantId, code: 'YDE' } });
        await tx.department.update({ where: { tenantId_id: { tenantId, id: job.id } }, data: { managerId: ida.id } });
      });
      await town.until('2026-03-02T09:30');
      expect(await idasRun(town)).toMatchObject({ programKey: 'leaders' });
      expect(town.lastCard('Ida')).toContain('Ledelse på tværs');
    } finally {
      await closeInOrder(town);
    }
  });
});
