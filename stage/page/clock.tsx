import { useId, useState } from 'preact/hooks';
import type { BotState, StagePersonState } from '../page-api';
import { capital, clockTime, counted, dayOf, fullDay, listed, spoken } from './danish';
import { ask, type Note } from './stage-client';

type ClockProps = { readonly bot: BotState; readonly people: readonly StagePersonState[]; readonly now: Date };

/** The business clock, and the buttons that move it on. */
export function Clock({ bot, people, now }: ClockProps) {
  const [note, setNote] = useState<Note>();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('08:00');
  const [dayId, timeId] = [useId(), useId()];
  const known = bot.clock !== null;
  const off = !bot.awake || !known || bot.moving;
  const due = bot.clock?.nextDue ?? undefined;
  const names = due?.for.map(
    (id) => people.find((person) => person.entraId === id)?.name ?? 'en, der ikke er på stagen',
  );

  const move = async (request: Parameters<typeof ask<'clock'>>[1]) => {
    setNote(undefined);
    try {
      const { sent } = await ask('clock', request);
      setNote({
        kind: 'message',
        text:
          sent === 0 ? 'Ingen beskeder på vejen.' : `${capital(counted(sent, 'besked', 'beskeder'))} sendt på vejen.`,
      });
    } catch (error) {
      setNote({ kind: 'error', text: error instanceof Error ? error.message : 'Uret kunne ikke stilles.' });
    }
  };

  return (
    <section class="clock" aria-label="Uret">
      <p class={bot.moving ? 'time moving' : 'time'}>
        <time dateTime={now.toISOString()}>{clockTime(now)}</time>
      </p>
      <p class="date">{capital(fullDay(now))}</p>
      {!known && <p class="hint">{bot.awake ? 'Her kan uret ikke stilles.' : 'Rød Tråd er ved at vågne.'}</p>}
      <div class="moves">
        <button type="button" disabled={off} onClick={() => void move({ to: 'working-day' })}>
          Næste arbejdsdag
        </button>
        <button type="button" disabled={off || !due} onClick={() => void move({ to: 'due' })}>
          Til det næste, der forfalder
        </button>
        {known && (
          <p class="hint">
            {due
              ? `${capital(spoken(new Date(due.at), now))}${names && names.length > 0 ? `: ${listed(names)}` : ''}`
              : 'Intet forfalder lige nu.'}
          </p>
        )}
        <form
          class="to-date"
          onSubmit={(event) => {
            event.preventDefault();
            void move({ day, time });
          }}
        >
          <div>
            <label for={dayId}>Dato</label>
            <input
              id={dayId}
              type="date"
              required
              value={day}
              min={dayOf(now)}
              onInput={(event) => setDay(event.currentTarget.value)}
            />
          </div>
          <div>
            <label for={timeId}>Kl.</label>
            <input
              id={timeId}
              type="time"
              required
              value={time}
              onInput={(event) => setTime(event.currentTarget.value)}
            />
          </div>
          <button type="submit" disabled={off || day === '' || time === ''}>
            Til en dato
          </button>
        </form>
      </div>
      <div role="status">
        {bot.moving && <p class="note message">Uret går …</p>}
        {!bot.moving && note && <p class={`note ${note.kind}`}>{note.text}</p>}
      </div>
    </section>
  );
}
