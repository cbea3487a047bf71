import { addDays, type Day } from '../time/day';

/** Days from one time that a question is asked to the next: after a wrong answer, and after each right one. */
export const SPANS = [2, 7, 30] as const;
/** Questions on one day at most. */
export const AT_ONCE = 3;

/** A question that was answered wrong. It is learnt when it has come back and been right as often as there are spans. */
export type Box = { readonly box: number; readonly dueOn: Day | null };
type Item = { readonly id: string; readonly dueOn: Day | null };

/** Answered wrong: it begins again, wherever it stood. */
export function begun(today: Day): Box {
  return { box: 0, dueOn: addDays(today, SPANS[0]) };
}

/** Answered when it came back: right goes on to the next span and after the last is learnt; wrong begins again. */
export function afterAnswer(box: number, right: boolean, today: Day): Box {
  if (!right) return begun(today);
  const span = SPANS[box + 1];
  return { box: Math.min(box + 1, SPANS.length), dueOn: span === undefined ? null : addDays(today, span) };
}

/** What is asked today, in its order: what has waited longest comes first, and never more than {@link AT_ONCE}. */
export function askedOn<One extends Item>(items: readonly One[], today: Day): readonly One[] {
  return dueBy(items, today).slice(0, AT_ONCE);
}

/**
 * What is due and has no room today waits for the days after, as many a day as are asked on one. Whoever answers does it
 * first, so that answering one of today's makes room for none.
 * @returns the items that move, each with its new day
 */
export function putOff<One extends Item>(
  items: readonly One[],
  today: Day,
): readonly { readonly id: string; readonly dueOn: Day }[] {
  return dueBy(items, today).flatMap(({ id }, at) =>
    at < AT_ONCE ? [] : [{ id, dueOn: addDays(today, Math.floor(at / AT_ONCE)) }],
  );
}

/** The first day on which anything is asked; undefined where nothing comes back. */
export function nextDay(items: readonly Item[]): Day | undefined {
  return items.flatMap(({ dueOn }) => dueOn ?? []).sort()[0];
}

function dueBy<One extends Item>(items: readonly One[], today: Day): readonly One[] {
  return items
    .filter((one) => one.dueOn !== null && one.dueOn <= today)
    .sort((one, other) => sortKey(one).localeCompare(sortKey(other)));
}

const sortKey = ({ id, dueOn }: Item): string => `${dueOn ?? ''} ${id}`;
