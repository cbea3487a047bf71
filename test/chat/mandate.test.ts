import { words } from '../../content/words/words';
import {
  besideInput,
  callMeeting,
  cardWith,
  changedMunicipality,
  choicesOf,
  closeInOrder,
  inputsOf,
  personIds,
  wholeDatabase,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const en = words('en');
const FIRST = 'Du kan aftale praktik og mentor.\nSpørg mig først om alt over 10.000 kr.';
const SECOND = 'Du kan aftale praktik, mentor og løntilskud.';

describe('the mandate of a department', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const answerTo = async (name: string, text: string) => (await town.says(name, text)).map(textOf);
  const newest = (name: string) => town.teams.chat(town.person(name).entraId).at(-1)?.card;
  const departmentOf = (name: string) =>
    town.inside(async ({ tx }) => (await tx.person.findFirstOrThrow({ where: { id: idOf(name) } })).departmentId);
  const rows = () =>
    town.inside(({ tx, tenantId }) => tx.mandate.findMany({ where: { tenantId }, orderBy: { id: 'asc' } }));
  const write = async (name: string, text: string, more: { copies?: number; together?: boolean } = {}) => {
    await town.says(name, 'mandat');
    return town.presses(name, 'mandate.write', { text }, { force: true, ...more });
  };
  /** A press that no card of the person offers. */
  const tries = (name: string, verb: string, data: Record<string, unknown>) =>
    town.teams.execute(town.person(name).entraId, { verb, data });

  test('before anything is written, staff are told whom to ask, and the manager gets the form', async () => {
    expect(await answerTo('Bo', 'mandat')).toEqual([expect.stringContaining(da.mandate.reading.none)]);
    expect(town.lastCard('Bo')).toContain(da.mandate.reading.ask);
    expect(await answerTo('Daniel', 'mandate')).toEqual([expect.stringContaining(en.mandate.reading.none)]);

    const [form] = await answerTo('Sørine', 'mandat');
    expect(form).toContain(da.mandate.form.title);
    expect(form).toContain(da.mandate.form.example);
    expect(form).toContain(da.mandate.form.shown);
    expect(inputsOf(newest('Sørine'))).toEqual({ text: '' });
  });

  test('is written once, however often the press is delivered, and kept sealed', async () => {
    await write('Sørine', `  ${FIRST}\r\n`, { copies: 3, together: true });

    expect(town.lastCard('Sørine')).toContain(da.mandate.reading.ownTitle);
    expect(town.lastCard('Sørine')).toContain('Du kan aftale praktik og mentor. | ');
    expect(town.lastCard('Sørine')).toContain(da.mandate.reading.by(town.person('Sørine').name, '12. marts 2026'));
    expect(await rows()).toMatchObject([{ departmentId: await departmentOf('Sørine'), byId: idOf('Sørine') }]);
    expect(await wholeDatabase(town)).not.toContain('praktik og mentor');
    const audited = await town.inside(({ tx, tenantId }) =>
      tx.auditRow.findMany({ where: { tenantId, act: 'mandate.write' } }),
    );
    expect(audited).toMatchObject([
      { actorId: idOf('Sørine'), matterKind: 'mandate', codes: [await departmentOf('Sørine')], pathwayId: null },
    ]);
  });

  test('stands on the cards of those who looked before', async () => {
    expect(textOf(cardWith(town, 'Bo', da.mandate.reading.title))).toContain('praktik og mentor');
    expect(textOf(cardWith(town, 'Daniel', en.mandate.reading.title))).toContain('praktik og mentor');
    expect(await answerTo('Bo', 'mandat')).toEqual([expect.stringContaining('Spørg mig først om alt over 10.000 kr.')]);
  });

  test('the manager finds it in the form, and the same words again write nothing', async () => {
    await town.says('Sørine', 'mandat');
    expect(inputsOf(newest('Sørine'))).toEqual({ text: FIRST });
    await town.presses('Sørine', 'mandate.write');

    expect(await rows()).toHaveLength(1);
    expect(town.lastCard('Sørine')).toContain(da.mandate.reading.ownTitle);
  });

  test('can be put back to what it was before: every wording is a row of its own', async () => {
    await write('Sørine', SECOND);
    await write('Sørine', FIRST);
    await write('Sørine', SECOND);

    expect(await rows()).toHaveLength(4);
    expect(await answerTo('Bo', 'mandat')).toEqual([expect.stringContaining(SECOND)]);
  });

  test.each([
    { what: 'nothing', text: ' ', says: da.refusals['mandate-missing'], kept: ' ' },
    {
      what: 'more than fits',
      text: 'Æ'.repeat(601),
      says: da.mandate.form.tooLong(601, 600),
      kept: 'Æ'.repeat(601),
    },
    {
      what: 'a CPR number',
      text: 'Du kan hjælpe 120370-4321 med alt.',
      says: da.refusals.cpr,
      kept: 'Du kan hjælpe ••••••-•••• med alt.',
    },
  ])('$what is refused beside the input, and what stands goes on', async ({ text, says, kept }) => {
    await write('Sørine', text);

    expect(besideInput(newest('Sørine'), 'text')).toContain(says);
    expect(inputsOf(newest('Sørine')).text?.trim()).toBe(kept.trim());
    expect(await rows()).toHaveLength(4);
    expect(await wholeDatabase(town)).not.toContain('120370-4321');
    await town.presses('Sørine', 'mandate.write', { text: SECOND });
    expect(town.lastCard('Sørine')).toContain(da.mandate.reading.ownTitle);
  });

  test.each([
    { who: 'Bo', is: 'of the department', sees: true },
    { who: 'Carla', is: 'of another department', sees: false },
    { who: 'Thomas', is: 'the manager of another department', sees: false },
    { who: 'Dora', is: 'above its manager', sees: false },
    { who: 'Malene', is: 'the deputy of a manager who is at work', sees: true },
    { who: 'Helle', is: 'the system administrator', sees: false },
  ])('$who, $is, cannot write it (and sees it: $sees)', async ({ who, sees }) => {
    const department = await departmentOf('Sørine');
    const over = (await rows()).at(-1)?.id;

    const written = await tries(who, 'mandate.write', { department, over, text: 'Alt.' });
    expect(written).toMatchObject({ kind: 'message', text: da.turn.notFound });
    const withCpr = await tries(who, 'mandate.write', { department, over, text: '120370-4321' });
    for (const press of [
      withCpr,
      await tries(who, 'mandate.open', { department }),
      await tries(who, 'mandate.form', { department }),
    ])
      expect(JSON.stringify(press).includes(SECOND)).toBe(sees);
    expect(await rows()).toHaveLength(4);
  });

  test('an unknown department is answered as one that is somebody else’s', async () => {
    for (const department of [town.house.newId(), 'JOB', '']) {
      const opened = await tries('Carla', 'mandate.form', { department });
      if (department !== '') expect(opened).toMatchObject({ kind: 'message', text: da.turn.notFound });
    }
  });

  test('whoever has several departments is asked which, and one that has no manager is the one above’s', async () => {
    const [pick] = await answerTo('Dora', 'mandat');
    expect(pick).toContain(da.mandate.pick.title);
    expect(choicesOf(newest('Dora'), 'department')).toEqual(
      ['Ledelse', 'Ydelse'].map((name) => `${name} · ${da.mandate.pick.writes}`),
    );
    await town.presses('Dora', 'mandate.open', {}, { force: true });
    expect(besideInput(newest('Dora'), 'department')).toContain(da.mandate.pick.missing);

    await town.presses('Dora', 'mandate.open', { department: await departmentOf('Vibeke') });
    await town.presses('Dora', 'mandate.write', { text: 'Du kan love svar inden en uge.' });
    expect(await answerTo('Vibeke', 'mandat')).toEqual([expect.stringContaining('Du kan love svar inden en uge.')]);
  });

  test('two who write at once: the second sees the first’s words, and may write over them', async () => {
    const away = changedMunicipality({
      'absences.csv': 'email;from_on;to_on\nsoerine@by.example;2026-03-12;2026-03-13\n',
    });
    try {
      await town.says('Sørine', 'mandat');
      await town.imports(away.folder);
      await write('Malene', 'Du kan aftale alt indtil fredag.');
      expect(town.lastCard('Malene')).toContain(da.mandate.reading.by(town.person('Malene').name, '12. marts 2026'));

      await town.presses('Sørine', 'mandate.write', { text: 'Ring til mig.' });
      const form = newest('Sørine');
      expect(besideInput(form, 'text')).toContain(da.mandate.form.changed);
      expect(inputsOf(form)).toEqual({ text: 'Ring til mig.' });
      expect(town.lastCard('Sørine')).toContain('Du kan aftale alt indtil fredag.');

      await town.presses('Sørine', 'mandate.write');
      expect(await answerTo('Bo', 'mandat')).toEqual([expect.stringContaining('Ring til mig.')]);
    } finally {
      away.remove();
    }
  });

  test('the deputy writes only while the manager is away', async () => {
    const back = changedMunicipality({ 'absences.csv': 'email;from_on;to_on\n' });
    try {
      await town.says('Malene', 'mandat');
      expect(town.lastCard('Malene')).toContain(da.mandate.form.title);
      await town.imports(back.folder);
      const pressed = await town.presses('Malene', 'mandate.write', { text: 'For sent.' });

      expect(pressed).toMatchObject({ kind: 'message', text: da.turn.notFound });
      expect(await answerTo('Malene', 'mandat')).toEqual([expect.stringContaining('Ring til mig.')]);
    } finally {
      back.remove();
    }
  });

  test('stands on invitations, and is new on those that were sent before', async () => {
    await callMeeting(town, { date: '2026-04-15', invite: ['Bo', 'Mette'] });
    expect(textOf(cardWith(town, 'Bo', da.invitation.come))).toContain('Ring til mig.');
    await write('Sørine', FIRST);

    expect(textOf(cardWith(town, 'Bo', da.invitation.come))).toContain('praktik og mentor');
    expect(textOf(cardWith(town, 'Mette', da.invitation.come))).not.toContain('praktik og mentor');
  });

  test('a button of the help card leads to it', async () => {
    await town.says('Mette', 'hjælp');
    await town.presses('Mette', 'home.mandate');

    expect(town.lastCard('Mette')).toContain(da.mandate.reading.none);
  });
});
