import { besideInput } from '../support/meeting-steps';
import type { Holding } from '../support/work-steps';
import { endInOrder, expectEachCounts, recordKept, recordsIn } from './model-ending';
import { type AgreementPress, type Calling, type ModelStory, openModelStory, type StoryOptions } from './model-story';

type Step = (story: ModelStory) => Promise<void>;
/** A local time, and what happens then. */
export type Scene = readonly [at: string, ...steps: readonly Step[]];

/** Plays scenes one after the other, the clock moved to each through everything that falls due on the way. */
export async function plays(story: ModelStory, scenes: readonly Scene[]): Promise<void> {
  for (const [at, ...steps] of scenes) {
    if (at > story.town.now()) await story.until(at);
    for (const step of steps) await step(story);
  }
}

export const comes =
  (...names: readonly string[]): Step =>
  async (story) => {
    for (const name of names) await story.comes(name);
  };
export const isHindered =
  (name: string, code?: string): Step =>
  (story) =>
    story.isHindered(name, code);
export const manages: Step = (story) => story.manages();
export const sends =
  (name: string, colleague: string): Step =>
  (story) =>
    story.sends(name, colleague);
export const accepts =
  (colleague: string, inPlaceOf: string): Step =>
  (story) =>
    story.accepts(colleague, inPlaceOf);
export const names =
  (manager: string, colleague: string, inPlaceOf: string): Step =>
  (story) =>
    story.names(manager, colleague, inPlaceOf);
export const isReady =
  (name: string, ...keys: readonly string[]): Step =>
  async (story) => {
    for (const key of keys) await story.isReady(name, key);
  };
export const settles =
  (owner: string, text: string, step: AgreementPress = { how: 'done' }): Step =>
  (story) =>
    story.settles(owner, text, step);
export const opens =
  (by?: string): Step =>
  (story) =>
    story.opens(by);
export const closes =
  (holding: Holding): Step =>
  (story) =>
    story.closes(holding);
export const notesTalk =
  (on: string, said: string): Step =>
  (story) =>
    story.notesTalk(on, said);

/** Keeps a seat and rests: one line after each meeting, and no duty. */
export const rests =
  (name: string): Step =>
  async ({ town }) => {
    await town.says(name, 'forløb BF-2025-0142');
    await town.presses(name, 'seat.rest');
  };

/** The form comes back for a date that cannot be, and says why beside it. */
export const isRefused =
  (calling: Calling, because: string): Step =>
  async (story) => {
    expect((await story.calls(calling)).refused).toBe(true);
    const form = story.town.teams
      .chat(story.entra('Carla'))
      .filter((one) => story.town.teams.actionsOf(one).some(({ verb }) => verb === 'meeting.call'))
      .at(-1);
    expect(besideInput(form?.card, 'date')).toContain(because);
  };

/** Calls a meeting that the form has proposed like this. */
export const calls =
  (calling: Calling, proposed: Readonly<Record<string, string>>): Step =>
  async (story) => {
    const called = await story.calls(calling);
    expect(called.proposed).toMatchObject(proposed);
    expect(called.refused).toBe(false);
  };

/** The record of a meeting names these and nobody else, and stands in the chats of those. */
export const isRecorded =
  (
    number: number,
    {
      present,
      nobody,
      sentTo,
    }: { readonly present: readonly string[]; readonly nobody: readonly string[]; readonly sentTo: readonly string[] },
  ): Step =>
  async (story) => {
    const nameOf = (first: string): string => story.town.person(first).name;
    const record = await recordKept(story, number);
    expect(record.present.map(({ name }) => name).sort()).toEqual(present.map(nameOf).sort());
    for (const absent of nobody) expect(JSON.stringify(record)).not.toContain(nameOf(absent));
    const cards = recordsIn(story, number);
    expect(Object.keys(cards).sort()).toEqual([...sentTo].sort());
    for (const text of Object.values(cards)) {
      for (const there of present) expect(text).toContain(nameOf(there));
      for (const absent of nobody) expect(text).not.toContain(nameOf(absent));
    }
  };

/** One line in the morning, and no more, of a meeting that was held. */
export const hearsOf =
  (name: string, number: number): Step =>
  async (story) => {
    const mark = `notice/meeting-held/${story.meetings[number - 1]?.id}/`;
    const chat = story.town.teams.chat(story.entra(name));
    expect(chat.filter((one) => JSON.stringify(one.card ?? '').includes(mark))).toHaveLength(1);
  };

export const explains =
  (name: string, what: Parameters<ModelStory['explains']>[1]): Step =>
  (story) =>
    story.explains(name, what);
export const movesFromOpenCard =
  (date: string, time: string): Step =>
  (story) =>
    story.movesFromOpenCard(date, time);
export const moves =
  (date: string, time: string): Step =>
  (story) =>
    story.moves(date, time);

/** Tells the course of a model from calling to closing: nothing is left open, and the checker would have seen what was wrong. */
export async function tellsCourse(options: StoryOptions, play: (story: ModelStory) => Promise<void>): Promise<void> {
  const story = await openModelStory(options);
  await play(story);
  await endInOrder(story, []);
  expectEachCounts(story);
}
