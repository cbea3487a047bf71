/** The members of a circle in the order in which each leads to the next; the first leads back from the last. */
export type Circled<T> = readonly [T, ...T[]];

/** Every circle among things of which each leads to at most one other; each circle once, beginning with its first member in `all`. */
export function findCircles<T>(all: readonly T[], next: (one: T) => T | undefined): Circled<T>[] {
  const walked = new Set<T>();
  const circles: Circled<T>[] = [];
  const order = new Map(all.map((one, at) => [one, at]));
  for (const start of all) {
    const path: T[] = [];
    let at: T | undefined = start;
    while (at !== undefined && !walked.has(at)) {
      walked.add(at);
      path.push(at);
      at = next(at);
    }
    // Whoever was walked before this path began has shown its circle already.
    const entry = at === undefined ? -1 : path.indexOf(at);
    if (entry >= 0) circles.push(fromFirst(path.slice(entry), order));
  }
  return circles;
}

function fromFirst<T>(circle: readonly T[], order: ReadonlyMap<T, number>): Circled<T> {
  const places = circle.map((one) => order.get(one) ?? 0);
  const first = places.indexOf(Math.min(...places));
  return [...circle.slice(first), ...circle.slice(0, first)] as unknown as Circled<T>;
}
