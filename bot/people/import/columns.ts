/** The files of an import and their columns. */
export const COLUMNS = {
  'departments.csv': { required: ['code', 'name', 'parent_code', 'manager_email'], optional: ['kind'] },
  'people.csv': {
    required: [
      'entra_id',
      'name',
      'email',
      'department',
      'title',
      'manager_email',
      'deputy_email',
      'hired_on',
      'left_on',
      'roles',
      'locale',
    ],
    optional: ['profession', 'works_on'],
  },
  'pathways.csv': {
    required: [
      'ref',
      'alias',
      'birth_date',
      'department',
      'lead_email',
      'model',
      'started_on',
      'team_emails',
      'consent_departments',
      'consent_kind',
      'consent_on',
    ],
    optional: ['co_lead_email', 'case_numbers', 'ended_on', 'given_by'],
  },
  'absences.csv': { required: ['email', 'from_on', 'to_on'], optional: [] },
  'closures.csv': { required: ['department', 'from_on', 'to_on'], optional: [] },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>;

export type FileName = keyof typeof COLUMNS;
export type Column<F extends FileName> = (typeof COLUMNS)[F]['required' | 'optional'][number];

export const REQUIRED_FILES = ['departments.csv', 'people.csv', 'pathways.csv'] as const satisfies readonly FileName[];
export const OPTIONAL_FILES = ['absences.csv', 'closures.csv'] as const satisfies readonly FileName[];

/** The bytes of each file that is there. */
export type RawFiles = Readonly<Partial<Record<FileName, Uint8Array>>>;
