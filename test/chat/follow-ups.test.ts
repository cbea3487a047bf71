import { words } from '../../content/words/words';
import { callMeeting, heardOfAll, REF } from '../support/meeting-steps';
import { openTown, type Town } from '../support/town';
import { holdsMeeting } from '../support/work-steps';

const da = words('da');

/** What a pathway comes to by a date, as the people concerned see it. */
describe('follow-ups and transitions in the chat', () => {
  let town: Town;
  beforeEach(async () => {
    town = await openTown({ at: '2026-03-12T09:00', milestones: true });
    town.teams.faults.windows(false);
  });
  afterEach(() => town?.close());
  const pathway = () =>
    town.inside(({ tx, tenantId }) => tx.pathway.findFirstOrThrow({ where: { tenantId, ref: REF } }));
  const milestones = async (status = 'open') => {
    const { id } = await pathway();
    const rows = await town.inside(({ tx, tenantId }) =>
      tx.milestone.findMany({
        where: { tenantId, pathwayId: id, status },
        orderBy: [{ dueOn: 'asc' }, { key: 'asc' }],
      }),
    );
    return rows.map((row) => [row.key, row.dueOn.toISOString().slice(0, 10), row.closedBecause]);
  };
  const opensList = async (name: string) => {
    await town.says(name, `forløb ${REF}`);
    await town.presses(name, 'followup.open');
    return town.lastCard(name);
  };

  test('what was imported is worked out with the first beat: the late transition is told at once, and the lead sees all of it', async () => {
    expect(await milestones()).toEqual([
      ['year-17-half', '2026-02-28', null],
      ['follow-up', '2026-06-12', null],
      ['adult-side', '2026-08-31', null],
      ['after-18', '2026-09-30', null],
    ]);
    const told = await town.inside(({ tx, tenantId }) =>
      tx.message.findMany({ where: { tenantId, kind: 'milestone' }, select: { status: true } }),
    );
    expect(told).toEqual([{ status: 'delivered' }]);
    const list = await opensList('Carla');
    expect(list).toContain('0 af 4');
    expect(list).toContain(da.followUps.since('2026-03-12'));
    expect(list).toContain('Overgangsmøde ved 17½ år');
  });

  test('a team meeting held with the citizen settles the follow-up, and the next is counted from it', async () => {
    await callMeeting(town, { date: '2026-03-26' });
    for (const name of ['Bo', 'Mette', 'Jonas']) await town.presses(name, 'invitation.come');
    await town.until('2026-03-26T13:05');
    await holdsMeeting(town, { there: 'there' });
    expect(await milestones('met')).toEqual([['follow-up', '2026-06-12', 'held']]);
    expect(await milestones()).toContainEqual(['follow-up', '2026-06-26', null]);
    await town.says('Carla', `forløb ${REF}`);
    expect(town.lastCard('Carla')).toContain('1 af 4 i forløbets år');
  });

  test('a planned meeting keeps the reminders quiet; cancelled on its day, the overdue one is told again that week', async () => {
    await town.until('2026-06-15T10:00');
    const told = () => town.reads('Carla').filter((text) => text.includes('Opfølgningsmødet skulle have været holdt'));
    expect(told().length).toBeGreaterThan(0);
    await callMeeting(town, { date: '2026-07-02' });
    const before = told().length;
    await town.until('2026-07-01T10:00');
    expect(told()).toHaveLength(before);
  });

  test('the lead waives a transition with a reason, once; a stranger finds nothing', async () => {
    await town.until('2026-03-13T10:00');
    const { id } = await town.inside(({ tx, tenantId }) =>
      tx.milestone.findFirstOrThrow({ where: { tenantId, key: 'year-17-half' } }),
    );
    const press = (name: string, inputs: Record<string, string>) =>
      town.presses(name, 'milestone.waive', inputs, { force: true, data: { milestone: id } });
    expect(JSON.stringify(await press('Bo', { why: 'not-relevant', reason: 'Nej' }))).toContain(da.turn.notFound);
    expect((await milestones())[0]?.[0]).toBe('year-17-half');
    await town.says('Carla', 'venter');
    await town.presses('Carla', 'milestone.open', {}, { title: da.actions.open });
    await town.presses('Carla', 'milestone.waive', { why: 'not-relevant', reason: '' });
    expect(town.lastCard('Carla')).toContain(da.refusals['reason-missing']);
    await press('Carla', { why: 'held-before', reason: 'Holdt i januar med skolen' });
    await press('Carla', { why: 'held-before', reason: 'Holdt i januar med skolen' });
    expect(await milestones('waived')).toEqual([['year-17-half', '2026-02-28', 'held-before']]);
    const audits = await town.inside(({ tx, tenantId }) =>
      tx.auditRow.count({ where: { tenantId, act: 'milestone.waived' } }),
    );
    expect(audits).toBe(1);
  });

  test('a change by hand is due in fourteen days, and another rhythm moves the next follow-up', async () => {
    await opensList('Carla');
    await town.presses('Carla', 'followup.transition-form');
    await town.presses('Carla', 'followup.transition', { what: 'education', note: 'Stoppede på skolen' });
    expect(await milestones()).toContainEqual(['by-hand', '2026-03-26', null]);
    await town.presses('Carla', 'followup.rhythm-form');
    await town.presses('Carla', 'followup.rhythm', { every: '6w', reason: '' });
    expect(town.lastCard('Carla')).toContain(da.refusals['reason-missing']);
    await town.presses('Carla', 'followup.rhythm', { every: '6w', reason: 'Der sker meget' });
    expect(await milestones()).toContainEqual(['follow-up', '2026-04-23', null]);
    expect(town.lastCard('Carla')).toContain('hver sjette uge');
  });

  test('a professional’s own follow-up is proposed into the next team meeting, and is theirs alone to settle', async () => {
    await opensList('Bo');
    await town.presses('Bo', 'followup.own-form');
    await town.presses('Bo', 'followup.own', { text: 'Opfølgning på planen', due: '2026-04-10' });
    await callMeeting(town, { date: '2026-03-26' });
    await town.says('Bo', 'venter');
    expect(town.lastCard('Bo')).toContain('Den kan klares på teammødet');
    await town.presses('Bo', 'own.open');
    await town.presses('Bo', 'own.done');
    await town.presses('Bo', 'own.done', {}, { force: true });
    const row = await town.inside(({ tx, tenantId }) => tx.ownFollowUp.findFirstOrThrow({ where: { tenantId } }));
    expect([row.status, row.version]).toEqual(['done', 2]);
  });

  test('what is asked for at an age cannot be answered before it; a planned meeting that is over gives way to the next', async () => {
    const { id } = await town.inside(({ tx, tenantId }) =>
      tx.milestone.findFirstOrThrow({ where: { tenantId, key: 'after-18' } }),
    );
    await town.presses(
      'Carla',
      'milestone.record',
      { codes: 'job', text: '' },
      { force: true, data: { milestone: id } },
    );
    expect(await milestones()).toContainEqual(['after-18', '2026-09-30', null]);
    await callMeeting(town, { date: '2026-03-26' });
    await town.until('2026-03-27T10:00');
    await callMeeting(town, { date: '2026-04-15', inputs: { kind: 'team-meeting' } });
    const planned = await town.inside(({ tx, tenantId }) =>
      tx.obligation.findFirstOrThrow({ where: { tenantId, kind: 'follow-up', closedAt: null, pathway: { ref: REF } } }),
    );
    expect(planned.plannedOn?.toISOString().slice(0, 10)).toBe('2026-04-15');
  });

  test('ended, nothing more comes of it', async () => {
    await town.says('Carla', `forløb ${REF}`);
    await town.presses('Carla', 'pathway.more');
    await town.presses('Carla', 'pathway.end-form');
    await town.presses('Carla', 'pathway.end', { reason: 'goal-reached', date: '2026-03-12', note: '' });
    expect(await milestones()).toEqual([]);
    const open = await town.inside(async ({ tx, tenantId }) =>
      tx.obligation.count({ where: { tenantId, matterKind: 'milestone', closedAt: null, pathway: { ref: REF } } }),
    );
    expect(open).toBe(0);
  });
});

test('a follow-up that opens on a Saturday is in the morning’s card of the Friday', async () => {
  const town = await openTown({ at: '2026-03-06T09:00', milestones: true });
  try {
    await town.until('2026-05-18T09:00');
    const told = heardOfAll(town).filter((line) => line.includes('Bo follow-up/'));
    expect(told).toEqual(['2026-05-15T08:00 Bo follow-up/opens']);
  } finally {
    await town.close();
  }
});
