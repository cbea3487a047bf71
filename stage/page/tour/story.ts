import type { ChatMessage } from '../../chat';
import type { BotState, StagePersonState } from '../../page-api';
import type { StepName } from '../words/tour-da';
import type { Offer } from './reading';

/** What a story sees: only what stands on the stage, never what it wishes. */
export type World = {
  readonly people: readonly StagePersonState[];
  readonly chats: Readonly<Record<string, readonly ChatMessage[]>>;
  readonly bot: BotState;
  /** Verbs that were pressed, newest last, with the data that went along. */
  readonly pressed: readonly { readonly verb: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly now: Date;
};

/** Who and what the story is about by now: Entra ids, and the bot's own ids of meeting and invitation. */
export type Players = {
  readonly ref: string;
  readonly citizen: string;
  readonly lead: string;
  /** Whom the story would like as its guest, the dearest first. */
  readonly guests: readonly string[];
  readonly guest?: string;
  readonly meeting?: string;
  readonly invitation?: string;
  readonly manager?: string;
  readonly standIn?: string;
  /** The lead chose to manage without. */
  readonly managed?: true;
};

/** What had been there when the story, and when the step began. */
export type Marks = {
  /** The last message's id. */
  readonly story: number;
  readonly step: number;
  /** How many messages the outbox held. */
  readonly sent: number;
};

export type Scene = { readonly world: World; readonly players: Players; readonly marks: Marks };

/** What is to be pressed or written in. */
export type Target =
  | { readonly kind: 'composer' }
  | { readonly kind: 'working-day' }
  | { readonly kind: 'button'; readonly offer: Offer };

/** What „show me“ can do; the world is asked anew each time. */
export type Hands = {
  readonly scene: () => Scene;
  say(entraId: string, text: string): Promise<void>;
  press(entraId: string, offer: Offer, inputs?: Readonly<Record<string, string>>): Promise<void>;
  nextWorkingDay(): Promise<void>;
  /** What `look` finds, as soon as it finds it. Rejects when it has not for a while. */
  until<Found>(look: (scene: Scene) => Found | undefined): Promise<Found>;
};

export type Step = {
  readonly name: StepName;
  /** Whose chat it happens in. */
  readonly who: (players: Players) => string;
  readonly skip?: (scene: Scene) => boolean;
  readonly target: (scene: Scene) => Target | undefined;
  /** What became known when the step was done; undefined as long as it is not. */
  readonly done: (scene: Scene) => Partial<Players> | undefined;
  /** Does it for the person at the page. */
  readonly show: (hands: Hands) => Promise<void>;
};

export const button = (offer: Offer | undefined): Target | undefined => offer && { kind: 'button', offer };

/** The newest message of this kind in the outbox since the story began, and to whom it went. */
export function toldSince({ world, marks }: Scene, kind: string): string | undefined {
  const told = world.bot.outbox.filter((one) => one.n > marks.sent && one.kind.split('/')[0] === kind);
  return told.at(-1)?.entraId ?? undefined;
}
