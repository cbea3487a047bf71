import { useEffect, useState } from 'preact/hooks';
import type { StagePersonState } from '../../page-api';
import { ask, type Note, problemIn } from '../stage-client';
import { useSpeech } from '../words/words';
import { NoteLine } from './note-line';

const typingAfterMs = 400;

type ComposerProps = { readonly person: StagePersonState; readonly disabled: boolean };

/** Where a person writes to the bot. */
export function Composer({ person, disabled }: ComposerProps) {
  const { words } = useSpeech();
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
      setNote(problemIn(words, error));
      // Nothing typed is lost; what was typed meanwhile stands first.
      setText((now) => (now === '' ? said : now));
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
        {typing && words.chat.typing}
      </p>
      <NoteLine note={note} />
      <div class="typing-row">
        <label class="unseen" for={`say-${person.entraId}`}>
          {words.chat.write(person.name)}
        </label>
        <input
          id={`say-${person.entraId}`}
          value={text}
          placeholder={words.chat.placeholder}
          autocomplete="off"
          maxLength={4_000}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="send" aria-label={words.chat.send} disabled={disabled || text.trim() === ''}>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d="M2.7 2.5 17.6 9.5c.4.2.4.8 0 1L2.7 17.5c-.5.2-1-.2-.9-.7L3.6 11 11 10 3.6 9 1.8 3.2c-.1-.5.4-.9.9-.7Z" />
          </svg>
        </button>
      </div>
    </form>
  );
}
