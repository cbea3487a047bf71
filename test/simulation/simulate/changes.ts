import { dayOf, textOf } from '../calendar';
import type { JournalWriter } from './journal-writer';
import { keyOf } from './journal-writer';
import { between, chance, pick, type Random } from './make-town';
import { type Absence, isAway, isHere, type Organisation, personEvents } from './organisation';

/** Shares of everybody, a week. */
const AWAY = 0.03;
const LEAVES = 0.0025;
const CHANGES_DEPARTMENT = 0.002;
/** Of departments, a week. */
const NEW_MANAGER = 0.012;

/**
 * What a week changes in the organisation: absences that become known, people who leave or change department, new managers.
 * The journal is written as the municipality knows it, in the moment before its files are imported.
 */
export function changeOrganisation(o: {
  readonly organisation: Organisation;
  readonly random: Random;
  readonly journal: JournalWriter;
  readonly today: string;
}): boolean {
  const { organisation, random, journal, today } = o;
  const { staff, departments, pathways } = organisation;
  const leads = new Set(pathways.flatMap(({ lead, coLead }) => [lead, coLead]));
  const managers = new Set([...departments.values()].map((one) => one.manager));
  const deputies = new Set([...staff.values()].map((one) => one.deputy));
  const at = journal.now();
  let changed = false;

  for (const { id } of staff.values()) {
    if (!isHere(organisation, id, today) || !chance(random, AWAY)) continue;
    const fromOn = textOf(dayOf(today) + between(random, 0, 20));
    const absence: Absence = { person: id, fromOn, toOn: textOf(dayOf(fromOn) + between(random, 0, 16)) };
    if ([absence.fromOn, absence.toOn].some((day) => isAway(organisation, id, day))) continue;
    organisation.absences.push(absence);
    journal.write({ type: 'absence', at, personId: id, fromOn, toOn: absence.toOn });
    changed = true;
  }
  const settled = (id: string): boolean => leads.has(id) || managers.has(id) || deputies.has(id);
  for (const one of staff.values()) {
    if (settled(one.id) || !isHere(organisation, one.id, today)) continue;
    if (chance(random, LEAVES)) {
      one.leftOn = today;
      changed = true;
      for (const owed of journal.openOnes()) if (owed.ownerId === one.id) journal.hand(keyOf(owed), null);
    } else if (chance(random, CHANGES_DEPARTMENT)) {
      one.department = pick(
        random,
        [...departments.keys()].filter((code) => code !== 'DIR'),
      );
      changed = true;
    }
  }
  for (const department of departments.values()) {
    if (department.code === 'DIR' || !chance(random, NEW_MANAGER)) continue;
    const others = [...staff.values()].filter(
      (one) => one.department === department.code && !settled(one.id) && isHere(organisation, one.id, today),
    );
    if (others.length === 0) continue;
    department.manager = pick(random, others).id;
    changed = true;
  }
  if (changed) journal.people(personEvents(organisation, at, today));
  return changed;
}
