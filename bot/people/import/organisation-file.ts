import type { Day, Weekday } from '../../time/day';

/** What the files of an organisation import say, checked. People are named by their e-mail in small letters, departments by their code. */
export type ImportedOrganisation = {
  readonly departments: readonly ImportedDepartment[];
  readonly people: readonly ImportedPerson[];
  readonly pathways: readonly ImportedPathway[];
  /** Null when the folder has no such file: then what is known stays. */
  readonly absences: readonly ImportedAbsence[] | null;
  /** Null when the folder has no such file: then what is known stays. */
  readonly closures: readonly ImportedClosure[] | null;
};

export type ImportedDepartment = {
  readonly code: string;
  readonly name: string;
  readonly kind: DepartmentKind;
  readonly parentCode: string | null;
  readonly managerEmail: string | null;
};

export type ImportedPerson = {
  readonly entraId: string;
  readonly name: string;
  readonly email: string;
  readonly departmentCode: string;
  readonly title: string;
  readonly managerEmail: string | null;
  readonly deputyEmail: string | null;
  readonly profession: string | null;
  /** ISO weekdays in order; empty: every weekday. */
  readonly worksOn: readonly Weekday[];
  readonly hiredOn: Day | null;
  /** The first day on which the person is no longer there. */
  readonly leftOn: Day | null;
  readonly roles: readonly Role[];
  readonly locale: 'da' | 'en';
};

export type ImportedPathway = {
  readonly ref: string;
  readonly alias: string;
  readonly bornOn: Day | null;
  readonly departmentCode: string;
  readonly leadEmail: string | null;
  readonly coLeadEmail: string | null;
  readonly model: Model;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  /** The team without lead and co-lead. */
  readonly teamEmails: readonly string[];
  readonly ground: ImportedGround | null;
  readonly caseNumbers: readonly { readonly system: string; readonly value: string }[];
};

export type ImportedGround = {
  readonly kind: GroundKind;
  readonly departmentCodes: readonly string[];
  readonly notedOn: Day;
  readonly givenBy: GivenBy | null;
};

/** Both ends included. */
export type ImportedAbsence = { readonly email: string; readonly fromOn: Day; readonly toOn: Day };

/** Both ends included; without a department the whole house is closed. */
export type ImportedClosure = { readonly departmentCode: string | null; readonly fromOn: Day; readonly toOn: Day };

export const DEPARTMENT_KINDS = ['employment', 'social', 'family', 'school', 'health', 'leadership', 'other'] as const;
export const ROLES = ['director', 'onboarding_lead', 'case_administrator', 'administrator'] as const;
export const LOCALES = ['da', 'en'] as const;
export const GROUND_KINDS = ['oral', 'written', 'law'] as const;
export const GIVEN_BY = ['citizen', 'custody-holder', 'young-person'] as const;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const MODELS = [
  'ballerup',
  'halsnaes',
  'tfa',
  'step-up',
  'borgerkonference',
  'styrket-helhed',
  'myndighedsteam',
  'familieplan',
] as const;

type DepartmentKind = (typeof DEPARTMENT_KINDS)[number];
type Role = (typeof ROLES)[number];
type Model = (typeof MODELS)[number];
type GroundKind = (typeof GROUND_KINDS)[number];
type GivenBy = (typeof GIVEN_BY)[number];
