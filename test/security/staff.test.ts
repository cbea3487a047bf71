import { words } from '../../content/words/words';
import { callMeeting, newestMeeting, personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town, textOf } from '../support/town';
import { absencesOf } from './absences';
import { dump } from './tables';
import { turnOf } from './turn-of';

/** All that stands in somebody's chat now. */
const chatOf = (town: Town, name: string): string =>
  town.teams
    .chat(town.person(name).entraId)
    .map((message) => JSON.stringify(message.card ?? {}) + textOf(message))
    .join('\n');

const reasons = Object.values(words('da').meeting.hindered);

describe('while the policy holds no dates', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    // Weeks in a few seconds: Teams, which counts seconds, would take no more answers.
    town.teams.faults.windows(false);
    const idOf = await personIds(town);
    await callMeeting(town, { date: '2026-03-26', invite: ['Bo', 'Mette', 'Jonas', 'Nanna'] });
    await town.presses('Bo', 'invitation.come');
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.manage');
    await town.presses('Jonas', 'invitation.hindered', { code: 'other-meeting' });
    // The lead is reminded, in the morning's message and by a card.
    await town.until('2026-03-25T12:00');
    await town.presses('Carla', 'hindered.somebody');
    await town.presses('Birgitte', 'representation.name', { person: idOf('Kasper') });
    await town.presses('Kasper', 'stand-in.accept');
  });
  afterAll(() => town.close());

  /** The answer to a press, and what the house remembers of the card it put into the chat. */
  const presses = async (name: string, verb: string, data: Record<string, unknown>) => {
    const turn = turnOf(town, name, { kind: 'press', verb, data });
    const answer = await town.app.handler.handle(turn);
    await town.app.handler.answered(
      turn,
      answer,
      (answer.post ?? []).map(() => turn.activityId),
    );
    return answer;
  };

  test('it is known before the meeting who is hindered, and this test sees it', async () => {
    expect(new Set(await absencesOf(town, 'Mette'))).toEqual(
      new Set(['invitation', 'message', 'obligation', 'sent_card']),
    );
    expect(new Set(await absencesOf(town, 'Jonas'))).toEqual(new Set(['message', 'obligation', 'sent_card']));
    expect(await absencesOf(town, 'Bo')).toEqual([]);
    expect(chatOf(town, 'Carla')).toContain('Mette Rosen');
  });

  test('when the meeting is over, no row of any table joins anybody with an absence', async () => {
    await town.until('2026-03-27T09:00');

    for (const name of ['Mette', 'Jonas', 'Bo', 'Kasper'])
      expect([name, await absencesOf(town, name)]).toEqual([name, []]);
  });

  test('whoever was hindered and whoever never answered cannot be told apart', async () => {
    const { invitations } = await newestMeeting(town);
    const { Mette: mette, Nanna: nanna } = invitations;
    const kept = ['status', 'hinderedCode', 'leadReply', 'earlierStatus', 'answeredAt'] as const;
    expect(kept.map((key) => mette?.[key])).toEqual(kept.map((key) => nanna?.[key]));
    expect([mette?.status, invitations.Bo?.status, invitations.Jonas?.status]).toEqual([
      'closed',
      'coming',
      'stand-in',
    ]);
  });

  test('what somebody owed and gave is kept as answered, never how', async () => {
    const rows = await town.inside(({ tx, tenantId }) =>
      tx.obligation.findMany({ where: { tenantId, kind: 'invitation-answer' }, select: { closedBecause: true } }),
    );
    expect(new Set(rows.map(({ closedBecause }) => closedBecause))).toEqual(new Set(['answered', 'past']));
  });

  test('what came in is remembered without saying what it was', async () => {
    const { inbound = [] } = await dump(town.database.adminUrl);
    expect(inbound.length).toBeGreaterThan(5);
    expect(inbound.filter((row) => !/,(?:activity:[\w:-]+|press:[\w-]{43}),/.test(row))).toEqual([]);
  });

  test('the cards say who came and nothing of who was hindered, in every chat', async () => {
    await town.says('Carla', 'møde');
    for (const name of ['Carla', 'Nanna', 'Bo', 'Mette', 'Jonas', 'Birgitte', 'Kasper']) {
      const chat = chatOf(town, name);
      expect([name, reasons.filter((reason) => chat.includes(reason))]).toEqual([name, []]);
      expect([name, /er forhindret|du er forhindret|var forhindret/i.test(chat)]).toEqual([name, false]);
    }
    const { meeting } = await newestMeeting(town);
    const opened = JSON.stringify(await presses('Carla', 'meeting.open', { meeting: meeting.id }));
    expect(
      [...opened.matchAll(/Bo Lindgren|Mette Rosen|Jonas Fjord|Kasper Egel|Nanna Vest/g)].map(([name]) => name),
    ).toEqual(['Bo Lindgren', 'Jonas Fjord', 'Kasper Egel']);
  });

  test('nor do they when the lead opens the card again', async () => {
    const { invitations } = await newestMeeting(town);
    const opened = JSON.stringify(await presses('Carla', 'hindered.open', { invitation: invitations.Mette?.id ?? '' }));
    expect(opened).toContain(words('da').hindered.title.past);
    expect(opened).not.toContain('Mette');
    expect(await absencesOf(town, 'Mette')).toEqual([]);
  });

  test('a meeting that is cancelled closes in the same way, though the answers had been moved once', async () => {
    await callMeeting(town, { date: '2026-04-22' });
    await town.presses('Mette', 'invitation.hindered', { code: 'citizen-matter' });
    await town.presses('Carla', 'meeting.move-form');
    await town.presses('Carla', 'meeting.move', { date: '2026-04-23', time: '10:00', agreed: 'true' });
    await town.presses('Mette', 'invitation.come');
    await town.presses('Jonas', 'invitation.hindered', { code: 'absent' });
    expect(await absencesOf(town, 'Mette')).not.toEqual([]);
    await town.presses('Carla', 'meeting.cancel-ask');
    await town.presses('Carla', 'meeting.cancel');

    for (const name of ['Mette', 'Jonas']) expect([name, await absencesOf(town, name)]).toEqual([name, []]);
    expect(reasons.filter((reason) => chatOf(town, 'Carla').includes(reason))).toEqual([]);
  });
});

describe('the dates of the policy', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    town.teams.faults.windows(false);
  });
  afterAll(() => town.close());

  // The one that keeps comes last: what it keeps is there from then on.
  test.each([
    { when: 'only the works council has its date', worksCouncilOn: '2026-01-10', staffInformedOn: null, kept: false },
    {
      when: 'staff are to be informed later',
      worksCouncilOn: '2026-01-10',
      staffInformedOn: '2026-05-01',
      kept: false,
    },
    { when: 'both have passed', worksCouncilOn: '2026-01-10', staffInformedOn: '2026-02-01', kept: true },
  ])(
    'when $when: an absence outlives the closing of the meeting: $kept',
    async ({ kept, worksCouncilOn, staffInformedOn }) => {
      Object.assign(town.house.municipality(TENANT).policy, { worksCouncilOn, staffInformedOn });
      await callMeeting(town, { date: '2026-03-26' });
      await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
      await town.presses('Carla', 'meeting.cancel-ask');
      await town.presses('Carla', 'meeting.cancel');

      expect((await absencesOf(town, 'Mette')).length > 0).toBe(kept);
    },
  );
});
