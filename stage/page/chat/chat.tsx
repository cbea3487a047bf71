import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatMessage } from '../../chat';
import type { StagePersonState } from '../../page-api';
import { ask, type Note, problemIn } from '../stage-client';
import { dayOf } from '../times';
import { useSpeech } from '../words/words';
import type { Press } from './card';
import { ChatHead } from './chat-head';
import { Composer } from './composer';
import { Message } from './message';

const sameBreathMs = 5 * 60_000;
const nearBottomPx = 80;

type Notes = Readonly<Record<string, Note | undefined>>;
type ChatProps = {
  readonly person: StagePersonState;
  /** Undefined while they are fetched. */
  readonly messages: readonly ChatMessage[] | undefined;
  readonly awake: boolean;
  readonly now: Date;
  readonly phone: boolean;
  readonly active: boolean;
  readonly canMove: { readonly left: boolean; readonly right: boolean };
  readonly onActive: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onClose: () => void;
};

/** What stands in order, with where a day begins and where somebody begins to speak. */
function inBreaths(messages: readonly ChatMessage[]) {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const newDay = !before || dayOf(new Date(before.at)) !== dayOf(new Date(message.at));
    const sameBreath =
      !newDay && before?.from === message.from && Date.parse(message.at) - Date.parse(before.at) < sameBreathMs;
    return { message, newDay, first: !sameBreath };
  });
}

/** One person's 1:1 chat with Rød Tråd, as it would stand in Teams. */
export function Chat(p: ChatProps) {
  const { person, messages, awake, now, phone, active } = p;
  const { words, times } = useSpeech();
  const section = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const scrolled = useRef({ top: 0, atBottom: true });
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [notes, setNotes] = useState<Notes>({});

  const last = messages?.at(-1);
  const standing = messages?.map((message) => message.versions).join();
  // A new or changed message is what moves the chat: to its end, but a card taller than the chat is read from its top.
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list || !(scrolled.current.atBottom || last?.from === 'person')) return;
    const newest = list.querySelector('.message:last-of-type');
    list.scrollTop = list.scrollHeight;
    if (newest && newest.clientHeight > list.clientHeight) {
      list.scrollTop += newest.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
    }
  }, [last?.id, standing, phone]);

  // A chat that changes place is taken out of the page for a moment, and loses where it was scrolled to.
  const { left, right } = p.canMove;
  useLayoutEffect(() => {
    if (scroller.current && scrolled.current.top > 0) scroller.current.scrollTop = scrolled.current.top;
  }, [left, right]);

  const move = (by: -1 | 1) => {
    p.onMove(by);
    // The keyboard stays with the chat that was moved.
    requestAnimationFrame(() => {
      const tool = (sign: string) => section.current?.querySelector<HTMLElement>(`[data-sign="${sign}"]`);
      (tool(by < 0 ? 'left' : 'right') ?? tool(by < 0 ? 'right' : 'left'))?.focus();
    });
  };

  /** What is done with a message, once at a time; what it gives stands below the message. */
  const act = async (message: ChatMessage, work: () => Promise<Note | undefined>) => {
    if (busy.has(message.id)) return;
    setBusy((before) => new Set([...before, message.id]));
    setNotes((before) => ({ ...before, [message.id]: undefined }));
    const note = await work().catch((error: unknown) => problemIn(words, error));
    setBusy((before) => new Set([...before].filter((id) => id !== message.id)));
    setNotes((before) => ({ ...before, [message.id]: note }));
  };
  const press = (message: ChatMessage, pressed: Press) =>
    act(message, async () => {
      const outcome = await ask('press', { entraId: person.entraId, messageId: message.id, ...pressed });
      if (outcome.kind === 'message' && outcome.text) return { kind: 'message', text: outcome.text };
      if (outcome.kind === 'error') return { kind: 'error', text: outcome.text ?? words.chat.wrong };
      return undefined;
    });
  const answerFile = (message: ChatMessage, accepted: boolean) =>
    act(message, async () => {
      await ask('file', { entraId: person.entraId, messageId: message.id, accepted });
      return undefined;
    });

  const lang = person.locale ?? 'da';
  return (
    <section
      ref={section}
      class={`chat${phone ? ' phone' : ''}${active ? ' active' : ''}`}
      aria-label={words.chat.label(person.name)}
      data-chat={person.entraId}
      onFocusCapture={p.onActive}
      onPointerDown={p.onActive}
    >
      <ChatHead person={person} id={`chat-${person.entraId}`} canMove={p.canMove} onMove={move} onClose={p.onClose} />
      <div
        class="messages"
        ref={scroller}
        // What is new is said by the page in a line; a whole card read out would drown it.
        role="log"
        aria-live="off"
        aria-label={words.chat.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        tabIndex={0}
        onScroll={(event) => {
          const list = event.currentTarget;
          const atBottom = list.scrollHeight - list.scrollTop - list.clientHeight < nearBottomPx;
          scrolled.current = { top: list.scrollTop, atBottom };
        }}
      >
        <ol>
          {inBreaths(messages ?? []).map(({ message, newDay, first }) => [
            newDay && (
              <li class="day" key={`day-${message.id}`}>
                <span>{times.capital(times.spokenDay(new Date(message.at), now))}</span>
              </li>
            ),
            <Message
              key={message.id}
              message={message}
              first={first}
              now={now}
              busy={busy.has(message.id)}
              note={notes[message.id]}
              lang={lang}
              onPress={(one, pressed) => void press(one, pressed)}
              onFile={(one, accepted) => void answerFile(one, accepted)}
            />,
          ])}
        </ol>
        {!messages?.length && (
          <p class="empty">{!awake ? words.waking : messages ? words.chat.empty : words.chat.loading}</p>
        )}
      </div>
      <Composer person={person} disabled={!awake} />
    </section>
  );
}
