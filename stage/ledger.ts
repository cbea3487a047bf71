import { isShared, personalConversationId } from './activities';
import type { ChatMessage, ConnectorEntry, ConnectorHappening, Presence, StagePerson } from './chat';
import { openHistory } from './history';

/** What a watcher is told: a conversation that changed, or a new entry. */
export type StageNews =
  | {
      readonly kind: 'chat';
      readonly conversationId: string;
      readonly message: ChatMessage | { readonly id: string; readonly gone: true };
    }
  | { readonly kind: 'entry'; readonly entry: ConnectorEntry };

/** Everything the stage remembers: who met the bot, what stands in the chats, what happened. */
export type Ledger = {
  readonly people: readonly StagePerson[];
  /** Throws for somebody who is not on the stage. */
  person(entraId: string): StagePerson;
  /** Whose 1:1 chat it is. */
  personOf(conversationId: string): StagePerson | undefined;
  exists(conversationId: string): boolean;
  presence(entraId: string): Presence;
  isBlocked(entraId: string): boolean;
  setPresence(entraId: string, presence: Presence): void;
  setBlocked(entraId: string, blocked: boolean): void;
  /** In the order they came to stand in the chat. */
  messages(conversationId: string): ChatMessage[];
  message(conversationId: string, id: string): ChatMessage | undefined;
  /** Adds it, or replaces the one with its id. */
  put(conversationId: string, message: ChatMessage): void;
  drop(conversationId: string, id: string): boolean;
  /** Counts the bot's changes; with `changedSince` it tells what the bot did meanwhile. */
  revision(): number;
  changedSince(conversationIds: readonly string[], revision: number): ChatMessage[];
  note(happening: ConnectorHappening): void;
  entries(): ConnectorEntry[];
  /** An id as Teams makes them: milliseconds, rising. */
  nextId(): string;
  watch(watcher: (news: StageNews) => void): () => void;
  /** Forgets messages and entries; who met or blocked the bot stays. */
  clear(): void;
};

export type LedgerOptions = {
  readonly people: readonly StagePerson[];
  /** Business time. */
  readonly now: () => Date;
  readonly historyFile?: string;
  readonly journal?: (entry: ConnectorEntry) => void;
};

/** The card stands in its message already; twice would only make the file long. */
function withoutCard(entry: ConnectorEntry): ConnectorEntry {
  if (!('card' in entry)) return entry;
  const { card, ...rest } = entry;
  return rest;
}

/** Reads the history, if there is one, and keeps it from then on. */
export function openLedger(o: LedgerOptions): Ledger {
  const people = new Map(o.people.map((person) => [person.entraId, person]));
  const byConversation = new Map(o.people.map((person) => [personalConversationId(person.entraId), person]));
  const presences = new Map<string, { presence: Presence; blocked: boolean }>();
  const chats = new Map<string, Map<string, ChatMessage>>();
  const revisions = new Map<string, number>();
  const watchers = new Set<(news: StageNews) => void>();
  let entries: ConnectorEntry[] = [];
  let revision = 0;
  let entryCount = 0;
  let lastId = 0;

  const chat = (conversationId: string) => {
    const known = chats.get(conversationId);
    if (known) return known;
    const fresh = new Map<string, ChatMessage>();
    chats.set(conversationId, fresh);
    return fresh;
  };
  const stateOf = (entraId: string) => presences.get(entraId) ?? { presence: 'never' as const, blocked: false };

  const opened = o.historyFile === undefined ? undefined : openHistory(o.historyFile);
  for (const step of opened?.steps ?? []) {
    switch (step.step) {
      case 'person':
        presences.set(step.entraId, { presence: step.presence, blocked: step.blocked });
        break;
      case 'message':
        chat(step.conversationId).set(step.message.id, step.message);
        lastId = Math.max(lastId, Number(step.message.id) || 0);
        break;
      case 'gone':
        chat(step.conversationId).delete(step.id);
        break;
      case 'entry':
        entries.push(step.entry);
        entryCount = Math.max(entryCount, step.entry.n);
        break;
    }
  }

  const setState = (entraId: string, change: Partial<{ presence: Presence; blocked: boolean }>) => {
    const state = { ...stateOf(entraId), ...change };
    presences.set(entraId, state);
    opened?.history.append({ step: 'person', entraId, ...state });
  };
  const tell = (news: StageNews) => {
    for (const watcher of watchers) watcher(news);
  };

  return {
    people: o.people,
    person(entraId) {
      const person = people.get(entraId);
      if (!person) throw new Error(`Nobody on the stage has the Entra id ${entraId}`);
      return person;
    },
    personOf: (conversationId) => byConversation.get(conversationId),
    exists: (conversationId) => byConversation.has(conversationId) || isShared(conversationId),
    presence: (entraId) => stateOf(entraId).presence,
    isBlocked: (entraId) => stateOf(entraId).blocked,
    setPresence: (entraId, presence) => setState(entraId, { presence }),
    setBlocked: (entraId, blocked) => setState(entraId, { blocked }),
    messages: (conversationId) => [...(chats.get(conversationId)?.values() ?? [])],
    message: (conversationId, id) => chats.get(conversationId)?.get(id),
    put(conversationId, message) {
      const before = chat(conversationId).get(message.id);
      chat(conversationId).set(message.id, message);
      if (message.from === 'bot' && before?.versions !== message.versions) {
        revision += 1;
        revisions.set(`${conversationId} ${message.id}`, revision);
      }
      opened?.history.append({ step: 'message', conversationId, message });
      tell({ kind: 'chat', conversationId, message });
    },
    drop(conversationId, id) {
      if (!chats.get(conversationId)?.delete(id)) return false;
      opened?.history.append({ step: 'gone', conversationId, id });
      tell({ kind: 'chat', conversationId, message: { id, gone: true } });
      return true;
    },
    revision: () => revision,
    changedSince: (conversationIds, since) =>
      [...new Set(conversationIds)].flatMap((conversationId) =>
        [...(chats.get(conversationId)?.values() ?? [])].filter(
          (message) => (revisions.get(`${conversationId} ${message.id}`) ?? 0) > since,
        ),
      ),
    note(happening) {
      entryCount += 1;
      const entry: ConnectorEntry = {
        n: entryCount,
        at: o.now().toISOString(),
        wall: new Date().toISOString(),
        ...happening,
      };
      entries.push(entry);
      opened?.history.append({ step: 'entry', entry: withoutCard(entry) });
      o.journal?.(entry);
      tell({ kind: 'entry', entry });
    },
    entries: () => [...entries],
    nextId() {
      lastId = Math.max(lastId + 1, Date.now());
      return String(lastId);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    clear() {
      for (const [conversationId, messages] of chats) {
        for (const id of messages.keys()) opened?.history.append({ step: 'gone', conversationId, id });
      }
      chats.clear();
      revisions.clear();
      entries = [];
    },
  };
}
