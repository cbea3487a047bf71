import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkOrganisation } from './check';
import { OPTIONAL_FILES, type RawFiles, REQUIRED_FILES } from './columns';
import type { Fault } from './fault';
import type { ImportReport } from './run';
import { type ImportOptions, importOrganisation } from './save';

type FolderImport =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Imports a folder of CSV files: departments, people, pathways, and, where there are any, absences and closures.
 * All or nothing: with a single fault nothing is written.
 * @throws when a file is there and cannot be read, and what the database throws
 */
export async function importFolder(
  o: Omit<ImportOptions, 'organisation'> & { readonly folder: string },
): Promise<FolderImport> {
  const { folder, ...options } = o;
  const checked = checkOrganisation(await readFolder(folder), o.today);
  if (!checked.ok) return checked;
  return { ok: true, report: await importOrganisation({ ...options, organisation: checked.organisation }) };
}

/** Reads the files of an import that the folder has; a missing folder has none. */
export async function readFolder(folder: string): Promise<RawFiles> {
  const there = [...REQUIRED_FILES, ...OPTIONAL_FILES].filter((name) => existsSync(path.join(folder, name)));
  return Object.fromEntries(
    await Promise.all(there.map(async (name) => [name, await readFile(path.join(folder, name))])),
  );
}
