import { changedMunicipality, REF } from '../support/meeting-steps';

export type Pathway = {
  readonly model: string;
  /** First names, as the municipality of the tests knows them, Sanne of the health department too. */
  readonly team: readonly string[];
  /** Codes of departments with a lasting ground; `JOB|FAM|SKO` without. */
  readonly consent?: string;
};

const MAIL: Readonly<Record<string, string>> = { Sørine: 'soerine' };
const mailOf = (name: string): string => `${MAIL[name] ?? name.toLowerCase()}@by.example`;

const HEALTH = 'SUN;Sundhed og omsorg;LED;hanne@by.example;health';
const HEALTH_PEOPLE = [
  'b0000000-0000-4000-8000-000000000020;Hanne Sund;hanne@by.example;SUN;Afdelingsleder;dora@by.example;;2020-01-01;;;da;;',
  'b0000000-0000-4000-8000-000000000021;Sanne Skov;sanne@by.example;SUN;Sygeplejerske;;;2020-01-01;;;da;;',
  'b0000000-0000-4000-8000-000000000022;Ulla Krog;ulla@by.example;SUN;Ergoterapeut;;;2020-01-01;;;da;;',
];

/** The municipality of the tests with a health department, and its first pathway by a model and with a team of its own. */
export function municipalityOf({ model, team, consent = 'JOB|FAM|SKO' }: Pathway): { folder: string; remove(): void } {
  const after = (last: string, more: readonly string[]) => (line: string) =>
    line.startsWith(last) ? [line, ...more].join('\n') : line;
  return changedMunicipality({
    'departments.csv': after('YDE;', [HEALTH]),
    'people.csv': after('b0000000-0000-4000-8000-000000000019;', HEALTH_PEOPLE),
    'pathways.csv': (line) => {
      if (!line.startsWith(REF)) return line;
      const cells = line.split(';');
      const changed: Readonly<Record<number, string>> = {
        // Of age, so that nothing ends on a birthday within the story.
        2: '1990-05-05',
        5: model,
        7: team.map(mailOf).join('|'),
        8: `SOC|${consent}`,
      };
      return cells.map((cell, n) => changed[n] ?? cell).join(';');
    },
  });
}
