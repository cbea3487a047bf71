import { useEffect, useMemo, useState } from 'preact/hooks';
import { Chats } from './chat/chats';
import { useOpenChats } from './open-chats';
import { PeopleList } from './people/people-list';
import { usePreferences } from './preferences';
import { Clock } from './side/clock';
import { Log } from './side/log';
import { problemIn, useStage } from './stage-client';
import { Top } from './top';
import { storyNames } from './tour/stories';
import { TourPanel } from './tour/tour-panel';
import { useTour } from './tour/use-tour';
import { Welcome } from './welcome';
import { SpeechProvider, speechIn } from './words/words';

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

const parts = ['people', 'chats', 'side'] as const;
type Part = (typeof parts)[number];

/** The whole page: people, the open chats with the tour above them, clock and log. */
export function App() {
  const preferences = usePreferences();
  const speech = speechIn(preferences.language);
  const { words } = speech;
  const client = useStage();
  const { view } = client;
  const { bot, people } = view;
  const now = useNow(bot.clock?.now);
  const chats = useOpenChats(people);
  const { open } = chats;
  const [inSight, setInSight] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  /** What a narrow window shows. */
  const [part, setPart] = useState<Part>('chats');

  const go = (entraId: string) => {
    chats.openChat(entraId);
    setPart('chats');
    // Whoever chose somebody by keyboard goes on in their chat.
    requestAnimationFrame(() => document.getElementById(`chat-${entraId}`)?.focus());
  };
  const arrange = (ids: readonly string[]) => {
    chats.arrange(ids);
    setPart('chats');
  };
  const tour = useTour({ client, now, arrange });

  useEffect(() => {
    document.title = words.title;
  }, [words]);

  // Also when the bot wakes up: only then can somebody meet it.
  // `fetchChat` is made anew each time and means the same.
  const opened = open.ids.join();
  useEffect(() => {
    setProblem(undefined);
    if (opened === '' || !view.connected) return;
    for (const id of opened.split(',')) {
      client.fetchChat(id).catch((error: unknown) => setProblem(problemIn(words, error).text));
    }
  }, [opened, bot.awake, view.connected]);

  // What is in sight is looked at. `seen` is made anew each time and means the same.
  const looked = inSight.filter((id) => view.unread.has(id)).join();
  useEffect(() => {
    for (const id of looked.split(',').filter(Boolean)) client.seen(id);
  }, [looked]);

  const { latest } = view;
  const heard = latest && open.ids.includes(latest.entraId) ? latest : undefined;
  const heardBy = people.find((one) => one.entraId === heard?.entraId)?.name;
  const heardWhat = heard?.message.summary ?? heard?.message.text ?? words.chat.card;
  const sleeping = !view.connected ? words.away : !bot.awake ? words.waking : problem;
  const unreadElsewhere = [...view.unread].filter((id) => !inSight.includes(id)).length;
  const folded = preferences.side === 'folded';

  return (
    <SpeechProvider value={speech}>
      <div class={`page part-${part}${folded ? ' side-folded' : ''}`}>
        <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
          {words.skip}
        </button>
        <Top
          preferences={preferences}
          touring={tour.now !== undefined || !tour.playable}
          onTour={() => tour.start('called')}
        />
        <p class={sleeping ? 'sleeping' : 'unseen'} role="status">
          {sleeping}
        </p>
        <p class="unseen" role="status">
          {heard && heardBy && words.newIn(heardBy, heardWhat)}
        </p>
        <PeopleList
          people={people}
          waiting={bot.waiting}
          unread={view.unread}
          open={open.ids}
          active={open.active}
          onOpen={go}
        />
        <main id="main" tabIndex={-1}>
          <TourPanel tour={tour} />
          {open.ids.length > 0 ? (
            <Chats
              open={open}
              view={view}
              now={now}
              phone={preferences.width === 'phone'}
              onActive={chats.openChat}
              onMove={chats.move}
              onClose={chats.close}
              onShown={setInSight}
            />
          ) : (
            !tour.now && <Welcome stories={tour.playable ? storyNames : []} onStart={tour.start} />
          )}
        </main>
        <aside aria-label={words.side.label}>
          <button
            type="button"
            class="fold"
            aria-expanded={!folded}
            title={folded ? words.side.unfold : words.side.fold}
            aria-label={folded ? words.side.unfold : words.side.fold}
            onClick={() => preferences.setSide(folded ? 'open' : 'folded')}
          >
            <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
              <path d={folded ? 'M12.5 4.5 7 10l5.5 5.5' : 'M7.5 4.5 13 10l-5.5 5.5'} />
            </svg>
          </button>
          <div class="side-body">
            <Clock bot={bot} people={people} now={now} onOpen={go} />
            <Log outbox={bot.outbox} entries={view.entries} people={people} now={now} onOpen={go} />
          </div>
        </aside>
        <nav class="parts" aria-label={words.views.label}>
          {parts.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={part === one ? 'true' : undefined}
              onClick={() => setPart(one)}
            >
              {words.views[one]}
              {one === 'people' && unreadElsewhere > 0 && <span class="dot" aria-hidden="true" />}
              {one === 'people' && unreadElsewhere > 0 && <span class="unseen">{words.people.unread}</span>}
            </button>
          ))}
        </nav>
      </div>
    </SpeechProvider>
  );
}
