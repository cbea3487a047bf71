import { tick } from '../../bot/obligations/tick';
import { callMeeting, newestMeeting, personIds, REF } from '../support/meeting-steps';
import { proposalTyped } from '../support/proposal-steps';
import { openTown, TENANT, type Town } from '../support/town';
import { works } from '../support/work-steps';

type Outcome = { kind: string; by: string };
const outcomes = (town: Town): Promise<Outcome[]> =>
  town.inside(({ tx }) => tx.outcome.findMany({ select: { kind: true, by: true } }));
const proposal = (town: Town) => town.inside(({ tx }) => tx.proposal.findFirstOrThrow({ orderBy: { number: 'desc' } }));
const open = (town: Town, kind: string) =>
  town.inside(({ tx }) => tx.obligation.findMany({ where: { kind, closedAt: null }, include: { owner: true } }));

/** Makes a proposal outside a meeting, from the pathway's card. */
async function proposes(town: Town, more: Record<string, string> = {}): Promise<void> {
  const idOf = await personIds(town);
  await town.says('Carla', `forløb ${REF}`);
  await town.presses('Carla', 'decisions.open');
  await town.presses('Carla', 'proposal.form');
  await town.presses('Carla', 'proposal.make', proposalTyped(idOf('Bo'), more));
}

describe('a proposal outside a meeting', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-16T09:00' });
    await proposes(town);
  });
  afterAll(() => town?.close());

  test('asks each with a voice on their own card, and the one who proposed agrees', async () => {
    const asked = await open(town, 'proposal-answer');
    expect(asked.map((one) => one.owner?.name.split(' ')[0]).sort()).toEqual(['Bo', 'Jonas', 'Mette', 'Nanna']);
    expect(town.lastCard('Bo')).toContain('A.K. begynder i virksomhedspraktik');
    expect(town.lastCard('Bo')).toContain('Jeg vil gerne i lære nu');
  });

  test('shows what the others said only to whoever has answered', async () => {
    await town.presses('Bo', 'proposal.agree');
    await town.presses('Nanna', 'proposal.agree');
    expect(town.lastCard('Mette')).not.toContain('enig:');
    expect((await outcomes(town)).length).toBe(0);
  });

  test('opens a talk at a doubt, with the name for the lead only', async () => {
    const bare = await town.presses('Mette', 'proposal.doubt', { reason: '' });
    expect(JSON.stringify(bare)).toContain('Skriv');
    await town.presses('Mette', 'proposal.doubt', { reason: 'Mor skal spørges først' });
    expect((await proposal(town)).status).toBe('talk');
    expect(town.lastCard('Carla')).toContain('Mor skal spørges først');
    expect(town.lastCard('Carla')).toContain('Mette');
    for (const name of ['Bo', 'Nanna'])
      expect(
        town.reads(name).filter((text) => text.includes('Mor skal spørges først') && text.includes('Mette')),
      ).toEqual([]);
  });

  test('a clarification asks the doubting anew, and their yes lets the rest decide', async () => {
    await town.presses('Carla', 'talk.clarify', { clarify: 'Mor er spurgt og siger ja' });
    expect(town.lastCard('Mette')).toContain('Mor er spurgt og siger ja');
    await town.presses('Mette', 'proposal.agree');
    expect((await proposal(town)).status).toBe('asking');
    await town.presses('Jonas', 'proposal.agree');
    expect(await outcomes(town)).toEqual([{ kind: 'adopted', by: 'team' }]);
  });

  test('then the citizen is owed the outcome, the team hears, and the responsible is asked on the day', async () => {
    const [tell] = await open(town, 'tell-outcome');
    expect(tell?.owner?.name).toContain('Carla');
    expect(town.lastCard('Mette')).toContain('A.K. begynder i virksomhedspraktik');
    await town.presses('Carla', 'tell.done', { how: 'phone', toldOn: '2026-03-16', said: 'Fedt' });
    expect(await open(town, 'tell-outcome')).toEqual([]);
    await town.until('2026-04-13T09:30');
    expect((await open(town, 'start-check')).map((one) => one.owner?.name.split(' ')[0])).toEqual(['Bo']);
    await town.presses('Bo', 'start.yes');
    expect(await open(town, 'start-check')).toEqual([]);
  });

  test('a late press shows the outcome and changes nothing', async () => {
    const row = await proposal(town);
    const late = await town.presses(
      'Mette',
      'proposal.disagree',
      { reason: 'nej' },
      { force: true, data: { proposal: row.id, version: 1 } },
    );
    expect(JSON.stringify(late)).toContain('virksomhedspraktik');
    expect(await outcomes(town)).toHaveLength(1);
  });
});

describe('a proposal that the team does not agree on', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-16T09:00' });
    await proposes(town);
    for (const name of ['Bo', 'Nanna', 'Jonas']) await town.presses(name, 'proposal.agree');
    await town.presses('Mette', 'proposal.disagree', { reason: 'Det er for tidligt' });
  });
  afterAll(() => town?.close());

  test('goes before the leaders by itself when nothing is done, in one transaction with their cards', async () => {
    await town.until('2026-03-18T07:55');
    expect((await proposal(town)).status).toBe('talk');
    // Only the beat, and nothing sent yet: what a transaction wrote bears its number.
    await town.moveOnly('2026-03-18T08:05');
    await tick(town.app.engine, TENANT);
    expect((await proposal(town)).status).toBe('leaders');
    const rulers = (await open(town, 'ruling')).map((one) => one.owner?.name.split(' ')[0]).sort();
    expect(rulers).toEqual(['Sørine', 'Thomas']);
    const rows = await town.inside(
      ({ tx }) =>
        tx.$queryRaw<{ same: boolean; status: string }[]>`
        select a.xmin = m.xmin as same, m.status from audit_row a, message m
        where a.act = 'proposal.talk-past-due' and m.kind = 'ruling'`,
    );
    expect(rows).toEqual([
      { same: true, status: 'queued' },
      { same: true, status: 'queued' },
    ]);
    await town.settle();
  });

  test('opens with what the citizen wants, and names who disagreed to their own manager only', async () => {
    const sorine = town.lastCard('Sørine');
    expect(sorine).toContain('Jeg vil gerne i lære nu');
    expect(sorine).toContain('Det er for tidligt');
    expect(sorine).not.toContain('Mette');
    expect(town.lastCard('Thomas')).toContain('Mette');
  });

  test('a question to the team stops the clock until it is answered', async () => {
    await town.presses('Sørine', 'ruling.ask-form');
    await town.presses('Sørine', 'ruling.ask', { question: 'Hvad siger mester?' });
    expect((await open(town, 'ruling')).every((one) => one.pausedOn !== null)).toBe(true);
    expect(town.lastCard('Carla')).toContain('Hvad siger mester?');
    await town.until('2026-03-20T09:00');
    await town.presses('Carla', 'question.answer', { answer: 'Han har en plads' });
    const running = await open(town, 'ruling');
    expect(running.map((one) => [one.pausedOn, one.shift])).toEqual([
      [null, 2],
      [null, 2],
    ]);
  });

  test('leaders who differ see each other’s answers and try once more, then whoever leads both decides', async () => {
    await town.presses('Sørine', 'ruling.as-proposed');
    await town.presses('Thomas', 'ruling.other-form');
    await town.presses('Thomas', 'ruling.not', { reason: 'Familien er ikke klar' });
    expect(town.lastCard('Sørine')).toContain('Familien er ikke klar');
    await town.presses('Sørine', 'ruling.as-proposed');
    await town.presses('Thomas', 'ruling.other-form');
    await town.presses('Thomas', 'ruling.not', { reason: 'Familien er stadig ikke klar' });
    expect((await open(town, 'ruling')).map((one) => one.owner?.name.split(' ')[0])).toEqual(['Dora']);
    expect(await outcomes(town)).toEqual([]);
    await town.presses('Dora', 'ruling.as-proposed');
    expect(await outcomes(town)).toEqual([{ kind: 'adopted', by: 'leader' }]);
    for (const name of ['Carla', 'Bo', 'Jonas']) expect(town.lastCard(name)).not.toContain('Det er for tidligt');
  });
});

describe('a proposal at a meeting', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    const idOf = await personIds(town);
    // Mette takes the notes.
    await callMeeting(town, { date: '2026-03-26', inputs: { 'role-note-taker': idOf('Mette') } });
    for (const name of ['Bo', 'Mette', 'Jonas']) await town.presses(name, 'invitation.come');
    await town.until('2026-03-26T13:05');
    await works(town, 'Carla', 'meeting.start');
  });
  afterAll(() => town?.close());

  test('stands until the meeting is closed, and is decided with it where nobody spoke against it', async () => {
    const idOf = await personIds(town);
    await works(town, 'Carla', 'meeting.here-form');
    await works(town, 'Carla', 'meeting.here', {
      go: 'back',
      ...Object.fromEntries(['Carla', 'Bo', 'Mette'].map((name) => [`here-${idOf(name)}`, 'true'])),
      [`here-${idOf('Jonas')}`]: 'false',
    });
    const { meeting } = await newestMeeting(town);
    await town.presses(
      'Carla',
      'proposal.form',
      {},
      { force: true, data: { pathway: meeting.pathwayId, meeting: meeting.id } },
    );
    const form = town.house.newId();
    await town.presses('Carla', 'proposal.make', proposalTyped(idOf('Bo')), {
      force: true,
      data: { pathway: meeting.pathwayId, form, meeting: meeting.id },
    });
    const row = await proposal(town);
    expect([row.status, row.openMeeting]).toEqual(['asking', true]);
    expect(await open(town, 'proposal-answer')).toEqual([]);
    expect(town.reads('Mette').join(' ')).toContain('A.K. begynder i virksomhedspraktik');
    // Whoever has a role at the meeting notes that they agree, from the proposal's card; nobody else does.
    const refused = await town.presses(
      'Bo',
      'proposal.we-agree',
      {},
      { force: true, data: { proposal: row.id, version: 1 } },
    );
    expect(JSON.stringify(refused)).not.toContain('virksomhedspraktik');
    await town.presses('Bo', 'proposal.open', {}, { force: true, data: { proposal: row.id } });
    expect(town.lastCard('Bo')).not.toContain('Vi er enige');
    expect((await proposal(town)).weAgree).toBe(false);
    await town.presses('Mette', 'proposal.open', {}, { force: true, data: { proposal: row.id } });
    expect(town.lastCard('Mette')).toContain('Vi er enige');
    await town.presses('Mette', 'proposal.we-agree');
    expect((await proposal(town)).weAgree).toBe(true);
    expect(town.lastCard('Mette')).not.toContain('Vi er enige');
    await works(town, 'Carla', 'meeting.citizen-form');
    await works(town, 'Carla', 'meeting.citizen', { go: 'back', there: 'there', words: 'Jeg vil i lære' });
    await works(town, 'Carla', 'meeting.next-form');
    await works(town, 'Carla', 'meeting.next', { go: 'back', none: 'true', because: 'Vi ringes ved' });
    await works(town, 'Carla', 'meeting.close-ask');
    await works(town, 'Carla', 'meeting.close');
    // Jonas' department was not there: its own manager is asked.
    expect((await open(town, 'department-voice')).map((one) => one.owner?.name.split(' ')[0])).toEqual(['Birgitte']);
    await town.presses('Birgitte', 'voice.yes');
    expect(await outcomes(town)).toEqual([{ kind: 'adopted', by: 'team' }]);
  });
});
