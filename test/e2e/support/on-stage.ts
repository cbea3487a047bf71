import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium, openContext, type Size } from './chromium';
import { type Client, makePerson, type Person } from './person';
import { openAlbum } from './pictures';
import { freePorts, type Program, startProgram } from './program';
import { WAIT_MS } from './wait';

export type Stage = {
  readonly url: string;
  readonly browser: Browser;
  /** Opens a window in which nobody has been chosen yet. */
  visits(name: string, size: Size): Promise<Person>;
  /** Opens a window in which somebody sits at their chat. */
  sits(fullName: string, size: Size): Promise<Person>;
  /** Moves the business clock on from somebody's window, as its own part of the page does. */
  movesClock(person: Person, to: { readonly day: string; readonly time: string }): Promise<void>;
  /** Ctrl-C in the terminal, and `npm run demo` again. */
  restarts(): Promise<void>;
  close(): Promise<void>;
};

/** The demo in a folder of its own, begun anew, and a browser before it. `scene` names its pictures. */
export async function openStage(scene: string): Promise<Stage> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rod-traad-e2e-'));
  const port = await freePorts(3);
  const env = { DATA_DIR: dataDir, PORT: String(port), STAGE_PORT: String(port + 1), LOG_LEVEL: 'error' };
  const start = () => startProgram({ file: path.resolve('stage/demo.ts'), env });
  const url = `http://127.0.0.1:${port + 1}`;
  const album = openAlbum(`stage/${scene}`);
  let demo: Program | undefined;
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    browser = await launchChromium();
    demo = await start();
  } catch (fault) {
    await close();
    throw fault;
  }
  const opened = browser;
  const opens = async (size: Size) => {
    const page = await (await openContext(opened, size)).newPage();
    await page.goto(url);
    return page;
  };
  return {
    url,
    browser: opened,
    close,
    async visits(name, size) {
      const page = await opens(size);
      return makePerson({ name: `${name}-${size}`, client: clientOf(page, page.locator('body'), ''), album });
    },
    async sits(fullName, size) {
      const page = await opens(size);
      const chat = await openChat(page, fullName);
      const [name = fullName] = fullName.split(' ');
      return makePerson({ name: `${name.toLowerCase()}-${size}`, client: clientOf(page, chat, fullName), album });
    },
    async movesClock({ page }, { day, time }) {
      await show(page, 'Ur og log');
      const clock = page.getByRole('complementary');
      await clock.getByLabel('Dato').fill(day);
      await clock.getByLabel('Kl.').fill(time);
      await clock.getByRole('button', { name: 'Til en dato' }).click();
      await clock.getByText(/sendt på vejen|Ingen beskeder på vejen/).waitFor({ timeout: 4 * WAIT_MS });
      await show(page, 'Chat');
    },
    async restarts() {
      await demo?.stop();
      demo = undefined;
      demo = await start();
    },
  };
}

/** A narrow window shows one part of the page at a time. */
async function show(page: Page, part: 'Personer' | 'Chat' | 'Ur og log'): Promise<void> {
  const choice = page.getByRole('navigation', { name: 'Vælg del af siden' }).getByRole('button', { name: part });
  if (await choice.isVisible()) await choice.click();
}

async function openChat(page: Page, fullName: string): Promise<Locator> {
  const people = page.getByRole('navigation', { name: 'Personer' });
  await people
    .or(page.getByRole('navigation', { name: 'Vælg del af siden' }))
    .first()
    .waitFor({ timeout: 4 * WAIT_MS });
  await show(page, 'Personer');
  await people.getByRole('button', { name: fullName }).click({ timeout: 4 * WAIT_MS });
  const chat = page.getByRole('region', { name: `Chat mellem ${fullName} og Rød Tråd` });
  await chat
    .getByRole('log')
    .getByRole('listitem')
    .first()
    .waitFor({ timeout: 4 * WAIT_MS });
  return chat;
}

function clientOf(page: Page, chat: Locator, fullName: string): Client {
  return {
    page,
    chat,
    box: chat.getByLabel(`Skriv til Rød Tråd som ${fullName}`),
    send: chat.getByRole('button', { name: 'Send', exact: true }),
    // Not any list item: a card may have a list of its own.
    last: chat.getByRole('log').locator('> ol > li').last(),
    narrowest: 360,
    choose: async (field, option) => {
      if (typeof option === 'string') await field.selectOption({ label: option });
      else await field.selectOption(await field.locator('option').filter({ hasText: option }).first().elementHandle());
    },
    setMoment: (field, value) => field.fill(value),
  };
}
