import { words } from '../../content/words/words';
import {
  besideInput,
  callMeeting,
  cardWith,
  choicesOf,
  closeInOrder,
  heard,
  heardOfAll,
  inputsOf,
  REF,
} from '../support/meeting-steps';
import { openTown, type Town, textOf } from '../support/town';

const da = words('da');

describe('what waits for somebody', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00', met: ['Carla', 'Bo'] });
  });
  afterAll(() => closeInOrder(town));

  const waiting = async (name: string) => (await town.says(name, 'venter')).map(textOf).join();

  test('is nothing at first', async () => {
    expect(await waiting('Bo')).toContain(da.waiting.none);
    expect(await waiting('Bo')).toContain(da.waiting.noneText);
  });

  test('is named, soonest first, each with a button of its own', async () => {
    await callMeeting(town, { date: '2026-04-22', invite: ['Bo'] });
    await callMeeting(town, { date: '2026-04-15', invite: ['Bo'] });

    const card = await waiting('Bo');
    expect(card).toContain(da.waiting.count(2));
    expect(card.indexOf('15. april')).toBeLessThan(card.indexOf('22. april'));
    await town.presses('Bo', 'invitation.open');
    await town.presses('Bo', 'invitation.come');
    expect(await waiting('Bo')).toContain(da.waiting.count(1));
    expect(await waiting('Bo')).not.toContain('15. april');
  });

  test('is picked from a list where it is much, and nothing else can be picked', async () => {
    for (const day of ['23', '24', '27', '28', '29'])
      await callMeeting(town, { date: `2026-04-${day}`, invite: ['Bo'] });
    expect(await waiting('Bo')).toContain(da.waiting.count(6));
    const card = town.teams.chat(town.person('Bo').entraId).at(-1);
    expect(choicesOf(card?.card, 'pick')).toHaveLength(6);

    await town.presses('Bo', 'waiting.pick', { pick: pickOf(card?.card, '24. april') });
    expect(town.lastCard('Bo')).toContain('24. april');
    await town.presses('Bo', 'invitation.come');
    expect(await waiting('Bo')).toContain(da.waiting.count(5));

    for (const pick of [
      '',
      'nonsense',
      'waiting.pick|pick=x',
      'no.such|a=b',
      'invitation.come|invitation=1',
      'meeting.cancel|meeting=1',
    ]) {
      const refused = await town.teams.execute(town.person('Bo').entraId, { verb: 'waiting.pick', data: { pick } });
      expect(refused).toMatchObject({ status: 200, kind: 'message' });
    }
  });

  test('cannot be postponed where others wait for the answer', async () => {
    const bo = town.person('Bo').entraId;
    const { id } = await town.inside(({ tx }) =>
      tx.obligation.findFirstOrThrow({ where: { kind: 'invitation-answer', closedAt: null } }),
    );

    expect(await waiting('Bo')).not.toContain(da.actions.snoozeForm);
    expect(await town.teams.execute(bo, { verb: 'waiting.snooze-form', data: {} })).toMatchObject({
      text: da.refusals['snooze-never'],
    });
    const data = { obligation: id, until: '2026-03-20', reason: 'Jeg venter på noget' };
    expect(await town.teams.execute(bo, { verb: 'waiting.snooze', data })).toMatchObject({
      text: da.refusals['snooze-never'],
    });
    expect(await town.inside(({ tx }) => tx.snooze.count())).toBe(0);
  });

  test('is never the record of a meeting that is still ahead: the lead owes it, and sees it, once the meeting has begun', async () => {
    expect(await town.inside(({ tx }) => tx.obligation.count({ where: { kind: 'meeting-record' } }))).toBe(7);
    expect(await waiting('Carla')).toContain(da.waiting.none);
    await town.until('2026-04-15T12:59');
    expect(await waiting('Carla')).toContain(da.waiting.none);

    await town.until('2026-04-15T13:00');
    expect(await waiting('Carla')).toContain(da.waiting.count(1));
    expect(town.lastCard('Carla')).toContain('Hvordan gik mødet onsdag den 15. april kl.\u00a013');
    await town.presses('Carla', 'meeting.work');
    expect(town.lastCard('Carla')).toContain('A.K.');

    // In the morning's card those ahead are not counted among what else waits.
    await town.until('2026-04-17T08:00');
    expect(heardOfAll(town).at(-1)).toBe('2026-04-17T08:00 Carla meeting-record/late');
    expect(town.lastCard('Carla')).toContain(da.waiting.morning('Carla'));
    for (const n of [1, 5, 6]) expect(town.lastCard('Carla')).not.toContain(da.waiting.also(n));
  });
});

/** The value behind the choice whose title says this. */
function pickOf(card: Readonly<Record<string, unknown>> | undefined, title: string): string {
  const found = JSON.stringify(card).match(new RegExp(`"title":"[^"]*${title}[^"]*","value":"(?<value>[^"]*)"`))?.groups
    ?.value;
  if (found === undefined) throw new Error(`There is no choice "${title}"`);
  return found;
}

describe('a line that may be postponed', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({
      at: '2026-03-12T09:00',
      met: ['Carla', 'Bo', 'Jonas', 'Henrik'],
      twinLadders: `
invitation-answer:
  nature: duty
  snooze: 14d
  absence: runs
  ends: matter
  rungs:
    - { key: first, when: opened + 2wd, tell: owner, by: line, until: meeting }
    - { key: second, when: opened + 4wd, tell: owner, by: line, until: meeting }
    - { key: manager, when: meeting - 2wd, tell: owner.manager, by: card, at: "12:00", grace: 1, until: meeting }
`,
    });
    await callMeeting(town, { date: '2026-04-22', invite: ['Bo', 'Jonas'] });
    await town.until('2026-03-16T10:00');
  });
  afterAll(() => closeInOrder(town));

  const obligationOf = (name: string) =>
    town.inside(
      async ({ tx }) =>
        (
          await tx.obligation.findFirstOrThrow({
            where: { kind: 'invitation-answer', owner: { entraId: town.person(name).entraId } },
          })
        ).id,
    );

  test('says so in the morning', () => {
    expect(heard(town, '2026-03-13')).toHaveLength(2);
    expect(town.lastCard('Bo')).toContain(da.actions.snoozeForm);
  });

  test.each([
    {
      what: 'nothing picked',
      inputs: { reason: 'Skolen svarer først senere' },
      at: 'obligation',
      says: 'pick-somebody',
    },
    {
      what: 'a day that is past',
      inputs: { until: '2026-03-16', reason: 'Skolen svarer først senere' },
      at: 'until',
      says: 'bad-date',
    },
    {
      what: 'more than 14 days',
      inputs: { until: '2026-03-31', reason: 'Skolen svarer først senere' },
      at: 'until',
      says: 'snooze-too-long',
    },
    { what: 'no reason', inputs: {}, at: 'reason', says: 'reason-missing' },
  ] as const)('is asked about again beside the field: $what', async ({ what, inputs, at, says }) => {
    await town.presses('Bo', 'waiting.snooze-form');
    const obligation = what === 'nothing picked' ? {} : { obligation: await obligationOf('Bo') };
    const forged = what === 'nothing picked' ? { obligation: '' } : {};
    const outcome = await town.presses(
      'Bo',
      'waiting.snooze',
      { ...obligation, ...inputs },
      { force: true, data: forged },
    );

    expect(besideInput(outcome.card, at)).toContain(da.refusals[says]);
    expect(inputsOf(outcome.card)).toMatchObject({ ...obligation, ...inputs });
    expect(await town.inside(({ tx }) => tx.snooze.count())).toBe(0);
    await town.presses('Bo', 'home.waiting');
  });

  test('is one’s own: somebody else’s is answered as unknown', async () => {
    const press = (obligation: string) =>
      town.teams.execute(town.person('Henrik').entraId, {
        verb: 'waiting.snooze',
        data: { obligation, until: '2026-03-20', reason: 'x' },
      });

    expect(await press(await obligationOf('Bo'))).toEqual(await press(town.house.newId()));
    expect(await town.inside(({ tx }) => tx.snooze.count())).toBe(0);
  });

  test('is quiet until the day, for the one who postponed it only; no date moves', async () => {
    const before = await town.inside(({ tx }) =>
      tx.obligation.findFirstOrThrow({ where: { owner: { entraId: town.person('Bo').entraId } } }),
    );
    await town.presses('Bo', 'waiting.snooze-form');
    await town.presses(
      'Bo',
      'waiting.snooze',
      { obligation: await obligationOf('Bo'), until: '2026-03-25', reason: 'Skolen svarer først senere' },
      { copies: 3, together: true },
    );
    expect(await town.inside(({ tx }) => tx.snooze.count())).toBe(1);
    // Whoever leads the pathway reads why; the rest of its team does not.
    for (const name of ['Carla', 'Jonas']) await town.says(name, `forløb ${REF}`);
    expect(textOf(cardWith(town, 'Carla', da.pathway.postponed.title))).toMatch(
      /Bo Lindgren:.*Skolen svarer først senere.*udskudt til onsdag den 25\. marts/,
    );
    expect(town.lastCard('Jonas')).not.toContain('Skolen svarer først senere');

    await town.until('2026-03-26T15:00');

    expect(heard(town, '2026-03-16T10:01')).toEqual([
      '2026-03-18T08:00 Jonas invitation-answer/second',
      '2026-03-25T08:00 Bo invitation-answer/second',
    ]);
    const after = await town.inside(({ tx }) =>
      tx.obligation.findUniqueOrThrow({ where: { tenantId_id: { tenantId: before.tenantId, id: before.id } } }),
    );
    expect([after.anchors, after.dueOn]).toEqual([before.anchors, before.dueOn]);
  });

  test('can be postponed further, but 14 days in all', async () => {
    await town.presses('Bo', 'waiting.snooze-form');
    const outcome = await town.presses(
      'Bo',
      'waiting.snooze',
      { obligation: await obligationOf('Bo'), until: '2026-04-02', reason: 'Endnu lidt' },
      { force: true },
    );

    expect(besideInput(outcome.card, 'until')).toContain(da.refusals['snooze-too-long']);
    expect(textOf(cardWith(town, 'Bo', da.snooze.title))).toContain('Endnu lidt');
  });
});

describe('what one owes and leads as well', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({
      at: '2026-03-12T09:00',
      twinLadders: `
hindered-reply:
  nature: duty
  snooze: never
  absence: deputy
  ends: matter
  rungs:
    - { key: first, when: opened + 1wd, tell: owner, by: line, until: meeting }
    - { key: upward, when: opened + 1wd, tell: lead, by: line, until: meeting }
`,
    });
    await callMeeting(town, { date: '2026-04-22', invite: ['Bo'] });
    await town.presses('Bo', 'invitation.hindered', { code: 'absent' });
  });
  afterAll(() => closeInOrder(town));

  test('is marked by each of its rungs in the morning that holds both', async () => {
    await town.until('2026-03-13T10:00');
    expect(heard(town, '2026-03-12T09:01')).toEqual([
      '2026-03-13T08:00 Carla hindered-reply/first hindered-reply/upward',
    ]);
  });
});
