import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { WAIT_MS } from './wait';

const USUAL = '/usr/bin/chromium';

/** How large a window is, in CSS pixels: at a desk, or on a phone. */
export const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof SIZES;

/** Starts the browser. Throws, with what to do, when there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? USUAL;
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. On Debian: apt-get install -y --no-install-recommends chromium. Elsewhere, name yours: CHROMIUM=/path/to/chromium npm run e2e`,
    );
  }
  return chromium.launch({
    executablePath,
    // Without a sandbox, since CI runs as root; pages of other hosts are never opened (see openContext).
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    // How a date looks in its field goes by the program's language, not the page's.
    env: { ...process.env, LANGUAGE: 'da', LANG: 'da_DK.UTF-8' },
  });
}

/** A window of its own, with its own memory, in Denmark. Nothing but this machine can be reached from it. */
export async function openContext(browser: Browser, size: Size): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    hasTouch: size === 'phone',
  });
  context.setDefaultTimeout(WAIT_MS);
  context.setDefaultNavigationTimeout(4 * WAIT_MS);
  await context.route(
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
    (route) => route.abort(),
  );
  return context;
}
