import { words } from '../../content/words/words';
import {
  besideInput,
  callMeeting,
  cardWith,
  choicesOf,
  closeInOrder,
  heard,
  inputsOf,
  openForm,
  personIds,
  REF,
  wholeDatabase,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const team = da.pathwayTeam;

describe('the team of a pathway', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const row = () => town.inside(({ tx }) => tx.pathway.findFirstOrThrow({ where: { ref: REF } }));
  const seatOf = async (name: string) =>
    town.inside(({ tx }) =>
      tx.teamSeat.findFirst({ where: { pathway: { ref: REF }, personId: idOf(name), untilOn: null } }),
    );
  const openTeam = async (name = 'Carla') => {
    await town.says(name, `forløb ${REF}`);
    await town.presses(name, 'pathway.team');
  };
  const onTeamCard = (name = 'Carla') => cardWith(town, name, team.title('A.K.'));
  const add = async (query: string, name: string) => {
    await openTeam();
    await town.presses('Carla', 'team.find', { query });
    return town.presses('Carla', 'team.add', { person: idOf(name) });
  };
  const told = (name: string) => heard(town).flatMap((line) => (line.slice(17).startsWith(`${name} `) ? [line] : []));

  describe('gets somebody', () => {
    test('who is found by a part of the name, if they are employed and not in it', async () => {
      await openTeam();
      await town.presses('Carla', 'team.find', { query: 'ka' });
      expect(choicesOf(cardWith(town, 'Carla', da.pathwayFind.title.team).card, 'person')).toEqual([
        'Kasper Egel, Skole og ungdom',
      ]);

      await town.presses('Carla', 'team.find', { query: 'carla' });
      expect(besideInput(cardWith(town, 'Carla', da.pathwayFind.title.team).card, 'query')).toContain(
        da.refusals['nobody-found'],
      );
    });

    test('with one press, and they are told at once', async () => {
      await add('kasper', 'Kasper');

      expect(town.lastCard('Carla')).toContain(team.added.told('Kasper Egel'));
      expect(await seatOf('Kasper')).toMatchObject({ resting: false });
      expect(told('Kasper')).toEqual(['2026-03-12T09:00 Kasper notice/team-joined']);
      await town.presses('Kasper', 'pathway.open');
      expect(town.lastCard('Kasper')).toContain('A.K.');
    });

    test('without ground: marked, told nothing, and the lead is offered to register one', async () => {
      await town.inside(({ tx, tenantId }) =>
        tx.teamSeat.updateMany({
          where: { tenantId, personId: idOf('Vibeke') },
          data: { untilOn: new Date('2026-03-01') },
        }),
      );
      await add('vibeke', 'Vibeke');

      expect(town.lastCard('Carla')).toContain(team.added.noGround('Vibeke Abild', 'Ydelse'));
      expect(town.lastCard('Carla')).toContain(team.added.ground);
      expect(told('Vibeke')).toEqual([]);
      expect((await town.says('Vibeke', `forløb ${REF}`)).map(textOf)).toEqual([da.turn.notFound]);
      await openTeam();
      expect(textOf(onTeamCard())).toContain(da.pathway.noGround);
    });

    test('who was picked; nobody, somebody who is in it and somebody who has left are refused', async () => {
      await openTeam();
      await town.presses('Carla', 'team.find', { query: 'da' });
      await town.presses('Carla', 'team.add', {});
      const found = cardWith(town, 'Carla', da.pathwayFind.title.team).card;
      expect(besideInput(found, 'person')).toContain(da.refusals['pick-somebody']);
      const { id, version } = await row();
      const press = (person: string) =>
        town.teams.execute(town.person('Carla').entraId, {
          verb: 'team.add',
          data: { pathway: id, version, person, query: 'bo' },
        });
      expect(JSON.stringify(await press(''))).toContain(da.refusals['pick-somebody']);
      expect(JSON.stringify(await press(idOf('Bo')))).toContain(da.refusals['already-in']);
      expect(JSON.stringify(await press(id))).toContain(da.refusals.left);
    });

    test('once, however often it is pressed', async () => {
      await openTeam();
      await town.presses('Carla', 'team.find', { query: 'malene' });
      await town.presses('Carla', 'team.add', { person: idOf('Malene') }, { copies: 3, together: true });

      const seats = await town.inside(({ tx }) => tx.teamSeat.count({ where: { personId: idOf('Malene') } }));
      expect([seats, told('Malene').length]).toEqual([1, 1]);
    });
  });

  describe('lets somebody rest', () => {
    test('by themselves, from the pathway’s card: the card says so, and the call form does not propose them', async () => {
      await town.says('Mette', `forløb ${REF}`);
      await town.presses('Mette', 'seat.rest');
      expect(town.lastCard('Mette')).toContain(da.pathway.resting);
      expect(await seatOf('Mette')).toMatchObject({ resting: true });

      await openForm(town);
      expect(inputsOf(cardWith(town, 'Carla', da.callForm.title).card)[`come-${idOf('Mette')}`]).not.toBe('true');
    });

    test('and come back, and rest again, as often as they like', async () => {
      await town.presses('Mette', 'seat.return');
      expect(await seatOf('Mette')).toMatchObject({ resting: false });
      await town.presses('Mette', 'seat.rest');
      await town.presses('Mette', 'seat.return');
      expect(town.lastCard('Mette')).toContain(da.pathway.rest);
      expect(await seatOf('Mette')).toMatchObject({ resting: false });
    });

    test('by the lead, and then they are told', async () => {
      await openTeam();
      await town.presses('Carla', 'team.rest', { seat: (await seatOf('Jonas'))?.id ?? '' });
      expect(await seatOf('Jonas')).toMatchObject({ resting: true });
      expect(told('Jonas')).toEqual(['2026-03-12T09:00 Jonas notice/team-rest']);

      await town.presses('Carla', 'team.rest', { seat: (await seatOf('Jonas'))?.id ?? '' });
      expect(besideInput(onTeamCard().card, 'seat')).toContain(da.refusals['rests-already']);
      await town.presses('Carla', 'team.return', { seat: (await seatOf('Jonas'))?.id ?? '' });
      expect(told('Jonas')).toHaveLength(2);
      await town.presses('Carla', 'team.return', { seat: '' });
      expect(besideInput(onTeamCard().card, 'seat')).toContain(da.refusals['pick-a-member']);
    });
  });

  describe('lets somebody go', () => {
    test('after asking once, and says that an invitation still stands', async () => {
      await callMeeting(town, { date: '2026-04-15', invite: ['Bo'] });
      await openTeam();
      await town.presses('Carla', 'team.out-ask', { seat: (await seatOf('Bo'))?.id ?? '' });
      const asked = textOf(cardWith(town, 'Carla', team.outAsk.title('Bo Lindgren')));
      expect(asked).toContain(team.outAsk.invited('Bo Lindgren'));
      await town.presses('Carla', 'pathway.team');
      expect(await seatOf('Bo')).not.toBeNull();
    });

    test('who then sees the pathway no longer, and is told', async () => {
      await openTeam();
      await town.presses('Carla', 'team.out-ask', { seat: (await seatOf('Malene'))?.id ?? '' });
      await town.presses('Carla', 'team.out');

      expect(await seatOf('Malene')).toBeNull();
      expect(told('Malene').at(-1)).toBe('2026-03-12T09:00 Malene notice/team-out');
      expect((await town.says('Malene', `forløb ${REF}`)).map(textOf)).toEqual([da.turn.notFound]);
      expect(textOf(onTeamCard())).not.toContain('Malene');
    });

    test('who was never told of it, because there is no ground, without a word', async () => {
      await openTeam();
      await town.presses('Carla', 'team.out-ask', { seat: (await seatOf('Vibeke'))?.id ?? '' });
      await town.presses('Carla', 'team.out');

      expect(told('Vibeke')).toEqual([]);
    });

    test('by themselves: asked once, with a rest as the other way; those who lead are told', async () => {
      await openTeam('Kasper');
      await town.presses('Kasper', 'seat.leave-ask');
      expect(town.lastCard('Kasper')).toContain(team.leaveAsk.rest);
      await town.presses('Kasper', 'seat.leave', {}, { copies: 2 });

      expect(town.lastCard('Kasper')).toContain(team.left.title);
      expect(await seatOf('Kasper')).toBeNull();
      expect(told('Carla').at(-1)).toBe('2026-03-12T09:00 Carla notice/member-left');
      expect(told('Nanna').at(-1)).toBe('2026-03-12T09:00 Nanna notice/member-left');
      expect(textOf(cardWith(town, 'Nanna', 'Kasper Egel'))).not.toContain('A.K.');
    });
  });

  describe('has externals', () => {
    const lene = { name: 'Lene Bruun', role: 'læge', email: 'Lene@klinik.example' };
    const openExternal = async () => {
      await openTeam();
      await town.presses('Carla', 'external.form');
    };

    test('who advise: in the team, without ground so far, and sealed', async () => {
      await openExternal();
      await town.presses('Carla', 'external.add', lene);

      expect(town.lastCard('Carla')).toContain(da.pathwayExternal.noGround('Lene Bruun'));
      await openTeam();
      for (const shown of ['Lene Bruun', 'læge', da.pathway.external, team.externalsText])
        expect(textOf(onTeamCard())).toContain(shown);
      const all = (await wholeDatabase(town)).toLowerCase();
      for (const secret of ['lene bruun', 'klinik.example']) expect(all).not.toContain(secret);
    });

    test('one for each address in the whole municipality', async () => {
      await town.says('Bo', 'forløb BF-2025-0200');
      await town.presses('Bo', 'pathway.team');
      await town.presses('Bo', 'external.form');
      await town.presses('Bo', 'external.add', { ...lene, email: ' lene@KLINIK.example ', name: 'L. Bruun' });

      expect(await town.inside(({ tx }) => tx.external.count())).toBe(1);
      expect(await town.inside(({ tx }) => tx.teamSeat.count({ where: { externalId: { not: null } } }))).toBe(2);
      await openTeam();
      expect(textOf(onTeamCard())).toContain('Lene Bruun');
    });

    test.each([
      { what: 'no name', inputs: { name: ' ' }, at: 'name', code: 'name-missing' },
      { what: 'no role', inputs: { role: '' }, at: 'role', code: 'role-missing' },
      { what: 'half an address', inputs: { email: 'lene@klinik' }, at: 'email', code: 'bad-email' },
      { what: 'a colleague’s address', inputs: { email: 'BO@by.example' }, at: 'email', code: 'email-of-staff' },
      { what: 'the same twice', inputs: { email: 'lene@klinik.example' }, at: 'email', code: 'already-in' },
      { what: 'a CPR number', inputs: { role: 'læge 010170-1234' }, at: 'role', code: 'cpr' },
    ] as const)('but not with $what', async ({ inputs, at, code }) => {
      await openExternal();
      await town.presses('Carla', 'external.add', { ...lene, email: 'x@y.example', ...inputs }, { force: true });

      const card = cardWith(town, 'Carla', da.pathwayExternal.title).card;
      expect(besideInput(card, at)).toContain(da.refusals[code]);
      const kept = code === 'cpr' ? {} : inputs;
      expect(inputsOf(card)).toMatchObject({ name: lene.name, ...kept });
    });

    test('who are taken out like anybody', async () => {
      const seat = await town.inside(({ tx }) =>
        tx.teamSeat.findFirstOrThrow({ where: { pathway: { ref: REF }, externalId: { not: null } } }),
      );
      await openTeam();
      await town.presses('Carla', 'team.rest', { seat: seat.id });
      expect(besideInput(onTeamCard().card, 'seat')).toContain(da.refusals['pick-a-member']);
      await town.presses('Carla', 'team.out-ask', { seat: seat.id });
      expect(textOf(cardWith(town, 'Carla', team.outAsk.title('Lene Bruun')))).toContain(team.outAsk.yes);
      await town.presses('Carla', 'team.out');
      expect(textOf(onTeamCard())).not.toContain('Lene');
    });
  });

  test('shows its members who is in it, and lets them change their own place only', async () => {
    await openTeam('Bo');
    const verbs = town.teams.actionsOf(onTeamCard('Bo')).map(({ verb }) => verb);

    expect(verbs).toEqual(['seat.rest', 'seat.leave-ask', 'pathway.back']);
  });

  test('is kept when two change it at once: one is done, the other sees how it stands', async () => {
    await openTeam('Carla');
    await openTeam('Nanna');
    const seat = (await seatOf('Mette'))?.id ?? '';
    await Promise.all(['Carla', 'Nanna'].map((name) => town.presses(name, 'team.rest', { seat })));

    expect(await seatOf('Mette')).toMatchObject({ resting: true });
    const cards = ['Carla', 'Nanna'].map((name) => textOf(onTeamCard(name)));
    expect(cards.filter((card) => card.includes(da.refusals['changed-meanwhile']))).toHaveLength(1);
    expect(told('Mette').filter((line) => line.endsWith('team-rest'))).toHaveLength(1);
  });
});
