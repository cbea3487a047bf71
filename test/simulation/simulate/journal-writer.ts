import type { ConnectorEntry } from '../../../stage/chat';
import { marksOf } from '../chronicle';
import type { Anchors, ClosedEvent, Holders, JournalEvent, PersonEvent, ShownEvent } from '../journal';
import type { Clock } from './clock';
import { moreIn } from './more-in';

/** What somebody owes, as the simulation knows it. `about`: the meeting or pathway that it ends with. */
export type Owed = {
  readonly kind: string;
  readonly matterId: string;
  readonly round: number;
  /** Null: nobody, or the house itself. */
  readonly ownerId: string | null;
  readonly ownerRole: 'person' | 'lead' | 'house';
  readonly roles: Holders;
  readonly anchors: Anchors;
  readonly about: string;
  /** The pathway that it belongs to, by reference. */
  readonly ref: string;
  /** Where several owe the same: who, when it was opened. A card's mark names kind, matter and round only. */
  readonly ownerKey?: string;
};

export const keyOf = ({
  kind,
  matterId,
  round,
  ownerKey,
}: Pick<Owed, 'kind' | 'matterId' | 'round' | 'ownerKey'>): string =>
  [kind, matterId, round, ...(ownerKey === undefined ? [] : [ownerKey])].join('/');

/** Writes the journal that the checker reads: what people did, and what Teams took from the bot. */
export type JournalWriter = {
  readonly events: JournalEvent[];
  now(): string;
  write(event: JournalEvent): void;
  /** Writes down whoever is otherwise than before. */
  people(events: readonly PersonEvent[]): void;
  /** Says nothing of what was opened before. */
  open(owed: Owed): void;
  /** Its clock stands still, or runs again. */
  pause(key: string): void;
  resume(key: string): void;
  /** Who has which role of the matters of a pathway from now on. */
  roles(ref: string, roles: Holders): void;
  /** What a card's mark may speak of, by key. */
  keysOf(mark: Pick<Owed, 'kind' | 'matterId' | 'round'>): readonly string[];
  /** Says nothing of what is not open. */
  close(key: string, how: ClosedEvent['how']): void;
  /** Ends what is open about something, of some kinds. */
  closeAbout(about: string, kinds: readonly string[], how: ClosedEvent['how']): void;
  move(key: string, anchors: Anchors): void;
  /** Somebody else holds it from now on; null: nobody. */
  hand(key: string, ownerId: string | null): void;
  isOpen(key: string): boolean;
  openOnes(about?: string): readonly Owed[];
  /** What Teams took; answers to what people did are no tellings. */
  read(entries: readonly ConnectorEntry[]): void;
  /** From now on cards are looked through for these pathways, and for the words that only they know. */
  watchFor(pathways: readonly { readonly ref: string; readonly token: string }[]): void;
  /** From now on cards are looked through for a word that only this learner has written, in a course. */
  watchAnswers(learner: { readonly id: string; readonly token: string }): void;
  readonly tellings: {
    judged: number;
    others: number;
    readonly byKind: Map<string, number>;
    readonly notJudged: Set<string>;
  };
};

/** Not reminders: a card drawn anew or asked for. */
const NO_TELLING: ReadonlySet<string> = new Set(['own', 'card', 'asked']);
const REFERENCE = /BF-\d{4}-\d{4}/g;
const TOKENS = /Fugl \d{5}/g;
/** What new colleagues write in their courses. */
const ANSWERS = /Drage \d{5}/g;
/** Characters before and after, of a card's JSON. */
const NEAR = 150;
const MORNING = /^(?:God morgen|Good morning)/;

export function openJournal(o: {
  readonly clock: Clock;
  /** The kinds whose openings and endings the simulation writes down. */
  readonly judged: ReadonlySet<string>;
  /** Who answers for somebody who is away. */
  readonly deputyOf: (id: string) => string | null;
}): JournalWriter {
  const events: JournalEvent[] = [];
  const open = new Map<string, Owed>();
  const byAbout = new Map<string, Set<string>>();
  const ownSeen = new Set<string>();
  const tellings = { judged: 0, others: 0, byKind: new Map<string, number>(), notJudged: new Set<string>() };
  const known = new Map<string, Owed>();
  const byMark = new Map<string, string[]>();
  const toldRungs = new Set<string>();
  const words = new Map<string, string>();
  const shownOn = new Set<string>();
  const learners = new Map<string, string>();
  /** Who takes what: a course's card goes first to whoever opened it. */
  const takers = new Map<string, string>();
  const now = (): string => o.clock.now().toISOString();
  const write = (event: JournalEvent): void => void events.push(event);

  const close = (key: string, how: ClosedEvent['how']): void => {
    const owed = open.get(key);
    if (!owed) return;
    open.delete(key);
    byAbout.get(owed.about)?.delete(key);
    write({ type: 'closed', at: now(), key, how });
  };

  /** What of which pathways somebody can read on a card; once a day each. */
  const noteShown = (at: string, to: string, text: string): void => {
    const near = (place: number): string => text.slice(Math.max(0, place - NEAR), place + NEAR);
    for (const { 0: ref, index } of text.matchAll(REFERENCE)) shown({ at, to, ref, what: 'notice', near: near(index) });
    for (const { 0: token, index } of text.matchAll(TOKENS)) {
      const ref = words.get(token);
      if (ref !== undefined) shown({ at, to, ref, what: 'content', near: near(index) });
    }
  };
  /** What somebody can read of what others answer, or of how they do. */
  const noteAnswers = (at: string, to: string, card: unknown): void => {
    const text = JSON.stringify(card);
    const note = (learnerId: string, near: string): void => {
      if (learnerId !== to) write({ type: 'answer-shown', at, learnerId, to, near });
    };
    for (const { 0: token, index } of text.matchAll(ANSWERS)) {
      const learner = learners.get(token);
      if (learner !== undefined) note(learner, text.slice(Math.max(0, index - NEAR), index + NEAR));
    }
    for (const { kind, matterId } of marksOf(card)) {
      if (kind !== 'course') continue;
      const taker = takers.get(matterId) ?? to;
      takers.set(matterId, taker);
      note(taker, `the card of course ${matterId}`);
    }
  };
  const shown = (event: Omit<ShownEvent, 'type'>): void => {
    const { at, to, ref, what } = event;
    const once = `${at.slice(0, 10)} ${to} ${ref} ${what}`;
    if (shownOn.has(once)) return;
    shownOn.add(once);
    write({ type: 'shown', ...event });
  };

  const persons = new Map<string, string>();
  const owedBy = (key: string): string | null => (open.get(key) ?? known.get(key))?.ownerId ?? null;
  /** Whose of several it is that a card speaks of: the reader's own, the one's they answer for, else the first not told yet. */
  const readKey = (mark: { kind: string; rung: string; matterId: string; round: number }, to: string): string => {
    const keys = byMark.get(keyOf(mark)) ?? [];
    const [first] = keys;
    if (keys.length < 2) return first ?? keyOf(mark);
    const still = [...keys.filter((key) => open.has(key)), ...keys.filter((key) => !open.has(key))];
    const own = still.find((key) => owedBy(key) === to);
    const answered = still.find((key) => o.deputyOf(owedBy(key) ?? '') === to);
    return own ?? answered ?? still.find((key) => !toldRungs.has(`${key} ${mark.rung}`)) ?? first ?? keyOf(mark);
  };

  return {
    events,
    people(all) {
      for (const event of all) {
        const { at: _at, ...rest } = event;
        const text = JSON.stringify(rest);
        if (persons.get(event.personId) !== text) write(event);
        persons.set(event.personId, text);
      }
    },
    watchFor(pathways) {
      for (const { ref, token } of pathways) words.set(token, ref);
    },
    watchAnswers({ id, token }) {
      learners.set(token, id);
    },
    now,
    write,
    open(owed) {
      const { about, matterId: _matter, ref: _ref, ownerKey: _ownerKey, ...event } = owed;
      const key = keyOf(owed);
      if (known.has(key)) return;
      known.set(key, owed);
      const mark = keyOf({ kind: owed.kind, matterId: owed.matterId, round: owed.round });
      byMark.set(mark, [...(byMark.get(mark) ?? []), key]);
      open.set(key, owed);
      const keys = byAbout.get(about) ?? new Set();
      byAbout.set(about, keys.add(key));
      write({ type: 'opened', at: now(), key, ...event, ownCard: false });
    },
    close,
    closeAbout(about, kinds, how) {
      for (const key of [...(byAbout.get(about) ?? [])]) if (kinds.includes(open.get(key)?.kind ?? '')) close(key, how);
    },
    move(key, anchors) {
      const owed = open.get(key);
      if (!owed) return;
      open.set(key, { ...owed, anchors: { ...owed.anchors, ...anchors } });
      for (const [anchor, value] of Object.entries(anchors))
        write({ type: 'anchor', at: now(), key, anchor: anchor as keyof Anchors, value });
    },
    hand(key, ownerId) {
      const owed = open.get(key);
      if (!owed || owed.ownerId === ownerId) return;
      open.set(key, { ...owed, ownerId });
      write({ type: 'owner', at: now(), key, ownerId });
    },
    pause(key) {
      if (open.has(key)) write({ type: 'paused', at: now(), key });
    },
    resume(key) {
      if (open.has(key)) write({ type: 'resumed', at: now(), key });
    },
    roles(ref, roles) {
      for (const [key, owed] of open) {
        if (owed.ref !== ref) continue;
        open.set(key, { ...owed, roles });
        write({ type: 'roles', at: now(), key, roles });
      }
    },
    keysOf: (mark) => byMark.get(keyOf(mark)) ?? [keyOf(mark)],
    isOpen: (key) => open.has(key),
    openOnes: (about) =>
      about === undefined ? [...open.values()] : [...(byAbout.get(about) ?? [])].flatMap((key) => open.get(key) ?? []),
    read(entries) {
      for (const entry of entries) {
        if (!('card' in entry) || entry.entraId === undefined) continue;
        if (entry.kind !== 'refused') {
          noteShown(entry.at, entry.entraId, JSON.stringify(entry.card));
          noteAnswers(entry.at, entry.entraId, entry.card);
        }
        if (entry.kind !== 'accepted' && !(entry.kind === 'refused' && entry.wish === 'post')) continue;
        const to = entry.entraId;
        const marks = marksOf(entry.card);
        // Who cannot be reached in Teams hears of it by e-mail in that moment.
        for (const mark of marks) {
          const key = readKey(mark, to);
          // Whom the house meets, it meets in time: also where nobody has begun.
          const isKnown = open.has(key) || mark.kind === 'introduction';
          if (mark.rung !== 'own' || ownSeen.has(key) || !isKnown) continue;
          ownSeen.add(key);
          write({ type: 'own-card', at: entry.at, key });
        }
        // What was given up without an answer may have come, for all the bot can know.
        if (entry.kind === 'refused' && entry.status !== 0) continue;
        const told = marks.filter((mark) => !NO_TELLING.has(mark.rung) && mark.kind !== 'notice');
        const isDigest = MORNING.test(entry.summary ?? '');
        const isSure =
          entry.kind === 'accepted' &&
          (entry.answer === 'sent' || entry.answer === 'delayed' || entry.answer === 'without-id');
        const unsure = isSure ? {} : { unsure: true };
        for (const mark of told) {
          tellings.byKind.set(mark.kind, (tellings.byKind.get(mark.kind) ?? 0) + 1);
          if (!o.judged.has(mark.kind)) {
            tellings.others += 1;
            tellings.notJudged.add(mark.kind);
            continue;
          }
          tellings.judged += 1;
          const key = readKey(mark, to);
          toldRungs.add(`${key} ${mark.rung}`);
          write({
            type: 'told',
            at: entry.at,
            key,
            rung: mark.rung,
            to,
            by: isDigest ? 'line' : 'card',
            activityId: entry.activityId ?? '',
            ...unsure,
          });
        }
        if (isDigest)
          write({
            type: 'digest',
            at: entry.at,
            to,
            lines: marks.filter((mark) => !NO_TELLING.has(mark.rung)).length,
            more: moreIn(entry.card),
            ...unsure,
          });
      }
    },
    tellings,
  };
}
