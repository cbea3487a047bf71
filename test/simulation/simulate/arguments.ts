import { parseArgs } from 'node:util';

/** What a run can be given a fault of, for the checker to find. */
export const PLANTS = ['missed', 'needless', 'doubled', 'late', 'unseen', 'leaked'] as const;
/** A manager is told that somebody is late with an introduction that is done. */
export const TOLD_WHEN_DONE = 'told-when-done';
export type Plant = (typeof PLANTS)[number] | typeof TOLD_WHEN_DONE;

export type Wanted = {
  readonly months: number;
  readonly people: number;
  readonly pathways: number;
  readonly seed: number;
  readonly restarts: boolean;
  readonly plant: Plant | null;
};

/** What the command line asks for. Throws an Error that says what is wrong with it. */
export function readArguments(
  argv: readonly string[],
): Wanted & { readonly json: boolean; readonly journal: string | undefined } {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      months: { type: 'string', default: '12' },
      people: { type: 'string', default: '90' },
      pathways: { type: 'string', default: '60' },
      seed: { type: 'string', default: '7' },
      restarts: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      plant: { type: 'string' },
      journal: { type: 'string' },
    },
  });
  const count = (name: 'months' | 'people' | 'pathways' | 'seed', least: number): number => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < least) throw new Error(`--${name} is a whole number from ${least} on`);
    return number;
  };
  const plants: readonly Plant[] = [...PLANTS, TOLD_WHEN_DONE];
  const plant = plants.find((one) => one === values.plant) ?? null;
  if (values.plant !== undefined && plant === null) throw new Error(`--plant is one of ${plants.join(', ')}`);
  return {
    months: count('months', 1),
    people: count('people', 20),
    pathways: count('pathways', 1),
    seed: count('seed', 0),
    restarts: values.restarts,
    json: values.json,
    journal: values.journal,
    plant,
  };
}
