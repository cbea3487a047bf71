import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { verifyAudit } from '../../bot/audit/verify-audit';
import { whoLooked } from '../../bot/audit/who-looked';
import type { Mail } from '../../bot/messages/port';
import { describeReport } from '../../bot/people/import/describe';
import { words } from '../../content/words/words';
import { callMeeting, newestMeeting, personIds, REF } from '../support/meeting-steps';
import { readPdf } from '../support/read-pdf';
import { openTown, TENANT, type Town, textOf } from '../support/town';
import { holdsMeeting } from '../support/work-steps';
import { absencesOf } from './absences';
import { PRESSES } from './one-meeting';
import { registered } from './registered';
import { connected, tableNames } from './tables';
import { turnOf } from './turn-of';

jest.mock('../../bot/conversation/turn-handler', () =>
  jest.requireActual<typeof import('./registered')>('./registered').remembering(),
);

/**
 * Staff are people too: without the policy's two dates nothing says of anybody, once the meeting is closed, that they were
 * away. Walked is what the program itself registers: every table, every card for the matters in the database, every command,
 * every press that only shows, and every way out of the house. A new one is walked without being named here.
 */
describe('when a meeting is closed while the policy holds no dates', () => {
  const MUNICIPALITY = 'test/support/municipality';
  const HINDERED = ['Mette', 'Jonas'];
  const mails: Mail[] = [];
  let town: Town;
  beforeAll(async () => {
    const send = async (mail: Mail) => {
      mails.push(mail);
      return { kind: 'sent', activityId: '' } as const;
    };
    town = await openTown({ at: '2026-03-12T09:00', mail: { send } });
    town.teams.faults.windows(false);
    const idOf = await personIds(town);
    await callMeeting(town, { date: '2026-03-17', invite: ['Bo', 'Mette', 'Jonas', 'Nanna'] });
    await town.presses('Bo', 'invitation.come');
    await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
    await town.presses('Carla', 'hindered.manage');
    await town.presses('Jonas', 'invitation.hindered', { code: 'citizen-matter' });
    await town.presses('Carla', 'hindered.somebody');
    await town.presses('Birgitte', 'representation.name', { person: idOf('Kasper') });
    await town.presses('Kasper', 'stand-in.accept');
    await town.until('2026-03-17T12:50');
  }, 180_000);
  afterAll(() => town.close());

  const { hindered } = words('da').meeting;
  const SAYS_SO = new RegExp(
    [
      ...Object.values(hindered),
      ...Object.values(words('en').meeting.hindered),
      '(?<!jeg )(?:er|var|blev) forhindret',
      'mødte ikke',
      'was not there',
      'fravær',
      'absence',
      'udebl',
    ].join('|'),
    'i',
  );
  const NAMES = /Mette Rosen|Jonas Fjord/;
  /** Somebody's name and words of an absence within one text. */
  const joins = (text: string): boolean => NAMES.test(text) && SAYS_SO.test(text);

  /** Every card of the house, drawn for whoever leads, was hindered or leads them, of every matter that any row names. */
  const cards = async (): Promise<{ drawn: number; found: string[] }> => {
    const ids = await connected(town.database.adminUrl, async (client) => {
      const all = new Set<string>();
      for (const table of ['meeting', 'invitation', 'stand_in', 'obligation', 'preparation', 'agreement', 'pathway'])
        for (const { id } of (await client.query<{ id: string }>(`select id from "${table}" order by id desc limit 6`))
          .rows)
          all.add(id);
      for (const { id } of (await client.query<{ id: string }>('select distinct matter_id as id from sent_card')).rows)
        all.add(id);
      return [...all];
    });
    const idOf = await personIds(town);
    const found: string[] = [];
    let drawn = 0;
    for (const name of ['Carla', 'Birgitte', 'Bo']) {
      await town.inside(async (unit) => {
        for (const [kind, draw] of town.app.registry.renderers) {
          for (const matterId of ids) {
            const out = await draw(unit, { personId: idOf(name), locale: 'da', matterId });
            if (!out) continue;
            drawn += 1;
            if (joins(JSON.stringify(out))) found.push(`${kind} for ${name}`);
          }
        }
      });
    }
    return { drawn, found };
  };
  const chats = (): string[] =>
    town.teams.people
      .filter(({ entraId }) =>
        town.teams.chat(entraId).some((message) => joins(`${JSON.stringify(message.card ?? {})} ${textOf(message)}`)),
      )
      .map(({ name }) => name);
  const absences = async (): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {};
    for (const name of [...HINDERED, 'Kasper', 'Bo']) {
      const tables = [...new Set(await absencesOf(town, name))];
      if (tables.length > 0) found[name] = tables;
    }
    return found;
  };

  test('until then it is known, and every part of this walk sees it', async () => {
    expect(Object.keys(await absences())).toEqual(expect.arrayContaining(HINDERED));
    expect(chats()).toEqual(expect.arrayContaining(['Carla Holm']));
    expect((await cards()).found).toEqual(expect.arrayContaining(['meeting for Carla']));
  }, 180_000);

  test('no table joins anybody with it; the walk is of every table that the database has', async () => {
    await holdsMeeting(town, { there: 'there', here: ['Carla', 'Bo', 'Kasper'], agreements: [] });
    await town.until('2026-03-20T12:00');
    expect((await newestMeeting(town)).meeting.status).toBe('held');
    expect(await absences()).toEqual({});

    // A table that somebody adds is in the walk by being there.
    const idOf = await personIds(town);
    await connected(town.database.adminUrl, async (client) => {
      await client.query('create table scratch_kept (tenant_id uuid, id uuid, person_id uuid, why text)');
      await client.query('insert into scratch_kept values ($1, gen_random_uuid(), $2, $3)', [
        TENANT,
        idOf('Mette'),
        'absent',
      ]);
      expect(await tableNames(client)).toContain('scratch_kept');
    });
    expect(await absences()).toEqual({ Mette: ['scratch_kept'] });
    await connected(town.database.adminUrl, (client) => client.query('drop table scratch_kept'));
  }, 180_000);

  test('no chat does, and no card that the house can draw', async () => {
    expect(chats()).toEqual([]);
    const { drawn, found } = await cards();
    expect(found).toEqual([]);
    expect(drawn).toBeGreaterThan(50);
  }, 180_000);

  test('nor what anybody can write, or press to see', async () => {
    const { commands, verbs } = registered();
    const { meeting, invitations } = await newestMeeting(town);
    const ids = new Proxy({} as Parameters<(typeof PRESSES)[string]['input']>[0], {
      get: (_, key) =>
        ({ pathway: meeting.pathwayId, invitation: invitations.Mette?.id, hindered: invitations.Mette?.id })[
          String(key)
        ] ?? meeting.id,
    });
    const found: string[] = [];
    let said = 0;
    for (const name of ['Carla', 'Birgitte', 'Thomas', 'Dora', 'Helle']) {
      for (const text of [...commands.flatMap(({ names }) => [...names]), `forløb ${REF}`]) {
        const answer = JSON.stringify(await town.app.handler.handle(turnOf(town, name, { kind: 'text', text })));
        said += 1;
        if (joins(answer)) found.push(`${name} writes ${text}`);
      }
      for (const [verb, { act }] of verbs) {
        // What only shows; the rest would change the story.
        if (act) continue;
        const data = PRESSES[verb]?.input(ids) ?? {};
        const answer = JSON.stringify(await town.app.handler.handle(turnOf(town, name, { kind: 'press', verb, data })));
        said += 1;
        if (joins(answer)) found.push(`${name} presses ${verb}`);
      }
    }
    expect(found).toEqual([]);
    expect(said).toBeGreaterThan(200);
  }, 180_000);

  test('nor anything that leaves the house: e-mails and calendars, the PDF and JSON to the journal, the audit log, the import', async () => {
    const kept = readdirSync(town.journalFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const documents = kept.map((file) => {
      const bytes = readFileSync(file);
      return { file, text: file.endsWith('.pdf') ? readPdf(bytes).text : bytes.toString('utf8') };
    });
    expect(documents.map(({ file }) => path.extname(file))).toEqual(expect.arrayContaining(['.pdf', '.json']));
    expect(documents.map(({ text }) => text).join('\n')).toContain('Kasper Egel');
    expect(
      documents.filter(({ text }) => SAYS_SO.test(text) || /Mette Rosen/.test(text)).map(({ file }) => file),
    ).toEqual([]);

    const written = mails.map((mail) => JSON.stringify(mail));
    expect(written.filter(joins)).toEqual([]);

    const log = await town.inside(async (unit) => JSON.stringify(await whoLooked(unit, REF)));
    expect(log).toContain('invitation.answer');
    expect(/hindered\.(?!see|reply)|absent|citizen-matter|other-meeting/.test(log)).toBe(false);
    expect(JSON.stringify(await verifyAudit(town.house, TENANT))).not.toMatch(SAYS_SO);

    const report = await town.imports(MUNICIPALITY);
    for (const locale of ['da', 'en'] as const) expect(joins(describeReport(report, locale))).toBe(false);
    expect(await absences()).toEqual({});
  }, 180_000);
});
