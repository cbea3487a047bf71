import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ConnectorEntry } from '../chat';
import type { OutboxMessage, StagePersonState } from '../page-api';
import { short } from './danish';

type Tone = 'good' | 'wait' | 'bad' | 'quiet';
type State = { readonly word: string; readonly tone: Tone };

const ends: Readonly<Record<string, State>> = {
  queued: { word: 'i kø', tone: 'wait' },
  sending: { word: 'på vej', tone: 'wait' },
  delivered: { word: 'leveret', tone: 'good' },
  unsure: { word: 'usikker', tone: 'bad' },
  withdrawn: { word: 'trukket tilbage', tone: 'quiet' },
  blocked: { word: 'blokeret', tone: 'bad' },
  'not-installed': { word: 'ikke installeret', tone: 'bad' },
  left: { word: 'fratrådt', tone: 'bad' },
  'given-up': { word: 'opgivet', tone: 'bad' },
};
const kinds: Readonly<Record<string, string>> = {
  greeting: 'velkomst',
  digest: 'dagens overblik',
  reminder: 'påmindelse',
  invitation: 'invitation',
  'stand-in': 'spørgsmål til en kollega',
  hindered: 'en er forhindret',
  representation: 'hvem kommer i stedet?',
  meeting: 'mødekort',
  'external-invitation': 'invitation til en ekstern',
  'external-moved': 'ny tid til en ekstern',
  'external-cancelled': 'aflysning til en ekstern',
  'calendar.request': 'til kalenderen',
  'calendar.cancel': 'ud af kalenderen',
  pathway: 'forløbskort',
};
const rungs: Readonly<Record<string, string>> = {
  first: 'første påmindelse',
  second: 'anden påmindelse',
  last: 'sidste påmindelse',
  manager: 'til lederen',
};
/** The kind (`invitation`, or `invitation/second` for a rung) in Danish where it has words here, else as the bot calls it. */
function kindWord(kind: string): string {
  const [matter = kind, rung] = kind.split('/');
  const word = kinds[matter] ?? (matter.startsWith('notice.') ? 'besked' : matter);
  return rung === undefined ? word : `${word}, ${rungs[rung] ?? rung}`;
}
const reasons: Readonly<Record<string, string>> = {
  'not-met': 'har ikke mødt Rød Tråd',
  'no-longer-true': 'gælder ikke længere',
  'role-moved': 'en anden har rollen nu',
  'no-smtp': 'ingen mailserver er sat op',
  'cut-off': 'blev afbrudt undervejs',
  'not-drawn': 'kunne ikke tegnes',
};
const channels: Readonly<Record<string, string>> = { teams: 'Teams', mail: 'e-mail' };

type RowProps = {
  readonly at: string;
  readonly now: Date;
  readonly who: StagePersonState | undefined;
  /** What stands there for somebody who is not on the stage. */
  readonly stranger: string;
  readonly what: ComponentChildren;
  readonly state: State;
  readonly why?: string | undefined;
  readonly onChoose: (entraId: string) => void;
};

function Row({ at, now, who, stranger, what, state, why, onChoose }: RowProps) {
  return (
    <li class="entry">
      <time dateTime={at}>{short(new Date(at), now)}</time>
      <div class="entry-body">
        {who ? (
          <button type="button" class="link" onClick={() => onChoose(who.entraId)}>
            {who.name}
          </button>
        ) : (
          <span class="nobody">{stranger}</span>
        )}
        <span class="what">{what}</span>
        <span class={`state ${state.tone}`}>{state.word}</span>
        {why && <span class="why">{why}</span>}
      </div>
    </li>
  );
}

/** What an entry of the connector says; undefined for what is no news to a reader. */
function readEntry(entry: ConnectorEntry): { what: string; state: State; why?: string } | undefined {
  const shown = ('summary' in entry ? entry.summary : undefined) ?? ('text' in entry ? entry.text : undefined);
  switch (entry.kind) {
    case 'accepted':
    case 'updated': {
      const unsure = entry.answer !== 'sent' && entry.answer !== 'delayed';
      return {
        what: shown ?? 'et kort',
        state: { word: entry.kind === 'accepted' ? 'modtaget' : 'opdateret', tone: unsure ? 'bad' : 'good' },
        ...(unsure ? { why: 'svaret nåede ikke frem' } : {}),
      };
    }
    case 'refused':
      return {
        what: shown ?? 'et kald',
        state: { word: 'afvist', tone: 'bad' },
        why: `${entry.status || 'intet svar'} ${entry.code}`,
      };
    case 'deleted':
      return { what: 'en besked', state: { word: 'slettet', tone: 'quiet' } };
    case 'said':
      return { what: entry.text, state: { word: 'skrev', tone: 'quiet' } };
    case 'pressed':
    case 'submitted':
      return { what: entry.title ?? entry.verb ?? 'en knap', state: { word: 'trykkede', tone: 'quiet' } };
    case 'answered':
      return entry.status === 0 || entry.status >= 400
        ? {
            what: entry.text ?? 'Rød Tråds svar',
            state: { word: 'fejl', tone: 'bad' },
            why: `${entry.status || 'intet svar'}`,
          }
        : undefined;
    case 'met':
      return { what: 'mødte Rød Tråd', state: { word: 'tilføjet', tone: 'quiet' } };
    case 'removed':
      return { what: 'fjernede Rød Tråd', state: { word: 'fjernet', tone: 'quiet' } };
    case 'blocked':
      return { what: 'blokerede Rød Tråd', state: { word: 'blokeret', tone: 'quiet' } };
    case 'unblocked':
      return { what: 'ophævede blokeringen', state: { word: 'åbnet', tone: 'quiet' } };
    case 'uploaded':
      return {
        what: entry.name,
        state: { word: 'lagt i egne filer', tone: entry.answer === 'sent' ? 'good' : 'bad' },
      };
    case 'created':
    case 'typing':
      return undefined;
  }
}

/** By how it ended last, not by when it was meant. */
const newestFirst = (outbox: readonly OutboxMessage[]) =>
  [...outbox].sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.n - a.n);

type LogProps = {
  readonly outbox: readonly OutboxMessage[];
  readonly entries: readonly ConnectorEntry[];
  readonly people: readonly StagePersonState[];
  readonly now: Date;
  readonly onChoose: (entraId: string) => void;
};

/** What went to whom and how it ended; and, for the curious, everything that crossed the stage. */
export function Log({ outbox, entries, people, now, onChoose }: LogProps) {
  const [view, setView] = useState<'outbox' | 'traffic'>('outbox');
  const personOf = (entraId: string | null | undefined) => people.find((person) => person.entraId === entraId);
  const rows =
    view === 'outbox'
      ? newestFirst(outbox).map((message) => (
          <Row
            key={message.n}
            at={message.at}
            now={now}
            who={personOf(message.entraId)}
            stranger={message.entraId === null ? 'ekstern' : 'ukendt'}
            what={`${kindWord(message.kind)} · ${channels[message.channel] ?? message.channel}`}
            state={ends[message.status] ?? { word: message.status, tone: 'quiet' }}
            why={message.reason === null ? undefined : (reasons[message.reason] ?? message.reason)}
            onChoose={onChoose}
          />
        ))
      : [...entries].reverse().flatMap((entry) => {
          const read = readEntry(entry);
          if (!read) return [];
          return [
            <Row
              key={entry.n}
              at={entry.at}
              now={now}
              who={personOf(entry.entraId)}
              stranger="ukendt"
              what={read.what}
              state={read.state}
              why={read.why}
              onChoose={onChoose}
            />,
          ];
        });

  return (
    <section class="log" aria-label="Loggen">
      <div class="log-head">
        <h2>Log</h2>
        <fieldset class="choice">
          <legend class="unseen">Hvad loggen viser</legend>
          {(
            [
              ['outbox', 'Udsendt'],
              ['traffic', 'Alt'],
            ] as const
          ).map(([value, word]) => (
            <label key={value}>
              <input type="radio" name="log" checked={view === value} onChange={() => setView(value)} />
              <span>{word}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <ol class="entries" tabIndex={0} aria-label="Nyeste først">
        {rows}
        {rows.length === 0 && (
          <li class="empty">
            {view === 'outbox' ? 'Rød Tråd har ikke sendt noget af sig selv endnu.' : 'Her er ikke sket noget endnu.'}
          </li>
        )}
      </ol>
    </section>
  );
}
