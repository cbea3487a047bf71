import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { ChatMessage, ConnectorEntry } from '../chat';
import type {
  BotState,
  ChatNews,
  StageAnswers,
  StageEvent,
  StagePersonState,
  StageProblem,
  StageRequests,
} from '../page-api';

/** A word under a card or the typing row about what was just tried. */
export type Note = { readonly kind: 'message' | 'error'; readonly text: string };

/** Everything the page shows that came from the stage. */
export type StageView = {
  /** Whether the stage's server is there. */
  readonly connected: boolean;
  readonly people: readonly StagePersonState[];
  readonly bot: BotState;
  readonly entries: readonly ConnectorEntry[];
  /** Chats that were opened, by person. */
  readonly chats: Readonly<Record<string, readonly ChatMessage[]>>;
  /** People whose chat got something new since it was last looked at. */
  readonly unread: ReadonlySet<string>;
};

type Change =
  | { readonly type: 'event'; readonly event: StageEvent }
  | { readonly type: 'connected'; readonly connected: boolean }
  | { readonly type: 'opened'; readonly entraId: string; readonly messages: readonly ChatMessage[] }
  | { readonly type: 'seen'; readonly entraId: string };

const keptEntries = 500;

const nothing: StageView = {
  connected: false,
  people: [],
  bot: { awake: false, clock: null, moving: false, waiting: {}, outbox: [] },
  entries: [],
  chats: {},
  unread: new Set(),
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
      const isNew = !('gone' in news) && news.from === 'bot' && news.versions === 1 && news.pressed === undefined;
      return { ...view, chats, unread: isNew ? new Set([...view.unread, entraId]) : view.unread };
    }
  }
}

function after(view: StageView, change: Change): StageView {
  switch (change.type) {
    case 'event':
      return afterEvent(view, change.event);
    case 'connected':
      return { ...view, connected: change.connected };
    case 'opened':
      return { ...view, chats: { ...view.chats, [change.entraId]: change.messages } };
    case 'seen': {
      if (!view.unread.has(change.entraId)) return view;
      const unread = new Set(view.unread);
      unread.delete(change.entraId);
      return { ...view, unread };
    }
  }
}

/** Asks the stage. Rejects with a sentence in Danish that can be shown. */
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
    throw new Error('Stagen svarer ikke. Kører den stadig i terminalen?');
  }
  const body = (await response.json()) as StageAnswers[Name] | StageProblem;
  if (!response.ok) throw new Error('problem' in body ? body.problem : 'Noget gik galt på stagen.');
  return body as StageAnswers[Name];
}

export type StageClient = {
  readonly view: StageView;
  /** Opens a person's chat, which installs the bot the first time. Rejects with a sentence to show. */
  readonly open: (entraId: string) => Promise<void>;
  /** Says that what is new in a chat was looked at. */
  readonly seen: (entraId: string) => void;
};

/** Follows the stage for as long as the page is there; comes back by itself after a break. */
export function useStage(shown: readonly string[]): StageClient {
  const [view, change] = useReducer(after, nothing);
  const shownNow = useRef(shown);
  shownNow.current = shown;

  const open = async (entraId: string) => {
    const { messages } = await ask('open', { entraId });
    change({ type: 'opened', entraId, messages });
    change({ type: 'seen', entraId });
  };

  useEffect(() => {
    const source = new EventSource('/api/events');
    source.onmessage = (message) => {
      const event = JSON.parse(message.data as string) as StageEvent;
      change({ type: 'event', event });
      // What happened while the page was away is read again.
      if (event.type === 'stage') for (const entraId of shownNow.current) void open(entraId).catch(() => undefined);
    };
    source.onerror = () => change({ type: 'connected', connected: false });
    return () => source.close();
  }, []);

  return { view, open, seen: (entraId) => change({ type: 'seen', entraId }) };
}
