import { useId, useState } from 'preact/hooks';
import type { BotState, StagePersonState } from '../../page-api';
import { ask, type Note, problemIn } from '../stage-client';
import { dayOf } from '../times';
import { useSpeech } from '../words/words';

type ClockProps = {
  readonly bot: BotState;
  readonly people: readonly StagePersonState[];
  readonly now: Date;
  readonly onOpen: (entraId: string) => void;
};

type DueProps = ClockProps & { readonly off: boolean; readonly onGo: () => void };

/** What is due next and for whom, with a press to go there. */
function NextDue({ bot, people, now, off, onOpen, onGo }: DueProps) {
  const { words, times } = useSpeech();
  const due = bot.clock?.nextDue ?? undefined;
  if (!due) return <p class="hint">{words.clock.nothing}</p>;
  const known = people.filter((person) => due.for.includes(person.entraId));
  return (
    <div class="due">
      <h3>{words.clock.next}</h3>
      <p class="due-when">{times.capital(times.spoken(new Date(due.at), now))}</p>
      {due.for.length === 0 ? (
        <p class="hint">{words.clock.nobody}</p>
      ) : (
        <ul class="due-for" aria-label={words.clock.for}>
          {known.map((person) => (
            <li key={person.entraId}>
              <button type="button" class="chip" onClick={() => onOpen(person.entraId)}>
                {person.name}
              </button>
            </li>
          ))}
          {known.length < due.for.length && <li>{words.clock.stranger}</li>}
        </ul>
      )}
      <button type="button" class={due.for.length === 0 ? 'plain' : 'primary'} disabled={off} onClick={onGo}>
        {words.clock.go}
      </button>
    </div>
  );
}

/** The business clock, and the buttons that move it on. */
export function Clock(p: ClockProps) {
  const { bot, now } = p;
  const { words, times } = useSpeech();
  const [note, setNote] = useState<Note>();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('08:00');
  const [dayId, timeId] = [useId(), useId()];
  const known = bot.clock !== null;
  const off = !bot.awake || !known || bot.moving;

  const move = async (request: Parameters<typeof ask<'clock'>>[1]) => {
    setNote(undefined);
    try {
      const { sent } = await ask('clock', request);
      const { one, many } = words.clock.message;
      const text = sent === 0 ? words.clock.noneSent : words.clock.sent(times.capital(times.counted(sent, one, many)));
      setNote({ kind: 'message', text });
    } catch (error) {
      setNote(problemIn(words, error));
    }
  };

  return (
    <section class="clock" aria-label={words.clock.label}>
      <h2 class="unseen">{words.clock.label}</h2>
      <p class={bot.moving ? 'time moving' : 'time'}>
        <time dateTime={now.toISOString()}>{times.clockTime(now)}</time>
      </p>
      <p class="date">{times.capital(times.fullDay(now))}</p>
      {!known && <p class="hint">{bot.awake ? words.clock.fixed : words.waking}</p>}
      {known && <NextDue {...p} off={off} onGo={() => void move({ to: 'due' })} />}
      <div class="moves">
        <button
          type="button"
          class="plain"
          data-tour="working-day"
          disabled={off}
          onClick={() => void move({ to: 'working-day' })}
        >
          {words.clock.workingDay}
        </button>
        <form
          class="to-date"
          onSubmit={(event) => {
            event.preventDefault();
            void move({ day, time });
          }}
        >
          <div>
            <label for={dayId}>{words.clock.date}</label>
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
            <label for={timeId}>{words.clock.time}</label>
            <input
              id={timeId}
              type="time"
              required
              value={time}
              onInput={(event) => setTime(event.currentTarget.value)}
            />
          </div>
          <button type="submit" class="plain" disabled={off || day === '' || time === ''}>
            {words.clock.toDate}
          </button>
        </form>
      </div>
      <div role="status">
        {bot.moving && <p class="note message">{words.clock.running}</p>}
        {!bot.moving && note && <p class={`note ${note.kind}`}>{note.text}</p>}
      </div>
    </section>
  );
}
