import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

/*
 * Draws the app's two pictures from their SVG, in the sizes that Teams asks for. Needs Chromium (CHROMIUM, else
 * /usr/bin/chromium). The pictures lie in the repository: only whoever changes the mark needs this.
 */

const folder = path.resolve(__dirname, '..', 'appPackage');

async function draw(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const { name, size } of [
      { name: 'color', size: 192 },
      { name: 'outline', size: 32 },
    ]) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const svg = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
      await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
      writeFileSync(path.join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

draw().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
