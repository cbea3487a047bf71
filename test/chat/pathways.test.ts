import { words } from '../../content/words/words';
import { callMeeting, cardWith, closeInOrder, newestMeeting, personIds, REF } from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');
const en = words('en');
const UNKNOWN = 'BF-1999-0001';
const NOBODYS_ID = '00000000-0000-7000-8000-000000000000';

describe('a pathway', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
  });
  afterAll(() => closeInOrder(town));

  const answerTo = async (name: string, text: string) => (await town.says(name, text)).map(textOf);
  const pathwayId = () =>
    town.inside(async ({ tx }) => (await tx.pathway.findFirstOrThrow({ where: { ref: REF } })).id);
  const audited = async (act: string, name: string) => {
    const actorId = (await personIds(town))(name);
    return town.inside(({ tx }) => tx.auditRow.findMany({ where: { act, actorId }, orderBy: { id: 'asc' } }));
  };

  describe('is seen', () => {
    const whoSees = [
      { name: 'Carla', why: 'leads it', calls: true },
      { name: 'Nanna', why: 'helps to lead it', calls: true },
      { name: 'Bo', why: 'is in the team', calls: false },
      { name: 'Mette', why: 'is in the team', calls: false },
      { name: 'Jonas', why: 'is in the team', calls: false },
      { name: 'Dorthe', why: 'is case administrator of its department', calls: false },
    ];

    test.each(whoSees)('by $name, who $why, and written down in the audit log', async ({ name, calls }) => {
      const before = await audited('pathway.see', name);
      const [card] = await answerTo(name, `forløb ${REF}`);

      for (const shown of [REF, 'A.K.', 'Carla Holm', 'Nanna Vest', 'Socialafdeling', 'Vibeke Abild']) {
        expect(card).toContain(shown);
      }
      expect(card?.includes(da.pathway.call)).toBe(calls);
      const after = await audited('pathway.see', name);
      expect(after).toHaveLength(before.length + 1);
      expect(after.at(-1)).toMatchObject({
        matterKind: 'pathway',
        matterId: await pathwayId(),
        pathwayId: await pathwayId(),
      });
    });

    test('with the team members whose department has no ground named as such', async () => {
      const [card] = await answerTo('Carla', `forløb ${REF}`);

      expect(card?.split(da.pathway.noGround)).toHaveLength(2);
    });

    test.each([REF.toLowerCase(), ` ${REF} `, `${REF}.`, `${REF}?`])(
      'by its reference as people write it: "%s"',
      async (ref) => {
        expect(await answerTo('Carla', `forløb ${ref}`)).toEqual([expect.stringContaining('A.K.')]);
        expect(await answerTo('Carla', `Borgerforløb ${ref}`)).toEqual([expect.stringContaining('A.K.')]);
      },
    );

    test('in English by those whose Teams is English', async () => {
      const [card] = await answerTo('Daniel', 'pathway BF-2025-0200');

      expect(card).toContain('Birk');
      expect(card).toContain(en.pathway.lead);
    });
  });

  describe('does not exist', () => {
    const whoDoesNot = [
      { name: 'Vibeke', why: 'is in the team, of a department without ground' },
      { name: 'Henrik', why: 'has nothing to do with it' },
      { name: 'Sørine', why: 'leads a member of the team, and may get notices only' },
      { name: 'Lise', why: 'leads the lead' },
      { name: 'Helle', why: 'is administrator, without citizen content' },
      { name: 'Dora', why: 'is the director' },
      { name: 'Gitte', why: 'works in its department' },
    ];

    test.each(whoDoesNot)(
      'for $name, who $why: the answer is the one to an unknown reference, byte for byte',
      async ({ name }) => {
        const about = async (ref: string) => {
          const before = town.teams.log().length;
          await town.says(name, `forløb ${ref}`);
          const entries = town.teams
            .log()
            .slice(before)
            .filter((one) => one.kind === 'accepted');
          return entries.map(({ n, at, wall, ...rest }) => ({ ...rest, activityId: '' }));
        };

        const answer = await about(REF);

        expect(answer).toEqual(await about(UNKNOWN));
        expect(answer).toMatchObject([{ text: da.turn.notFound }]);
      },
    );

    test.each(whoDoesNot)('for $name, also when they press with its id', async ({ name }) => {
      const press = async (pathway: string) =>
        town.teams.execute(town.person(name).entraId, { verb: 'pathway.open', data: { pathway } });

      const answer = await press(await pathwayId());

      expect(answer).toEqual(await press(NOBODYS_ID));
      expect(answer).toMatchObject({ status: 200, kind: 'message', text: da.turn.notFound });
    });

    test('for those who ask in English either', async () => {
      expect(await answerTo('Daniel', `pathway ${REF}`)).toEqual([en.turn.notFound]);
      expect(await answerTo('Daniel', `pathway ${UNKNOWN}`)).toEqual([en.turn.notFound]);
    });

    test.each(['%', '_', 'BF-2025-014_', 'BF%', "' or 1=1 --", '\\', 'bf-2025-0142 bf-2025-0142'])(
      'under a name that is not its own: "%s"',
      async (ref) => {
        expect(await answerTo('Carla', `forløb ${ref}`)).toEqual([da.turn.notFound]);
      },
    );
  });

  describe('in the list', () => {
    test.each([
      { name: 'Carla', shows: [REF, da.pathways.roles.lead], hides: ['BF-2025-0200'] },
      { name: 'Nanna', shows: [REF, da.pathways.roles['co-lead']], hides: ['BF-2025-0200'] },
      { name: 'Bo', shows: [REF, da.pathways.roles.team, 'BF-2025-0200', da.pathways.roles.lead], hides: [] },
      { name: 'Dorthe', shows: [REF, da.pathways.roles.administrator], hides: ['BF-2025-0200'] },
      { name: 'Vibeke', shows: [da.pathways.none], hides: [REF, 'A.K.'] },
      { name: 'Sørine', shows: [da.pathways.none], hides: [REF, 'A.K.', 'BF-2025-0200'] },
      { name: 'Helle', shows: [da.pathways.none], hides: [REF, 'A.K.', 'BF-2025-0200'] },
    ])('$name finds what they are in, and nothing else', async ({ name, shows, hides }) => {
      const [card = ''] = await answerTo(name, 'forløb');

      for (const text of shows) expect(card).toContain(text);
      for (const text of hides) expect(card).not.toContain(text);
    });

    test('can be opened by a press', async () => {
      await town.says('Bo', 'forløb');
      await town.presses('Bo', 'pathway.open', { pathway: await pathwayId() });

      expect(town.lastCard('Bo')).toContain('A.K.');
    });

    test('is written down with the pathways that it named', async () => {
      await answerTo('Carla', 'forløb');

      expect((await audited('pathway.list', 'Carla')).at(-1)).toMatchObject({
        matterId: null,
        codes: [await pathwayId()],
      });
    });
  });

  describe("a meeting's things", () => {
    let ids: Record<string, string | undefined>;
    beforeAll(async () => {
      await callMeeting(town, { date: '2026-04-15', invite: ['Bo', 'Mette'] });
      const colleague = (await personIds(town))('Malene');
      await town.presses('Bo', 'invitation.stand-in', { colleague });
      await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
      const { meeting, invitations } = await newestMeeting(town);
      const standIn = await town.inside(({ tx }) =>
        tx.standIn.findFirstOrThrow({ where: { invitationId: invitations.Bo?.id ?? '' } }),
      );
      ids = {
        meeting: meeting.id,
        bo: invitations.Bo?.id,
        mette: invitations.Mette?.id,
        standIn: standIn.id,
        pathway: meeting.pathwayId,
      };
    });

    test('are opened by those in it from the pathway’s card and from the list of meetings', async () => {
      await town.says('Carla', `forløb ${REF}`);
      await town.presses('Carla', 'meeting.open');
      expect(town.lastCard('Carla')).toContain(da.meeting.move);

      await town.says('Bo', 'møde');
      expect(town.lastCard('Bo')).toContain('15. april');
      await town.presses('Bo', 'meeting.open', { meeting: ids.meeting ?? '' }, { force: true });
      expect(town.lastCard('Bo')).toContain(da.meeting.who);
      expect(town.lastCard('Bo')).not.toContain(da.meeting.move);
    });

    const verbs = [
      { verb: 'meeting.form', data: () => ({ pathway: ids.pathway }) },
      { verb: 'meeting.open', data: () => ({ meeting: ids.meeting }) },
      { verb: 'meeting.back', data: () => ({ meeting: ids.meeting }) },
      { verb: 'meeting.move-form', data: () => ({ meeting: ids.meeting }) },
      {
        verb: 'meeting.move',
        data: () => ({ meeting: ids.meeting, version: 1, date: '2026-04-22', time: '10:00', agreed: 'true' }),
      },
      { verb: 'meeting.cancel-ask', data: () => ({ meeting: ids.meeting }) },
      { verb: 'meeting.cancel', data: () => ({ meeting: ids.meeting, version: 1 }) },
      { verb: 'invitation.open', data: () => ({ invitation: ids.bo }) },
      { verb: 'invitation.come', data: () => ({ invitation: ids.bo, version: 2 }) },
      { verb: 'invitation.hindered', data: () => ({ invitation: ids.bo, version: 2, code: 'absent' }) },
      { verb: 'invitation.stand-in', data: () => ({ invitation: ids.bo, version: 2, colleague: ids.standIn }) },
      { verb: 'invitation.change', data: () => ({ invitation: ids.bo, version: 2 }) },
      { verb: 'stand-in.open', data: () => ({ standIn: ids.standIn }) },
      { verb: 'stand-in.accept', data: () => ({ standIn: ids.standIn, version: 1 }) },
      { verb: 'stand-in.decline', data: () => ({ standIn: ids.standIn, version: 1 }) },
      { verb: 'stand-in.withdraw', data: () => ({ standIn: ids.standIn, version: 1 }) },
      { verb: 'hindered.open', data: () => ({ invitation: ids.mette }) },
      { verb: 'hindered.manage', data: () => ({ invitation: ids.mette, version: 2 }) },
      { verb: 'hindered.somebody', data: () => ({ invitation: ids.mette, version: 2 }) },
      { verb: 'representation.open', data: () => ({ invitation: ids.bo }) },
      { verb: 'representation.name', data: () => ({ invitation: ids.bo, version: 2, person: ids.standIn }) },
    ];
    /** Exactly what somebody would be answered about a thing that nobody has. */
    const unknown = (data: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(data).map(([key, value]) => [
          key,
          Object.values(ids).includes(String(value)) ? NOBODYS_ID : value,
        ]),
      );

    test.each(verbs)(
      '$verb with real ids answers outsiders as it answers about nothing at all',
      async ({ verb, data }) => {
        const before = await newestMeeting(town);
        for (const name of ['Henrik', 'Vibeke']) {
          const press = (given: Record<string, unknown>) =>
            town.teams.execute(town.person(name).entraId, { verb, data: given });
          const answer = await press(data());

          expect(answer).toMatchObject({ status: 200, kind: 'message', text: da.turn.notFound });
          expect(answer).toEqual(await press(unknown(data())));
        }
        await town.settle();
        expect(await newestMeeting(town)).toEqual(before);
      },
    );

    test.each(verbs.filter(({ verb }) => /^meeting\.(form|move|cancel)/.test(verb)))(
      '$verb is for the leads: a team member is answered the same',
      async ({ verb, data }) => {
        const answer = await town.teams.execute(town.person('Jonas').entraId, { verb, data: data() });

        expect(answer).toMatchObject({ status: 200, kind: 'message', text: da.turn.notFound });
      },
    );

    test('the meeting is seen by who was asked to come in a colleague’s place, the pathway is not', async () => {
      const malene = town.person('Malene').entraId;
      await town.teams.execute(malene, { verb: 'meeting.open', data: { meeting: ids.meeting } });

      expect(town.lastCard('Malene')).toContain('Rådhuset, lokale 4');
      expect(await answerTo('Malene', `forløb ${REF}`)).toEqual([da.turn.notFound]);

      await town.presses('Malene', 'stand-in.decline');
      expect(await town.teams.execute(malene, { verb: 'meeting.open', data: { meeting: ids.meeting } })).toMatchObject({
        text: da.turn.notFound,
      });
      const declined = textOf(cardWith(town, 'Malene', da.standIn.states.declined));
      for (const gone of ['A.K.', 'Rådhuset', da.lines.whyDefault('employment', 'A.K.')])
        expect(declined).not.toContain(gone);
    });
  });
});
