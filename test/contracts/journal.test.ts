import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { openDatabase } from '../../bot/db/open';
import { type House, inTenant, type Unit } from '../../bot/db/unit';
import { journalAdapters } from '../../bot/journal/adapters';
import { folderJournal } from '../../bot/journal/folder-journal';
import { isJournalDone, journalOf, journalTrouble } from '../../bot/journal/journal-of';
import { makeJournal } from '../../bot/journal/make-journal';
import type { Delivered, Delivery, JournalAdapter } from '../../bot/journal/port';
import { queueJournal } from '../../bot/journal/queue-journal';
import { CLAIM_MS, waitMs } from '../../bot/journal/rules';
import { sendJournal } from '../../bot/journal/send-journal';
import { tenantsDue } from '../../bot/obligations/tick';
import { importFolder } from '../../bot/people/import/import-folder';
import { type Policy, readPolicy } from '../../bot/people/policy';
import { makeSealer } from '../../bot/privacy/seal';
import { dayOf, toMoment, ZONE } from '../../bot/time/moment';
import { freshDatabase, type TestDatabase } from '../support/database';

const TENANT = 'd0000000-0000-4000-8000-000000000001';
const OTHER = 'd0000000-0000-4000-8000-000000000002';
const MINUTE_MS = 60_000;
const PDF = Buffer.from('%PDF-1.7 A.K. vil gerne arbejde med dyr');
const HASH = createHash('sha256').update(PDF).digest('hex');
const BODY = { alias: 'A.K.', words: 'Jeg vil gerne arbejde med dyr' };

let database: TestDatabase;
let house: House;
let policy: Policy;
let folder: string;
let wall: Date;
const logged: string[] = [];
const woken: string[] = [];

beforeAll(async () => {
  wall = new Date('2026-03-12T09:00:00Z');
  database = await freshDatabase();
  const prisma = await openDatabase(database.appUrl, { connections: 8 });
  policy = {
    ...readPolicy(path.resolve('content/policy')),
    journal: { folder: 'journal', system: 'DUBU', receipt: 'written' },
  };
  const key = new Uint8Array(32).fill(7);
  house = {
    prisma,
    clocks: { calendar: () => wall, wall: () => wall },
    newId: () => v7(),
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, text) => logged.push(`${text} ${JSON.stringify(fields)}`),
    },
    sealer: makeSealer(() => new Map([[1, key]])),
    municipality: () => ({ policy, ladders: new Map(), milestones: [], here: new Map() }),
    enqueueWake: async (_tx, tenantId) => void woken.push(tenantId),
    committed: () => undefined,
  };
  for (const tenantId of [TENANT, OTHER]) {
    const imported = await importFolder({
      prisma,
      tenantId,
      folder: path.resolve('test/support/municipality'),
      name: 'Tråby Kommune',
      seal: (place, text) => house.sealer.seal({ tenantId, ...place }, text),
      open: (place, sealed) => house.sealer.open({ tenantId, ...place }, sealed),
      newId: house.newId,
      now: wall,
      today: dayOf(toMoment(wall, ZONE)),
    });
    expect(imported.ok).toBe(true);
    // What the import left to the next beat is of no concern here.
    await inTenant(house, tenantId, ({ tx }) =>
      tx.obligation.updateMany({ where: { tenantId }, data: { nextAt: null, nextIs: null } }),
    );
  }
});
afterAll(async () => {
  await house.prisma.$disconnect();
  await database.drop();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  logged.length = 0;
  woken.length = 0;
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  // Whatever a story left open must not be due in the next one.
  for (const tenantId of [TENANT, OTHER])
    await inside(async ({ tx }) => {
      await tx.journalEntry.updateMany({
        where: { tenantId, status: { not: 'acknowledged' } },
        data: { status: 'acknowledged', documentSealed: null, bodySealed: null, reason: null },
      });
      await tx.sentCard.updateMany({ where: { tenantId }, data: { dirtyAt: null } });
    }, tenantId);
});

const inside = <T>(work: (unit: Unit) => Promise<T>, tenantId = TENANT) => inTenant(house, tenantId, work);
const later = (ms: number) => {
  wall = new Date(wall.getTime() + ms);
};

type Queued = { readonly meetingId: string; readonly key: string; readonly hash: string; readonly pathwayId: string };

async function queue(
  more: { version?: number; meetingId?: string; ref?: string; tenantId?: string; pdf?: Buffer } = {},
): Promise<Queued> {
  const { version = 1, meetingId = randomUUID(), ref = 'BF-2025-0142', tenantId = TENANT, pdf = PDF } = more;
  return inside(async (unit) => {
    const pathway = await unit.tx.pathway.findUniqueOrThrow({ where: { tenantId_ref: { tenantId, ref } } });
    const hash = await queueJournal(unit, {
      pathwayId: pathway.id,
      subjectKind: 'record',
      subjectId: meetingId,
      version,
      pdf,
      body: BODY,
    });
    return { meetingId, key: `record-${meetingId}-v${version}`, hash, pathwayId: pathway.id };
  }, tenantId);
}

const entryOf = ({ key }: Queued) =>
  inside((unit) =>
    unit.tx.journalEntry.findUniqueOrThrow({
      where: { tenantId_idempotencyKey: { tenantId: TENANT, idempotencyKey: key } },
    }),
  );
const folderAdapter = (receipt: 'written' | 'file' = 'written') => folderJournal({ folder, receipt });
const send = (adapter: JournalAdapter = folderAdapter()) => sendJournal(house, TENANT, adapter);
const files = () =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
const receive = ({ key }: Queued, receipt: object | string) =>
  writeFileSync(
    path.join(folder, `${key}.receipt.json`),
    typeof receipt === 'string' ? receipt : JSON.stringify(receipt),
  );
const statusOf = async (queued: Queued) => inside((unit) => journalOf(unit, queued.meetingId));
const trouble = () => inside(journalTrouble);

/** An adapter that says what it is told to, and remembers what it was given. */
function saying(answer: (delivery: Delivery) => Delivered | Promise<Delivered>) {
  const given: string[] = [];
  const adapter: JournalAdapter = {
    deliver: async (delivery) => {
      given.push(delivery.key);
      return answer(delivery);
    },
  };
  return { adapter, given };
}

describe('a document in the outbox', () => {
  test('is queued once, with its checksum, and wakes the house', async () => {
    const first = await queue();
    expect(first.hash).toBe(HASH);
    expect(woken).toEqual([TENANT]);
    await queue({ meetingId: first.meetingId });
    const rows = await inside((unit) => unit.tx.journalEntry.findMany({ where: { subjectId: first.meetingId } }));
    expect(rows).toMatchObject([{ idempotencyKey: first.key, status: 'queued', documentHash: HASH, attempts: 0 }]);
    expect(woken).toEqual([TENANT]);
    expect(await tenantsDue(house)).toEqual([TENANT]);
    expect(await statusOf(first)).toEqual({ status: 'queued', receipt: null });
    expect(await inside((unit) => isJournalDone(unit, first.pathwayId))).toBe(false);
  });

  test('stands nowhere in clear text', async () => {
    const { meetingId } = await queue();
    const said = await inside(async (unit) => {
      const rows = await unit.tx.journalEntry.findMany({ where: { subjectId: meetingId } });
      const audits = await unit.tx.auditRow.findMany({ where: { matterKind: 'journal' } });
      return [...rows, ...audits]
        .flatMap((row) => Object.values(row))
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .join('\n');
    });
    for (const secret of ['A.K.', 'dyr', '25-1', '%PDF', Buffer.from('A.K. vil').toString('base64').slice(0, 9)])
      expect(said).not.toContain(secret);
    expect(said).toContain(meetingId);
  });

  test('keeps its content: another one of the same version is a fault of ours', async () => {
    const { meetingId } = await queue();
    await expect(queue({ meetingId, pdf: Buffer.from('%PDF changed') })).rejects.toThrow('would change');
  });

  test('is not kept where the policy has no journal, and its checksum is told all the same', async () => {
    const own = policy;
    policy = { ...own, journal: null };
    try {
      const queued = await queue();
      expect(queued.hash).toBe(HASH);
      expect(await statusOf(queued)).toBeNull();
      expect(woken).toEqual([]);
    } finally {
      policy = own;
    }
  });
});

describe('delivering to a folder', () => {
  test('writes both files, reads them back, and keeps the receipt instead of the content', async () => {
    const queued = await queue();
    const message = await cardInChat(queued.meetingId);
    expect(await send()).toEqual({ acknowledged: 1, pending: 0, failed: 0 });
    expect(files()).toEqual([`${queued.key}.json`, `${queued.key}.pdf`]);
    expect(readFileSync(path.join(folder, `${queued.key}.pdf`)).equals(PDF)).toBe(true);
    expect(JSON.parse(readFileSync(path.join(folder, `${queued.key}.json`), 'utf8'))).toEqual({
      format: 'rod-traad-journal/1',
      key: queued.key,
      ref: 'BF-2025-0142',
      caseNumber: { system: 'DUBU', number: '25-1' },
      subject: { kind: 'record', id: queued.meetingId, version: 1 },
      sha256: HASH,
      content: BODY,
    });
    expect(await entryOf(queued)).toMatchObject({
      status: 'acknowledged',
      receipt: HASH,
      reason: null,
      retryAt: null,
      documentSealed: null,
      bodySealed: null,
      acknowledgedAt: wall,
    });
    expect(await statusOf(queued)).toEqual({ status: 'acknowledged', receipt: HASH });
    expect(await inside((unit) => isJournalDone(unit, queued.pathwayId))).toBe(true);
    const card = await inside((unit) => unit.tx.sentCard.findFirst({ where: { messageId: message } }));
    expect(card?.dirtyAt).toEqual(wall);
    const audits = await inside((unit) =>
      unit.tx.auditRow.findMany({ where: { codes: { has: queued.meetingId } }, orderBy: { id: 'asc' } }),
    );
    expect(audits.map(({ act, matterKind, codes }) => ({ act, matterKind, codes }))).toEqual(
      ['journal.queue', 'journal.acknowledge'].map((act) => ({
        act,
        matterKind: 'journal',
        codes: ['record', queued.meetingId, 'v1'],
      })),
    );
    // Done is done.
    expect(await send()).toEqual({ acknowledged: 0, pending: 0, failed: 0 });
    expect(readdirSync(path.join(folder, '.unfinished'))).toEqual([]);
  });

  test('names files from ids only', async () => {
    const queued = await queue();
    await send();
    expect(files().join()).not.toMatch(/A\.?K\.?|25-1/);
    expect(files()).toEqual([`${queued.key}.json`, `${queued.key}.pdf`]);
    await expect(folderAdapter().deliver({ key: '../A.K.', pdf: PDF, body: '{}' })).rejects.toThrow(
      'no name for a file',
    );
  });

  test('goes by the reference where nobody has noted a number of that system', async () => {
    const queued = await queue({ ref: 'BF-2025-0200' });
    await send();
    expect(JSON.parse(readFileSync(path.join(folder, `${queued.key}.json`), 'utf8'))).toMatchObject({
      ref: 'BF-2025-0200',
      caseNumber: null,
    });
  });

  test('a correction is a document of its own, and the newest is shown', async () => {
    const first = await queue();
    await send();
    await queue({ meetingId: first.meetingId, version: 2, pdf: Buffer.from('%PDF corrected') });
    expect(await statusOf(first)).toEqual({ status: 'queued', receipt: null });
    expect(await inside((unit) => isJournalDone(unit, first.pathwayId))).toBe(false);
    await send();
    expect(files()).toHaveLength(4);
    expect(await statusOf(first)).toMatchObject({ status: 'acknowledged' });
  });

  test('a folder that cannot be written is tried again, more and more seldom, and is told', async () => {
    const queued = await queue();
    const blocked = path.join(folder, 'blocked');
    writeFileSync(blocked, 'a file where the folder should be');
    const adapter = folderJournal({ folder: path.join(blocked, 'inside'), receipt: 'written' });
    expect(await send(adapter)).toEqual({ acknowledged: 0, pending: 0, failed: 1 });
    expect(await entryOf(queued)).toMatchObject({ status: 'queued', reason: 'folder-enotdir', attempts: 1 });
    expect(await trouble()).toEqual({ count: 1, codes: ['folder-enotdir'] });
    // Not before its time.
    expect(await tenantsDue(house)).toEqual([]);
    expect(await send(adapter)).toEqual({ acknowledged: 0, pending: 0, failed: 0 });
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      later(waitMs('fault', attempt) - 1);
      expect(await send(adapter)).toMatchObject({ failed: 0 });
      later(1);
      expect(await send(adapter)).toMatchObject({ failed: 1 });
    }
    rmSync(blocked);
    later(60 * MINUTE_MS);
    expect(await send(adapter)).toEqual({ acknowledged: 1, pending: 0, failed: 0 });
    expect(await entryOf(queued)).toMatchObject({ status: 'acknowledged', attempts: 11, reason: null });
    expect(await trouble()).toEqual({ count: 0, codes: [] });
  });

  test('what stands there half written or altered is written anew, and what a killed process left is removed', async () => {
    const queued = await queue();
    const aside = path.join(folder, '.unfinished');
    mkdirSync(aside);
    writeFileSync(path.join(folder, `${queued.key}.pdf`), '%PDF half');
    writeFileSync(path.join(aside, 'old.pdf'), 'A.K.');
    writeFileSync(path.join(aside, 'new.pdf'), 'A.K.');
    utimesSync(path.join(aside, 'old.pdf'), new Date(0), new Date(0));
    await send();
    expect(readFileSync(path.join(folder, `${queued.key}.pdf`)).equals(PDF)).toBe(true);
    expect(readdirSync(aside)).toEqual(['new.pdf']);
  });

  test('five processes that write the same document at once leave one whole one', async () => {
    const delivery = { key: 'record-same-v1', pdf: Buffer.alloc(300_000, 7), body: JSON.stringify(BODY) };
    const ends = await Promise.all(Array.from({ length: 5 }, () => folderAdapter().deliver(delivery)));
    expect(new Set(ends.map((end) => end.kind))).toEqual(new Set(['acknowledged']));
    expect(files()).toEqual(['record-same-v1.json', 'record-same-v1.pdf']);
    expect(readFileSync(path.join(folder, 'record-same-v1.pdf')).equals(delivery.pdf)).toBe(true);
    expect(readdirSync(path.join(folder, '.unfinished'))).toEqual([]);
  });
});

describe('killed on the way', () => {
  test.each([
    { when: 'before it delivered', delivers: false },
    { when: 'between delivering and writing it down', delivers: true },
  ])('$when: the document is due again when the claim runs out, and stays one document', async ({ delivers }) => {
    const queued = await queue();
    let dead = false;
    const dying: House = {
      ...house,
      clocks: {
        ...house.clocks,
        calendar: () => {
          if (dead) throw new Error('killed');
          return wall;
        },
      },
    };
    const killing: JournalAdapter = {
      deliver: async (delivery) => {
        if (delivers) await folderAdapter().deliver(delivery);
        dead = true;
        return { kind: 'pending' };
      },
    };
    await expect(sendJournal(dying, TENANT, killing)).rejects.toThrow('killed');
    expect(await entryOf(queued)).toMatchObject({ status: 'queued', attempts: 1 });
    const before = delivers ? statSync(path.join(folder, `${queued.key}.pdf`)).ino : undefined;
    expect(await send()).toMatchObject({ acknowledged: 0 });
    expect(await tenantsDue(house)).toEqual([]);
    later(CLAIM_MS);
    expect(await tenantsDue(house)).toEqual([TENANT]);
    expect(await send()).toMatchObject({ acknowledged: 1 });
    expect(files()).toHaveLength(2);
    if (before !== undefined) expect(statSync(path.join(folder, `${queued.key}.pdf`)).ino).toBe(before);
  });

  test('an adapter that breaks after it delivered is tried again; the log holds no text', async () => {
    const queued = await queue();
    const breaking: JournalAdapter = {
      deliver: async (delivery) => {
        await folderAdapter().deliver(delivery);
        throw new TypeError('A.K.');
      },
    };
    expect(await send(breaking)).toMatchObject({ failed: 1 });
    expect(await entryOf(queued)).toMatchObject({ status: 'queued', reason: 'adapter-fault' });
    expect(logged.join()).toContain('TypeError');
    expect(logged.join()).not.toContain('A.K.');
    later(waitMs('fault', 1));
    expect(await send()).toMatchObject({ acknowledged: 1 });
    expect(files()).toHaveLength(2);
  });

  test('a document that cannot be opened does not hold up the others', async () => {
    const queued = await queue();
    const fine = await queue();
    await inside((unit) =>
      unit.tx.journalEntry.updateMany({
        where: { idempotencyKey: queued.key },
        data: { bodySealed: new Uint8Array(40) },
      }),
    );
    expect(await send()).toEqual({ acknowledged: 1, pending: 0, failed: 1 });
    expect(await entryOf(fine)).toMatchObject({ status: 'acknowledged' });
    expect(await entryOf(queued)).toMatchObject({ status: 'queued', reason: 'not-opened' });
  });
});

describe('two processes at once', () => {
  test('deliver each document once', async () => {
    for (let n = 0; n < 8; n += 1) await queue();
    const { adapter, given } = saying(async (delivery) => folderAdapter().deliver(delivery));
    const [one, other] = await Promise.all([send(adapter), send(adapter)]);
    expect(one.acknowledged + other.acknowledged).toBe(8);
    expect(given).toHaveLength(8);
    expect(new Set(given).size).toBe(8);
    expect(files()).toHaveLength(16);
  });

  test('a slow one that comes back empty-handed does not undo what the other had acknowledged', async () => {
    const queued = await queue();
    let goOn: () => void = () => undefined;
    const slow = saying(async () => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return { kind: 'failed', code: 'too-late', final: true };
    });
    const sending = send(slow.adapter);
    while (slow.given.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    later(CLAIM_MS);
    await send();
    goOn();
    await sending;
    expect(await entryOf(queued)).toMatchObject({ status: 'acknowledged', receipt: HASH, reason: null });
  });
});

describe('a receipt as a file', () => {
  test('is waited for, and is the number that the receiving side gives', async () => {
    const queued = await queue();
    expect(await send(folderAdapter('file'))).toEqual({ acknowledged: 0, pending: 1, failed: 0 });
    expect(files()).toHaveLength(2);
    expect(await statusOf(queued)).toEqual({ status: 'sent', receipt: null });
    expect(await trouble()).toEqual({ count: 0, codes: [] });
    later(waitMs('pending', 1));
    expect(await send(folderAdapter('file'))).toMatchObject({ pending: 1 });
    // Whoever has taken the files away gets them no second time.
    for (const name of files()) rmSync(path.join(folder, name));
    receive(queued, {
      sha256: HASH.toUpperCase(),
      receivedAt: '2026-03-12T10:05:00+01:00',
      number: 'D-2026-118',
      by: 'robot',
    });
    later(waitMs('pending', 2));
    expect(await send(folderAdapter('file'))).toMatchObject({ acknowledged: 1 });
    expect(await statusOf(queued)).toEqual({ status: 'acknowledged', receipt: 'D-2026-118' });
    expect(files()).toEqual([`${queued.key}.receipt.json`]);
  });

  test('for another document is a failure that is seen, until it is put right', async () => {
    const queued = await queue();
    await send(folderAdapter('file'));
    receive(queued, { sha256: 'f'.repeat(64), receivedAt: '2026-03-12T10:05', number: 1 });
    later(waitMs('pending', 1));
    expect(await send(folderAdapter('file'))).toMatchObject({ failed: 1 });
    expect(await entryOf(queued)).toMatchObject({ status: 'failed', reason: 'receipt-checksum' });
    expect((await entryOf(queued)).documentSealed).not.toBeNull();
    expect(await trouble()).toEqual({ count: 1, codes: ['receipt-checksum'] });
    expect(await inside((unit) => isJournalDone(unit, queued.pathwayId))).toBe(false);
    expect(
      await inside((unit) =>
        unit.tx.auditRow.findMany({ where: { act: 'journal.fail', codes: { has: queued.meetingId } } }),
      ),
    ).toMatchObject([{ codes: ['record', queued.meetingId, 'v1', 'receipt-checksum'] }]);
    // Still wrong: nothing new is said of it.
    later(waitMs('final', 1));
    await send(folderAdapter('file'));
    expect(
      await inside((unit) =>
        unit.tx.auditRow.count({ where: { act: 'journal.fail', codes: { has: queued.meetingId } } }),
      ),
    ).toBe(1);
    receive(queued, { sha256: HASH, receivedAt: '2026-03-12T11:00', number: 118 });
    later(waitMs('final', 1));
    expect(await send(folderAdapter('file'))).toMatchObject({ acknowledged: 1 });
    expect(await statusOf(queued)).toEqual({ status: 'acknowledged', receipt: '118' });
    expect(await trouble()).toEqual({ count: 0, codes: [] });
  });

  test.each([
    { what: 'half written', receipt: '{ "sha256": "' },
    { what: 'without a number', receipt: JSON.stringify({ sha256: HASH, receivedAt: 'now' }) },
    { what: 'far too large', receipt: ' '.repeat(70_000) },
  ])('that is $what is read again', async ({ receipt }) => {
    const queued = await queue();
    receive(queued, receipt);
    expect(await send(folderAdapter('file'))).toMatchObject({ failed: 1 });
    expect(await entryOf(queued)).toMatchObject({ status: 'queued', reason: 'receipt-unreadable' });
    receive(queued, `\ufeff${JSON.stringify({ sha256: HASH, receivedAt: 'now', number: 'D-1' })}`);
    later(waitMs('fault', 1));
    expect(await send(folderAdapter('file'))).toMatchObject({ acknowledged: 1 });
  });
});

describe('the journal of a municipality', () => {
  test('has a folder of its own, and is sent for that municipality only', async () => {
    const mine = await queue();
    const theirs = await queue({ tenantId: OTHER });
    const journal = makeJournal({ house, adapterOf: journalAdapters({ dataDir: folder, policyOf: () => policy }) });
    expect(await journal.send(TENANT)).toMatchObject({ acknowledged: 1 });
    expect(readdirSync(path.join(folder, 'journal'))).toEqual([TENANT]);
    expect(existsSync(path.join(folder, 'journal', TENANT, `${mine.key}.pdf`))).toBe(true);
    expect(await tenantsDue(house)).toEqual([OTHER]);
    expect(await journal.send(OTHER)).toMatchObject({ acknowledged: 1 });
    expect(existsSync(path.join(folder, 'journal', OTHER, `${theirs.key}.pdf`))).toBe(true);
  });

  test.each([
    {
      what: 'inside the data folder',
      journal: 'out/records',
      expected: (at: string) => path.join(at, 'out', 'records'),
    },
    { what: 'anywhere, when absolute', journal: undefined, expected: (at: string) => path.join(at, 'elsewhere') },
  ])('may be $what', async ({ journal, expected }) => {
    const own = { folder: journal ?? path.join(folder, 'elsewhere'), system: 'DUBU', receipt: 'written' } as const;
    const adapterOf = journalAdapters({
      dataDir: journal === undefined ? '/nowhere' : folder,
      policyOf: () => ({ ...policy, journal: own }),
    });
    await adapterOf(TENANT)?.deliver({ key: 'record-a-v1', pdf: PDF, body: '{}' });
    expect(readdirSync(path.join(expected(folder), TENANT)).sort()).toEqual([
      '.unfinished',
      'record-a-v1.json',
      'record-a-v1.pdf',
    ]);
  });

  test('keeps what is open when the policy has no journal any more, and says so', async () => {
    const queued = await queue();
    const without = makeJournal({ house, adapterOf: () => null });
    expect(await without.send(TENANT)).toEqual({ acknowledged: 0, pending: 0, failed: 0 });
    expect(await trouble()).toEqual({ count: 1, codes: ['no-journal'] });
    expect(await tenantsDue(house)).toEqual([]);
    later(60 * MINUTE_MS);
    expect(await send()).toMatchObject({ acknowledged: 1 });
    expect(await entryOf(queued)).toMatchObject({ status: 'acknowledged', reason: null });
  });

  test.each([
    { after: 'fault', attempts: 1, minutes: 0.5 },
    { after: 'fault', attempts: 4, minutes: 4 },
    { after: 'fault', attempts: 500, minutes: 60 },
    { after: 'pending', attempts: 1, minutes: 0.5 },
    { after: 'pending', attempts: 9, minutes: 15 },
    { after: 'final', attempts: 1, minutes: 60 },
    { after: 'final', attempts: 7, minutes: 60 },
  ] as const)(
    'after a $after at attempt $attempts it looks again in $minutes minutes',
    ({ after, attempts, minutes }) => {
      expect(waitMs(after, attempts)).toBe(minutes * MINUTE_MS);
    },
  );
});

/** A card of the meeting that stands in somebody's chat. @returns its message */
async function cardInChat(meetingId: string): Promise<string> {
  return inside(async (unit) => {
    const person = await unit.tx.person.findFirstOrThrow({ where: { tenantId: TENANT } });
    const id = v7();
    unit.message({
      id,
      naturalKey: `test:${id}`,
      personId: person.id,
      class: 'notice',
      kind: 'meeting',
      matterKind: 'meeting',
      matterId: meetingId,
    });
    return { id, personId: person.id };
  }).then(({ id, personId }) =>
    inside(async (unit) => {
      await unit.tx.message.updateMany({ where: { id }, data: { status: 'delivered' } });
      await unit.tx.sentCard.create({
        data: {
          tenantId: TENANT,
          id: v7(),
          messageId: id,
          personId,
          activityId: 'card',
          kind: 'meeting',
          matterKind: 'meeting',
          matterId: meetingId,
        },
      });
      return id;
    }),
  );
}
