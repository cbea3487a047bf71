import { words } from '../../content/words/words';
import {
  besideInput,
  cardWith,
  choicesOf,
  closeInOrder,
  heard,
  inputsOf,
  personIds,
  REF,
  wholeDatabase,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const CPR = '010170-1234';

describe('a pathway is begun', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const pathway = (ref: string) =>
    town.inside(({ tx }) =>
      tx.pathway.findFirst({ where: { ref }, include: { leadPeriodPathway: true, caseNumberPathway: true } }),
    );
  const begin = async (name: string, inputs: Record<string, string>) => {
    await town.says(name, 'nyt forløb');
    return town.presses(name, 'pathway.begin', { alias: 'Ravn', ...inputs });
  };
  const form = (name: string) => cardWith(town, name, da.pathwayBegin.title).card;

  test('from a form that proposes the next reference, the usual model and today', async () => {
    await town.says('Carla', 'nyt forløb');

    expect(inputsOf(form('Carla'))).toEqual({
      ref: 'BF-2026-0001',
      alias: '',
      born: '',
      model: 'ballerup',
      started: '2026-03-12',
      coLead: '',
      system: '',
      number: '',
    });
    expect(choicesOf(form('Carla'), 'model')).toContain(da.models.ballerup);
  });

  test('by whoever is employed, who leads it in their own department from then on', async () => {
    await town.presses('Carla', 'pathway.begin', {
      alias: 'Ravn',
      born: '2009-05-01',
      started: '2026-03-01',
      coLead: 'gitte',
      system: 'dubu',
      number: 'sag 26-77',
    });

    const card = town.lastCard('Carla');
    for (const shown of ['Ravn', 'BF-2026-0001', 'Carla Holm', 'Gitte Bøj', 'Socialafdeling', 'DUBU sag 26-77'])
      expect(card).toContain(shown);
    expect(card).toContain(da.pathway.nobodyYetText);
    const made = await pathway('BF-2026-0001');
    expect(made).toMatchObject({ leadId: idOf('Carla'), coLeadId: idOf('Gitte'), status: 'open', model: 'ballerup' });
    expect(made?.leadPeriodPathway).toMatchObject([{ personId: idOf('Carla'), untilOn: null }]);
    expect(heard(town).filter((line) => line.includes('co-lead-set'))).toEqual([
      '2026-03-12T09:00 Gitte notice/co-lead-set',
    ]);
  });

  test('with alias, birthday and case number sealed', async () => {
    const all = await wholeDatabase(town);

    for (const secret of ['Ravn', '2009-05-01', 'sag 26-77']) expect(all).not.toContain(secret);
  });

  test('once, however often the form is pressed', async () => {
    await begin('Carla', { ref: 'BF-2026-0050' });
    const before = await town.inside(({ tx }) => tx.pathway.count());
    await town.says('Carla', 'new pathway');
    await town.presses('Carla', 'pathway.begin', { ref: 'BF-2026-0051', alias: 'Måge' }, { copies: 3, together: true });

    expect(await town.inside(({ tx }) => tx.pathway.count())).toBe(before + 1);
  });

  test('also from the list of one’s own pathways', async () => {
    await town.says('Henrik', 'forløb');
    await town.presses('Henrik', 'pathway.new');
    expect(textOf(cardWith(town, 'Henrik', da.pathwayBegin.title))).toContain(da.pathwayBegin.text);
    await town.presses('Henrik', 'pathway.list');
    expect(town.lastCard('Henrik')).toContain(da.pathways.none);
  });

  test.each([
    { what: 'a reference in use', inputs: { ref: REF.toLowerCase() }, at: 'ref', code: 'ref-taken' },
    { what: 'a reference without a number', inputs: { ref: 'Familien' }, at: 'ref', code: 'bad-ref' },
    { what: 'a full name', inputs: { alias: 'Anna Lund' }, at: 'alias', code: 'bad-alias' },
    { what: 'a year', inputs: { alias: 'Birk2009' }, at: 'alias', code: 'bad-alias' },
    { what: 'a birthday ahead', inputs: { born: '2026-04-01' }, at: 'born', code: 'bad-birth-date' },
    { what: 'a start ahead', inputs: { started: '2026-03-13' }, at: 'started', code: 'bad-start' },
    { what: 'a start too long ago', inputs: { started: '2025-03-11' }, at: 'started', code: 'bad-start' },
    { what: 'a co-lead nobody knows', inputs: { coLead: 'xyz' }, at: 'coLead', code: 'nobody-found' },
    { what: 'one letter of a co-lead', inputs: { coLead: 'x' }, at: 'coLead', code: 'query-too-short' },
    { what: 'a co-lead of elsewhere', inputs: { coLead: 'bo lind' }, at: 'coLead', code: 'co-lead-other-department' },
    { what: 'a system without number', inputs: { system: 'DUBU' }, at: 'number', code: 'number-missing' },
    { what: 'a number without system', inputs: { number: '26-1' }, at: 'system', code: 'system-missing' },
    { what: 'a CPR number as alias', inputs: { alias: CPR }, at: 'alias', code: 'cpr' },
    { what: 'a CPR number as case number', inputs: { system: 'DUBU', number: CPR }, at: 'number', code: 'cpr' },
  ] as const)(
    'never with $what: the fault stands beside it, and the rest as it was typed',
    async ({ inputs, at, code }) => {
      const count = () => town.inside(({ tx }) => tx.pathway.count());
      const before = await count();
      await town.says('Carla', 'nyt forløb');
      await town.presses('Carla', 'pathway.begin', { ref: 'BF-2026-0999', alias: 'Spurv', ...inputs }, { force: true });

      expect(besideInput(form('Carla'), at)).toContain(da.refusals[code]);
      const typed = { ref: 'BF-2026-0999', alias: 'Spurv', ...inputs };
      const kept = inputsOf(form('Carla'));
      for (const [input, value] of Object.entries(typed)) expect(kept[input]).toBe(value === CPR ? '' : value);
      expect(await count()).toBe(before);
    },
  );

  test('with a co-lead to pick where several fit', async () => {
    await begin('Bo', { ref: 'BF-2026-0300', coLead: 'ma' });
    expect(besideInput(form('Bo'), 'coLead')).toContain(da.refusals['several-found']);
    expect(choicesOf(form('Bo'), 'coLeadId')).toEqual(['Malene Overby, Jobcenter', 'Helle Marcus, Ledelse']);

    await town.presses('Bo', 'pathway.begin', { coLeadId: idOf('Malene') });
    expect(await pathway('BF-2026-0300')).toMatchObject({ coLeadId: idOf('Malene'), leadId: idOf('Bo') });
  });
});

describe('those who lead a pathway', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));
  const row = () =>
    town.inside(({ tx }) => tx.pathway.findFirstOrThrow({ where: { ref: REF }, include: { caseNumberPathway: true } }));
  const open = async (name: string, verb: string) => {
    await town.says(name, `forløb ${REF}`);
    await town.presses(name, 'pathway.more');
    await town.presses(name, verb);
  };

  describe('keep its case numbers', () => {
    test('added, changed and taken away, each on the pathway’s card at once', async () => {
      await open('Carla', 'case-number.form');
      expect(town.lastCard('Carla')).toContain('25-1');
      await town.presses('Carla', 'case-number.save', { system: 'other', other: 'nexus', number: 'N-4' });
      await town.presses('Carla', 'case-number.save', { system: 'DUBU', number: '26-9' });
      const card = cardWith(town, 'Carla', da.caseNumbers.title);
      expect(textOf(card)).toContain('Nexus:  | N-4');
      expect(textOf(card)).toContain('26-9');
      expect(textOf(card)).not.toContain('25-1');

      const nexus = (await row()).caseNumberPathway.find((one) => one.system === 'Nexus');
      await town.presses('Carla', 'case-number.remove', { remove: nexus?.id ?? '' });
      expect(textOf(cardWith(town, 'Carla', da.caseNumbers.title))).not.toContain('N-4');
      await town.says('Carla', `forløb ${REF}`);
      expect(town.lastCard('Carla')).toContain('DUBU 26-9');
      expect(town.lastCard('Carla')).not.toContain('Nexus');
    });

    test('which an import does not put back', async () => {
      await open('Carla', 'case-number.form');
      const dubu = (await row()).caseNumberPathway.find((one) => one.system === 'DUBU');
      await town.presses('Carla', 'case-number.remove', { remove: dubu?.id ?? '' });
      await town.imports('test/support/municipality');
      await town.says('Carla', `forløb ${REF}`);
      expect(town.lastCard('Carla')).not.toContain('DUBU');
    });

    test.each([
      { inputs: { system: 'other', other: '', number: '7' }, at: 'other', code: 'system-missing' },
      { inputs: { system: 'DUBU', number: '' }, at: 'number', code: 'number-missing' },
      { inputs: { system: 'DUBU', number: CPR }, at: 'number', code: 'cpr' },
    ] as const)('with the fault beside the input: $code', async ({ inputs, at, code }) => {
      await open('Carla', 'case-number.form');
      await town.presses('Carla', 'case-number.save', inputs, { force: true });

      expect(besideInput(cardWith(town, 'Carla', da.caseNumbers.title).card, at)).toContain(da.refusals[code]);
      expect(await wholeDatabase(town)).not.toContain(CPR);
    });
  });

  describe('choose who helps to lead it', () => {
    test('anybody of the team whose department has ground, and both are told', async () => {
      await open('Carla', 'co-lead.form');
      expect(choicesOf(cardWith(town, 'Carla', da.pathwayCoLead.text).card, 'person').join()).toMatch(
        /^Bo Lindgren.*Jonas Fjord.*Mette Rosen[^,]*, [^,]*$/,
      );
      await town.presses('Carla', 'co-lead.set', { person: idOf('Bo') });

      expect(town.lastCard('Carla')).toContain('Bo Lindgren');
      expect((await row()).coLeadId).toBe(idOf('Bo'));
      expect(
        heard(town)
          .map((line) => line.slice(17))
          .sort(),
      ).toEqual(['Bo notice/co-lead-set', 'Nanna notice/co-lead-ended']);
    });

    test('at once: the one before sees the pathway no longer, the new one changes it', async () => {
      expect((await town.says('Nanna', `forløb ${REF}`)).map(textOf)).toEqual([da.turn.notFound]);
      await town.says('Bo', `forløb ${REF}`);
      expect(town.lastCard('Bo')).toContain(da.pathway.more);
    });

    test('what a co-lead owes follows the role', async () => {
      const obligation = await town.inside(async ({ tx, tenantId, house, now }) => {
        const { id: pathwayId } = await tx.pathway.findFirstOrThrow({ where: { ref: REF } });
        const id = house.newId();
        await tx.obligation.create({
          data: {
            ...{ tenantId, id, pathwayId, kind: 'link-answer', nature: 'right', matterKind: 'test', matterId: id },
            ...{ round: 1, ownerRole: 'co-lead', ownerId: idOf('Bo'), ownerKey: 'co-lead', ladder: 'link-answer' },
            ...{ anchors: { opened: '2026-03-12' }, status: 'open', openedAt: now },
          },
        });
        return id;
      });
      const owner = async () =>
        (await town.inside(({ tx }) => tx.obligation.findFirstOrThrow({ where: { id: obligation } }))).ownerId;
      const settle = () =>
        town.inside(({ tx, tenantId, now }) =>
          tx.obligation.update({
            where: { tenantId_id: { tenantId, id: obligation } },
            data: { status: 'met', closedAt: now, nextAt: null },
          }),
        );
      const { id, version } = await row();
      const press = (verb: string, data: object) =>
        town.teams.execute(town.person('Carla').entraId, { verb, data: { pathway: id, ...data } });
      await press('co-lead.set', { version, person: idOf('Mette') });
      expect(await owner()).toBe(idOf('Mette'));
      await press('co-lead.remove', { version: version + 1 });
      expect(await owner()).toBe(idOf('Carla'));
      expect((await row()).coLeadId).toBeNull();
      await settle();
      await town.settle();
    });

    test('by search, where only a department with ground will do', async () => {
      await open('Carla', 'co-lead.form');
      await town.presses('Carla', 'co-lead.find', { query: 'vibeke' });
      const [option] = choicesOf(cardWith(town, 'Carla', da.pathwayFind.title['co-lead']).card, 'person');
      expect(option).toContain(da.pathwayFind.noGround);
      await town.presses('Carla', 'co-lead.set', { person: idOf('Vibeke') });
      expect(besideInput(cardWith(town, 'Carla', da.pathwayFind.title['co-lead']).card, 'person')).toContain(
        da.refusals['co-lead-no-ground'],
      );
      await town.presses('Carla', 'co-lead.find', { query: 'nanna' });
      await town.presses('Carla', 'co-lead.set', { person: idOf('Nanna') });
      expect((await row()).coLeadId).toBe(idOf('Nanna'));
    });

    test('and a co-lead may step down, and is thanked rather than refused', async () => {
      await open('Nanna', 'co-lead.form');
      await town.presses('Nanna', 'co-lead.remove');

      expect(town.lastCard('Nanna')).toContain(da.pathwayCoLead.stepped.title);
      expect((await row()).coLeadId).toBeNull();
    });
  });

  test('are refused kindly when somebody else changed it in between', async () => {
    await open('Carla', 'case-number.form');
    const { version } = await row();
    await town.inside(({ tx, tenantId }) =>
      tx.pathway.updateMany({ where: { tenantId, ref: REF }, data: { version: version + 1 } }),
    );
    await town.presses('Carla', 'case-number.save', { system: 'Fasit', number: 'F-1' });

    const card = cardWith(town, 'Carla', da.refusals['changed-meanwhile']).card;
    expect(inputsOf(card)).toMatchObject({ system: 'Fasit', number: 'F-1' });
    await town.presses('Carla', 'case-number.save');
    expect(textOf(cardWith(town, 'Carla', da.caseNumbers.title))).toContain('F-1');
  });
});
