import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StagePerson } from '../../../stage/chat';
import type { PersonEvent } from '../journal';

/** Somebody who works in the municipality, as the simulation knows them; the files of the import are written from it. */
export type Staff = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'da' | 'en';
  readonly roles: readonly string[];
  department: string;
  /** Of weekdays, Monday = 1; empty: all. */
  worksOn: readonly number[];
  deputy: string | null;
  /** The first day of work, as the files say it now. */
  hiredOn: string;
  leftOn: string | null;
};

export type Department = {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | null;
  manager: string;
};

/** A pathway as the municipality has it when the period begins. `token`: a word that nobody may read who may not see it. */
export type Pathway = {
  readonly ref: string;
  readonly token: string;
  readonly bornOn: string;
  readonly department: string;
  readonly startedOn: string;
  readonly model: string;
  lead: string;
  coLead: string | null;
  readonly team: string[];
};

export type Absence = { readonly person: string; readonly fromOn: string; readonly toOn: string };

/** The municipality as it is now. Everybody is named by their Entra id. */
export type Organisation = {
  readonly staff: Map<string, Staff>;
  readonly departments: Map<string, Department>;
  readonly pathways: readonly Pathway[];
  absences: Absence[];
};

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Who leads somebody: the department's manager, or, for that one, the parent department's. Never who has left by `day`. */
export function managerOf(organisation: Organisation, id: string, day: string): string | null {
  let code: string | null = organisation.staff.get(id)?.department ?? null;
  while (code !== null) {
    const department: Department | undefined = organisation.departments.get(code);
    const manager = department?.manager;
    if (manager && manager !== id && isHere(organisation, manager, day)) return manager;
    code = department?.parent ?? null;
  }
  return null;
}

/** Whether somebody has begun by a day. */
export const hasBegun = (organisation: Organisation, id: string, day: string): boolean =>
  (organisation.staff.get(id)?.hiredOn ?? day) <= day;

export const isHere = (organisation: Organisation, id: string, day: string): boolean => {
  const leftOn = organisation.staff.get(id)?.leftOn ?? null;
  return leftOn === null || leftOn > day;
};

export const isAway = (organisation: Organisation, id: string, day: string): boolean =>
  organisation.absences.some((one) => one.person === id && one.fromOn <= day && day <= one.toOn);

/** Everybody as the checker's journal writes them down. */
export function personEvents(organisation: Organisation, at: string, day: string): PersonEvent[] {
  return [...organisation.staff.values()].map((one) => ({
    type: 'person',
    at,
    personId: one.id,
    departmentId: one.department,
    managerId: managerOf(organisation, one.id, day),
    deputyId: one.deputy,
    worksOn: one.worksOn,
    leftOn: one.leftOn,
  }));
}

/** Everybody as Entra knows them. */
export const stagePeople = (staff: Iterable<Staff>): StagePerson[] =>
  [...staff].map(({ id, name, email, locale, department }) => ({
    entraId: id,
    name,
    email,
    locale,
    department,
    title: 'Sagsbehandler',
  }));

/** Writes the CSV files that the municipality imports. */
export function writeFiles(organisation: Organisation, folder: string): void {
  const { staff, departments, pathways, absences } = organisation;
  const email = (id: string | null): string => (id === null ? '' : (staff.get(id)?.email ?? ''));
  mkdirSync(folder, { recursive: true });
  const write = (name: string, head: string, rows: readonly (readonly (string | null)[])[]): void =>
    writeFileSync(path.join(folder, name), [head, ...rows.map((row) => row.join(';')), ''].join('\n'));
  write(
    'departments.csv',
    'code;name;parent_code;manager_email;kind',
    [...departments.values()].map((one) => [
      one.code,
      `Afdeling ${one.code}`,
      one.parent,
      email(one.manager),
      one.kind,
    ]),
  );
  write(
    'people.csv',
    'entra_id;name;email;department;title;manager_email;deputy_email;hired_on;left_on;roles;locale;profession;works_on',
    [...staff.values()].map((one) => [
      one.id,
      one.name,
      one.email,
      one.department,
      'Sagsbehandler',
      '',
      email(one.deputy),
      one.hiredOn,
      one.leftOn,
      one.roles.join('|'),
      one.locale,
      '',
      one.worksOn.map((day) => WEEKDAYS[day - 1]).join('|'),
    ]),
  );
  write(
    'pathways.csv',
    'ref;alias;birth_date;department;lead_email;model;started_on;team_emails;consent_departments;consent_kind;consent_on;co_lead_email;case_numbers;ended_on;given_by',
    pathways.map((one) => [
      one.ref,
      one.token,
      one.bornOn,
      one.department,
      email(one.lead),
      one.model,
      one.startedOn,
      one.team.map(email).join('|'),
      [...departments.keys()].filter((code) => code !== 'DIR').join('|'),
      'written',
      one.startedOn,
      email(one.coLead),
      '',
      '',
      'citizen',
    ]),
  );
  write(
    'absences.csv',
    'email;from_on;to_on',
    absences.map((one) => [email(one.person), one.fromOn, one.toOn]),
  );
}
