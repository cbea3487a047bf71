import { setTimeout as pause } from 'node:timers/promises';
import { refreshCards } from '../../bot/messages/refresh';
import { words } from '../../content/words/words';
import { callMeeting, personIds, REF } from '../support/meeting-steps';
import { proposalTyped } from '../support/proposal-steps';
import { openTown, TENANT, type Town, textOf } from '../support/town';

const da = words('da');
const SLOW_MS = 300;

describe('a form that the lead opens while the meeting’s cards wait to be drawn anew', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    await callMeeting(town, { date: '2026-03-26' });
  });
  afterAll(() => town.close());

  /** The invitations first, the lead's card last. */
  const mark = () =>
    town.inside(async ({ tx, tenantId, wallNow }) => {
      const data = { retryAt: null, attempts: 0 };
      const soon = new Date(wallNow.getTime() + 1);
      await tx.sentCard.updateMany({ where: { tenantId, kind: 'invitation' }, data: { ...data, dirtyAt: wallNow } });
      await tx.sentCard.updateMany({ where: { tenantId, kind: 'meeting' }, data: { ...data, dirtyAt: soon } });
    });
  const opensForm = () => town.teams.press(town.person('Carla').entraId, { verb: 'meeting.move-form' });
  const shown = () => town.teams.chat(town.person('Carla').entraId).map(textOf).join('\n');

  test('stays, where the pump has it in hand and is busy with those before it', async () => {
    await mark();
    town.teams.faults.add({ wish: 'update', fault: { kind: 'delay', ms: SLOW_MS } });
    const pumped = refreshCards(town.app.courier, TENANT);
    await pause(SLOW_MS);
    await opensForm();
    expect(await pumped).toBeGreaterThan(3);
    await town.settle();

    expect(shown()).toContain(da.moveForm.agreed);
  });

  test('stays, where its new drawing is on its way to Teams already', async () => {
    await town.teams.press(town.person('Carla').entraId, { verb: 'meeting.back' });
    await town.settle();
    expect(shown()).not.toContain(da.moveForm.agreed);
    await mark();
    const { courier } = town.app;
    const { update } = courier.teams;
    const slow: typeof update = async (...sent) => {
      await pause(SLOW_MS);
      return update(...sent);
    };
    // Hers alone, so that it is under way at once.
    await town.inside(({ tx, tenantId }) =>
      tx.sentCard.updateMany({ where: { tenantId, kind: 'invitation' }, data: { dirtyAt: null } }),
    );
    const pumped = refreshCards({ ...courier, teams: { ...courier.teams, update: slow } }, TENANT);
    await pause(SLOW_MS / 2);
    await opensForm();
    await pumped;

    expect(shown()).toContain(da.moveForm.agreed);
  });
});

describe('a form that a leader opens while their card waits to be drawn anew', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-16T09:00' });
    const idOf = await personIds(town);
    await town.says('Carla', `forløb ${REF}`);
    await town.presses('Carla', 'decisions.open');
    await town.presses('Carla', 'proposal.form');
    await town.presses('Carla', 'proposal.make', proposalTyped(idOf('Bo')));
    await town.presses('Mette', 'proposal.disagree', { reason: 'Det er for tidligt' });
    await town.presses('Carla', 'talk.leaders');
  });
  afterAll(() => town.close());

  test('stays, where the pump has not come to it yet', async () => {
    // Nothing is sent between the two.
    await town.teams.press(town.person('Thomas').entraId, { verb: 'ruling.as-proposed' });
    await town.teams.press(town.person('Sørine').entraId, { verb: 'ruling.other-form' });
    await town.settle();

    expect(town.lastCard('Sørine')).toContain(da.decisions.other.textHelp);
  });
});
