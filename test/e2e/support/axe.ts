import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds that shuts somebody out of the page, each as the rule and where. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A text that fades in is as hard to read as it looks only for a moment; what never ends is not waited for.
  await page.evaluate(`Promise.all(document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
    .map((one) => one.finished.catch(() => undefined)))`);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return violations.flatMap(({ id, help, nodes }) => nodes.map((one) => `${id} (${help}): ${one.target.join(' ')}`));
}
