import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { StagePerson } from './chat';

/** The tenant's directory as Teams would have it: everybody in the folder's people.csv who has not left. */
export async function readDirectory(folder: string): Promise<StagePerson[]> {
  const read = async (file: string): Promise<Record<string, string>[]> =>
    parse(await readFile(path.join(folder, file)), { bom: true, columns: true, delimiter: [';', ','], skip_empty_lines: true, trim: true });
  const departments = new Map((await read('departments.csv')).map((one) => [one.code, one.name ?? '']));
  return (await read('people.csv')).map((one) => ({
    entraId: one.entra_id ?? '',
    name: one.name ?? '',
    title: one.title ?? '',
    department: departments.get(one.department) ?? '',
    email: one.email ?? '',
    locale: one.locale === 'en' ? 'en' : 'da',
  }));
}
