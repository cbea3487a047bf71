import './style.css';
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Chat } from './chat';
import { Clock } from './clock';
import { Log } from './log';
import { PeopleList } from './people-list';
import { useStage } from './stage-client';

/** The chosen person stands in the address, so that a reload stays with them. */
function useChosen(): [string | undefined, (entraId: string) => void] {
  const read = () => decodeURIComponent(window.location.hash.slice(1)) || undefined;
  const [chosen, setChosen] = useState(read);
  useEffect(() => {
    const follow = () => setChosen(read());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return [
    chosen,
    (entraId) => {
      window.location.hash = encodeURIComponent(entraId);
    },
  ];
}

/** Business time, running. */
function useNow(botNow: string | undefined): Date {
  const [, beat] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => beat((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const aheadMs = useMemo(() => (botNow === undefined ? 0 : Date.parse(botNow) - Date.now()), [botNow]);
  return new Date(Date.now() + aheadMs);
}

const widths = [
  ['wide', 'Bred'],
  ['phone', 'Telefon'],
] as const;

function App() {
  const [chosen, choose] = useChosen();
  const [width, setWidth] = useState<'wide' | 'phone'>(() =>
    localStorage.getItem('width') === 'phone' ? 'phone' : 'wide',
  );
  const { view, open, seen } = useStage(chosen === undefined ? [] : [chosen]);
  const [problem, setProblem] = useState<string>();
  const { bot, people } = view;
  const now = useNow(bot.clock?.now);
  const person = people.find((one) => one.entraId === chosen);
  const personId = person?.entraId;

  // Also when the bot wakes up: only then can somebody meet it.
  // `open` is made anew each time and means the same.
  useEffect(() => {
    setProblem(undefined);
    if (personId === undefined || !view.connected) return;
    open(personId).catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  }, [personId, bot.awake, view.connected]);

  const isUnread = personId !== undefined && view.unread.has(personId);
  // `seen` is made anew each time and means the same.
  useEffect(() => {
    if (isUnread && personId !== undefined) seen(personId);
  }, [isUnread, personId]);

  const sleeping = !view.connected
    ? 'Stagen er væk et øjeblik. Siden kommer selv tilbage.'
    : !bot.awake
      ? 'Rød Tråd er ved at vågne. Siden kommer selv i gang.'
      : problem;

  return (
    <>
      <header class="top">
        <h1>Rød Tråd på stagen</h1>
        <p>Til udvikling. Alle personer er opdigtede, og intet forlader maskinen.</p>
        <fieldset class="choice">
          <legend class="unseen">Chattens bredde</legend>
          {widths.map(([value, word]) => (
            <label key={value}>
              <input
                type="radio"
                name="width"
                checked={width === value}
                onChange={() => {
                  setWidth(value);
                  localStorage.setItem('width', value);
                }}
              />
              <span>{word}</span>
            </label>
          ))}
        </fieldset>
      </header>
      <p class={sleeping ? 'sleeping' : 'unseen'} role="status">
        {sleeping}
      </p>
      <PeopleList people={people} waiting={bot.waiting} unread={view.unread} chosen={personId} onChoose={choose} />
      <main>
        {person ? (
          <Chat
            key={person.entraId}
            person={person}
            messages={view.chats[person.entraId]}
            awake={bot.awake}
            now={now}
            phone={width === 'phone'}
          />
        ) : (
          <div class="nobody-chosen">
            <h2>Vælg en kollega</h2>
            <p>Så ser du deres chat med Rød Tråd, som den ville stå i Teams.</p>
          </div>
        )}
      </main>
      <aside aria-label="Ur og log">
        <Clock bot={bot} people={people} now={now} />
        <Log outbox={bot.outbox} entries={view.entries} people={people} now={now} onChoose={choose} />
      </aside>
    </>
  );
}

const place = document.getElementById('stage');
if (place) render(<App />, place);
