import type { ChatMessage } from '../../chat';
import { BotAvatar } from '../avatar';
import type { Note } from '../stage-client';
import { useSpeech } from '../words/words';
import { Card, isFullWidth, type Press } from './card';
import { File } from './file-card';
import { textToHtml } from './markdown';
import { NoteLine } from './note-line';

type WhenProps = { readonly at: string; readonly now: Date; readonly changedAt?: string | undefined };

function When({ at, now, changedAt }: WhenProps) {
  const { words, times } = useSpeech();
  return (
    <>
      <time dateTime={at} title={times.capital(times.spoken(new Date(at), now))}>
        {times.clockTime(new Date(at))}
      </time>
      {changedAt !== undefined && (
        <span class="changed" title={words.chat.changedAt(times.spoken(new Date(changedAt), now))}>
          {words.chat.changed}
        </span>
      )}
    </>
  );
}

type MessageProps = {
  readonly message: ChatMessage;
  /** Whether it opens what its sender says in one go. */
  readonly first: boolean;
  readonly now: Date;
  readonly busy: boolean;
  readonly note: Note | undefined;
  /** The language of the person's Teams. */
  readonly lang: string;
  readonly onPress: (message: ChatMessage, press: Press) => void;
  readonly onFile: (message: ChatMessage, accepted: boolean) => void;
};

/** A message of either side: words, a card or a file. */
export function Message({ message, first, now, busy, note, lang, onPress, onFile }: MessageProps) {
  const { words } = useSpeech();
  const { card, file, text } = message;
  if (message.from === 'person') {
    return (
      <li class="message mine">
        <div class="line">
          <span class="unseen">{words.chat.youWrote}</span>
          <When at={message.at} now={now} />
        </div>
        <div class="bubble" lang={lang}>
          {text}
        </div>
      </li>
    );
  }
  return (
    <li class={first ? 'message bot first' : 'message bot'} data-message={message.id}>
      {first && <BotAvatar />}
      <div class={card && isFullWidth(card) ? 'body full' : 'body'}>
        <div class="line">
          <span class={first ? 'sender' : 'unseen'}>{words.name}</span>
          <When at={message.at} now={now} changedAt={message.updatedAt} />
        </div>
        {text !== undefined && (
          // Markdown-it with HTML off makes it.
          <div class="bubble" lang={lang} dangerouslySetInnerHTML={{ __html: textToHtml(text) }} />
        )}
        {card && (
          <>
            <Card
              card={card}
              version={`${message.id} ${message.versions}`}
              busy={busy}
              label={message.summary ?? words.chat.card}
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
