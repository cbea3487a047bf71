import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { type Day, dayFromDate } from '../time/day';
import { allSamples } from './samples';

/** A sample as the list of them tells it: when it was drawn, of which days, and what came of it. */
export type ListedSample = {
  readonly n: number;
  readonly at: Date;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly rows: number;
  /** Null while it is open. */
  readonly signed: { readonly by: string; readonly at: Date; readonly closer: number } | null;
  /** The last day to sign it off; null once it is. */
  readonly dueOn: Day | null;
  readonly overdue: boolean;
};

/** All samples of a municipality's audit log, the oldest first. */
export async function listSamples(unit: Unit): Promise<readonly ListedSample[]> {
  const { tx, tenantId, today } = unit;
  const org = await organisation(unit);
  const open = await tx.obligation.findMany({
    where: { tenantId, kind: 'audit-sample', closedAt: null },
    select: { matterId: true, dueOn: true },
  });
  return (await allSamples(unit)).map(({ sample, rows, signOff }) => {
    const due = open.find((one) => one.matterId === sample.id)?.dueOn ?? null;
    const dueOn = due === null ? null : dayFromDate(due);
    return {
      n: sample.n,
      at: sample.at,
      fromOn: dayFromDate(sample.fromOn),
      toOn: dayFromDate(sample.toOn),
      rows: rows.length,
      signed: signOff && {
        by: org.people.get(signOff.byId)?.name ?? '?',
        at: signOff.at,
        closer: signOff.closer.length,
      },
      dueOn,
      overdue: signOff === null && dueOn !== null && dueOn < today,
    };
  });
}
