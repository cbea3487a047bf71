import type { ConnectorEntry } from '../../chat';
import type { OutboxMessage } from '../../page-api';
import type { Words } from '../words/da';

/** A state says itself by its word; the sign stands beside it, and the tone only colours both. */
export type State = { readonly word: string; readonly sign: string; readonly tone: 'good' | 'wait' | 'bad' | 'quiet' };

/** A line of the log, before the person and the time get their looks. */
export type LogLine = {
  readonly key: string;
  readonly at: string;
  /** Null for somebody outside, undefined where nobody is meant. */
  readonly entraId: string | null | undefined;
  readonly what: string;
  readonly state: State;
  readonly why?: string;
};

const looks: Readonly<Record<keyof Words['log']['ends'], Omit<State, 'word'>>> = {
  queued: { sign: '…', tone: 'wait' },
  sending: { sign: '→', tone: 'wait' },
  delivered: { sign: '✓', tone: 'good' },
  unsure: { sign: '?', tone: 'bad' },
  withdrawn: { sign: '↩', tone: 'quiet' },
  blocked: { sign: '⊘', tone: 'bad' },
  'not-installed': { sign: '!', tone: 'bad' },
  left: { sign: '–', tone: 'bad' },
  'given-up': { sign: '✕', tone: 'bad' },
};
const isEnd = (status: string): status is keyof typeof looks => Object.hasOwn(looks, status);

/** A code in words where it has some, else as the bot calls it. */
const spell = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

/** The kind (`invitation`, or `invitation/second` for a rung) in words. */
function kindWord(words: Words, kind: string): string {
  const { kinds, rungs, notice } = words.log;
  const [matter = kind, rung] = kind.split('/');
  const word = matter.startsWith('notice.') ? notice : spell(kinds, matter);
  return rung === undefined ? word : `${word}, ${spell(rungs, rung)}`;
}

/** What went to whom and how it ended, by how it ended last and not by when it was meant. */
export function sentLines(words: Words, outbox: readonly OutboxMessage[]): LogLine[] {
  const { ends, channels, reasons } = words.log;
  return [...outbox]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.n - a.n)
    .map((message) => ({
      key: `sent-${message.n}`,
      at: message.at,
      entraId: message.entraId,
      what: `${kindWord(words, message.kind)} · ${spell(channels, message.channel)}`,
      state: isEnd(message.status)
        ? { word: ends[message.status], ...looks[message.status] }
        : { word: message.status, sign: '·', tone: 'quiet' },
      ...(message.reason === null ? {} : { why: spell(reasons, message.reason) }),
    }));
}

const quiet = (word: string, sign = '·'): State => ({ word, sign, tone: 'quiet' });

/** What an entry of the connector says; undefined for what is no news to a reader. */
function readEntry(words: Words, entry: ConnectorEntry): Pick<LogLine, 'what' | 'state' | 'why'> | undefined {
  const { traffic, noAnswer } = words.log;
  const shown = ('summary' in entry ? entry.summary : undefined) ?? ('text' in entry ? entry.text : undefined);
  switch (entry.kind) {
    case 'accepted':
    case 'updated': {
      const unsure = entry.answer !== 'sent' && entry.answer !== 'delayed';
      return {
        what: shown ?? traffic.card,
        state: { word: traffic[entry.kind], sign: unsure ? '?' : '✓', tone: unsure ? 'bad' : 'good' },
        ...(unsure ? { why: traffic.lost } : {}),
      };
    }
    case 'refused':
      return {
        what: shown ?? traffic.call,
        state: { word: traffic.refused, sign: '✕', tone: 'bad' },
        why: `${entry.status || noAnswer} ${entry.code}`,
      };
    case 'deleted':
      return { what: traffic.message, state: quiet(traffic.deleted, '✕') };
    case 'said':
      return { what: entry.text, state: quiet(traffic.said, '›') };
    case 'pressed':
    case 'submitted':
      return { what: entry.title ?? entry.verb ?? traffic.button, state: quiet(traffic.pressed, '›') };
    case 'answered':
      return entry.status === 0 || entry.status >= 400
        ? {
            what: entry.text ?? traffic.answer,
            state: { word: traffic.failed, sign: '✕', tone: 'bad' },
            why: `${entry.status || noAnswer}`,
          }
        : undefined;
    case 'met':
    case 'removed':
    case 'blocked':
    case 'unblocked': {
      const { what, state } = traffic[entry.kind];
      return { what, state: quiet(state) };
    }
    case 'uploaded': {
      const well = entry.answer === 'sent';
      const state = { word: traffic.uploaded, sign: well ? '✓' : '?', tone: well ? 'good' : 'bad' } as const;
      return { what: entry.name, state };
    }
    case 'created':
    case 'typing':
      return undefined;
  }
}

/** Everything that crossed the stage, newest first. */
export function trafficLines(words: Words, entries: readonly ConnectorEntry[]): LogLine[] {
  return [...entries].reverse().flatMap((entry) => {
    const read = readEntry(words, entry);
    return read ? [{ key: `entry-${entry.n}`, at: entry.at, entraId: entry.entraId, ...read }] : [];
  });
}
