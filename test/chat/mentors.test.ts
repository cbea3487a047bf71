import { words } from '../../content/words/words';
import { cardWith, choicesOf, closeInOrder, heardOfAll, personIds, wholeDatabase } from '../support/meeting-steps';
import { importHires, withHires } from '../support/new-hires';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const w = da.mentors;

// Weeks of a municipality's life: more than half a minute on a machine that does other things as well.
jest.setTimeout(120_000);

describe('a mentor', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    const made = withHires();
    try {
      town = await openTown({ at: '2026-02-27T09:00', folder: made.folder });
    } finally {
      made.remove();
    }
    idOf = await personIds(town);
    await town.until('2026-03-02T10:00');
  }, 120_000);
  afterAll(() => closeInOrder(town));

  const mentorships = () =>
    town.inside(({ tx, tenantId }) => tx.mentorship.findMany({ where: { tenantId }, orderBy: { n: 'asc' } }));
  const statuses = async () => (await mentorships()).map((one) => one.status);
  const finding = () =>
    town.inside(({ tx, tenantId }) =>
      tx.obligation.findMany({ where: { tenantId, kind: 'mentor-find' }, orderBy: { round: 'asc' } }),
    );
  const stepOwner = async () => {
    const step = await town.inside(({ tx, tenantId }) =>
      tx.obligation.findFirstOrThrow({ where: { tenantId, kind: 'program-step-mentor' } }),
    );
    return step.ownerId;
  };
  const told = (name: string) => town.reads(name).join('\n');

  test('is asked for on the first day, among the colleagues of the department', async () => {
    const card = cardWith(town, 'Lise', w.find.title.open('Ida Ny'));
    expect(choicesOf(card.card, 'mentor')).toEqual([
      'Carla Holm',
      'Dorthe Vang',
      'Ejner Gammel',
      'Gitte Bøj',
      'Nanna Vest',
      w.find.other,
    ]);
    expect(await stepOwner()).toBe(idOf('Lise'));
    await town.presses('Lise', 'mentor.ask', {});
    expect(await mentorships()).toEqual([]);
    // It is said at the colleagues that one picks from, above the name of another.
    const said = textOf(cardWith(town, 'Lise', w.find.title.open('Ida Ny')));
    expect(said).toContain(da.refusals['pick-somebody']);
    expect(said.indexOf(da.refusals['pick-somebody'])).toBeLessThan(said.indexOf(w.find.who));
  });

  test('who is asked hears of it, and Ida does not', async () => {
    await town.presses('Lise', 'mentor.ask', { mentor: idOf('Carla') });
    expect(await mentorships()).toMatchObject([{ status: 'asked', mentorId: idOf('Carla'), askedById: idOf('Lise') }]);
    expect(town.lastCard('Carla')).toContain(w.answer.title.asked('Ida Ny'));
    expect(told('Ida')).not.toContain('Carla');
    expect(textOf(cardWith(town, 'Lise', w.find.title.asked('Ida Ny')))).toContain('Carla Holm');
  });

  test('nobody else can answer', async () => {
    const [asked] = await mentorships();
    for (const verb of ['mentor.accept', 'mentor.decline', 'mentor.open'])
      for (const name of ['Bo', 'Lise', 'Ida']) {
        const outcome = await town.presses(name, verb, {}, { force: true, data: { mentorship: asked?.id ?? '' } });
        expect(JSON.stringify(outcome)).toContain(da.turn.notFound);
      }
    expect(await statuses()).toEqual(['asked']);
  });

  test('a no takes a reason, which the manager reads; Ida never hears of it', async () => {
    await town.presses('Carla', 'mentor.decline', { reason: '' });
    expect(await statuses()).toEqual(['asked']);
    await town.presses('Carla', 'mentor.decline', { reason: 'Jeg er mentor for Ejner' });
    await town.presses(
      'Carla',
      'mentor.decline',
      {},
      { force: true, data: { mentorship: (await mentorships())[0]?.id ?? '' } },
    );
    expect(await statuses()).toEqual(['declined']);
    expect(town.lastCard('Lise')).toContain('Jeg er mentor for Ejner');
    expect((await finding()).map((one) => one.status)).toEqual(['cancelled', 'open']);
    expect(told('Ida')).not.toContain('Carla');
    expect(await wholeDatabase(town)).not.toContain('mentor for Ejner');
  });

  test('somebody of another department is found by name', async () => {
    await town.presses('Lise', 'mentor.ask', { mentor: 'other', who: 'Lindgren' });
    expect((await mentorships()).at(-1)).toMatchObject({ status: 'asked', mentorId: idOf('Bo'), n: 2 });
    expect(town.lastCard('Bo')).toContain(w.answer.title.asked('Ida Ny'));
  });

  test('a yes is told to Ida, once, and what a mentor sees to is theirs', async () => {
    await town.presses('Bo', 'mentor.accept');
    await town.presses(
      'Bo',
      'mentor.accept',
      {},
      { force: true, data: { mentorship: (await mentorships()).at(-1)?.id ?? '' } },
    );
    expect(await statuses()).toEqual(['declined', 'accepted']);
    expect(town.reads('Ida').filter((text) => text.includes(w.told.title('Bo Lindgren')))).toHaveLength(1);
    expect(textOf(cardWith(town, 'Ida', da.programs.title.open('Ida')))).toContain('Bo Lindgren');
    expect(await stepOwner()).toBe(idOf('Bo'));
    expect((await finding()).filter((one) => one.closedAt === null)).toEqual([]);
    await town.says('Bo', 'mentor');
    expect(town.lastCard('Bo')).toContain(da.onboarding.mentored);
  });

  test('another later, by the manager: the old one is told when it is over', async () => {
    await town.says('Lise', 'onboarding');
    await town.presses('Lise', 'program.pick');
    await town.presses('Lise', 'mentor.form');
    await town.presses('Lise', 'mentor.ask', { mentor: idOf('Ejner') });
    expect(await statuses()).toEqual(['declined', 'ended', 'asked']);
    expect(town.lastCard('Bo')).toContain(w.answer.title.ended('Ida Ny'));
    expect(await stepOwner()).toBe(idOf('Lise'));
    await town.presses('Ejner', 'mentor.accept');
    expect(await stepOwner()).toBe(idOf('Ejner'));
    expect(town.reads('Ida').filter((text) => text.includes(w.told.title('Ejner Gammel')))).toHaveLength(1);
  });

  test('one who leaves: the manager is asked anew', async () => {
    const cards = () => heardOfAll(town).filter((line) => line.includes(' Lise mentor-find/own')).length;
    const before = cards();
    await importHires(town, { gone: ['Ejner Gammel'] });
    await town.until('2026-03-03T09:30');
    expect(await statuses()).toEqual(['declined', 'ended', 'ended']);
    expect((await finding()).filter((one) => one.closedAt === null)).toMatchObject([{ ownerId: idOf('Lise') }]);
    expect(cards() - before).toBe(1);
    expect(await stepOwner()).toBe(idOf('Lise'));
  });
});
