import { words } from '../../content/words/words';
import {
  besideInput,
  callMeeting,
  cardWith,
  changedMunicipality,
  choicesOf,
  closeInOrder,
  heard,
  inputsOf,
  newestMeeting,
  onLeadsCard,
  personIds,
  REF,
  wholeDatabase,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const NOBODYS_ID = '00000000-0000-7000-8000-000000000000';

const pathwayId = (town: Town) =>
  town.inside(async ({ tx }) => (await tx.pathway.findFirstOrThrow({ where: { ref: REF } })).id);
const groundsIn = (town: Town) =>
  town.inside(async ({ tx }) =>
    tx.ground.findMany({
      where: { pathway: { ref: REF } },
      include: { groundScopeGround: { include: { department: true } } },
      orderBy: { id: 'asc' },
    }),
  );
/** The list of grounds, which the pathway's card opens. */
async function openList(town: Town, name: string): Promise<void> {
  await town.teams.execute(town.person(name).entraId, {
    verb: 'ground.list',
    data: { pathway: await pathwayId(town) },
  });
  await town.settle();
}
const departmentId = (town: Town, code: string) =>
  town.inside(async ({ tx }) => (await tx.department.findFirstOrThrow({ where: { code } })).id);
const openFor = (town: Town, kind: string) =>
  town.inside(({ tx }) => tx.obligation.findMany({ where: { kind, closedAt: null } }));
/** Whether every card of this person that ever spoke of the citizen is closed by now. */
const shownOf = (town: Town, name: string) => town.reads(name).filter((text) => text.includes('A.K.'));
const closedOf = (town: Town, name: string) => town.reads(name).filter((text) => text.includes(da.closedToYou.title));

describe('grounds for sharing', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
  });
  afterAll(() => closeInOrder(town));

  describe('are listed', () => {
    test('with who is lacking first, and what there is: kind, from whom, for whom, noted when', async () => {
      await openList(town, 'Carla');
      const card = town.lastCard('Carla');

      expect(card).toContain(da.grounds.lackingCount(1));
      expect(card.indexOf('Ydelse')).toBeLessThan(card.indexOf(da.grounds.kinds.written));
      for (const shown of [
        'Vibeke Abild',
        da.grounds.from.citizen,
        '1. september 2025',
        'Familieafdeling',
        'Jobcenter',
      ])
        expect(card).toContain(shown);
      expect(card).toContain(da.grounds.register);
    });

    test('for the team too, who may note a withdrawal and nothing else', async () => {
      await openList(town, 'Bo');
      const card = town.lastCard('Bo');

      expect(card).not.toContain(da.grounds.register);
      expect(card).toContain(da.grounds.withdraw);
    });

    test('to nobody else: the answer is the one to what does not exist', async () => {
      const [ground] = await groundsIn(town);
      const real = { pathway: await pathwayId(town), ground: ground?.id ?? '' };
      const presses = [
        { verb: 'ground.list', data: { pathway: real.pathway }, unknown: { pathway: NOBODYS_ID } },
        { verb: 'ground.back', data: { pathway: real.pathway }, unknown: { pathway: NOBODYS_ID } },
        { verb: 'ground.form', data: { pathway: real.pathway }, unknown: { pathway: NOBODYS_ID } },
        { verb: 'ground.withdraw-ask', data: { ground: real.ground }, unknown: { ground: NOBODYS_ID } },
        { verb: 'ground.withdraw', data: { ground: real.ground }, unknown: { ground: NOBODYS_ID } },
        { verb: 'ground.shared', data: { past: real.ground }, unknown: { past: NOBODYS_ID } },
        {
          verb: 'ground.register',
          data: { pathway: real.pathway, form: NOBODYS_ID, kind: 'oral', given: 'citizen', departments: '' },
          unknown: { pathway: NOBODYS_ID, form: NOBODYS_ID, kind: 'oral', given: 'citizen', departments: '' },
        },
      ];
      for (const name of ['Vibeke', 'Henrik', 'Sørine', 'Helle']) {
        const press = (verb: string, data: Record<string, unknown>) =>
          town.teams.execute(town.person(name).entraId, { verb, data });
        for (const { verb, data, unknown } of presses) {
          const answer = await press(verb, data);
          expect(answer).toMatchObject({ status: 200, kind: 'message', text: da.turn.notFound });
          expect(answer).toEqual(await press(verb, unknown));
        }
      }
      expect((await groundsIn(town)).map((one) => one.withdrawnAt)).toEqual([null]);
    });

    test('and only the leads may note one', async () => {
      const data = { pathway: await pathwayId(town) };
      for (const name of ['Bo', 'Dorthe'])
        expect(await town.teams.execute(town.person(name).entraId, { verb: 'ground.form', data })).toMatchObject({
          text: da.turn.notFound,
        });
    });
  });

  describe('are noted', () => {
    test('the form proposes those who lack ground, and offers every other department', async () => {
      await town.presses('Carla', 'ground.form');
      const card = cardWith(town, 'Carla', da.groundForm.title).card;

      expect(inputsOf(card)).toMatchObject({ kind: 'written', given: 'citizen', until: '', law: '' });
      expect(inputsOf(card).departments).toBe(await departmentId(town, 'YDE'));
      expect(choicesOf(card, 'departments')).toEqual(['Familieafdeling', 'Jobcenter', 'Skole og ungdom', 'Ydelse']);
      expect(choicesOf(card, 'others')).toEqual(['Ledelse']);
      expect(textOf(cardWith(town, 'Carla', da.groundForm.title))).toContain('31. august 2026');
    });

    const faulty = [
      { what: 'a law without its paragraph', inputs: { kind: 'law' }, at: 'law', says: da.refusals['law-missing'] },
      {
        what: 'nobody to share with',
        inputs: { departments: '' },
        at: 'departments',
        says: da.refusals['ground-for-nobody'],
      },
    ];
    test.each(faulty)('$what is said beside its input, and what was typed stays', async ({ inputs, at, says }) => {
      await town.presses('Carla', 'ground.register', { until: '2026-12-31', ...inputs } as Record<string, string>);
      const card = cardWith(town, 'Carla', da.groundForm.title).card;

      expect(besideInput(card, at)).toContain(says);
      expect(inputsOf(card)).toMatchObject({ until: '2026-12-31', ...inputs });
      expect(await groundsIn(town)).toHaveLength(1);
    });

    test('a CPR number in the paragraph is kept nowhere', async () => {
      const number = '010203-4567';
      await town.presses('Carla', 'ground.register', {
        kind: 'law',
        law: `§ 49 a ${number}`,
        departments: await departmentId(town, 'YDE'),
      });

      expect(besideInput(cardWith(town, 'Carla', da.groundForm.title).card, 'law')).toContain(da.refusals.cpr);
      expect(await wholeDatabase(town)).not.toContain('4567');
      expect(await groundsIn(town)).toHaveLength(1);
    });

    test('sharing begins at once: the colleague sees the pathway, the card of the lead says so', async () => {
      expect((await town.says('Vibeke', `forløb ${REF}`)).map(textOf)).toEqual([da.turn.notFound]);
      const inputs = {
        kind: 'oral',
        given: 'custody-holder',
        until: '2026-12-31',
        law: '',
        departments: await departmentId(town, 'YDE'),
      };
      const outcome = await town.presses('Carla', 'ground.register', inputs);

      expect(JSON.stringify(outcome)).toContain(da.grounds.covered);
      expect((await town.says('Vibeke', `forløb ${REF}`)).map(textOf)).toEqual([expect.stringContaining('A.K.')]);
      const [, ground] = await groundsIn(town);
      expect(ground).toMatchObject({ kind: 'oral', givenBy: 'custody-holder', lawSealed: null, withdrawnAt: null });
      // Not to the day that was typed: the citizen turns 18 before.
      expect(ground?.untilOn?.toISOString().slice(0, 10)).toBe('2026-08-31');
      const [timer] = await openFor(town, 'ground-ends');
      expect(timer).toMatchObject({ matterId: ground?.id, ownerId: null, nature: 'timer' });
      expect(timer?.dueOn?.toISOString().slice(0, 10)).toBe('2026-08-30');
    });

    test('the same form pressed again notes nothing more', async () => {
      const [, ground] = await groundsIn(town);
      const data = { pathway: await pathwayId(town), form: ground?.id ?? '', kind: 'written', given: 'citizen' };
      await town.teams.execute(town.person('Carla').entraId, {
        verb: 'ground.register',
        data: { ...data, departments: await departmentId(town, 'LED') },
      });

      expect(await groundsIn(town)).toHaveLength(2);
    });
  });

  describe('are withdrawn', () => {
    const since = '2026-03-12T09';
    let before: string[] = [];

    test('asked once, saying what follows', async () => {
      const idOf = await personIds(town);
      await town.says('Mette', 'forløb');
      await callMeeting(town, { date: '2026-03-26', inputs: { [`come-${idOf('Vibeke')}`]: 'false' } });
      await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Henrik') });
      await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
      await openList(town, 'Carla');
      const [written] = await groundsIn(town);
      await town.presses('Carla', 'ground.withdraw-ask', { ground: written?.id ?? '' });
      const card = town.lastCard('Carla');

      expect(card).toContain(da.groundWithdraw.title);
      for (const shown of ['Familieafdeling', 'Bo Lindgren', 'Mette Rosen', 'Jonas Fjord', da.groundWithdraw.said])
        expect(card).toContain(shown);
      expect(card).not.toContain('Vibeke');
      expect((await groundsIn(town))[0]?.withdrawnAt).toBeNull();
    });

    test('at once: the answer lists what was shared with whom', async () => {
      const outcome = await town.presses('Carla', 'ground.withdraw');
      const card = town.lastCard('Carla');
      before = heard(town, since);

      expect(JSON.stringify(outcome)).toContain(da.groundShared.title);
      const lineOf = (name: string) =>
        card.split(' | ').slice(card.split(' | ').findIndex((text) => text.startsWith(name)))[1];
      expect(lineOf('Bo Lindgren')).toBe('forløbet og møde 1.');
      expect(lineOf('Henrik Toft')).toBe('møde 1.');
      expect(lineOf('Mette Rosen')).toBe('alias og reference på sin liste og møde 1.');
      expect(lineOf('Jonas Fjord')).toBe('møde 1.');
      // The leads see by their role, and Vibeke by another ground.
      for (const name of ['Nanna', 'Vibeke', 'Kasper']) expect(card).not.toContain(name);
      expect(card).toContain(da.groundShared.stopped);
      expect(card).toContain(da.groundShared.lacking);
    });

    test('every card in the chats of those who lost sight has become the same neutral notice', () => {
      for (const name of ['Bo', 'Mette', 'Jonas', 'Henrik']) {
        expect(shownOf(town, name)).toEqual([]);
        expect(closedOf(town, name).length).toBeGreaterThan(0);
      }
      for (const name of ['Carla', 'Vibeke']) expect(closedOf(town, name)).toEqual([]);
    });

    test('nothing is asked of them any more, nor of those above them', async () => {
      for (const kind of ['invitation-answer', 'stand-in-answer', 'hindered-reply', 'representation'])
        expect(await openFor(town, kind)).toEqual([]);
      for (const name of ['Bo', 'Mette', 'Jonas'])
        expect(onLeadsCard(town, 'Carla', name)).toContain(da.meeting.invited['no-ground']);
    });

    test('and what they press is the answer to what does not exist', async () => {
      const { meeting, invitations } = await newestMeeting(town);
      const presses = [
        { name: 'Jonas', verb: 'invitation.come', data: { invitation: invitations.Jonas?.id, version: 1 } },
        { name: 'Jonas', verb: 'meeting.open', data: { meeting: meeting.id } },
        { name: 'Bo', verb: 'pathway.open', data: { pathway: await pathwayId(town) } },
        { name: 'Bo', verb: 'ground.list', data: { pathway: await pathwayId(town) } },
      ];
      for (const { name, verb, data } of presses)
        expect(await town.teams.execute(town.person(name).entraId, { verb, data })).toMatchObject({
          text: da.turn.notFound,
        });
    });

    test('a second press changes nothing more, and shows the list again', async () => {
      const [written] = await groundsIn(town);
      const outcome = await town.teams.execute(town.person('Carla').entraId, {
        verb: 'ground.withdraw',
        data: { ground: written?.id },
      });

      expect(JSON.stringify(outcome)).toContain(da.groundShared.title);
      const noted = await town.inside(({ tx }) => tx.auditRow.count({ where: { act: 'ground.withdraw' } }));
      expect(noted).toBe(1);
      expect((await groundsIn(town))[0]?.withdrawnAt).toEqual(written?.withdrawnAt);
    });

    test('a moved meeting asks nobody whom nothing may be shared with, and no reminder goes out', async () => {
      await openMeeting(town);
      await town.presses('Carla', 'meeting.move-form');
      await town.presses('Carla', 'meeting.move', { date: '2026-04-09', time: '10:00', agreed: 'true' });
      await town.until('2026-04-01T12:00');

      expect(heard(town, since).slice(before.length)).toEqual([]);
      expect(await openFor(town, 'invitation-answer')).toEqual([]);
    });

    test('the list of what was shared can be opened again', async () => {
      await openList(town, 'Nanna');
      await town.presses('Nanna', 'ground.shared');

      expect(town.lastCard('Nanna')).toContain('Henrik Toft');
    });
  });

  describe('are noted anew', () => {
    test('whoever still owes an answer is asked again, with the card that the chat holds shown anew', async () => {
      const before = heard(town).length;
      await openList(town, 'Carla');
      await town.presses('Carla', 'ground.form');
      expect(inputsOf(cardWith(town, 'Carla', da.groundForm.title).card).departments?.split(',')).toHaveLength(3);
      await town.presses('Carla', 'ground.register');

      expect(
        heard(town)
          .slice(before)
          .map((line) => line.slice(17))
          .sort(),
      ).toEqual([
        'Bo invitation-answer/own',
        'Henrik stand-in-answer/own',
        'Jonas invitation-answer/own',
        // Had answered to the first time; the meeting has moved since.
        'Mette invitation-answer/own',
      ]);
      expect((await openFor(town, 'invitation-answer')).map((one) => one.round).sort()).toEqual([2, 2, 3]);
      expect(closedOf(town, 'Jonas')).toEqual([]);
      expect(onLeadsCard(town, 'Carla', 'Jonas')).toContain(da.meeting.invited.asked);
    });

    test('and may answer', async () => {
      await town.presses('Jonas', 'invitation.come');

      expect(onLeadsCard(town, 'Carla', 'Jonas')).toContain(da.meeting.invited.coming);
      expect((await newestMeeting(town)).invitations.Jonas).toMatchObject({ status: 'coming', round: 2 });
    });

    test('when it is already reached by something else, withdrawing one ground goes on sharing', async () => {
      await openList(town, 'Carla');
      await town.presses('Carla', 'ground.form');
      await town.presses('Carla', 'ground.register', { departments: await departmentId(town, 'SKO') });
      const newest = (await groundsIn(town)).at(-1);
      await openList(town, 'Carla');
      await town.presses('Carla', 'ground.withdraw-ask', { ground: newest?.id ?? '' });
      expect(town.lastCard('Carla')).toContain(da.groundWithdraw.goesOn('Skole og ungdom'));
      await town.presses('Carla', 'ground.withdraw');

      expect((await town.says('Jonas', `forløb ${REF}`)).map(textOf)).toEqual([expect.stringContaining('A.K.')]);
      expect(closedOf(town, 'Jonas')).toEqual([]);
    });

    test('a colleague who notes that their own department is out sees no more than that, and the lead is told', async () => {
      await openList(town, 'Carla');
      const idOf = await personIds(town);
      const ground = (await groundsIn(town)).findLast(
        (one) => one.withdrawnAt === null && one.groundScopeGround.some((scope) => scope.department?.code === 'JOB'),
      );
      await openList(town, 'Bo');
      await town.presses('Bo', 'ground.withdraw-ask', { ground: ground?.id ?? '' });
      const outcome = await town.presses('Bo', 'ground.withdraw');

      expect(outcome).toMatchObject({ kind: 'message', text: da.groundWithdraw.done });
      expect(shownOf(town, 'Bo')).toEqual([]);
      expect(town.lastCard('Carla')).toContain(da.groundGone.withdrawn);
      const noted = await groundsIn(town);
      expect(noted.find((one) => one.id === ground?.id)?.withdrawnById).toBe(idOf('Bo'));
    });
  });
});

/** The lead's card of the meeting, as its newest. */
async function openMeeting(town: Town): Promise<void> {
  const { meeting } = await newestMeeting(town);
  await town.teams.execute(town.person('Carla').entraId, { verb: 'meeting.open', data: { meeting: meeting.id } });
  await town.settle();
}

describe('a ground that ends by its date', () => {
  let town: Town;
  const municipality = changedMunicipality({
    'pathways.csv': (line) => (line.startsWith(REF) ? line.replace(/;citizen$/, ';custody-holder') : line),
  });
  beforeAll(async () => {
    town = await openTown({ at: '2026-08-20T09:00', folder: municipality.folder });
  });
  afterAll(async () => {
    await closeInOrder(town);
    municipality.remove();
  });

  test('was given its timer by the import, once', async () => {
    await town.imports(municipality.folder);
    const timers = await openFor(town, 'ground-ends');

    expect(timers.map((one) => one.dueOn?.toISOString().slice(0, 10))).toEqual(['2026-08-30']);
  });

  test('is over on the 18th birthday; that morning the cards close, and the lead hears of it once', async () => {
    await town.says('Jonas', `forløb ${REF}`);
    await callMeeting(town, { date: '2026-09-10', invite: ['Jonas'] });
    // Sunday the 30th is the last day with it; nobody is at work.
    await town.until('2026-08-31T07:59');
    expect(closedOf(town, 'Jonas')).toEqual([]);
    expect((await town.says('Jonas', `forløb ${REF}`)).map(textOf)).toEqual([da.turn.notFound]);

    await town.until('2026-08-31T09:00');
    expect(shownOf(town, 'Jonas')).toEqual([]);
    expect(closedOf(town, 'Jonas')).toHaveLength(2);
    expect(heard(town, '2026-08-31')).toEqual(['2026-08-31T08:00 Carla notice/ground-ended']);
    const card = town.lastCard('Carla');
    for (const shown of [da.groundGone.ended, '30. august 2026', 'Jobcenter', 'Jonas Fjord'])
      expect(card).toContain(shown);
  });

  test('and asks nobody any more', async () => {
    await town.until('2026-09-09T15:00');

    expect(heard(town, '2026-08-31T09')).toEqual([]);
    expect(await openFor(town, 'ground-ends')).toEqual([]);
    expect(await openFor(town, 'invitation-answer')).toEqual([]);
  });

  test('an external whom nothing reaches any more is not invited, hears nothing, and stands on the list', async () => {
    const idOf = await personIds(town);
    const { meeting } = await newestMeeting(town);
    const [doctor, queued] = await town.inside(async ({ tx, tenantId, house, seal, now, wallNow }) => {
      const [id, invitation, message] = [house.newId(), house.newId(), house.newId()];
      const named = (column: string, text: string) => seal('external', column, id, text);
      await tx.external.create({
        data: {
          tenantId,
          id,
          nameSealed: named('name_sealed', 'Lægehuset Torvet'),
          roleSealed: named('role_sealed', 'egen læge'),
          emailSealed: named('email_sealed', 'laege@torvet.example'),
          emailHash: 'x'.repeat(43),
          addedById: idOf('Carla'),
          addedAt: now,
        },
      });
      await tx.teamSeat.create({
        data: {
          tenantId,
          id: house.newId(),
          pathwayId: meeting.pathwayId,
          externalId: id,
          fromOn: new Date('2026-08-01'),
        },
      });
      const whySealed = seal('external_invitation', 'why_sealed', invitation, 'du kender helbredet');
      await tx.externalInvitation.create({
        data: { tenantId, id: invitation, meetingId: meeting.id, externalId: id, whySealed },
      });
      const mail = {
        tenantId,
        externalId: id,
        channel: 'mail',
        class: 'summons',
        kind: 'external-invitation',
        matterKind: 'external-invitation',
        matterId: invitation,
        pathwayId: meeting.pathwayId,
        queuedAt: now,
      };
      await tx.message.createMany({
        data: [
          { ...mail, id: house.newId(), naturalKey: 'sent', status: 'delivered', endedAt: now },
          { ...mail, id: message, naturalKey: 'waits', status: 'queued', retryAt: new Date(wallNow.getTime() + 9e6) },
        ],
      });
      return [id, message] as const;
    });
    await openList(town, 'Carla');
    expect(town.lastCard('Carla')).toContain('Lægehuset Torvet');
    await town.presses('Carla', 'ground.form');
    const proposed = inputsOf(cardWith(town, 'Carla', da.groundForm.title).card);
    expect(proposed.externals).toBe(doctor);
    await town.presses('Carla', 'ground.register', { departments: '' });
    const ground = (await groundsIn(town)).at(-1);
    await town.presses('Carla', 'ground.withdraw-ask', { ground: ground?.id ?? '' });
    await town.presses('Carla', 'ground.withdraw');

    const card = town.lastCard('Carla');
    for (const shown of ['Lægehuset Torvet, egen læge:', 'møde 1.', da.groundShared.lackingText])
      expect(card).toContain(shown);
    const rows = await town.inside(async ({ tx }) => ({
      invitation: await tx.externalInvitation.findFirstOrThrow(),
      message: await tx.message.findFirstOrThrow({ where: { id: queued } }),
    }));
    expect(rows.invitation.withdrawnAt).not.toBeNull();
    expect(rows.message).toMatchObject({ status: 'withdrawn', reason: 'no-ground' });
  });
});
