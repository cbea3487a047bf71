import type { GroundFormView, GroundInput } from '../../cards/pathways/ground-form';
import type { GroundsView } from '../../cards/pathways/grounds';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { eighteenthBirthday } from '../time/coming-of-age';
import { externalsOf } from './externals';
import { groundsOf, linesOf } from './ground-lines';
import { aliasOf, bornOnOf, type PathwayWithTeam, standingsIn } from './standing';

/** The list of grounds, for somebody who may see the pathway; seeing it is written down. */
export async function groundsView(unit: Unit, known: PathwayWithTeam, personId: string): Promise<GroundsView> {
  const org = await organisation(unit);
  const { pathway } = known;
  const rows = await groundsOf(unit, pathway.id);
  const lines = await linesOf(unit, known, rows);
  const standings = standingsIn(known, personId, org);
  const open = pathway.status === 'open';
  return {
    pathwayId: pathway.id,
    ref: pathway.ref,
    alias: aliasOf(unit, pathway),
    lacking: await lackingOf(unit, known),
    holds: lines.filter((one) => one.state === 'holds'),
    past: lines.filter((one) => one.state !== 'holds'),
    mayRegister: open && may('ground.register', standings),
    mayWithdraw: may('ground.withdraw', standings),
  };
}

/** Departments of the team, with who is in it from there, and externals of it, that no lasting ground reaches. */
async function lackingOf(unit: Unit, known: PathwayWithTeam): Promise<GroundsView['lacking']> {
  const org = await organisation(unit);
  const byDepartment = new Map<string, string[]>();
  for (const id of known.seats) {
    const person = org.people.get(id);
    if (!person || !org.isHere(id) || known.grounds.has(person.departmentId)) continue;
    byDepartment.set(person.departmentId, [...(byDepartment.get(person.departmentId) ?? []), person.name]);
  }
  const externals = await externalsOf(
    unit,
    known.externals.filter((id) => !known.externalGrounds.has(id)),
  );
  const departments = [...byDepartment].map(([id, who]) => ({
    name: org.departments.get(id)?.name ?? '',
    who: who.sort((a, b) => a.localeCompare(b, 'da')),
  }));
  return [...departments, ...[...externals.values()].map((one) => ({ name: one.name, who: [one.role] }))].sort((a, b) =>
    a.name.localeCompare(b.name, 'da'),
  );
}

/** The form, with those of the team who lack ground chosen already; what was typed stands as it was typed. */
export async function groundFormView(
  unit: Unit,
  known: PathwayWithTeam,
  asked: {
    readonly form: string;
    readonly typed?: Readonly<Partial<Record<GroundInput, string>>>;
    readonly faults?: Readonly<Record<string, string>>;
  },
): Promise<GroundFormView> {
  const org = await organisation(unit);
  const { pathway } = known;
  const invited = await unit.tx.invitation.findMany({
    where: { tenantId: unit.tenantId, meeting: { pathwayId: pathway.id, status: 'called' } },
    select: { departmentId: true },
  });
  const near = new Set([
    ...known.seats.flatMap((id) => (org.isHere(id) ? (org.people.get(id)?.departmentId ?? []) : [])),
    ...invited.map((one) => one.departmentId),
  ]);
  const departments = [...org.departments.values()]
    .filter((one) => one.id !== pathway.departmentId)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
  const externals = await externalsOf(unit, known.externals);
  const bornOn = bornOnOf(unit, pathway);
  const birthday = bornOn === null ? null : eighteenthBirthday(bornOn);
  const lacking = (ids: readonly string[], reached: ReadonlySet<string>) =>
    ids.filter((id) => !reached.has(id)).join(',');
  const proposed: Partial<Record<GroundInput, string>> = {
    kind: 'written',
    given: 'citizen',
    departments: lacking(
      [...near].filter((id) => id !== pathway.departmentId),
      known.grounds,
    ),
    externals: lacking(known.externals, known.externalGrounds),
  };
  const values = asked.typed ?? proposed;
  const value = (input: GroundInput) => values[input] ?? '';
  return {
    pathwayId: pathway.id,
    form: asked.form,
    ref: pathway.ref,
    alias: aliasOf(unit, pathway),
    departments: departments.filter((one) => near.has(one.id)),
    others: departments.filter((one) => !near.has(one.id)),
    externals: [...externals.values()].map(({ id, name, role }) => ({ id, name: `${name}, ${role}` })),
    age: birthday === null ? 'unknown' : birthday <= unit.today ? 'adult' : { birthday },
    today: unit.today,
    values: {
      kind: value('kind'),
      given: value('given'),
      law: value('law'),
      departments: value('departments'),
      externals: value('externals'),
      others: value('others'),
      until: value('until'),
      born: value('born'),
    },
    faults: asked.faults ?? {},
  };
}
