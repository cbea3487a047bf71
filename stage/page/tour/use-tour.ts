import { useEffect, useRef, useState } from 'preact/hooks';
import type { StageClient } from '../stage-client';
import type { StoryName } from '../words/tour-da';
import { handsFor } from './hands';
import { reveal, revealMessage } from './highlight';
import { offerOf } from './reading';
import { castings, stories, storyNames } from './stories';
import type { Marks, Players, Scene, Step, Target, World } from './story';

/** Where somebody is in the tour; kept in this browser, so that a reload goes on there. */
type Progress = {
  readonly story: StoryName;
  /** At the number of steps the story has ended. */
  readonly at: number;
  readonly done: boolean;
  readonly players: Players;
  readonly marks: Marks;
};

export type Tour = {
  /** Undefined while nobody is on the tour. */
  readonly now:
    | {
        readonly story: StoryName;
        readonly at: number;
        readonly steps: readonly Step[];
        readonly step: Step | undefined;
        readonly done: boolean;
        readonly scene: Scene;
        readonly target: Target | undefined;
        readonly showing: boolean;
        readonly trouble: 'late' | 'stuck' | undefined;
      }
    | undefined;
  /** Whether the tour can be played here at all. */
  readonly playable: boolean;
  start(story: StoryName): void;
  next(): void;
  showMe(): void;
  leave(): void;
};

const kept = 'tour';
const patienceMs = 8_000;
const beforeShowingMs = 900;

function readKept(): Progress | undefined {
  try {
    const read = JSON.parse(localStorage.getItem(kept) ?? 'null') as Partial<Progress> | null;
    const whole = read && storyNames.some((one) => one === read.story) && read.players && read.marks;
    return whole && typeof read.at === 'number' ? (read as Progress) : undefined;
  } catch {
    // Somebody else's value under this key: the tour begins anew.
    return undefined;
  }
}

const newestId = (world: World) =>
  Math.max(0, ...Object.values(world.chats).flatMap((messages) => messages.map((message) => Number(message.id) || 0)));
const newestSent = (world: World) => Math.max(0, ...world.bot.outbox.map((one) => one.n));

type TourOptions = {
  readonly client: StageClient;
  readonly now: Date;
  /** Brings these people's chats in sight, the last one active. */
  readonly arrange: (entraIds: readonly string[]) => void;
};

/** The guided stories: what step it is, whether it is done by what stands on the stage, and the hand that helps. */
export function useTour({ client, now, arrange }: TourOptions): Tour {
  const { view, fetchChat } = client;
  const [progress, set] = useState(readKept);
  const [showing, setShowing] = useState(false);
  const [waited, setWaited] = useState(false);
  const world: World = {
    people: view.people,
    chats: view.chats,
    bot: view.bot,
    pressed: view.entries.flatMap((entry) =>
      entry.kind === 'pressed' && entry.verb !== undefined ? [{ verb: entry.verb, data: entry.data }] : [],
    ),
    now,
  };
  const scene: Scene | undefined = progress && { world, players: progress.players, marks: progress.marks };
  const latest = useRef({ world, scene });
  latest.current = { world, scene };

  useEffect(() => {
    if (progress) localStorage.setItem(kept, JSON.stringify(progress));
    else localStorage.removeItem(kept);
  }, [progress]);

  const steps = progress ? stories[progress.story].steps : [];
  const step = progress ? steps[progress.at] : undefined;

  // After a reload the chats of everybody in the story are read again.
  const { lead, guest, manager, standIn, guests } = progress?.players ?? {};
  const needed = [lead, guest, manager, standIn, ...(guests ?? [])].filter((id) => id !== undefined);
  const missing = needed.filter((id) => view.chats[id] === undefined).join();
  // `fetchChat` is made anew each time and means the same.
  useEffect(() => {
    if (!view.connected || !view.bot.awake || missing === '') return;
    for (const id of missing.split(',')) void fetchChat(id).catch(() => undefined);
  }, [missing, view.connected, view.bot.awake]);

  const found = scene && step && missing === '' && !progress?.done ? step.done(scene) : undefined;
  useEffect(() => {
    if (!progress || found === undefined) return;
    set({ ...progress, done: true, players: { ...progress.players, ...found } });
  }, [found !== undefined, progress?.at, progress?.story]);

  // What somebody else did shows on the lead's card: there is where to look.
  const done = progress?.done === true;
  const { meeting } = progress?.players ?? {};
  useEffect(() => {
    if (!done || !progress || !step || step.who(progress.players) === progress.players.lead) return;
    const card = offerOf(world.chats[progress.players.lead], 'meeting.move-form', { data: { meeting } });
    if (card) revealMessage(card.message.id, progress.players.lead);
  }, [done, progress?.at]);

  const target = scene && step && !progress?.done && missing === '' ? step.target(scene) : undefined;
  // Only what stays so for a while is trouble: a message is often still on its way.
  const troubled = progress !== undefined && step !== undefined && !progress.done && (target === undefined || waited);
  const [trouble, setTrouble] = useState(false);
  useEffect(() => {
    setTrouble(false);
    if (!troubled) return undefined;
    const timer = setTimeout(() => setTrouble(true), patienceMs);
    return () => clearTimeout(timer);
  }, [troubled, progress?.at, progress?.story]);

  /** Goes to this step, or past it where it is not needed. */
  const goTo = (from: Progress, at: number) => {
    const all = stories[from.story].steps;
    const marks = { ...from.marks, step: newestId(latest.current.world) };
    const next = { ...from, marks, done: false };
    let to = at;
    while (all[to]?.skip?.({ world: latest.current.world, players: from.players, marks })) to += 1;
    setWaited(false);
    set({ ...next, at: to });
    const who = all[to]?.who(from.players);
    if (who !== undefined) arrange(who === from.players.lead ? [who] : [from.players.lead, who]);
  };

  const start = async (story: StoryName) => {
    const options = castings(story, latest.current.world);
    // The first pathway that has what the story needs; else the first, and the story makes what it needs.
    let chosen: { players: Players; marks: Marks } | undefined;
    for (const players of options) {
      await Promise.all([players.lead, ...players.guests].map((id) => fetchChat(id))).catch(() => undefined);
      // The fetched chats stand in the world after the next drawing.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { world: seen } = latest.current;
      const marks = { story: newestId(seen), step: newestId(seen), sent: newestSent(seen) };
      const here = stories[story].found({ world: seen, players, marks });
      chosen ??= { players, marks };
      if (here) {
        chosen = { players: { ...players, ...here }, marks };
        break;
      }
      if (story === 'called') break;
    }
    if (chosen) goTo({ story, at: 0, done: false, ...chosen }, 0);
  };

  const showMe = async () => {
    if (!progress || !step || showing) return;
    setShowing(true);
    try {
      await reveal(target, step.who(progress.players));
      await new Promise((resolve) => setTimeout(resolve, beforeShowingMs));
      await step.show(handsFor(() => latest.current.scene));
    } catch {
      // Whatever stopped the hand, the panel says it: what should have come has not come.
    } finally {
      setWaited(true);
      setShowing(false);
    }
  };

  return {
    now:
      progress && scene
        ? {
            story: progress.story,
            at: progress.at,
            steps,
            step,
            done: progress.done,
            scene,
            target,
            showing,
            trouble: trouble ? (target === undefined && !waited ? 'stuck' : 'late') : undefined,
          }
        : undefined,
    playable: castings('called', world).length > 0,
    start: (story) => void start(story),
    next: () => progress && goTo(progress, progress.at + 1),
    showMe: () => void showMe(),
    leave: () => set(undefined),
  };
}
