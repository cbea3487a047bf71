import { useId, useMemo, useState } from 'preact/hooks';
import type { ConnectorEntry } from '../../chat';
import type { OutboxMessage, StagePersonState } from '../../page-api';
import { Choice } from '../choice';
import { useSpeech } from '../words/words';
import { type LogLine, sentLines, trafficLines } from './log-lines';

type RowProps = {
  readonly line: LogLine;
  readonly now: Date;
  readonly who: StagePersonState | undefined;
  readonly onOpen: (entraId: string) => void;
};

function Row({ line, now, who, onOpen }: RowProps) {
  const { words, times } = useSpeech();
  const { at, what, state, why, entraId } = line;
  return (
    <li class="entry">
      <time dateTime={at}>{times.short(new Date(at), now)}</time>
      <div class="entry-body">
        {who ? (
          <button type="button" class="link" onClick={() => onOpen(who.entraId)}>
            {who.name}
          </button>
        ) : (
          <span class="nobody">{entraId === null ? words.log.external : words.log.unknown}</span>
        )}
        <span class="what">{what}</span>
        <span class={`state ${state.tone}`}>
          <span class="sign" aria-hidden="true">
            {state.sign}
          </span>
          {state.word}
        </span>
        {why && <span class="why">{why}</span>}
      </div>
    </li>
  );
}

type LogProps = {
  readonly outbox: readonly OutboxMessage[];
  readonly entries: readonly ConnectorEntry[];
  readonly people: readonly StagePersonState[];
  readonly now: Date;
  readonly onOpen: (entraId: string) => void;
};

/** What went to whom and how it ended; and, for the curious, everything that crossed the stage. */
export function Log({ outbox, entries, people, now, onOpen }: LogProps) {
  const { words } = useSpeech();
  const [shows, setShows] = useState<'sent' | 'all'>('sent');
  const [whose, setWhose] = useState('');
  const whoseId = useId();
  const lines = useMemo(
    () => (shows === 'sent' ? sentLines(words, outbox) : trafficLines(words, entries)),
    [shows, words, outbox, entries],
  );
  const named = new Set(lines.map((line) => line.entraId));
  const choosable = people.filter((person) => named.has(person.entraId) || person.entraId === whose);
  const rows = whose === '' ? lines : lines.filter((line) => line.entraId === whose);
  const person = people.find((one) => one.entraId === whose);
  const nothing = person
    ? words.log.nothingOf(person.name)
    : shows === 'sent'
      ? words.log.nothingSent
      : words.log.nothingHappened;

  return (
    <section class="log" aria-label={words.log.label}>
      <div class="log-head">
        <h2>{words.log.label}</h2>
        <Choice
          legend={words.log.shows}
          quiet
          options={[
            ['sent', words.log.sent],
            ['all', words.log.all],
          ]}
          value={shows}
          onChange={setShows}
        />
        <label class="unseen" for={whoseId}>
          {words.log.of}
        </label>
        <select id={whoseId} value={whose} onChange={(event) => setWhose(event.currentTarget.value)}>
          <option value="">{words.log.everyone}</option>
          {choosable.map((one) => (
            <option key={one.entraId} value={one.entraId}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <section
        class="entries"
        aria-label={words.log.newestFirst}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        tabIndex={0}
      >
        <ol>
          {rows.map((line) => (
            <Row
              key={line.key}
              line={line}
              now={now}
              who={people.find((one) => one.entraId === line.entraId)}
              onOpen={onOpen}
            />
          ))}
        </ol>
        {rows.length === 0 && <p class="empty">{nothing}</p>}
      </section>
    </section>
  );
}
