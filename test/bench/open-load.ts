import { setTimeout as pause } from 'node:timers/promises';
import { type Quantiles, quantiles } from './quantiles';

export type Act = { readonly kind: string; run(): Promise<void> };

export type LoadResult = {
  readonly offered: number;
  readonly all: Quantiles;
  readonly byKind: ReadonlyMap<string, Quantiles>;
  readonly errors: readonly string[];
  /** How late the generator itself was at most, ms: large means that the machine was too busy to measure on. */
  readonly generatorLateMs: number;
};

/**
 * Starts an act at fixed times, whether or not earlier ones were answered. What an act took counts from when it was meant
 * to start, so that a bot that stalls is charged for everybody who waited meanwhile.
 */
export async function openLoad(o: {
  readonly perSecond: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  next(n: number): Act;
}): Promise<LoadResult> {
  const warmUps = o.perSecond * o.warmUpSeconds;
  const total = warmUps + o.perSecond * o.seconds;
  const took: { kind: string; ms: number }[] = [];
  const errors: string[] = [];
  const running: Promise<void>[] = [];
  let generatorLateMs = 0;
  const began = performance.now();
  for (let n = 0; n < total; n += 1) {
    const meantAt = began + (n * 1_000) / o.perSecond;
    const wait = meantAt - performance.now();
    if (wait > 0) await pause(wait);
    const measured = n >= warmUps;
    if (measured) generatorLateMs = Math.max(generatorLateMs, performance.now() - meantAt);
    const act = o.next(n);
    const one = act.run().then(
      () => {
        if (measured) took.push({ kind: act.kind, ms: performance.now() - meantAt });
      },
      (fault: unknown) => void errors.push(`${act.kind}: ${fault instanceof Error ? fault.message : String(fault)}`),
    );
    running.push(one);
  }
  await Promise.all(running);
  const kinds = [...new Set(took.map(({ kind }) => kind))].sort();
  const of = (kind: string) => took.filter((one) => one.kind === kind).map(({ ms }) => ms);
  return {
    offered: total - warmUps,
    all: quantiles(took.map(({ ms }) => ms)),
    byKind: new Map(kinds.map((kind) => [kind, quantiles(of(kind))])),
    errors,
    generatorLateMs,
  };
}
