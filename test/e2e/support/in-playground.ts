import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openContext } from './chromium';
import { type Client, makePerson, type Person } from './person';
import { openAlbum } from './pictures';
import { freePorts, type Program, startProgram } from './program';
import { WAIT_MS } from './wait';

export type Playgrounds = {
  /** In the order in which they were named. */
  readonly people: readonly Person[];
  close(): Promise<void>;
};

/**
 * `npm run playground` for these people (the names before the @ of their addresses), begun anew, with a window open for
 * each. Rejects when Microsoft's tool cannot be had: its scenes are never skipped.
 */
export async function openPlaygrounds(scene: string, names: readonly string[]): Promise<Playgrounds> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rod-traad-e2e-'));
  const port = await freePorts(names.length + 2);
  const album = openAlbum(`playground/${scene}`);
  let program: Program | undefined;
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await program?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    browser = await launchChromium();
    program = await startProgram({
      file: path.resolve('playground/main.ts'),
      args: ['--yes', '--people', names.join(',')],
      env: { DATA_DIR: dataDir, PORT: String(port), PLAYGROUND_PORT: String(port + 1), LOG_LEVEL: 'error' },
    });
    const people: Person[] = [];
    for (const [at, name] of names.entries()) {
      const page = await openWindow(browser, `http://127.0.0.1:${port + 2 + at}`);
      const [first = name] = name.split('.');
      people.push(makePerson({ name: first, client: clientOf(page), album }));
    }
    return { people, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** Resolves once the bot has greeted whoever sits there. */
async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await (await openContext(browser, 'desk')).newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'Hide log panel' }).click({ timeout: 4 * WAIT_MS });
  await page
    .getByText(/^Hej \p{L}+\.$/u)
    .first()
    .waitFor({ timeout: 4 * WAIT_MS });
  return page;
}

function clientOf(page: Page): Client {
  return {
    page,
    chat: page.locator('body'),
    box: page.locator('[role="textbox"][contenteditable="true"]').first(),
    send: page.getByRole('button', { name: 'Send Message' }),
    last: page.getByRole('button', { name: 'Send Message' }),
    narrowest: 560,
    choose: async (field, option) => {
      await field.click();
      await page.getByRole('option', { name: option, exact: true }).first().click();
    },
    // What is typed counts when it is entered; the calendar that opens would cover what comes below.
    setMoment: async (field, value) => {
      await field.fill(value);
      await field.press('Enter');
      await field.press('Escape');
    },
  };
}
