import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { type Day, dayFromDate } from '../time/day';
import type { CalledKind } from './read-programs';
import { onboardings } from './store';

export type Ripe = { readonly personId: string; readonly stepKey: string; readonly opensOn: Day };

/**
 * Whom a class, a dialogue meeting, supervision or a learning day can be called for: new colleagues with an open step of this
 * kind that has opened, whoever has waited longest first. Everybody has one line at most, for the step that opened first.
 */
export async function ripeFor(unit: Unit, kind: CalledKind): Promise<Ripe[]> {
  const org = await organisation(unit);
  const runs = await unit.tx.programRun.findMany({
    where: { tenantId: unit.tenantId, status: 'open' },
    select: { id: true },
  });
  const all = await onboardings(
    unit,
    runs.map((one) => one.id),
  );
  const ripe = [...all.values()].flatMap(({ run, steps }): Ripe[] => {
    const first = steps
      .filter(({ row, step }) => step.kind === kind && row.status === 'open')
      .map(({ row }) => ({ personId: run.personId, stepKey: row.key, opensOn: dayFromDate(row.opensOn) }))
      .filter((one) => one.opensOn <= unit.today)
      .sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1))[0];
    return first && org.isHere(run.personId) ? [first] : [];
  });
  return ripe.sort((a, b) => a.opensOn.localeCompare(b.opensOn) || a.personId.localeCompare(b.personId));
}
