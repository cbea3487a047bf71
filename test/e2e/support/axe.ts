import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds that shuts somebody out of the page, each as the rule and where. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return violations.flatMap(({ id, help, nodes }) => nodes.map((one) => `${id} (${help}): ${one.target.join(' ')}`));
}
