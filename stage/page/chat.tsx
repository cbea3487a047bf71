import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatMessage } from '../chat';
import type { StagePersonState } from '../page-api';
import { BotAvatar, PersonAvatar } from './avatar';
import { Card, isFullWidth, type Press } from './card';
import { capital, clockTime, dayOf, spoken, spokenDay } from './danish';
import { File } from './file-card';
import { textToHtml } from './markdown';
import { ask, type Note } from './stage-client';

const sameBreathMs = 5 * 60_000;
const nearBottomPx = 80;
const typingAfterMs = 400;

type Notes = Readonly<Record<string, Note | undefined>>;
type ChatProps = {
  readonly person: StagePersonState;
  /** Undefined while they are fetched. */
  readonly messages: readonly ChatMessage[] | undefined;
  readonly awake: boolean;
  readonly now: Date;
  readonly phone: boolean;
};

const problemOf = (error: unknown): Note => ({
  kind: 'error',
  text: error instanceof Error ? error.message : 'Noget gik galt. Prøv igen.',
});

function NoteLine({ note }: { readonly note: Note | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (note?.kind === 'error') place.current?.scrollIntoView({ block: 'nearest' });
  }, [note]);
  return (
    <div class="note-place" ref={place} role="status">
      {note && <p class={`note ${note.kind}`}>{note.text}</p>}
    </div>
  );
}

type MessageProps = {
  readonly message: ChatMessage;
  readonly first: boolean;
  readonly now: Date;
  readonly busy: boolean;
  readonly note: Note | undefined;
  readonly onPress: (message: ChatMessage, press: Press) => void;
  readonly onFile: (message: ChatMessage, accepted: boolean) => void;
};

function When({
  at,
  now,
  changedAt,
}: {
  readonly at: string;
  readonly now: Date;
  readonly changedAt: string | undefined;
}) {
  return (
    <>
      <time dateTime={at} title={capital(spoken(new Date(at), now))}>
        {clockTime(new Date(at))}
      </time>
      {changedAt !== undefined && (
        <span class="changed" title={`Ændret ${spoken(new Date(changedAt), now)}`}>
          Ændret
        </span>
      )}
    </>
  );
}

function Message({ message, first, now, busy, note, onPress, onFile }: MessageProps) {
  const { card, file, text } = message;
  if (message.from === 'person') {
    return (
      <li class="message mine">
        <div class="line">
          <span class="unseen">Du skrev</span>
          <When at={message.at} now={now} changedAt={undefined} />
        </div>
        <div class="bubble">{text}</div>
      </li>
    );
  }
  return (
    <li class={first ? 'message bot first' : 'message bot'}>
      {first && <BotAvatar />}
      <div class={card && isFullWidth(card) ? 'body full' : 'body'}>
        <div class="line">
          <span class={first ? 'sender' : 'unseen'}>Rød Tråd</span>
          <When at={message.at} now={now} changedAt={message.updatedAt} />
        </div>
        {text !== undefined && (
          // Markdown-it with HTML off makes it.
          <div class="bubble" dangerouslySetInnerHTML={{ __html: textToHtml(text) }} />
        )}
        {card && (
          <>
            <Card
              card={card}
              version={`${message.id} ${message.versions}`}
              busy={busy}
              label={message.summary ?? 'Kort fra Rød Tråd'}
              onPress={(press) => onPress(message, press)}
            />
            <NoteLine note={note} />
          </>
        )}
        {file && (
          <>
            <File file={file} busy={busy} onAnswer={(accepted) => onFile(message, accepted)} />
            <NoteLine note={note} />
          </>
        )}
      </div>
    </li>
  );
}

function Composer({ person, disabled }: { readonly person: StagePersonState; readonly disabled: boolean }) {
  const [text, setText] = useState('');
  const [sending, setSending] = useState(0);
  const [typing, setTyping] = useState(false);
  const [note, setNote] = useState<Note>();

  useEffect(() => {
    setTyping(false);
    if (sending === 0) return undefined;
    const timer = setTimeout(() => setTyping(true), typingAfterMs);
    return () => clearTimeout(timer);
  }, [sending]);

  const send = async () => {
    const said = text.trim();
    if (said === '' || disabled) return;
    setText('');
    setNote(undefined);
    setSending((count) => count + 1);
    try {
      await ask('say', { entraId: person.entraId, text: said });
    } catch (error) {
      setNote(problemOf(error));
    } finally {
      setSending((count) => count - 1);
    }
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="typing" role="status">
        {typing && 'Rød Tråd skriver …'}
      </p>
      <NoteLine note={note} />
      <div class="typing-row">
        <label class="unseen" for={`say-${person.entraId}`}>
          Skriv til Rød Tråd som {person.name}
        </label>
        <input
          id={`say-${person.entraId}`}
          value={text}
          placeholder="Skriv en besked"
          autocomplete="off"
          maxLength={4_000}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="send" aria-label="Send" disabled={disabled || text.trim() === ''}>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d="M2.7 2.5 17.6 9.5c.4.2.4.8 0 1L2.7 17.5c-.5.2-1-.2-.9-.7L3.6 11 11 10 3.6 9 1.8 3.2c-.1-.5.4-.9.9-.7Z" />
          </svg>
        </button>
      </div>
    </form>
  );
}

const presenceWords = {
  never: 'Har ikke mødt Rød Tråd endnu',
  met: 'Har Rød Tråd i Teams',
  removed: 'Har fjernet Rød Tråd',
} as const;

/** What a person could do to the bot in Teams besides talking: block it, remove it, take it back. */
function PresenceMenu({ person }: { readonly person: StagePersonState }) {
  const [note, setNote] = useState<Note>();
  const change = async (to: 'met' | 'removed' | 'blocked' | 'unblocked') => {
    setNote(undefined);
    try {
      await ask('presence', { entraId: person.entraId, to });
    } catch (error) {
      setNote(problemOf(error));
    }
  };
  return (
    <details class="menu">
      <summary>Mere</summary>
      <div class="menu-body">
        <p>{person.blocked ? 'Har blokeret Rød Tråd' : presenceWords[person.presence]}</p>
        <button type="button" onClick={() => void change(person.blocked ? 'unblocked' : 'blocked')}>
          {person.blocked ? 'Ophæv blokeringen' : 'Blokér Rød Tråd'}
        </button>
        <button type="button" onClick={() => void change(person.presence === 'met' ? 'removed' : 'met')}>
          {person.presence === 'met' ? 'Fjern Rød Tråd' : 'Tilføj Rød Tråd'}
        </button>
        <NoteLine note={note} />
      </div>
    </details>
  );
}

/** One person's 1:1 chat with Rød Tråd, as it would stand in Teams. */
export function Chat({ person, messages, awake, now, phone }: ChatProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [notes, setNotes] = useState<Notes>({});

  const last = messages?.at(-1);
  const standing = messages?.map((message) => message.versions).join();
  // A new or changed message is what moves the chat: to its end, but a card taller than the chat is read from its top.
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list || !(atBottom.current || last?.from === 'person')) return;
    const newest = list.querySelector('.message:last-of-type');
    list.scrollTop = list.scrollHeight;
    if (newest && newest.clientHeight > list.clientHeight) newest.scrollIntoView({ block: 'start' });
  }, [last?.id, standing, phone]);

  /** What is done with a message, once at a time; what it gives stands below the message. */
  const act = async (message: ChatMessage, work: () => Promise<Note | undefined>) => {
    if (busy.has(message.id)) return;
    setBusy((before) => new Set([...before, message.id]));
    setNotes((before) => ({ ...before, [message.id]: undefined }));
    const note = await work().catch(problemOf);
    setBusy((before) => new Set([...before].filter((id) => id !== message.id)));
    setNotes((before) => ({ ...before, [message.id]: note }));
  };
  const press = (message: ChatMessage, pressed: Press) =>
    act(message, async () => {
      const outcome = await ask('press', { entraId: person.entraId, messageId: message.id, ...pressed });
      if (outcome.kind === 'message' && outcome.text) return { kind: 'message', text: outcome.text };
      if (outcome.kind === 'error') return { kind: 'error', text: outcome.text ?? 'Noget gik galt. Prøv igen.' };
      return undefined;
    });
  const answerFile = (message: ChatMessage, accepted: boolean) =>
    act(message, async () => {
      await ask('file', { entraId: person.entraId, messageId: message.id, accepted });
      return undefined;
    });

  const items = (messages ?? []).map((message, index) => {
    const before = messages?.[index - 1];
    const newDay = !before || dayOf(new Date(before.at)) !== dayOf(new Date(message.at));
    const sameBreath =
      !newDay && before?.from === message.from && Date.parse(message.at) - Date.parse(before.at) < sameBreathMs;
    return { message, newDay, first: !sameBreath };
  });

  return (
    <section class={phone ? 'chat phone' : 'chat'} aria-label={`Chat mellem ${person.name} og Rød Tråd`}>
      <header class="chat-head">
        <BotAvatar />
        <div class="chat-title">
          <h2>Rød Tråd</h2>
          <p>
            <PersonAvatar name={person.name} />
            <span>
              som {person.name}, {person.title}
            </span>
          </p>
        </div>
        <PresenceMenu person={person} />
      </header>
      <div
        class="messages"
        ref={scroller}
        role="log"
        aria-label="Beskeder"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
        tabIndex={0}
        onScroll={(event) => {
          const list = event.currentTarget;
          atBottom.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearBottomPx;
        }}
      >
        <ol>
          {items.map(({ message, newDay, first }) => [
            newDay && (
              <li class="day" key={`day-${message.id}`}>
                <span>{capital(spokenDay(new Date(message.at), now))}</span>
              </li>
            ),
            <Message
              key={message.id}
              message={message}
              first={first}
              now={now}
              busy={busy.has(message.id)}
              note={notes[message.id]}
              onPress={(one, pressed) => void press(one, pressed)}
              onFile={(one, accepted) => void answerFile(one, accepted)}
            />,
          ])}
        </ol>
        {!messages?.length && (
          <p class="empty">
            {!awake
              ? 'Rød Tråd er ved at vågne. Siden kommer selv i gang.'
              : messages
                ? 'Her er ikke sagt noget endnu. Skriv hej.'
                : 'Henter chatten …'}
          </p>
        )}
      </div>
      <Composer person={person} disabled={!awake} />
    </section>
  );
}
