import { callMeeting, newestMeeting, personIds, wholeDatabase } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';
import { holdsMeeting } from '../support/work-steps';

/** Who was not there: asked first, by department, and only once the policy holds the two dates. */
describe('a meeting with a duty to attend, at which somebody was not', () => {
  let town: Town;
  let idOf: (name: string) => string;
  const hold = async (here: readonly string[]) => {
    await holdsMeeting(town, { there: 'there', here });
    return (await newestMeeting(town)).meeting;
  };
  const states = (meetingId: string) =>
    town.inside(async ({ tx }) => {
      const rows = await tx.representation.findMany({ where: { meetingId }, include: { department: true } });
      return Object.fromEntries(rows.map((row) => [row.department.code, row.state]));
    });
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    town.teams.faults.windows(false);
    idOf = await personIds(town);
  });
  afterAll(() => town?.close());

  test('without the dates nothing is kept of it, and nobody is asked', async () => {
    await callMeeting(town, { date: '2026-03-19' });
    await town.presses('Bo', 'invitation.come');
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
    await town.until('2026-03-19T13:05');
    const meeting = await hold(['Carla', 'Bo']);
    expect(await states(meeting.id)).toEqual({});
    const rows = await town.inside(({ tx }) => tx.invitation.findMany({ where: { meetingId: meeting.id } }));
    // Whoever came and whoever did not are the same in every row: the record alone names who was there.
    expect(new Set(rows.filter((row) => row.status !== 'lead').map((row) => row.status))).toEqual(new Set(['closed']));
    expect(rows.every((row) => row.hinderedCode === null && row.leadReply === null && row.earlierStatus === null)).toBe(
      true,
    );
    expect(await town.inside(({ tx }) => tx.presence.count())).toBe(0);
    expect(await town.inside(({ tx }) => tx.obligation.count({ where: { kind: 'absence-word' } }))).toBe(0);
    for (const name of ['Mette', 'Jonas', 'Thomas', 'Birgitte'])
      expect([name, town.reads(name).some((text) => text.includes('savnede'))]).toEqual([name, false]);
    expect(await wholeDatabase(town)).not.toContain('not-represented');
  });

  test('with both dates whoever was missed is asked first whether there was something we did not know', async () => {
    Object.assign(town.house.municipality(TENANT).policy, {
      worksCouncilOn: '2026-01-10',
      staffInformedOn: '2026-02-01',
    });
    await town.until('2026-03-20T09:00');
    await callMeeting(town, { date: '2026-04-08' });
    await town.presses('Bo', 'invitation.come');
    await town.presses('Mette', 'invitation.hindered', { code: 'citizen-matter' });
    await town.presses('Carla', 'hindered.manage');
    await town.presses('Jonas', 'invitation.come');
    await town.until('2026-04-08T13:05');
    const meeting = await hold(['Carla', 'Bo']);
    // Hindered, and the lead manages: nobody judges it. Jonas said he would come, and was not there.
    expect(await states(meeting.id)).toEqual({ JOB: 'represented', FAM: 'managed', SKO: 'open' });
    expect(town.reads('Jonas').some((text) => /savnede|ikke vidste/.test(text))).toBe(true);
    expect(town.reads('Mette').some((text) => text.includes('savnede'))).toBe(false);
    expect(town.reads('Birgitte').some((text) => text.includes('ikke repræsenteret'))).toBe(false);
  });

  test('said in time, it is put right at once, and the manager hears nothing', async () => {
    const { meeting } = await newestMeeting(town);
    await town.presses('Jonas', 'absence-word.say', { what: 'was-there' });
    expect(await states(meeting.id)).toMatchObject({ SKO: 'represented' });
    await town.until('2026-04-14T12:00');
    expect(town.reads('Birgitte').some((text) => text.includes('ikke repræsenteret'))).toBe(false);
    expect(await town.inside(({ tx }) => tx.representationChange.count())).toBe(1);
  });

  test('two working days later the department counts as not represented, and its manager sees that and no name', async () => {
    await callMeeting(town, { date: '2026-04-22' });
    for (const name of ['Bo', 'Mette', 'Jonas']) await town.presses(name, 'invitation.come');
    await town.until('2026-04-22T13:05');
    const meeting = await hold(['Carla', 'Bo', 'Mette']);
    await town.until('2026-04-24T15:00');
    expect(await states(meeting.id)).toMatchObject({ SKO: 'open' });
    await town.until('2026-04-27T09:00');
    expect(await states(meeting.id)).toMatchObject({ SKO: 'not-represented' });
    const told = town.reads('Birgitte').at(-1) ?? '';
    expect(told).toContain('Skole og ungdom');
    expect(told).not.toContain('Jonas');
    expect(told).not.toContain('A.K.');
  });

  test('put right afterwards, the manager’s card shows that it was', async () => {
    await town.presses(
      'Jonas',
      'absence-word.say',
      { what: 'colleague-came' },
      { force: true, data: { invitation: (await newestMeeting(town)).invitations.Jonas?.id, version: 1 } },
    );
    expect(await states((await newestMeeting(town)).meeting.id)).toMatchObject({ SKO: 'represented' });
    expect(town.reads('Birgitte').at(-1)).toMatch(/rettet|repræsenteret/);
    expect(await town.inside(({ tx }) => tx.representationChange.count())).toBe(3);
  });

  test('a meeting that was not held never counts', async () => {
    await callMeeting(town, { date: '2026-05-06' });
    await town.until('2026-05-06T13:30');
    const { meeting } = await newestMeeting(town);
    await town.presses(
      'Carla',
      'meeting.not-held',
      {},
      { force: true, data: { meeting: meeting.id, version: meeting.version } },
    );
    expect((await newestMeeting(town)).meeting).toMatchObject({ status: 'not-held', counts: false });
    expect(await states(meeting.id)).toEqual({});
    expect(await town.inside(({ tx }) => tx.record.count({ where: { meetingId: meeting.id } }))).toBe(0);
    void idOf;
  });
});
