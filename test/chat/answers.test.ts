import { words } from '../../content/words/words';
import {
  callMeeting,
  cardWith,
  changedMunicipality,
  choicesOf,
  closeInOrder,
  heard,
  newestMeeting,
  onLeadsCard,
  personIds,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const en = words('en');
const COLLEAGUES = ['Daniel Reed', 'Henrik Toft', 'Malene Overby', 'Sørine Dahl'];

describe('an invitation', () => {
  let town: Town;
  let idOf: (name: string) => string;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => closeInOrder(town));

  const call = (date: string, invite = ['Bo']) => callMeeting(town, { date, invite });
  const bosInvitation = async () => {
    const { invitations } = await newestMeeting(town);
    if (!invitations.Bo) throw new Error('Bo is not invited');
    return invitations.Bo;
  };
  const countOf = (name: string) => town.reads(name).length;
  const colleagues = async () => {
    const { id } = await bosInvitation();
    const rows = await town.inside(({ tx }) =>
      tx.standIn.findMany({ where: { invitationId: id }, orderBy: { n: 'asc' }, include: { person: true } }),
    );
    return rows.map((row) => `${row.person.name} ${row.status}`);
  };

  describe('answered with *I come*', () => {
    test('shows it on the card at once, and on the lead’s card without a new message', async () => {
      await call('2026-04-13');
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited.asked);
      const [bos, leads] = [countOf('Bo'), countOf('Carla')];

      const outcome = await town.presses('Bo', 'invitation.come');

      expect(outcome).toMatchObject({ status: 200, kind: 'card' });
      expect(town.lastCard('Bo')).toContain(da.invitation.states.coming);
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited.coming);
      expect(cardWith(town, 'Carla', '13. april').versions).toBeGreaterThan(1);
      expect([countOf('Bo'), countOf('Carla')]).toEqual([bos, leads]);
    });

    test('is one answer, however often and however Teams delivers the press', async () => {
      await call('2026-04-14');

      const outcome = await town.presses('Bo', 'invitation.come', {}, { copies: 5, together: true });

      expect(outcome.all.map((one) => one.status)).toEqual([200, 200, 200, 200, 200]);
      const { id, version, status } = await bosInvitation();
      expect({ version, status }).toEqual({ version: 2, status: 'coming' });
      const rows = await town.inside(({ tx }) =>
        tx.auditRow.findMany({ where: { act: 'invitation.answer', matterId: id } }),
      );
      // That it was answered, never what.
      expect(rows).toMatchObject([{ actorId: idOf('Bo'), codes: [] }]);
    });

    test('can be changed, and changed back', async () => {
      await call('2026-04-15');
      await town.presses('Bo', 'invitation.come');

      await town.presses('Bo', 'invitation.change');
      expect(town.lastCard('Bo')).toContain(da.invitation.stillCome);
      // What is missing is said where it can be chosen, and the answer that stands is kept.
      for (const [verb, missing] of [
        ['invitation.hindered', da.refusals['pick-a-reason']],
        ['invitation.stand-in', da.refusals['pick-somebody']],
      ] as const) {
        await town.presses('Bo', verb);
        expect(town.lastCard('Bo')).toContain(missing);
        expect(town.lastCard('Bo')).toContain(da.invitation.stillCome);
        expect((await bosInvitation()).status).toBe('coming');
      }
      await town.presses('Bo', 'invitation.hindered', { code: 'other-meeting' });
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited.hindered);

      await town.presses('Bo', 'invitation.change');
      await town.presses('Bo', 'invitation.come');
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited.coming);
      // The lead need not answer to it any more.
      expect(textOf(cardWith(town, 'Carla', da.hindered.states.changed))).not.toContain(da.hindered.manageAction);
      expect((await town.says('Carla', 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
    });
  });

  describe('answered with *a colleague comes for me*', () => {
    beforeAll(() => call('2026-04-16'));

    test('offers those of the same department, and nobody else', () => {
      expect(choicesOf(cardWith(town, 'Bo', '16. april').card, 'colleague')).toEqual(COLLEAGUES);
    });

    test('without anybody picked says so, and changes nothing', async () => {
      await town.presses('Bo', 'invitation.stand-in');

      expect(town.lastCard('Bo')).toContain(da.refusals['pick-somebody']);
      expect(await bosInvitation()).toMatchObject({ version: 1, status: 'asked' });
    });

    test.each([
      { what: 'somebody of another department', name: 'Nikolaj' },
      { what: 'somebody who is in the meeting already', name: 'Carla' },
      { what: 'oneself', name: 'Bo' },
    ])('refuses $what, also when the press is forged', async ({ name }) => {
      const heardBefore = heard(town).length;
      await town.presses('Bo', 'invitation.stand-in', { colleague: idOf(name) }, { force: true });

      expect(town.lastCard('Bo')).toContain(da.refusals['not-a-colleague']);
      expect(await colleagues()).toEqual([]);
      expect(heard(town)).toHaveLength(heardBefore);
    });

    test('asks the colleague on a card of their own; until the yes, the invited one is responsible', async () => {
      await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Henrik') });

      const asked = textOf(cardWith(town, 'Henrik', da.standIn.states.asked));
      for (const shown of ['Bo Lindgren', '16. april', 'Rådhuset, lokale 4', 'A.K.']) expect(asked).toContain(shown);
      expect(town.lastCard('Bo')).toContain(da.invitation.states['stand-in-asked']);
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain('Henrik Toft');
      const owed = await town.inside(({ tx }) =>
        // Of every meeting the lead owes the record as well.
        tx.obligation.findMany({
          where: { closedAt: null, nature: { not: 'timer' }, kind: { notIn: ['meeting-record', 'follow-up'] } },
        }),
      );
      expect(owed.map((one) => [one.kind, one.ownerId]).sort()).toEqual([
        ['invitation-answer', idOf('Bo')],
        ['stand-in-answer', idOf('Henrik')],
      ]);
    });

    test('waits for the colleague in *venter*, with a button that opens it', async () => {
      expect((await town.says('Henrik', 'venter')).map(textOf)).toEqual([expect.stringContaining('Bo Lindgren')]);
      await town.presses('Henrik', 'stand-in.open');

      expect(town.lastCard('Henrik')).toContain(da.standIn.accept);
    });

    test('a no goes to the invited one, who is still counted on', async () => {
      await town.presses('Henrik', 'stand-in.decline');

      expect(town.lastCard('Henrik')).toContain(da.standIn.states.declined);
      expect(town.lastCard('Henrik')).not.toContain('A.K.');
      const [card, notice] = town.teams.chat(town.person('Bo').entraId).slice(-2).map(textOf);
      expect(card).toContain(da.invitation.states.asked);
      expect(notice).toContain('Henrik Toft');
      expect(heard(town).at(-1)).toBe('2026-03-12T09:00 Bo notice/stand-in-declined');
    });

    test('another colleague can be asked instead, in their own language, and there is never more than one', async () => {
      await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Malene') });
      await town.presses('Bo', 'invitation.change');
      await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Daniel') });

      expect(await colleagues()).toEqual(['Henrik Toft declined', 'Malene Overby withdrawn', 'Daniel Reed asked']);
      expect(textOf(cardWith(town, 'Daniel', en.standIn.states.asked))).toContain('Bo Lindgren');
      const [card, notice] = town.reads('Malene').slice(-2);
      expect(card).toContain(da.standIn.states.withdrawn);
      expect(notice).toContain(da.notice.text['stand-in-withdrawn']('Bo Lindgren'));
    });

    test('a yes is the answer: seen by the colleague, the invited one and the lead', async () => {
      await town.presses('Daniel', 'stand-in.accept', {}, { copies: 3, together: true });

      expect(town.lastCard('Daniel')).toContain(en.standIn.states.accepted);
      expect(textOf(cardWith(town, 'Bo', da.invitation.states['stand-in']))).toContain('Daniel Reed');
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain('Daniel Reed');
      expect(await bosInvitation()).toMatchObject({ status: 'stand-in' });
      expect((await town.says('Daniel', 'meetings')).map(textOf)).toEqual([expect.stringContaining('16 April')]);
    });

    test('a yes taken back asks the invited one anew, and says who cannot come', async () => {
      const before = countOf('Bo');
      await town.presses('Daniel', 'stand-in.withdraw');

      expect(countOf('Bo')).toBe(before + 1);
      expect(town.lastCard('Bo')).toContain(da.invitation.states.asked);
      expect(town.lastCard('Bo')).toContain(da.invitation.declined('Daniel Reed'));
      expect(await bosInvitation()).toMatchObject({ status: 'asked', round: 2 });
    });

    test('is not needed any more once the invited one comes: the colleague is told', async () => {
      await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Henrik') });
      await town.presses('Bo', 'invitation.change');
      await town.presses('Bo', 'invitation.come');

      expect(heard(town).at(-1)).toBe('2026-03-12T09:00 Henrik notice/stand-in-withdrawn');
      expect(textOf(cardWith(town, 'Henrik', da.standIn.states.withdrawn))).not.toContain(da.standIn.accept);
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited.coming);
    });
  });

  describe('answered with *I am hindered*', () => {
    test.each([
      { code: 'absent', date: '2026-04-17' },
      { code: 'citizen-matter', date: '2026-04-20' },
      { code: 'other-meeting', date: '2026-04-21' },
    ] as const)('because of $code, asks the lead whether they manage', async ({ code, date }) => {
      await call(date);
      await town.presses('Bo', 'invitation.hindered', { code });

      expect(town.lastCard('Bo')).toContain(da.invitation.states.hindered);
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited.hindered);
      expect(heard(town).at(-1)).toBe('2026-03-12T09:00 Carla hindered-reply/own');
      const asked = textOf(cardWith(town, 'Carla', da.hindered.states.open));
      expect(asked).toContain(da.hindered.text[code]('Bo Lindgren', 'Jobcenter'));
      await town.presses('Carla', 'hindered.manage');
      expect(textOf(cardWith(town, 'Bo', da.invitation.states.hindered))).toContain(
        da.invitation.hindered.manage('Carla Holm'),
      );
      expect(textOf(cardWith(town, 'Carla', da.hindered.states.manage))).not.toContain(da.hindered.manageAction);
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited['hindered-managed']);
    });

    describe('wants one of the three', () => {
      beforeAll(() => call('2026-04-22'));

      test.each([
        { what: 'no reason', inputs: {} },
        { what: 'a reason of one’s own', inputs: { code: 'I have a bad back' } },
      ])('$what is not taken', async ({ inputs }) => {
        await town.presses('Bo', 'invitation.hindered', inputs, { force: true });

        expect(town.lastCard('Bo')).toContain(da.refusals['pick-a-reason']);
        expect(await bosInvitation()).toMatchObject({ status: 'asked', hinderedCode: null });
      });
    });

    test('the co-lead may answer it as well', async () => {
      await call('2026-04-23');
      await town.presses('Bo', 'invitation.hindered', { code: 'absent' });
      const { id, version } = await bosInvitation();

      await town.teams.execute(town.person('Nanna').entraId, { verb: 'hindered.open', data: { invitation: id } });
      expect(town.lastCard('Nanna')).toContain('Bo Lindgren');
      await town.presses('Nanna', 'hindered.manage');

      expect(await bosInvitation()).toMatchObject({ version: version + 1, leadReply: 'manage' });
      expect(textOf(cardWith(town, 'Carla', da.hindered.states.manage))).toContain('Bo Lindgren');
    });
  });

  describe('for which the lead needs somebody else', () => {
    beforeAll(async () => {
      await call('2026-04-24', ['Bo', 'Mette']);
      await town.presses('Bo', 'invitation.hindered', { code: 'citizen-matter' });
      await town.presses('Carla', 'hindered.somebody');
    });

    const onManagersCard = () => textOf(cardWith(town, 'Sørine', '24. april'));

    test('goes to the nearest manager as a notice: who, when, which pathway, and nothing of the citizen', async () => {
      expect(heard(town).at(-1)).toBe('2026-03-12T09:00 Sørine representation/own');
      for (const shown of [
        'BF-2025-0142',
        'Bo Lindgren',
        'Carla Holm',
        da.representation.because.needed('Bo Lindgren'),
      ]) {
        expect(onManagersCard()).toContain(shown);
      }
      const card = JSON.stringify(cardWith(town, 'Sørine', '24. april'));
      for (const hidden of [
        'A.K.',
        'Rådhuset',
        da.lines.whyDefault('employment', 'A.K.'),
        da.meeting.hindered['citizen-matter'],
      ]) {
        expect(card).not.toContain(hidden);
      }
      expect(textOf(cardWith(town, 'Carla', da.hindered.states.somebody))).toContain('Jobcenter');
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited['hindered-somebody']);
    });

    test('waits for the manager in *venter*, with a button that opens it', async () => {
      const [waiting] = await town.says('Sørine', 'venter');
      expect(textOf(waiting)).toContain('Bo Lindgren');

      await town.presses('Sørine', 'representation.open');
      expect(onManagersCard()).toContain(da.representation.states.open);
    });

    test.each([
      { what: 'nobody', inputs: () => ({}), says: 'pick-somebody' },
      { what: 'somebody of another department', inputs: () => ({ person: idOf('Nikolaj') }), says: 'not-a-colleague' },
      { what: 'the one who is hindered', inputs: () => ({ person: idOf('Bo') }), says: 'not-a-colleague' },
      { what: 'somebody who is no one', inputs: () => ({ person: town.house.newId() }), says: 'not-a-colleague' },
    ] as const)('cannot be settled by naming $what', async ({ inputs, says }) => {
      await town.presses('Sørine', 'representation.name', inputs(), { force: true });

      expect(onManagersCard()).toContain(da.refusals[says]);
      expect(await colleagues()).toEqual([]);
    });

    test('is not another manager’s to settle', async () => {
      const { id, version } = await bosInvitation();
      const press = (invitation: string) =>
        town.teams.execute(town.person('Thomas').entraId, {
          verb: 'representation.name',
          data: { invitation, version, person: idOf('Henrik') },
        });

      expect(await press(id)).toEqual(await press('00000000-0000-7000-8000-000000000000'));
      expect(await colleagues()).toEqual([]);
    });

    test('is settled by naming somebody in one press, who is asked on a card of their own', async () => {
      await town.presses('Sørine', 'representation.name', { person: idOf('Henrik') }, { copies: 3, together: true });

      expect(await colleagues()).toEqual(['Henrik Toft asked']);
      expect(onManagersCard()).toContain(da.representation.states.named);
      const asked = textOf(cardWith(town, 'Henrik', '24. april'));
      for (const shown of ['Sørine Dahl', 'Bo Lindgren', 'A.K.', 'Rådhuset, lokale 4']) expect(asked).toContain(shown);
      expect(heard(town).slice(-2).sort()).toEqual([
        '2026-03-12T09:00 Bo notice/named-for-you',
        '2026-03-12T09:00 Henrik stand-in-answer/own',
      ]);
      expect(town.lastCard('Bo')).toContain(da.notice.text['named-for-you']('Sørine Dahl'));
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain('Henrik Toft');
    });

    test('comes back to the manager when the one named says no, and says why', async () => {
      await town.presses('Henrik', 'stand-in.decline');

      expect(town.lastCard('Henrik')).toContain(da.standIn.declined('Sørine Dahl'));
      expect(heard(town).at(-1)).toBe('2026-03-12T09:00 Sørine representation/own');
      expect(onManagersCard()).toContain(da.representation.because.declined('Bo Lindgren'));
    });

    test('is done when the next one named says yes: seen by manager, invited one and lead', async () => {
      await town.presses('Sørine', 'representation.name', { person: idOf('Malene') });
      await town.presses('Malene', 'stand-in.accept');

      expect(onManagersCard()).toContain(da.representation.states.accepted);
      expect(onManagersCard()).toContain('Malene Overby');
      expect(textOf(cardWith(town, 'Bo', da.invitation.states['stand-in']))).toContain('Malene Overby');
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain('Malene Overby');
      expect((await town.says('Sørine', 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
    });

    test('and is asked of the manager again when that yes is taken back', async () => {
      await town.presses('Malene', 'stand-in.withdraw');

      expect(heard(town).at(-1)).toBe('2026-03-12T09:00 Sørine representation/own');
      expect(onManagersCard()).toContain(da.representation.because.declined('Bo Lindgren'));
      // Whom the manager answers for owes nothing themselves.
      expect((await town.says('Bo', 'venter')).map(textOf)).toEqual([expect.not.stringContaining('24. april')]);
    });

    test('or solved by the invited one, who comes after all: the manager’s card says so', async () => {
      await town.presses(
        'Bo',
        'invitation.come',
        {},
        { messageId: cardWith(town, 'Bo', da.invitation.states.asked).id },
      );

      expect(onManagersCard()).toContain(da.representation.states.answered);
      expect(onLeadsCard(town, 'Carla', 'Bo')).toContain(da.meeting.invited.coming);
      expect((await town.says('Sørine', 'venter')).map(textOf)).toEqual([expect.stringContaining(da.waiting.none)]);
    });
  });

  describe('pressed late', () => {
    test('on a card as it once stood, shows how it stands now and changes nothing', async () => {
      await call('2026-04-27');
      const { id } = await bosInvitation();
      await town.presses('Bo', 'invitation.come');
      const before = await newestMeeting(town);

      const late = await town.teams.execute(town.person('Bo').entraId, {
        messageId: cardWith(town, 'Bo', '27. april').id,
        verb: 'invitation.hindered',
        data: { invitation: id, version: 1, code: 'absent' },
      });
      await town.settle();

      expect(late.kind).toBe('card');
      expect(town.lastCard('Bo')).toContain(da.invitation.states.coming);
      expect(town.lastCard('Bo')).toContain(da.refusals['changed-meanwhile']);
      expect(await newestMeeting(town)).toEqual(before);
    });

    test('by the lead, shows the answer that was given meanwhile', async () => {
      await call('2026-04-28');
      await town.presses('Bo', 'invitation.hindered', { code: 'absent' });
      const { id, version } = await bosInvitation();
      const reply = (verb: string) =>
        town.teams.execute(town.person('Carla').entraId, { verb, data: { invitation: id, version } });
      await reply('hindered.manage');
      const before = await newestMeeting(town);

      expect(JSON.stringify((await reply('hindered.somebody')).card)).toContain(da.hindered.states.manage);
      await town.settle();
      expect(await newestMeeting(town)).toEqual(before);
    });
  });

  describe('pressed by somebody else, in the chat of the one whose card it is', () => {
    beforeAll(() => call('2026-04-29'));

    test.each([
      { name: 'Henrik', verb: 'invitation.come', inputs: {} },
      { name: 'Sørine', verb: 'invitation.come', inputs: {} },
      { name: 'Carla', verb: 'invitation.hindered', inputs: { code: 'absent' } },
      { name: 'Henrik', verb: 'invitation.change', inputs: {} },
    ])('$name’s $verb is answered as about an unknown thing, and nothing changes', async ({ name, verb, inputs }) => {
      if (verb === 'invitation.change') await town.presses('Bo', 'invitation.come');
      const conversations = () =>
        town.inside(({ tx }) => tx.conversation.findMany({ orderBy: { id: 'asc' }, omit: { seenAt: true } }));
      const before = [await newestMeeting(town), await conversations(), town.reads('Bo'), town.reads(name)];

      const outcome = await town.presses('Bo', verb, inputs, { as: town.person(name).entraId });

      expect(outcome).toMatchObject({ status: 200, kind: 'message', text: da.turn.notFound });
      expect([await newestMeeting(town), await conversations(), town.reads('Bo'), town.reads(name)]).toEqual(before);
    });

    test('what is meant for them still comes to their own chat', async () => {
      await call('2026-04-30');
      await town.presses('Bo', 'invitation.come', {}, { as: town.person('Henrik').entraId });
      await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Henrik') });

      expect(town.lastCard('Henrik')).toContain('30. april');
      expect(town.lastCard('Bo')).not.toContain(da.standIn.accept);
    });
  });
});

describe('while a manager is away', () => {
  let town: Town;
  const municipality = changedMunicipality({
    'absences.csv': 'email;from_on;to_on\nsoerine@by.example;2026-03-10;2026-03-20\n',
  });
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', folder: municipality.folder });
  });
  afterAll(async () => {
    municipality.remove();
    await closeInOrder(town);
  });

  test('the deputy is asked, and settles it', async () => {
    await callMeeting(town, { date: '2026-03-26', invite: ['Bo'] });
    await town.presses('Bo', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.somebody');
    expect(heard(town).at(-1)).toBe('2026-03-12T09:00 Malene representation/own');

    await town.presses('Malene', 'representation.name', { person: (await personIds(town))('Henrik') });

    expect(textOf(cardWith(town, 'Henrik', da.standIn.states.asked))).toContain('Malene Overby');
    expect(onLeadsCard(town, 'Carla', 'Bo')).toContain('Henrik Toft');
    expect(heard(town).filter((line) => line.includes(' Sørine '))).toEqual([]);
  });
});
