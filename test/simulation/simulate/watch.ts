import type { Life } from './house';

type Seen = { readonly kind: string; readonly matterId: string; readonly round: number; readonly ownerKey: string };

/** Sees the house's own deadlines go off, and what it gives on for somebody who left, in each life of the bot: no card shows it. */
export function watchLife(
  life: Life,
  on: { deadline(seen: Seen & { readonly verb: string; readonly at: string }): void; inherits(seen: Seen): void },
): void {
  for (const kind of life.app.engine.registry.kinds.values()) {
    const { deadlines, inherit } = kind;
    for (const [verb, act] of Object.entries(deadlines))
      Object.assign(deadlines, {
        [verb]: async (...[unit, obligation]: Parameters<typeof act>) => {
          await act(unit, obligation);
          on.deadline({ ...obligation, verb, at: unit.now.toISOString() });
        },
      });
    if (inherit)
      Object.assign(kind, {
        inherit: async (...[unit, obligation]: Parameters<typeof inherit>) => {
          await inherit(unit, obligation);
          on.inherits(obligation);
        },
      });
  }
}
