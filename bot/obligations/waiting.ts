import type { WaitingLine, WaitingView } from '../../cards/views';
import { type Words, words } from '../../content/words/words';
import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { type Organisation, organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { toMoment } from '../time/moment';
import type { Locale } from '../turn';
import type { Registry } from './kind';
import { countOverdueUnder } from './overdue';
import { planningOf } from './planning';
import { anchorsOf } from './store';

const MOST_LINES = 12;

type Counted = { readonly obligation: Obligation; readonly rung?: string };

/** What waits for somebody: what they owe, what they have been asked about others, and what stands without an owner. */
export async function waitingView(
  unit: Unit,
  registry: Registry,
  personId: string,
  locale: Locale,
): Promise<WaitingView> {
  const own = await ownOpen(unit, personId);
  const asked = await askedUpward(unit, personId);
  const unowned = await withoutOwner(unit, personId);
  const lines = await linesOf(
    unit,
    registry,
    [...own, ...asked].map((obligation) => ({ obligation })),
    personId,
    locale,
  );
  const orphans = await linesOf(
    unit,
    registry,
    unowned.map((obligation) => ({ obligation })),
    personId,
    locale,
  );
  const pathways = new Set([...lines, ...orphans].flatMap(({ obligation }) => obligation.pathwayId ?? []));
  if (pathways.size > 0)
    unit.audit({ act: 'waiting.list', actorId: personId, matterKind: 'pathway', matterId: null, codes: [...pathways] });
  return viewOf(unit, { lines, orphans, personId, locale, as: 'asked', also: 0, overdue: 0 }, registry);
}

/** How many things wait for each of these people; for the stage and the greeting. */
export async function countWaiting(
  unit: Unit,
  registry: Registry,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const personId of personIds) {
    const rows = [...(await ownOpen(unit, personId)), ...(await askedUpward(unit, personId))];
    const lines = await linesOf(
      unit,
      registry,
      rows.map((obligation) => ({ obligation })),
      personId,
      'da',
    );
    counts.set(personId, lines.length);
  }
  return counts;
}

/**
 * The digest of a person as it is now: lines whose matter was settled, postponed or lost sight of since it was assembled
 * are gone.
 */
export async function digestView(
  unit: Unit,
  registry: Registry,
  digestId: string,
  personId: string,
  locale: Locale,
): Promise<WaitingView> {
  const { tx, tenantId } = unit;
  const rows = await tx.digestLine.findMany({
    where: { tenantId, digestId, personId, withdrawnAt: null, walkId: { not: null } },
    include: { walk: { include: { obligation: true } } },
    orderBy: { id: 'asc' },
  });
  const snoozed = await tx.snooze.findMany({ where: { tenantId, personId } });
  const isQuiet = (id: string) =>
    snoozed.some((one) => one.obligationId === id && dayFromDate(one.untilOn) > unit.today);
  const told = rows.flatMap((row): Counted[] => {
    const walk = row.walk;
    if (!walk || walk.how === 'void' || walk.obligation.closedAt !== null || walk.obligation.pausedOn !== null)
      return [];
    return isQuiet(walk.obligationId) ? [] : [{ obligation: walk.obligation, rung: walk.rung }];
  });
  const lines = [
    ...(await linesOf(unit, registry, told, personId, locale)),
    ...(await noticesOf(unit, registry, digestId, personId, locale)),
  ];
  const others = (await ownOpen(unit, personId)).filter(
    (one) => one.nature === 'duty' && !told.some((line) => line.obligation.id === one.id),
  );
  // What there is nothing to say of yet does not wait: the record of a meeting that is still ahead.
  const also = await linesOf(
    unit,
    registry,
    others.map((obligation) => ({ obligation })),
    personId,
    locale,
  );
  const overdue = (await countOverdueUnder(unit, personId)) ?? 0;
  return viewOf(unit, { lines, orphans: [], personId, locale, as: 'digest', also: also.length, overdue });
}

type Drawn = {
  /** Null for a notice, which nobody owes. */
  readonly obligation: Obligation | null;
  readonly group: string;
  readonly line: WaitingLine;
};
type Owed = Drawn & { readonly obligation: Obligation };

/** Lines about what nobody owes: to whoever rests in a pathway, that there was a meeting. */
async function noticesOf(
  unit: Unit,
  registry: Registry,
  digestId: string,
  personId: string,
  locale: Locale,
): Promise<Drawn[]> {
  const rows = await unit.tx.digestLine.findMany({
    where: { tenantId: unit.tenantId, digestId, personId, withdrawnAt: null, walkId: null },
    orderBy: { id: 'asc' },
  });
  const drawn: Drawn[] = [];
  for (const { noticeId, matterId } of rows) {
    if (noticeId === null || matterId === null) continue;
    const line = await registry.notices.get(noticeId)?.(unit, { personId, locale, matterId });
    if (!line) continue;
    const mark = `notice/${noticeId}/${matterId}/1`;
    drawn.push({
      obligation: null,
      group: line.group,
      line: { mark, text: line.text, ...(line.action ? { action: line.action } : {}) },
    });
  }
  return drawn;
}

async function linesOf(
  unit: Unit,
  registry: Registry,
  counted: readonly Counted[],
  personId: string,
  locale: Locale,
): Promise<Owed[]> {
  const plannings = await planningOf(
    unit,
    registry,
    counted.map((one) => one.obligation),
  );
  const drawn: Owed[] = [];
  for (const [at, planning] of plannings.entries()) {
    const { obligation } = planning;
    // An orphan is seen by the manager who settles it, who need not be in the pathway.
    if (!planning.facts.owed || (obligation.ownerId !== null && !planning.facts.maySee(personId))) continue;
    // By place: whoever is two of its audiences is told of one obligation by two rungs in one morning.
    const rung = counted[at]?.rung;
    const line = await registry.kinds
      .get(obligation.kind)
      ?.line(unit, { personId, locale, obligation, ...(rung ? { rung } : {}) });
    if (!line) continue;
    const mark = `${obligation.kind}/${rung ?? 'asked'}/${obligation.matterId}/${obligation.round}`;
    drawn.push({
      obligation,
      group: line.group,
      line: { mark, text: line.text, ...(line.action ? { action: line.action } : {}) },
    });
  }
  return drawn
    .map((one) => ({ one, at: soonest(unit, one.obligation) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ one }) => one);
}

/** The nearest date that matters, for the order: when it is due or its meeting is, else when it is next looked at. Sorts as text. */
function soonest(unit: Unit, obligation: Obligation): string {
  if (obligation.dueOn !== null) return dayFromDate(obligation.dueOn);
  return anchorsOf(obligation).meeting ?? toMoment(obligation.nextAt ?? obligation.openedAt, unit.policy.zone);
}

async function viewOf(
  unit: Unit,
  made: {
    lines: readonly Drawn[];
    orphans: readonly Owed[];
    personId: string;
    locale: Locale;
    as: WaitingView['as'];
    also: number;
    overdue: number;
  },
  registry?: Registry,
): Promise<WaitingView> {
  const org = await organisation(unit);
  const shown = made.lines.slice(0, MOST_LINES);
  const titles = [...new Set(shown.map((one) => one.group))];
  const snoozable = made.lines.flatMap(({ obligation, line }) =>
    obligation !== null &&
    (unit.ladders.get(obligation.ladder)?.snoozeDays ?? 0) > 0 &&
    obligation.ownerId === made.personId
      ? [{ obligationId: obligation.id, text: line.text }]
      : [],
  );
  const all = words(made.locale);
  return {
    name: firstName(org.people.get(made.personId)?.name ?? ''),
    as: made.as,
    groups: titles.map((title) => ({
      title,
      lines: shown.filter((one) => one.group === title).map((one) => one.line),
    })),
    more: made.lines.length - shown.length,
    also: made.also,
    overdue: made.overdue,
    snoozable,
    unowned: made.orphans.map((one) => ({
      ...one.line,
      ...actionFor(one.obligation, registry, all),
      text: all.lines.unowned({ what: all.owed[one.obligation.kind] ?? one.line.text, ref: one.group }),
    })),
  };
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

function ownOpen(unit: Unit, personId: string): Promise<Obligation[]> {
  return unit.tx.obligation.findMany({
    where: { tenantId: unit.tenantId, ownerId: personId, closedAt: null, nature: { not: 'timer' } },
    orderBy: { openedAt: 'asc' },
  });
}

/** Open obligations of others that this person was told of upward: asked to help, in so many words. */
async function askedUpward(unit: Unit, personId: string): Promise<Obligation[]> {
  return unit.tx.obligation.findMany({
    where: {
      tenantId: unit.tenantId,
      closedAt: null,
      NOT: { ownerId: personId },
      rungWalkObligation: { some: { personId, how: { in: ['told', 'listed'] }, audience: { not: 'owner' } } },
    },
    orderBy: { openedAt: 'asc' },
  });
}

/** What a manager does about something without an owner: gives it on, or finds a lead; else what the kind itself offers. */
function actionFor(
  { id, kind, ownerRole, pathwayId }: Obligation,
  registry: Registry | undefined,
  all: Words,
): Pick<WaitingLine, 'action'> {
  if (registry?.kinds.get(kind)?.orphan)
    return { action: { title: all.orphan.open, verb: 'orphan.open', input: { obligation: id } } };
  if (registry?.findsLead !== undefined && ownerRole === 'lead' && pathwayId !== null)
    return { action: { title: all.orphan.findLead, verb: registry.findsLead, input: { pathway: pathwayId } } };
  return {};
}

/** What nobody owns, of people or pathways that this person leads. */
async function withoutOwner(unit: Unit, personId: string): Promise<Obligation[]> {
  const org = await organisation(unit);
  const rows = await unit.tx.obligation.findMany({
    where: { tenantId: unit.tenantId, ownerId: null, closedAt: null, nature: { not: 'timer' } },
    include: { pathway: { select: { departmentId: true } } },
    orderBy: { openedAt: 'asc' },
  });
  return rows.filter((row) => settlesOrphan(departmentOfOrphan(row, row.pathway, org), personId, org));
}

/** Whose it was is still in the key: the department that must settle it is that person's, else the pathway's. */
export const departmentOfOrphan = (
  row: Pick<Obligation, 'ownerKey'>,
  pathway: { readonly departmentId: string } | null,
  org: Organisation,
): string | undefined => org.people.get(row.ownerKey)?.departmentId ?? pathway?.departmentId;

/** Whether somebody settles what stands without an owner in a department: its manager, or who answers for them. */
export function settlesOrphan(departmentId: string | undefined, personId: string, org: Organisation): boolean {
  const nearest = departmentId === undefined ? undefined : org.managerOfDepartment(departmentId);
  return nearest !== undefined && [nearest, org.atWorkFor(nearest)].includes(personId);
}
