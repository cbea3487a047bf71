import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seededRandom } from './random';

/** A municipality of a bench: its first people lead a pathway each, all others are invited in turn. */
export type BenchMunicipality = {
  readonly folder: string;
  readonly pathways: readonly { readonly ref: string; readonly lead: string; readonly team: readonly string[] }[];
};

const DEPARTMENTS = ['SOC', 'JOB', 'FAM', 'SKO', 'SUN', 'UNG', 'BOL', 'PSY'];
const KINDS = ['social', 'employment', 'family', 'school', 'health', 'employment', 'other', 'health'];
const FIRST = ['Anna', 'Bo', 'Carla', 'Ditte', 'Emil', 'Freja', 'Gustav', 'Helle', 'Ida', 'Jonas', 'Kirsten', 'Lars'];
const LAST = ['Agerskov', 'Bjerre', 'Dalgaard', 'Engholm', 'Friis', 'Grønbæk', 'Højlund', 'Juhl', 'Kjær', 'Lynge'];

const entraIdOf = (n: number): string => `b1000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const emailOf = (n: number): string => `medarbejder.${n}@storby.example`;

/** Writes the CSV files of a municipality; the same for the same sizes. */
export function writeMunicipality(
  folder: string,
  size: { readonly people: number; readonly pathways: number; readonly team: number; readonly startedOn: string },
): BenchMunicipality {
  const random = seededRandom(2_026);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  mkdirSync(folder, { recursive: true });
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
  // After the staff come the director and a leader for each department.
  const director = size.people + 1;
  const leaderOf = (department: number) => size.people + 2 + department;
  write('departments.csv', [
    'code;name;parent_code;manager_email;kind',
    `DIR;Direktionen;;${emailOf(director)};leadership`,
    ...DEPARTMENTS.map((code, at) => `${code};Afdeling ${code};DIR;${emailOf(leaderOf(at))};${KINDS[at]}`),
  ]);
  const person = (n: number, department: string, title: string, manager: string, roles: string) =>
    [
      entraIdOf(n),
      `${pick(FIRST)} ${pick(LAST)} ${n}`,
      emailOf(n),
      department,
      title,
      manager,
      '',
      '2020-01-01',
      '',
      roles,
      n % 20 === 0 ? 'en' : 'da',
      '',
      '',
    ].join(';');
  const staff = Array.from({ length: size.people }, (_, at) =>
    person(at + 1, DEPARTMENTS[at % DEPARTMENTS.length] ?? 'SOC', 'Sagsbehandler', '', ''),
  );
  write('people.csv', [
    'entra_id;name;email;department;title;manager_email;deputy_email;hired_on;left_on;roles;locale;profession;works_on',
    ...staff,
    person(director, 'DIR', 'Direktør', '', 'director'),
    ...DEPARTMENTS.map((code, at) => person(leaderOf(at), code, 'Afdelingsleder', emailOf(director), '')),
  ]);
  const invited = size.people - size.pathways;
  const pathways = Array.from({ length: size.pathways }, (_, at) => ({
    ref: `BF-2026-${String(at + 1).padStart(5, '0')}`,
    lead: at + 1,
    team: Array.from({ length: size.team }, (_seat, seat) => size.pathways + 1 + ((at * size.team + seat) % invited)),
  }));
  write('pathways.csv', [
    'ref;alias;birth_date;department;lead_email;model;started_on;team_emails;consent_departments;consent_kind;consent_on;co_lead_email;case_numbers;ended_on;given_by',
    ...pathways.map(({ ref, lead, team }) =>
      [
        ref,
        `T.${lead}`,
        '1990-05-05',
        DEPARTMENTS[(lead - 1) % DEPARTMENTS.length],
        emailOf(lead),
        'ballerup',
        size.startedOn,
        team.map(emailOf).join('|'),
        DEPARTMENTS.join('|'),
        'written',
        size.startedOn,
        '',
        '',
        '',
        'citizen',
      ].join(';'),
    ),
  ]);
  return {
    folder,
    pathways: pathways.map((one) => ({ ref: one.ref, lead: entraIdOf(one.lead), team: one.team.map(entraIdOf) })),
  };
}
