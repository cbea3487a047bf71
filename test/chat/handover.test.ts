import { words } from '../../content/words/words';
import {
  besideInput,
  callMeeting,
  cardWith,
  changedMunicipality,
  closeInOrder,
  heard,
  newestMeeting,
  personIds,
  REF,
  wholeDatabase,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const w = da.handovers;
const SAYS = 'Bo er god at tale med.';
const OTHER = 'BF-2025-0200';
const REASON = 'Jeg kender ikke A.K. endnu.';

describe('the baton', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const row = () =>
    town.inside(({ tx }) =>
      tx.pathway.findFirstOrThrow({
        where: { ref: REF },
        include: {
          teamSeatPathway: { where: { untilOn: null } },
          leadPeriodPathway: { orderBy: { id: 'asc' } },
          obligationPathway: { where: { closedAt: null } },
          handoverPathway: { orderBy: { n: 'asc' }, include: { handoverAskingHandover: { orderBy: { n: 'asc' } } } },
        },
      }),
    );
  const newest = async () => {
    const found = (await row()).handoverPathway.at(-1);
    if (!found) throw new Error('There is no handover');
    return found;
  };
  const owed = async (kind: string) =>
    (await row()).obligationPathway.filter((one) => one.kind === kind).map((one) => one.ownerId);
  const openForm = async (name: string) => {
    await town.says(name, `forløb ${REF}`);
    await town.presses(name, 'pathway.more');
    await town.presses(name, 'co-lead.form');
    await town.presses(name, 'handover.form');
  };
  const ask = async (name: string, who: string, inputs: Record<string, string> = {}) => {
    await openForm(name);
    return town.presses(name, 'handover.ask', { who, citizen: SAYS, ...inputs });
  };
  const told = (name: string, since?: string) =>
    heard(town, since).flatMap((line) => (line.slice(17).startsWith(`${name} `) ? [line.slice(17)] : []));
  const form = (name = 'Carla') => cardWith(town, name, w.form.title);

  describe('is passed on', () => {
    test('with what the citizen says, to somebody whom a ground reaches', async () => {
      await ask('Carla', '', { citizen: '' });
      expect(besideInput(form().card, 'who')).toContain(da.refusals['pick-somebody']);
      expect(besideInput(form().card, 'citizen')).toContain(da.refusals['citizen-or-why']);
      await ask('Carla', 'vibeke');
      expect(besideInput(form().card, 'who')).toContain(da.refusals['handover-no-ground']);
      expect(town.teams.actionsOf(form()).map(({ verb }) => verb)).toContain('ground.form');
      await ask('Carla', 'bo lin', { needs: 'CPR 010170-1234' });
      expect(besideInput(form().card, 'needs')).toContain(da.refusals.cpr);
      expect((await row()).handoverPathway).toEqual([]);

      await town.presses('Carla', 'handover.ask', { needs: 'Tirsdage er gode' }, { copies: 2 });
      expect(textOf(cardWith(town, 'Carla', w.asked.title.asked('Bo Lindgren')))).toContain(w.asked.text.asked);
      expect(await newest()).toMatchObject({ status: 'open', fromId: idOf('Carla') });
      expect((await row()).leadId).toBe(idOf('Carla'));
      expect(told('Bo')).toEqual(['Bo handover-answer/own']);
    });

    test('the asked one reads what the citizen says, and who leads meanwhile', async () => {
      const card = textOf(cardWith(town, 'Bo', w.answer.title.asked));
      for (const said of ['A.K.', SAYS, 'Tirsdage er gode', w.answer.asksOwn('Carla Holm'), w.answer.noNext])
        expect(card).toContain(said);
    });

    test('nobody else learns of it or may answer', async () => {
      const { id, version } = await newest();
      const data = { handover: id, version };
      for (const name of ['Gitte', 'Nanna', 'Sørine', 'Mette'])
        for (const verb of ['handover.accept', 'handover.decline', 'handover.name']) {
          const { card } = await town.presses(name, verb, {}, { force: true, data });
          expect([name, verb, card]).toEqual([name, verb, undefined]);
        }
      const stranger = { force: true, data: { pathway: (await row()).id } } as const;
      expect((await town.presses('Gitte', 'handover.form', {}, stranger)).text).toBe(da.turn.notFound);
      expect(await newest()).toMatchObject({ status: 'open', version });
      expect((await newest()).handoverAskingHandover.map((one) => one.status)).toEqual(['asked']);
    });

    test('one colleague is asked at a time', async () => {
      await openForm('Nanna');
      expect(town.lastCard('Nanna')).toContain(w.asked.title.asked('Bo Lindgren'));
    });
  });

  describe('is declined', () => {
    test('with a reason, which only whoever asked reads', async () => {
      await town.presses('Bo', 'handover.decline', { reason: '' });
      expect(besideInput(cardWith(town, 'Bo', w.answer.title.asked).card, 'reason')).toContain(
        da.refusals['decline-why'],
      );
      await town.presses('Bo', 'handover.decline', { reason: REASON }, { copies: 2 });

      const closed = textOf(cardWith(town, 'Bo', w.answer.title.declined));
      for (const gone of ['A.K.', SAYS, REASON]) expect(closed).not.toContain(gone);
      expect(told('Carla').filter((line) => line.includes('handover/'))).toEqual(['Carla handover/own']);
      expect(textOf(cardWith(town, 'Carla', w.asked.title.declined('Bo Lindgren')))).toContain(REASON);
      await openForm('Nanna');
      expect(town.lastCard('Nanna')).not.toContain(REASON);
      expect((await row()).leadId).toBe(idOf('Carla'));
      expect(await owed('handover-answer')).toEqual([]);
    });

    test('twice, and the two managers settle it', async () => {
      await ask('Carla', 'mette');
      await town.presses('Mette', 'handover.decline', { reason: 'Jeg går på orlov.' });

      expect(await newest()).toMatchObject({
        status: 'settling',
        leavingManagerId: idOf('Lise'),
        askedManagerId: idOf('Thomas'),
      });
      expect([told('Lise'), told('Thomas')]).toEqual([['Lise handover-settle/own'], ['Thomas handover-settle/own']]);
      const card = textOf(cardWith(town, 'Thomas', w.settle.title.open));
      expect(card).toContain(w.settle.withOther('Lise Leder'));
      expect(card).not.toContain('orlov');
      await openForm('Carla');
      expect(town.lastCard('Carla')).toContain(w.asked.title.settling(''));
    });
  });

  describe('is settled by the managers', () => {
    test('one names somebody, the other means another, and whoever is asked anew says yes', async () => {
      await town.presses('Lise', 'handover.name', { who: 'jonas' }, { copies: 2 });
      expect(textOf(cardWith(town, 'Lise', w.settle.title.named('Jonas Fjord')))).toContain(w.settle.states.named);
      expect(textOf(cardWith(town, 'Thomas', w.settle.title.open))).toContain(
        w.settle.other('Lise Leder', 'Jonas Fjord'),
      );
      expect(await owed('handover-settle')).toEqual([idOf('Thomas')]);
      expect((await row()).leadId).toBe(idOf('Carla'));

      await town.presses('Thomas', 'handover.name', { who: 'henrik' });
      expect(await owed('handover-settle')).toEqual([idOf('Lise')]);
      expect(told('Lise')).toEqual(['Lise handover-settle/own', 'Lise handover-settle/own']);
      await town.presses('Lise', 'handover.confirm', {}, { copies: 2 });

      const { leadId, leadPeriodPathway: periods, teamSeatPathway: seats } = await row();
      expect(leadId).toBe(idOf('Henrik'));
      expect(periods.map(({ personId, untilOn }) => [personId, untilOn === null])).toEqual([
        [idOf('Carla'), false],
        [idOf('Henrik'), true],
      ]);
      expect(seats.map((one) => one.personId)).toContain(idOf('Carla'));
      expect(await newest()).toMatchObject({ status: 'settled', toId: idOf('Henrik') });
      expect(await owed('handover-settle')).toEqual([]);
    });

    test('the new lead, the former one, the co-lead and the team are told; the citizen is the new lead’s to tell', async () => {
      expect(told('Henrik')).toEqual(expect.arrayContaining(['Henrik tell-citizen-lead/own']));
      expect(told('Carla').at(-1)).toBe('Carla handover/own');
      for (const name of ['Nanna', 'Bo', 'Mette', 'Jonas']) expect(told(name).at(-1)).toBe(`${name} notice/new-lead`);
      // No ground reaches Vibeke's department.
      expect(told('Vibeke')).toEqual([]);
      expect(await owed('tell-citizen-lead')).toEqual([idOf('Henrik')]);

      await town.presses('Henrik', 'lead.told', { how: '', toldOn: '2026-03-13' }, { force: true });
      const card = () => cardWith(town, 'Henrik', w.told.title.open('A.K.')).card;
      expect(besideInput(card(), 'how')).toContain(da.refusals['told-how']);
      expect(besideInput(card(), 'toldOn')).toContain(da.refusals['future-date']);
      await town.presses('Henrik', 'lead.told', { how: 'phone', toldOn: '2026-03-12' }, { copies: 2 });
      expect(textOf(cardWith(town, 'Henrik', w.told.title.told('A.K.')))).toContain(
        w.told.told('Henrik Toft', '2026-03-12', w.told.toldHow.phone),
      );
      expect(await owed('tell-citizen-lead')).toEqual([]);
    });

    test('nothing that was typed lies open in the database', async () => {
      const whole = await wholeDatabase(town);
      for (const text of [SAYS, REASON, 'orlov', 'Tirsdage']) expect(whole).not.toContain(text);
    });
  });

  describe('is taken', () => {
    test('by the co-lead, whose place is empty then; a second press changes nothing more', async () => {
      await callMeeting(town, { date: '2026-06-24', by: 'Henrik', invite: ['Bo', 'Mette'] });
      await ask('Henrik', 'nanna');
      await town.presses('Nanna', 'handover.accept', {}, { copies: 2 });
      const { leadId, coLeadId, leadPeriodPathway: periods, teamSeatPathway: seats } = await row();
      expect([leadId, coLeadId]).toEqual([idOf('Nanna'), null]);
      expect(periods).toHaveLength(3);
      expect(seats.map((one) => one.personId)).toContain(idOf('Henrik'));
      const before = await newest();
      const data = { handover: before.id, version: before.version };
      await town.presses('Nanna', 'handover.accept', {}, { force: true, data });
      expect(await newest()).toEqual(before);
      expect(await owed('tell-citizen-lead')).toEqual([idOf('Nanna')]);
    });

    test('with the meeting that is called: the new lead is expected at it, and the former one comes as one of the team', async () => {
      const { invitations } = await newestMeeting(town);
      expect(['Nanna', 'Henrik', 'Bo'].map((name) => [name, invitations[name]?.status])).toEqual([
        ['Nanna', 'lead'],
        ['Henrik', 'coming'],
        ['Bo', 'asked'],
      ]);
      expect(await owed('meeting-record')).toEqual([idOf('Nanna')]);
    });

    test('not when it was taken back', async () => {
      await ask('Nanna', 'bo lin');
      await town.presses('Nanna', 'handover.withdraw', {}, { copies: 2 });
      expect(textOf(cardWith(town, 'Bo', w.answer.title.withdrawn))).not.toContain('A.K.');
      const { id, version } = await newest();
      await town.presses('Bo', 'handover.accept', {}, { force: true, data: { handover: id, version } });
      expect((await row()).leadId).toBe(idOf('Nanna'));
      expect(await newest()).toMatchObject({ status: 'withdrawn' });
    });
  });

  test('whoever does not answer is reminded, then their manager is asked to help, and the lead hears of it', async () => {
    await ask('Nanna', 'jonas', { citizen: '', notAsked: 'Vi når det på tirsdag.' });
    await town.until('2026-03-20T12:00');
    const since = '2026-03-12T10:00';
    expect(heard(town, since).filter((line) => line.includes('handover-answer'))).toEqual([
      '2026-03-13T08:00 Jonas handover-answer/first',
      '2026-03-17T09:00 Jonas handover-answer/due',
      '2026-03-18T08:00 Birgitte handover-answer/manager',
      '2026-03-19T08:00 Nanna handover-answer/lead',
    ]);
    await town.presses('Jonas', 'handover.accept');
    expect((await row()).leadId).toBe(idOf('Jonas'));
  });

  describe('of a lead', () => {
    test('who came to another department goes on, or stays with a reason', async () => {
      const moved = changedMunicipality({
        'people.csv': (line) => (line.includes('jonas@') ? line.replace(';SKO;', ';FAM;') : line),
      });
      await town.imports(moved.folder);
      await town.imports(moved.folder);
      moved.remove();
      await town.until('2026-03-23T12:00');
      expect(told('Jonas', '2026-03-20T12:00')).toContain('Jonas lead-moved/first');
      expect(await owed('lead-moved')).toEqual([idOf('Jonas')]);
      await town.says('Jonas', 'venter');
      const pathway = (await row()).id;
      await town.presses('Jonas', 'lead.moved-open', {}, { force: true, data: { pathway } });
      await town.presses('Jonas', 'lead.keep', { reason: '' });
      expect(besideInput(cardWith(town, 'Jonas', w.moved.title.open).card, 'reason')).toContain(
        da.refusals['keep-why'],
      );
      await town.presses('Jonas', 'lead.keep', { reason: 'Vi er midt i noget.' }, { copies: 2 });
      expect(textOf(cardWith(town, 'Jonas', w.moved.title.kept))).toContain(w.moved.kept);
      expect(await owed('lead-moved')).toEqual([]);
    });

    test('who has left is the manager’s to pass on, and what the lead owed follows', async () => {
      const left = changedMunicipality({
        'people.csv': (line) => (line.includes('jonas@') ? null : line),
        'pathways.csv': (line) => line.replace('|jonas@by.example', '').replace('carla@by.example', ''),
      });
      await town.imports(left.folder);
      await town.imports(left.folder);
      left.remove();
      expect(await owed('lead-missing')).toEqual([null]);
      await town.until('2026-03-24T12:00');
      expect(await owed('lead-missing')).toEqual([idOf('Lise')]);
      expect(told('Lise', '2026-03-23T12:00')).toEqual(['Lise lead-missing/first']);
      const card = textOf(cardWith(town, 'Lise', w.missing.title.open(REF)));
      expect(card).toContain(w.missing.left('Jonas Fjord'));
      expect(card).not.toContain('A.K.');
      const former = { force: true, data: { pathway: (await row()).id } } as const;
      expect((await town.presses('Carla', 'handover.form', {}, former)).text).toBe(da.turn.notFound);

      await town.presses('Lise', 'handover.form');
      expect(town.lastCard('Lise')).not.toContain('A.K.');
      await town.presses('Lise', 'handover.ask', { who: 'carla', citizen: '', notAsked: 'Jeg kender ikke borgeren.' });
      await town.presses('Carla', 'handover.accept');
      expect((await row()).leadId).toBe(idOf('Carla'));
      expect(await owed('lead-missing')).toEqual([]);
      expect(await owed('tell-citizen-lead')).toEqual([idOf('Carla')]);
      expect((await row()).obligationPathway.filter((one) => one.ownerId === null && one.nature !== 'timer')).toEqual(
        [],
      );
    });
  });

  test('stops when the pathway ends', async () => {
    await ask('Carla', 'bo lin');
    await town.says('Carla', `forløb ${REF}`);
    await town.presses('Carla', 'pathway.more');
    await town.presses('Carla', 'pathway.end-form');
    await town.presses('Carla', 'pathway.end', { reason: 'goal-reached' });
    expect(await newest()).toMatchObject({ status: 'ended' });
    expect(textOf(cardWith(town, 'Bo', w.answer.title.ended))).not.toContain('A.K.');
    expect((await row()).obligationPathway).toEqual([]);
  });
});

describe('a baton that nobody takes', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const newest = (ref: string) =>
    town.inside(({ tx }) =>
      tx.handover.findFirstOrThrow({
        where: { pathway: { ref } },
        orderBy: { n: 'desc' },
        include: { pathway: true, handoverAskingHandover: { orderBy: { n: 'asc' } } },
      }),
    );
  const press = async (name: string, verb: string, data: Record<string, unknown>) =>
    town.presses(name, verb, {}, { force: true, data });
  const ask = async (name: string, ref: string, who: string) => {
    const { id } = await town.inside(({ tx }) => tx.pathway.findFirstOrThrow({ where: { ref } }));
    await press(name, 'handover.ask', { pathway: id, form: town.house.newId(), who, citizen: SAYS });
  };
  const decline = async (name: string, ref: string) => {
    const { id, version } = await newest(ref);
    await press(name, 'handover.decline', { handover: id, version, reason: REASON });
  };

  test('is settled at once where one manager leads both', async () => {
    await ask('Bo', OTHER, 'henrik');
    await decline('Henrik', OTHER);
    await ask('Bo', OTHER, 'malene');
    await decline('Malene', OTHER);
    expect(textOf(cardWith(town, 'Sørine', w.settle.title.open))).toContain(
      w.settle.textAlone('Henrik Toft og Malene Overby'),
    );
    await town.presses('Sørine', 'handover.name', { who: 'vibeke' });
    expect(besideInput(cardWith(town, 'Sørine', w.settle.title.open).card, 'who')).toContain(
      da.refusals['handover-no-ground'],
    );
    await town.presses('Sørine', 'handover.name', { who: 'daniel' });
    expect(await newest(OTHER)).toMatchObject({ status: 'settled', pathway: { leadId: idOf('Daniel') } });
  });

  test('goes back to whoever asked, when no ground reaches the asked one any more', async () => {
    await ask('Carla', REF, 'kasper');
    const { id } = await town.inside(({ tx }) => tx.ground.findFirstOrThrow({ where: { pathway: { ref: REF } } }));
    await press('Carla', 'ground.withdraw', { ground: id });
    expect((await newest(REF)).handoverAskingHandover.map((one) => one.status)).toEqual(['left']);
    expect(textOf(cardWith(town, 'Carla', w.asked.title.left('Kasper Egel')))).toContain(w.asked.text.left);
    expect(town.reads('Kasper').join(' ')).not.toContain('A.K.');
  });

  test('is heard of by the leader whom both managers have in common, or who leads the one, after a week', async () => {
    await town.inside(({ tx }) => tx.ground.updateMany({ data: { withdrawnAt: null } }));
    for (const [who, name] of [
      ['mette', 'Mette'],
      ['nikolaj', 'Nikolaj'],
    ] as const) {
      await ask('Carla', REF, who);
      await decline(name, REF);
    }
    for (const [who, name] of [
      ['henrik', 'Henrik'],
      ['malene', 'Malene'],
    ] as const) {
      await ask('Daniel', OTHER, who);
      await decline(name, OTHER);
    }
    await town.until('2026-03-20T12:00');
    expect(
      heard(town)
        .flatMap((line) => (line.includes('handover-settle') ? [line] : []))
        .sort(),
    ).toEqual([
      '2026-03-12T09:00 Lise handover-settle/own',
      '2026-03-12T09:00 Sørine handover-settle/own',
      '2026-03-12T09:00 Sørine handover-settle/own',
      '2026-03-12T09:00 Thomas handover-settle/own',
      '2026-03-13T08:00 Lise handover-settle/first',
      '2026-03-13T08:00 Sørine handover-settle/first',
      '2026-03-13T08:00 Thomas handover-settle/first',
      '2026-03-17T09:00 Lise handover-settle/due',
      '2026-03-17T09:00 Sørine handover-settle/due',
      '2026-03-17T09:00 Thomas handover-settle/due',
      '2026-03-18T08:00 Lise handover-settle/overdue',
      '2026-03-18T08:00 Sørine handover-settle/overdue',
      '2026-03-18T08:00 Thomas handover-settle/overdue',
      '2026-03-19T08:00 Dora handover-settle/common-leader handover-settle/common-leader handover-settle/common-leader',
    ]);
  });

  test('goes back to whoever asked, when the asked one has left; a manager who has left is replaced', async () => {
    const { id, version } = await newest(REF);
    await press('Lise', 'handover.name', { handover: id, version, who: 'mette' });
    // Sørine, who leads both who said no, finds somebody; that baton goes on.
    const settling = await newest(OTHER);
    await press('Sørine', 'handover.name', { handover: settling.id, version: settling.version, who: 'henrik' });
    await ask('Henrik', OTHER, 'bo lin');
    const left = changedMunicipality({
      'people.csv': (line) => (/^[^;]*;[^;]*;(?:thomas|bo)@/.test(line) ? null : line),
      'departments.csv': (line) => line.replace('thomas@by.example', ''),
      'pathways.csv': (line) => line.replace(/(?<=[;|])bo@by\.example[|]?/, ''),
    });
    await town.imports(left.folder);
    left.remove();
    await town.until('2026-03-23T12:00');
    expect((await newest(OTHER)).handoverAskingHandover.map((one) => one.status)).toEqual(['left']);
    expect(await newest(REF)).toMatchObject({ askedManagerId: idOf('Dora'), status: 'settling' });
    await town.presses('Dora', 'handover.confirm');
    expect(await newest(REF)).toMatchObject({ status: 'settled', pathway: { leadId: idOf('Mette') } });
  });
});
