import type { Locator, Page } from 'playwright-core';
import type { Album } from './pictures';
import { WAIT_MS } from './wait';

/** Taller than any card. */
const TALL = 1_800;
const MOST_PRESSES = 3;
/** Longer than Teams waits for the answer to a press. */
const PRESS_LOST_MS = 6_000;

/** What differs between the clients in which a person sits. */
export type Client = {
  readonly page: Page;
  /** The part of the page that is this person's chat. */
  readonly chat: Locator;
  /** Where they write, and what sends it. */
  readonly box: Locator;
  readonly send: Locator;
  /** What stands last in the chat. */
  readonly last: Locator;
  /** How narrow its window can be, in CSS pixels, without cutting its own page off. */
  readonly narrowest: number;
  /** Picks an option of a list that opens, by its name or by how that begins. */
  choose(field: Locator, option: string | RegExp): Promise<void>;
  /** Puts a date (`2026-12-16`) or a time (`13:00`) into its field. */
  setMoment(field: Locator, value: string): Promise<void>;
};

/** Somebody at their chat, in any client. Everything waits until it can be done or seen, and says what stood there when not. */
export type Person = {
  readonly page: Page;
  /** Writes to Rød Tråd. */
  writes(text: string): Promise<void>;
  /** Presses the newest button of that name. */
  presses(button: string): Promise<void>;
  /** Presses a button that opens a form with that field; once more where the card was drawn anew under the press. */
  opens(button: string, label: string): Promise<void>;
  /** Presses it twice as fast as a mouse can. */
  pressesTwice(button: string): Promise<void>;
  fills(label: string, text: string): Promise<void>;
  /** `2026-12-16` into a date, `13:00` into a time. */
  sets(label: string, value: string): Promise<void>;
  chooses(label: string, option: string): Promise<void>;
  /** In a list that opens, the first option that begins so. */
  choosesWhat(label: string, begins: string): Promise<void>;
  ticks(label: string): Promise<void>;
  unticks(label: string): Promise<void>;
  /** All of it stands in the chat, in this order of looking. */
  sees(...texts: readonly string[]): Promise<void>;
  /** None of it stands in the chat. */
  doesNotSee(...texts: readonly string[]): Promise<void>;
  /** There is a button of that name to press; or none. */
  canPress(button: string): Promise<void>;
  cannotPress(button: string): Promise<void>;
  /** All that stands in the chat. */
  hears(): Promise<string>;
  /** What stands in a field of the newest form. */
  reads(label: string): Promise<string>;
  /** Keeps a picture: as it looks, in a window made as tall as it takes, or in a narrow one. */
  shows(what: string, how?: 'tall' | 'narrow'): Promise<void>;
};

/** A person's verbs in a client; `name` is what the pictures call them. */
export function makePerson(o: { readonly name: string; readonly client: Client; readonly album: Album }): Person {
  const { name, client, album } = o;
  const { page, chat } = client;
  const newest = (all: Locator) => all.filter({ visible: true }).last();
  const button = (title: string) => newest(chat.getByRole('button', { name: title, exact: true }));
  // A required field's label carries a star.
  const field = (label: string) => newest(chat.getByLabel(new RegExp(`^${escaped(label)}(?: ?\\*)?$`)));
  const text = (words: string) => newest(chat.getByText(words));
  const timeout = WAIT_MS;

  /** A failure says who, what, and what their chat said; and a picture of it is kept. */
  async function tries<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (fault) {
      const stood = await chat.innerText({ timeout: WAIT_MS / 4 }).catch(() => '(no chat)');
      await album.take(page, `${name}-stopped-here`).catch(() => undefined);
      const why = fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
      throw new Error(`${name} could not ${what} (${why}). In the chat stood at last:\n${stood.slice(-1_500)}`);
    }
  }

  return {
    page,
    writes: (words) =>
      tries(`write »${words}«`, async () => {
        await client.box.click({ timeout });
        await client.box.fill(words, { timeout });
        await client.send.click({ timeout });
      }),
    presses: (title) => tries(`press »${title}«`, () => button(title).click({ timeout })),
    opens: (title, label) =>
      tries(`open »${label}« with »${title}«`, async () => {
        for (let left = MOST_PRESSES; left > 0; left -= 1) {
          await button(title).click({ timeout });
          const opened = field(label).waitFor({ timeout: left === 1 ? timeout : PRESS_LOST_MS });
          if (
            await opened.then(
              () => true,
              () => false,
            )
          )
            return;
        }
        throw new Error('no form came');
      }),
    pressesTwice: (title) => tries(`press »${title}« twice`, () => button(title).dblclick({ timeout })),
    fills: (label, words) => tries(`fill »${label}«`, () => field(label).fill(words, { timeout })),
    sets: (label, value) => tries(`set »${label}« to ${value}`, () => client.setMoment(field(label), value)),
    chooses: (label, option) =>
      tries(`choose »${option}« in »${label}«`, async () => {
        // A radio button's name may begin with the question that it answers.
        const radio = newest(chat.getByRole('radio', { name: new RegExp(`(^|\\s)${escaped(option)}$`) }));
        await radio.or(field(label)).first().waitFor({ timeout });
        if ((await radio.count()) > 0) await radio.check({ timeout });
        else await client.choose(field(label), option);
      }),
    choosesWhat: (label, begins) =>
      tries(`choose »${begins}…« in »${label}«`, () => client.choose(field(label), new RegExp(`^${escaped(begins)}`))),
    ticks: (label) => tries(`tick »${label}«`, () => box(label).setChecked(true, { timeout })),
    unticks: (label) => tries(`untick »${label}«`, () => box(label).setChecked(false, { timeout })),
    async sees(...texts) {
      for (const words of texts) await tries(`see »${words}«`, () => text(words).waitFor({ timeout }));
    },
    async doesNotSee(...texts) {
      for (const words of texts) {
        await tries(`be without »${words}«`, () => text(words).waitFor({ state: 'hidden', timeout }));
      }
    },
    canPress: (title) => tries(`find a button »${title}«`, () => button(title).waitFor({ timeout })),
    cannotPress: (title) =>
      tries(`be without a button »${title}«`, () => button(title).waitFor({ state: 'hidden', timeout })),
    hears: () => chat.innerText({ timeout }),
    reads: (label) => tries(`read »${label}«`, () => field(label).inputValue({ timeout })),
    async shows(what, how) {
      const size = page.viewportSize();
      if (!size || how === undefined) return album.take(page, `${name}-${what}`);
      const width = how === 'narrow' ? client.narrowest : size.width;
      await page.setViewportSize({ width, height: TALL });
      await client.last.evaluate((element) => element.scrollIntoView({ block: 'end' }), undefined, { timeout });
      await album.take(page, `${name}-${what}${how === 'narrow' ? '-narrow' : ''}`);
      await page.setViewportSize(size);
    },
  };

  function box(label: string): Locator {
    // As of a radio button, its name may begin with the question.
    return newest(chat.getByRole('checkbox', { name: new RegExp(`(^|\\s)${escaped(label)}$`) }));
  }
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
