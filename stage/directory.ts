import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { StagePerson } from './chat';

/** The tenant's directory as Teams would have it: everybody in the folder's people.csv who has not left. */
export async function readDirectory(folder: string): Promise<StagePerson[]> {
  const read = async (file: string): Promise<Record<string, string>[]> => {
    const content = await readFile(path.join(folder, file), 'utf8');
    const delimiter = content.slice(0, content.indexOf('\n')).includes(';') ? ';' : ',';
    return parse(content, { bom: true, columns: true, delimiter, skip_empty_lines: true, trim: true });
  };
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
