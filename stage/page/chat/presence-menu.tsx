import { useState } from 'preact/hooks';
import type { StagePersonState } from '../../page-api';
import { Menu } from '../menu';
import { ask, type Note, problemIn } from '../stage-client';
import { useSpeech } from '../words/words';
import { NoteLine } from './note-line';

/** What a person could do to the bot in Teams besides talking: block it, remove it, take it back. */
export function PresenceMenu({ person }: { readonly person: StagePersonState }) {
  const { words } = useSpeech();
  const [note, setNote] = useState<Note>();
  const change = async (to: 'met' | 'removed' | 'blocked' | 'unblocked') => {
    setNote(undefined);
    try {
      await ask('presence', { entraId: person.entraId, to });
    } catch (error) {
      setNote(problemIn(words, error));
    }
  };
  return (
    <Menu name={words.chat.more} label={`${words.chat.more}: ${person.name}`}>
      <p>{words.chat.presence[person.blocked ? 'blocked' : person.presence]}</p>
      <button type="button" onClick={() => void change(person.blocked ? 'unblocked' : 'blocked')}>
        {person.blocked ? words.chat.unblock : words.chat.block}
      </button>
      <button type="button" onClick={() => void change(person.presence === 'met' ? 'removed' : 'met')}>
        {person.presence === 'met' ? words.chat.remove : words.chat.add}
      </button>
      <NoteLine note={note} />
    </Menu>
  );
}
