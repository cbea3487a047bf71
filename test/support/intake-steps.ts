import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProgramSeam, RipePerson } from '../../bot/intakes/parts';
import { asDay } from '../../bot/time/day';
import { openTown, type Town, type TownOptions } from './town';

const HERE = path.resolve('test/support/municipality');

/** A new colleague: department, and on which day hired. */
export type Hire = { readonly name: string; readonly department: string; readonly hiredOn: string };

/** `Ny 01` and on, by turns from these departments, hired on the days of January. */
export const hires = (n: number, departments: readonly string[]): Hire[] =>
  Array.from({ length: n }, (_, at) => ({
    name: `Ny${String(at + 1).padStart(2, '0')} Kollega`,
    department: departments[at % departments.length] ?? '',
    hiredOn: `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
  }));

/** The municipality of the tests with an onboarding lead, Anders, and these new colleagues; without those who `left`. */
export function folderWith(news: readonly Hire[], left: readonly string[] = []): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-intakes-'));
  for (const file of ['departments.csv', 'pathways.csv'])
    writeFileSync(path.join(folder, file), readFileSync(path.join(HERE, file)));
  const people = readFileSync(path.join(HERE, 'people.csv'), 'utf8').trim().split('\n');
  const row = (n: number, one: Hire, more: { readonly title?: string; readonly roles?: string } = {}) => {
    const id = `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const email = `${one.name.split(' ')[0]?.toLowerCase()}@by.example`;
    const leftOn = left.includes(one.name) ? '2026-03-01' : '';
    return `${id};${one.name};${email};${one.department};${more.title ?? 'Rådgiver'};;;${one.hiredOn};${leftOn};${more.roles ?? ''};da;;`;
  };
  const lead = row(
    100,
    { name: 'Anders Møllevang', department: 'LED', hiredOn: '2019-02-01' },
    { title: 'Udviklingskonsulent', roles: 'onboarding_lead' },
  );
  writeFileSync(
    path.join(folder, 'people.csv'),
    `${[...people, lead, ...news.map((one, at) => row(101 + at, one))].join('\n')}\n`,
  );
  return folder;
}

export type School = Town & {
  /** Who was said to have been there: name of the step and of the person. */
  readonly attended: readonly { readonly personId: string; readonly stepKey: string; readonly seatId: string }[];
  readonly folder: string;
};

/** A town with an onboarding lead, whose new colleagues have all come to their class. */
export async function openSchool(
  news: readonly Hire[],
  options: Omit<TownOptions, 'seam' | 'folder'>,
): Promise<School> {
  const attended: { personId: string; stepKey: string; seatId: string }[] = [];
  const folder = folderWith(news);
  const seam: ProgramSeam = {
    ripeFor: async (unit, kind): Promise<RipePerson[]> => {
      if (kind !== 'class') return [];
      const people = await unit.tx.person.findMany({ where: { tenantId: unit.tenantId, name: { startsWith: 'Ny' } } });
      return people.flatMap((one) =>
        attended.some((done) => done.personId === one.id)
          ? []
          : [
              {
                personId: one.id,
                stepKey: 'empowerment',
                opensOn: asDay((one.hiredOn ?? new Date('2026-01-01')).toISOString().slice(0, 10)),
              },
            ],
      );
    },
    attended: async (_, personId, stepKey, seatId) => {
      attended.push({ personId, stepKey, seatId });
    },
  };
  const town = await openTown({ ...options, folder, seam });
  return Object.assign(town, { attended, folder });
}

export const THREE_DAYS = {
  title: 'Empowerment, forår',
  seats: '20',
  date1: '2026-04-13',
  span1: '9-15',
  place1: 'Kursuslokalet',
  date2: '2026-04-27',
  span2: '9-15',
  place2: '',
  date3: '2026-05-11',
  span3: '9.00-15.30',
  place3: 'Rådhuset',
};

/** Anders opens a class by the form, and gives its id. */
export async function openClass(town: Town, typed: Readonly<Record<string, string>> = {}): Promise<string> {
  await town.says('Anders', 'hold');
  await town.presses('Anders', 'intake.new-form', { kind: 'class' });
  await town.presses('Anders', 'intake.new', { ...THREE_DAYS, ...typed });
  const { id } = await town.inside(({ tx, tenantId }) =>
    tx.intake.findFirstOrThrow({ where: { tenantId }, orderBy: { number: 'desc' } }),
  );
  return id;
}

/** Anders calls whoever stands on the form, as it is proposed. */
export async function callAll(town: Town, intake: string): Promise<void> {
  await town.presses('Anders', 'intake.open', {}, { force: true, data: { intake } });
  await town.presses('Anders', 'intake.call-form', {}, { force: true, data: { intake } });
  await town.presses('Anders', 'intake.call');
}

/** The seats of an intake by first name. */
export async function seatsByName(town: Town, intake: string) {
  const rows = await town.inside(({ tx, tenantId }) =>
    tx.seat.findMany({ where: { tenantId, intakeId: intake }, include: { person: true }, orderBy: { id: 'asc' } }),
  );
  return new Map(rows.map((row) => [row.person.name.split(' ')[0] ?? '', row]));
}
