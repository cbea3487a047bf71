import { dayOf, textOf } from '../calendar';
import { after } from '../model-text';
import type { Department, Organisation, Pathway, Staff } from './organisation';

/** Numbers from 0 to below 1. */
export type Random = () => number;

export const chance = (random: Random, share: number): boolean => random() < share;
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('There is nothing to choose from');
  return found;
}
export function shuffled<T>(random: Random, from: readonly T[]): T[] {
  return from
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const KINDS = [
  ['SOC', 'social'],
  ['JOB', 'employment'],
  ['FAM', 'family'],
  ['SKO', 'school'],
  ['SUN', 'health'],
] as const;
export const FIRST = [
  'Anna',
  'Bo',
  'Carla',
  'Ditte',
  'Emil',
  'Freja',
  'Gustav',
  'Helle',
  'Ida',
  'Jonas',
  'Kirsten',
  'Lars',
];
export const LAST = [
  'Agerskov',
  'Bjerre',
  'Dalgaard',
  'Engholm',
  'Friis',
  'Grønbæk',
  'Højlund',
  'Juhl',
  'Kjær',
  'Lynge',
];
/** A pathway's word for itself, by which a card is known that tells more than a notice may. */
const TOKEN = 'Fugl';
/** Born on days that a calendar stumbles over. */
const HARD_DAYS = ['02-29', '08-31', '05-31', '03-29', '10-25', '12-31'];

export const entraId = (n: number): string => `c1000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A municipality, the same for the same seed: a director, a manager a department with a deputy, and those who lead and take part. */
export function makeTown(o: {
  readonly random: Random;
  readonly people: number;
  readonly pathways: number;
  /** The first day of the period, and its months. */
  readonly from: string;
  readonly months: number;
}): Organisation {
  const { random } = o;
  const staff = new Map<string, Staff>();
  const add = (department: string, roles: readonly string[]): Staff => {
    const n = staff.size + 1;
    const made: Staff = {
      id: entraId(n),
      name: `${pick(random, FIRST)} ${pick(random, LAST)} ${letters(n)}`,
      email: `medarbejder.${n}@traaby.example`,
      locale: n % 20 === 0 ? 'en' : 'da',
      roles,
      department,
      worksOn:
        roles.length === 0 && chance(random, 0.2)
          ? pick(random, [
              [1, 2, 3, 4],
              [2, 3, 4],
              [1, 2, 4, 5],
            ])
          : [],
      deputy: null,
      hiredOn: '2020-01-01',
      leftOn: null,
    };
    staff.set(made.id, made);
    return made;
  };
  const director = add('DIR', ['director']);
  const departments = new Map<string, Department>([
    ['DIR', { code: 'DIR', kind: 'leadership', parent: null, manager: director.id }],
  ]);
  for (const [code, kind] of KINDS)
    departments.set(code, { code, kind, parent: 'DIR', manager: add(code, ['case_administrator']).id });
  while (staff.size < o.people) add(KINDS[staff.size % KINDS.length]?.[0] ?? 'SOC', []);
  for (const { manager, code } of departments.values()) {
    const leader = staff.get(manager);
    const deputies = [...staff.values()].filter(
      (one) => one.department === code && one.id !== manager && one.worksOn.length === 0,
    );
    if (leader && deputies.length > 0) leader.deputy = pick(random, deputies).id;
  }
  // Whoever came last sees to the onboarding.
  const last = [...staff.values()].at(-1);
  if (last) staff.set(last.id, { ...last, roles: ['onboarding_lead'] });
  const managers = new Set([...departments.values()].map((one) => one.manager));
  const workers = [...staff.values()].filter((one) => !managers.has(one.id));
  // Some lead and some take part, so that whoever leaves is mostly none who leads.
  const leads = workers.slice(0, Math.ceil(workers.length / 3));
  const pathways = Array.from({ length: o.pathways }, (_, n): Pathway => {
    const lead = pick(random, leads);
    const coLead = chance(random, 0.7) ? pick(random, leads) : lead;
    const others = workers.filter((one) => one.id !== lead.id && one.id !== coLead.id);
    const team = shuffled(random, others).slice(0, between(random, 2, 4));
    return {
      ref: `BF-${o.from.slice(0, 4)}-${String(n + 1).padStart(4, '0')}`,
      token: `${TOKEN} ${10_000 + n}`,
      bornOn: birthday(random, o),
      department: lead.department,
      startedOn: textOf(dayOf(o.from) - between(random, 10, 200)),
      model: 'ballerup',
      lead: lead.id,
      coLead: coLead.id === lead.id ? null : coLead.id,
      team: team.map((one) => one.id),
    };
  });
  return { staff, departments, pathways, absences: [] };
}

/** A name's ending that no two share, and no digit is in. */
export const letters = (n: number): string =>
  String(n)
    .split('')
    .map((digit) => 'abcdefghij'[Number(digit)])
    .join('')
    .replace(/^./, (letter) => letter.toUpperCase());

/** Two thirds turn 16, or 17 and a half, within the period; the others are of age. */
function birthday(random: Random, o: { readonly from: string; readonly months: number }): string {
  const milestone = pick(random, [16 * 12, 16 * 12, 17 * 12 + 6, 17 * 12 + 6, 0, 0]);
  if (milestone === 0)
    return `${between(random, 1965, 2000)}-${pick(random, HARD_DAYS)}`.replace(/^(\d+)-02-29$/, '$1-02-28');
  const met = after(o.from, `${between(random, 0, o.months)}m`);
  const met2 = textOf(dayOf(met) + between(random, -20, 20));
  const born = new Date(`${met2}T00:00:00Z`);
  born.setUTCMonth(born.getUTCMonth() - milestone);
  const day = born.toISOString().slice(0, 10);
  if (!chance(random, 0.25)) return day;
  const hard = `${day.slice(0, 4)}-${pick(random, HARD_DAYS)}`;
  const isDay = new Date(`${hard}T00:00:00Z`).toISOString().startsWith(hard);
  return isDay ? hard : `${day.slice(0, 4)}-02-28`;
}
