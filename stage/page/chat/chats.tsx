import { useEffect, useRef, useState } from 'preact/hooks';
import type { StagePersonState } from '../../page-api';
import { type OpenChats, shownOf } from '../address';
import { PersonAvatar } from '../avatar';
import type { StageView } from '../stage-client';
import { useSpeech } from '../words/words';
import { Chat } from './chat';

/** Narrower than this a chat is no longer read with ease. */
const narrowestPx = 340;
const phonePx = 376;

/** How many chats stand beside each other in the element, by its width. */
function useFit(widthPx: number) {
  const place = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(1);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = () => setFit(Math.max(1, Math.floor(element.clientWidth / widthPx)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [widthPx]);
  return { place, fit };
}

type ChatsProps = {
  readonly open: OpenChats;
  readonly view: StageView;
  readonly now: Date;
  readonly phone: boolean;
  readonly onActive: (entraId: string) => void;
  readonly onMove: (entraId: string, by: -1 | 1) => void;
  readonly onClose: (entraId: string) => void;
  /** Told which chats are in sight. */
  readonly onShown: (ids: readonly string[]) => void;
};

/** The open chats, side by side as far as there is room; the others wait behind their tab. */
export function Chats({ open, view, now, phone, onActive, onMove, onClose, onShown }: ChatsProps) {
  const { words, times } = useSpeech();
  const { place, fit } = useFit(phone ? phonePx : narrowestPx);
  const shown = shownOf(open, fit);
  const personOf = (id: string) => view.people.find((one) => one.entraId === id);
  const inSight = shown.join();
  // `onShown` is made anew each time and means the same.
  useEffect(() => onShown(inSight === '' ? [] : inSight.split(',')), [inSight]);

  const tab = (person: StagePersonState) => {
    const { entraId, name } = person;
    const count = view.bot.waiting[entraId] ?? 0;
    const unread = view.unread.has(entraId);
    return (
      <li key={entraId}>
        <button
          type="button"
          class={`tab${shown.includes(entraId) ? ' shown' : ''}`}
          aria-current={open.active === entraId ? 'true' : undefined}
          onClick={() => onActive(entraId)}
        >
          <PersonAvatar name={name} />
          <span class="tab-name">{name}</span>
          {unread && <span class="dot" aria-hidden="true" />}
          {unread && <span class="unseen">{words.people.unread}</span>}
          {count > 0 && (
            <span class="badge">
              <span aria-hidden="true">{count}</span>
              <span class="unseen">{times.capital(words.people.waiting(times.number(count)))}.</span>
            </span>
          )}
        </button>
      </li>
    );
  };

  return (
    <div class="chats" ref={place}>
      {shown.length < open.ids.length && (
        <nav class="tabs" aria-label={words.chat.open}>
          <ul>{open.ids.map((id) => personOf(id)).map((person) => person && tab(person))}</ul>
        </nav>
      )}
      <div class="side-by-side">
        {shown.map((id) => {
          const person = personOf(id);
          const at = open.ids.indexOf(id);
          return (
            person && (
              <Chat
                key={id}
                person={person}
                messages={view.chats[id]}
                awake={view.bot.awake}
                now={now}
                phone={phone}
                active={id === open.active && open.ids.length > 1}
                canMove={{ left: at > 0, right: at < open.ids.length - 1 }}
                onActive={() => id !== open.active && onActive(id)}
                onMove={(by) => onMove(id, by)}
                onClose={() => onClose(id)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
