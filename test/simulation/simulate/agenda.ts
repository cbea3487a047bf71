/** What somebody means to do at a time, in milliseconds. */
export type Act = { readonly at: number; readonly run: () => Promise<void> };

/** What people mean to do, soonest first; of the same moment as it was planned. */
export type Agenda = {
  plan(at: number, run: Act['run']): void;
  /** When the next is to happen; undefined: nothing is planned. */
  next(): number | undefined;
  /** Takes out what is to have happened by then. */
  due(at: number): Act[];
};

export function openAgenda(): Agenda {
  const acts: Act[] = [];
  return {
    plan(at, run) {
      let [low, high] = [0, acts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((acts[middle]?.at ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      acts.splice(low, 0, { at, run });
    },
    next: () => acts[0]?.at,
    due(at) {
      const later = acts.findIndex((one) => one.at > at);
      return acts.splice(0, later < 0 ? acts.length : later);
    },
  };
}
