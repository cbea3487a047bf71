import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import type { Delivered, Delivery, JournalAdapter } from './port';
import { syncFolder } from './sync-folder';

/** What the receiving side puts beside the files once it has taken them in. */
const receiptFile = z.looseObject({
  /** Of the PDF, hex. */
  sha256: z.string(),
  receivedAt: z.string(),
  /** The document's number in the receiving system. */
  number: z.union([z.string().trim().min(1).max(200), z.number()]).transform(String),
});

const KEY = /^[a-z0-9-]{1,150}$/;
const LARGEST_RECEIPT = 64 * 1024;
/** Where files are written before they get their name. */
const UNFINISHED = '.unfinished';
/** What a process left there when it was killed. */
const LEFT_AFTER_MS = 10 * 60_000;

/**
 * The journal as a folder that a specialist system reads: for each document `<key>.pdf`, then `<key>.json`, each whole as
 * soon as it has its name. With `receipt: 'written'` a document is acknowledged when both read back as they were written,
 * and its receipt is the PDF's SHA-256; with `file`, when `<key>.receipt.json` beside them holds that checksum.
 * @param options.folder the municipality's own, absolute; made when it is not there
 */
export function folderJournal(options: {
  readonly folder: string;
  readonly receipt: 'written' | 'file';
}): JournalAdapter {
  const { folder, receipt } = options;
  return {
    deliver: async (delivery) => {
      if (!KEY.test(delivery.key)) throw new Error('A key of the journal is no name for a file');
      try {
        // Before anything is written: whoever has given a receipt may have taken the files away.
        const received = receipt === 'file' ? await readReceipt(folder, delivery) : undefined;
        if (received) return received;
        const written = await write(folder, delivery);
        if (!written) return { kind: 'failed', code: 'not-read-back', final: false };
        return receipt === 'file' ? { kind: 'pending' } : { kind: 'acknowledged', receipt: hashOf(delivery.pdf) };
      } catch (fault) {
        const code = codeOf(fault);
        if (code === undefined) throw fault;
        return { kind: 'failed', code: `folder-${code.toLowerCase()}`, final: false };
      }
    },
  };
}

/** Whether both files stand there as they should, the PDF first: whoever sees the JSON finds the PDF. */
async function write(folder: string, { key, pdf, body }: Delivery): Promise<boolean> {
  const files = [
    { name: `${key}.pdf`, content: Buffer.from(pdf) },
    { name: `${key}.json`, content: Buffer.from(body, 'utf8') },
  ];
  for (const { name, content } of files) {
    const there = await readFileIf(path.join(folder, name));
    if (there?.equals(content)) continue;
    await writeWhole(folder, name, content);
    if (!(await readFileIf(path.join(folder, name)))?.equals(content)) return false;
  }
  return true;
}

/** Written aside, on the disk, and only then given its name: nobody ever reads half of it. */
async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  const aside = path.join(folder, UNFINISHED);
  await mkdir(aside, { recursive: true });
  const unfinished = path.join(aside, `${randomUUID()}.${name}`);
  const file = await open(unfinished, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await removeLeft(aside, (await stat(unfinished)).mtimeMs);
  await rename(unfinished, path.join(folder, name));
  await syncFolder(folder);
}

/** Removes what killed processes left unfinished, by the clock of the disk itself. */
async function removeLeft(aside: string, nowMs: number): Promise<void> {
  for (const name of await readdir(aside)) {
    const left = path.join(aside, name);
    const found = await stat(left).catch(ifMissing);
    if (found && found.mtimeMs < nowMs - LEFT_AFTER_MS) await rm(left, { force: true });
  }
}

async function readReceipt(folder: string, { key, pdf }: Delivery): Promise<Delivered | undefined> {
  const name = path.join(folder, `${key}.receipt.json`);
  const found = await stat(name).catch(ifMissing);
  if (!found) return undefined;
  const unreadable: Delivered = { kind: 'failed', code: 'receipt-unreadable', final: false };
  if (found.size > LARGEST_RECEIPT) return unreadable;
  const read = receiptFile.safeParse(parse((await readFile(name, 'utf8')).replace(/^\u{feff}/u, '')));
  if (!read.success) return unreadable;
  return read.data.sha256.toLowerCase() === hashOf(pdf)
    ? { kind: 'acknowledged', receipt: read.data.number }
    : { kind: 'failed', code: 'receipt-checksum', final: true };
}

/** Undefined where it is no JSON: a receipt may be half written when it is read. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

const readFileIf = (name: string): Promise<Buffer | undefined> => readFile(name).catch(ifMissing);

function ifMissing(fault: unknown): undefined {
  if (codeOf(fault) === 'ENOENT') return undefined;
  throw fault;
}

/** The system's own code of what went wrong with a file, such as ENOSPC. */
function codeOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return undefined;
  return typeof fault.code === 'string' && /^E[A-Z0-9]+$/.test(fault.code) ? fault.code : undefined;
}

const hashOf = (pdf: Uint8Array): string => createHash('sha256').update(pdf).digest('hex');
