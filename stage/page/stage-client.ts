import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { ChatMessage, ConnectorEntry } from '../chat';
import type {
  BotState,
  ChatNews,
  ProblemCode,
  StageAnswers,
  StageEvent,
  StagePersonState,
  StageProblem,
  StageRequests,
} from '../page-api';
import type { Words } from './words/da';

/** A word under a card or the typing row about what was just tried. */
export type Note = { readonly kind: 'message' | 'error'; readonly text: string };

/** Everything the page shows that came from the stage. */
export type StageView = {
  /** Whether the stage's server is there. */
  readonly connected: boolean;
  readonly people: readonly StagePersonState[];
  readonly bot: BotState;
  readonly entries: readonly ConnectorEntry[];
  /** Chats that were fetched, by person. */
  readonly chats: Readonly<Record<string, readonly ChatMessage[]>>;
  /** People whose chat got something new since it was last looked at. */
  readonly unread: ReadonlySet<string>;
  /** What came last from the bot, to say it aloud. */
  readonly latest: { readonly entraId: string; readonly message: ChatMessage } | undefined;
};

type Change =
  | { readonly type: 'event'; readonly event: StageEvent }
  | { readonly type: 'connected'; readonly connected: boolean }
  | { readonly type: 'fetched'; readonly entraId: string; readonly messages: readonly ChatMessage[] }
  | { readonly type: 'seen'; readonly entraId: string };

const keptEntries = 500;

const nothing: StageView = {
  connected: false,
  people: [],
  bot: { awake: false, clock: null, moving: false, waiting: {}, outbox: [] },
  entries: [],
  chats: {},
  unread: new Set(),
  latest: undefined,
};

function withNews(messages: readonly ChatMessage[], news: ChatNews): readonly ChatMessage[] {
  if ('gone' in news) return messages.filter((message) => message.id !== news.id);
  return messages.some((message) => message.id === news.id)
    ? messages.map((message) => (message.id === news.id ? news : message))
    : [...messages, news];
}

function afterEvent(view: StageView, event: StageEvent): StageView {
  switch (event.type) {
    case 'stage':
      return { ...view, connected: true, people: event.people, bot: event.bot, entries: event.entries };
    case 'people':
      return { ...view, people: event.people };
    case 'bot':
      return { ...view, bot: event.bot };
    case 'entry':
      return { ...view, entries: [...view.entries, event.entry].slice(-keptEntries) };
    case 'chat': {
      const { entraId, news } = event;
      const messages = view.chats[entraId];
      const chats = messages ? { ...view.chats, [entraId]: withNews(messages, news) } : view.chats;
      if ('gone' in news || news.from !== 'bot' || news.versions !== 1 || news.pressed !== undefined) {
        return { ...view, chats };
      }
      return { ...view, chats, unread: new Set([...view.unread, entraId]), latest: { entraId, message: news } };
    }
  }
}

function after(view: StageView, change: Change): StageView {
  switch (change.type) {
    case 'event':
      return afterEvent(view, change.event);
    case 'connected':
      return { ...view, connected: change.connected };
    case 'fetched':
      return { ...view, chats: { ...view.chats, [change.entraId]: change.messages } };
    case 'seen': {
      if (!view.unread.has(change.entraId)) return view;
      const unread = new Set(view.unread);
      unread.delete(change.entraId);
      return { ...view, unread };
    }
  }
}

/** The stage refused, or was not there. */
class Refusal extends Error {
  constructor(readonly code: ProblemCode | 'no-server') {
    super(`The stage says: ${code}`);
  }
}

/** A sentence to show for what `ask` rejected with. */
export const problemIn = (words: Words, error: unknown): Note => ({
  kind: 'error',
  text: error instanceof Refusal ? words.problems[error.code] : words.chat.wrong,
});

/** Asks the stage. Rejects with what `problemIn` has a sentence for. */
export async function ask<Name extends keyof StageRequests>(
  name: Name,
  request: StageRequests[Name],
): Promise<StageAnswers[Name]> {
  let response: Response;
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  } catch {
    throw new Refusal('no-server');
  }
  const body = (await response.json()) as StageAnswers[Name] | StageProblem;
  if (!response.ok) throw new Refusal('problem' in body ? body.problem : 'broken');
  return body as StageAnswers[Name];
}

export type StageClient = {
  readonly view: StageView;
  /** Fetches a person's chat and follows it from then on; the first time that installs the bot. Rejects as `ask` does. */
  readonly fetchChat: (entraId: string) => Promise<readonly ChatMessage[]>;
  /** Says that what is new in a chat was looked at. */
  readonly seen: (entraId: string) => void;
};

/** Follows the stage for as long as the page is there; comes back by itself after a break. */
export function useStage(): StageClient {
  const [view, change] = useReducer(after, nothing);
  const fetched = useRef(new Set<string>());

  const fetchChat = async (entraId: string) => {
    const { messages } = await ask('open', { entraId });
    fetched.current.add(entraId);
    change({ type: 'fetched', entraId, messages });
    return messages;
  };

  useEffect(() => {
    const source = new EventSource('/api/events');
    source.onmessage = (message) => {
      const event = JSON.parse(message.data as string) as StageEvent;
      change({ type: 'event', event });
      // What happened while the page was away is read again.
      if (event.type === 'stage') for (const entraId of fetched.current) void fetchChat(entraId).catch(() => undefined);
    };
    source.onerror = () => change({ type: 'connected', connected: false });
    return () => source.close();
  }, []);

  return { view, fetchChat, seen: (entraId) => change({ type: 'seen', entraId }) };
}
