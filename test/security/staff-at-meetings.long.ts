import { callMeeting, newestMeeting, personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';
import { holdsMeeting, works, worksMeeting } from '../support/work-steps';
import { absencesOf } from './absences';
import { dump } from './tables';

/**
 * Staff are people too, at meetings that are opened, worked and closed: without the policy's two dates no row of any table
 * joins anybody with an absence once the meeting is closed; with them only what the rules name.
 */
describe('a meeting that is opened, worked and closed', () => {
  let town: Town;
  let idOf: (name: string) => string;
  const INVITED = ['Bo', 'Mette', 'Jonas', 'Nanna'];
  // Of whoever leads the pathway the walk says nothing: all of it holds their id.
  const ALL = ['Bo', 'Mette', 'Jonas', 'Kasper'];
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-12T09:00' });
    idOf = await personIds(town);
  });
  afterAll(() => town.close());

  /** Bo comes, Mette is hindered and we manage, Jonas is hindered and Kasper is named for him, Nanna says nothing. */
  const answered = async (date: string): Promise<void> => {
    await callMeeting(town, { date, invite: INVITED, inputs: { 'role-note-taker': idOf('Mette') } });
    await town.presses('Bo', 'invitation.come');
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.manage');
    await town.presses('Jonas', 'invitation.hindered', { code: 'citizen-matter' });
    await town.presses('Carla', 'hindered.somebody');
    await town.presses('Birgitte', 'representation.name', { person: idOf('Kasper') });
    await town.presses('Kasper', 'stand-in.accept');
  };
  const held = {
    there: 'there',
    here: ['Carla', 'Bo', 'Kasper'],
    agreements: [{ owner: 'Bo', text: 'Bo ringer til skolen', due: '2026-05-20' }],
  } as const;
  /** Who is joined with an absence, and where. */
  const absences = async (): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {};
    for (const name of ALL) {
      const tables = [...new Set(await absencesOf(town, name))];
      if (tables.length > 0) found[name] = tables;
    }
    return found;
  };
  const dated = (worksCouncilOn: string | null, staffInformedOn: string | null) =>
    Object.assign(town.house.municipality(TENANT).policy, { worksCouncilOn, staffInformedOn });

  test('while it runs it is known who is hindered, and this walk sees it', async () => {
    await answered('2026-03-17');
    await town.until('2026-03-17T12:50');
    await worksMeeting(town, held);
    expect(Object.keys(await absences())).toContain('Mette');
    expect(await town.inside(({ tx }) => tx.presence.count())).toBe(3);
  });

  test('closed, no row of any table joins anybody with an absence', async () => {
    await works(town, 'Carla', 'meeting.close');
    expect((await newestMeeting(town)).meeting.status).toBe('held');
    expect(await absences()).toEqual({});
    expect(await town.inside(({ tx }) => tx.presence.count())).toBe(0);
  });

  test('nor some days later, when reminders, lines and cards have gone out', async () => {
    await town.until('2026-03-24T09:00');
    expect(await absences()).toEqual({});
    const { representation, representation_change: changes } = await dump(town.database.adminUrl);
    expect([representation, changes]).toEqual([[], []]);
  });

  test('whoever came, was hindered, was replaced or said nothing cannot be told apart by their invitation', async () => {
    const { invitations } = await newestMeeting(town);
    const kept = ['status', 'hinderedCode', 'leadReply', 'earlierStatus', 'answeredAt'] as const;
    const rows = INVITED.map((name) => JSON.stringify(kept.map((key) => invitations[name]?.[key])));
    expect(new Set(rows).size).toBe(1);
  });

  test('a meeting that was not held leaves as little, also one that had been worked', async () => {
    await answered('2026-03-26');
    await town.until('2026-03-26T12:50');
    await worksMeeting(town, held);
    await works(town, 'Carla', 'meeting.close-ask');
    await works(town, 'Carla', 'meeting.not-held');
    expect((await newestMeeting(town)).meeting.status).toBe('not-held');
    expect(await absences()).toEqual({});
    expect(await town.inside(({ tx }) => tx.presence.count())).toBe(0);
  });

  test('one that was moved from the open card forgets who was there, and at its closing everything', async () => {
    await answered('2026-04-08');
    await town.until('2026-04-08T12:50');
    await worksMeeting(town, held);
    await works(town, 'Carla', 'meeting.citizen-form');
    await works(town, 'Carla', 'meeting.citizen', { go: 'move' });
    await works(town, 'Carla', 'meeting.move', { date: '2026-04-15', time: '13:00', agreed: 'true' });
    expect((await newestMeeting(town)).meeting.status).toBe('called');
    expect(await town.inside(({ tx }) => tx.presence.count())).toBe(0);

    await town.presses('Bo', 'invitation.come');
    await town.until('2026-04-15T12:50');
    await holdsMeeting(town, { ...held, here: ['Carla', 'Bo'], agreements: [] });
    expect((await newestMeeting(town)).meeting.status).toBe('held');
    expect(await absences()).toEqual({});
  });

  test('a row that was left would be found, wherever it is', async () => {
    const { invitations } = await newestMeeting(town);
    const matterId = invitations.Bo?.id ?? '';
    const id = await town.inside(async ({ tx, tenantId, house, now }) => {
      const left = { kind: 'absence-word', matterKind: 'attendance', matterId, nature: 'duty', round: 1 };
      const closed = { status: 'lapsed', openedAt: now, closedAt: now, ladder: 'absence-word', anchors: {} };
      const owner = { ownerRole: 'house', ownerId: null, ownerKey: 'house' };
      const row = await tx.obligation.create({ data: { tenantId, id: house.newId(), ...left, ...closed, ...owner } });
      await tx.auditRow.create({
        data: {
          ...{ tenantId, id: house.newId(), at: now, act: 'meeting.see', actorId: null, codes: ['hindered'] },
          ...{ matterKind: 'invitation', matterId, pathwayId: null },
        },
      });
      return row.id;
    });
    const found = await absences();
    expect(found.Bo).toEqual(expect.arrayContaining(['audit_row', 'obligation']));
    await town.inside(({ tx, tenantId }) =>
      tx.obligation.updateMany({
        where: { tenantId, id },
        data: { kind: 'meeting-record', matterKind: 'meeting', ladder: 'meeting-record' },
      }),
    );
  });

  test('with both dates the answers and the asking are kept, and neither presence, audit nor department names anybody', async () => {
    dated('2026-01-10', '2026-02-01');
    await answered('2026-04-29');
    await town.until('2026-04-29T12:50');
    await holdsMeeting(town, { ...held, here: ['Carla', 'Bo', 'Kasper'] });
    await town.until('2026-05-06T09:00');
    const { meeting } = await newestMeeting(town);
    const kept = await dump(town.database.adminUrl);
    const people = ALL.map(idOf);
    for (const table of ['representation', 'representation_change']) {
      const rows = (kept[table] ?? []).join('\n');
      expect([table, people.filter((id) => rows.includes(id))]).toEqual([table, []]);
    }
    expect(kept.representation?.length).toBeGreaterThan(0);
    expect(kept.presence).toEqual([]);
    const log = (kept.audit_row ?? []).filter((row) => row.includes(meeting.id)).join('\n');
    expect(log).not.toMatch(
      /\b(?:hindered,|absent|citizen-matter|other-meeting|managed|not-represented|absence-word)\b/,
    );
    // Bo's invitation has the row of the log that was planted.
    const { Bo: _planted, ...others } = await absences();
    const tables = new Set(Object.values(others).flat());
    const allowed = ['digest_line', 'invitation', 'message', 'obligation', 'rung_walk', 'sent_card'];
    expect(
      [...tables].filter((table) => ![...allowed, 'representation', 'representation_change'].includes(table)),
    ).toEqual([]);
    dated(null, null);
  });
});
