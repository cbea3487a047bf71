/**
 * Steps of one story: each goes on where the one before stopped, so once one has failed, the rest fail at once, without
 * waiting for what cannot come.
 */
export function makeSteps(): (what: string, step: () => Promise<void>) => void {
  let broken: string | undefined;
  return (what, step) =>
    test(what, async () => {
      if (broken !== undefined) throw new Error(`The story stopped at »${broken}«`);
      broken = what;
      await step();
      broken = undefined;
    });
}
