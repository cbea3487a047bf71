import type { ImportReport } from '../../bot/people/import/run';
import { changedMunicipality } from './meeting-steps';
import type { Town } from './town';

export type Hire = {
  readonly hired?: string;
  readonly left?: string;
  readonly manager?: string;
  readonly department?: string;
};

const COLUMNS =
  'entra_id;name;email;department;title;manager_email;deputy_email;hired_on;left_on;roles;locale;profession;works_on';

/**
 * The test's municipality with new colleagues: Ida (Social, Lise's), Ejner who began too long ago to be new, and Oda, who
 * answers for onboarding. Absences are `email;from;to` lines.
 */
export function withHires(
  o: { readonly ida?: Hire; readonly gone?: readonly string[]; readonly absences?: readonly string[] } = {},
) {
  const { hired = '2026-03-02', left = '', manager = 'lise@by.example', department = 'SOC' } = o.ida ?? {};
  const gone = o.gone ?? [];
  const isGone = (line: string) => gone.some((name) => line.includes(`;${name};`));
  const people = [
    `b0000000-0000-4000-8000-000000000101;Ida Ny;ida@by.example;${department};Socialrådgiver;${manager};;${hired};${left};;da;socialrådgiver;`,
    'b0000000-0000-4000-8000-000000000102;Ejner Gammel;ejner@by.example;SOC;Socialrådgiver;lise@by.example;;2025-12-20;;;da;;',
    'b0000000-0000-4000-8000-000000000103;Oda Ansvarlig;oda@by.example;LED;Konsulent;dora@by.example;;2020-01-01;;onboarding_lead;da;;',
  ];
  return changedMunicipality({
    'people.csv': (line) => {
      if (line.startsWith('entra_id')) return [COLUMNS, ...people.filter((one) => !isGone(one))].join('\n');
      return isGone(line) ? null : line;
    },
    'absences.csv': ['email;from_on;to_on', ...(o.absences ?? [])].join('\n'),
  });
}

/** Imports the municipality as it is then, and lets the house do what follows from it. */
export async function importHires(town: Town, o: Parameters<typeof withHires>[0]): Promise<ImportReport> {
  const made = withHires(o);
  try {
    const report = await town.imports(made.folder);
    await town.settle();
    return report;
  } finally {
    made.remove();
  }
}
