import { mkdir, open, readdir, readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import { syncFolder } from '../../journal/sync-folder';
import type { Handed, OnItsWay, RecordAdapter } from './port';

const ENDING = '.ndjson';
const NEW_LINE = 0x0a;
const line = z.looseObject({ id: z.string() });

/**
 * Learning records as files: one a day (`2026-03-02.ndjson`), a statement a line. A line counts when it ends; half a line, left
 * by a process that was killed or a disk that was full, is taken off before the next one is written. One process writes at a
 * time: whoever sends sees to that. A statement is in all files together once: what may have arrived is looked for first.
 * @param options.folder the municipality's own, absolute; made when it is not there
 */
export function fileRecords(options: { readonly folder: string }): RecordAdapter {
  const { folder } = options;
  return {
    hand: async ({ batch, on }) => {
      try {
        return await append(folder, `${on}${ENDING}`, batch);
      } catch (fault) {
        const code = codeOf(fault);
        if (code === undefined) throw fault;
        return { kind: 'away', code: `folder-${code.toLowerCase()}` };
      }
    },
  };
}

async function append(folder: string, name: string, batch: readonly OnItsWay[]): Promise<Handed> {
  await mkdir(folder, { recursive: true });
  const there = batch.some((one) => one.again) ? await idsIn(folder) : new Set<string>();
  const lines = batch.filter((one) => !there.has(one.id)).map((one) => `${JSON.stringify(one.statement)}\n`);
  if (lines.length === 0) return { kind: 'kept' };
  await takeOffHalfALine(path.join(folder, name));
  const file = await open(path.join(folder, name), 'a');
  try {
    await file.appendFile(lines.join(''), 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(folder);
  return { kind: 'kept' };
}

/** The statements that stand in the files already, those of a half line not among them. */
async function idsIn(folder: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const name of (await readdir(folder)).filter((one) => one.endsWith(ENDING))) {
    const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n').slice(0, -1);
    for (const text of lines) ids.add(line.parse(JSON.parse(text)).id);
  }
  return ids;
}

async function takeOffHalfALine(file: string): Promise<void> {
  const content = await readFile(file).catch((fault: unknown) => {
    if (codeOf(fault) === 'ENOENT') return undefined;
    throw fault;
  });
  if (content && content.length > 0 && content.at(-1) !== NEW_LINE)
    await truncate(file, content.lastIndexOf(NEW_LINE) + 1);
}

/** The system's own code of what went wrong with a file, such as ENOSPC. */
function codeOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return undefined;
  return typeof fault.code === 'string' && /^E[A-Z0-9]+$/.test(fault.code) ? fault.code : undefined;
}
