import type { StagePersonState } from '../../page-api';
import { PersonAvatar } from '../avatar';
import { useSpeech } from '../words/words';
import { PresenceMenu } from './presence-menu';

type ChatHeadProps = {
  readonly person: StagePersonState;
  readonly id: string;
  /** Whether there is a place to move to, on either side. */
  readonly canMove: { readonly left: boolean; readonly right: boolean };
  readonly onMove: (by: -1 | 1) => void;
  readonly onClose: () => void;
};

const signs = {
  left: 'M12.5 4.5 7 10l5.5 5.5',
  right: 'M7.5 4.5 13 10l-5.5 5.5',
  close: 'M5 5l10 10M15 5 5 15',
};

type SignButtonProps = { readonly sign: keyof typeof signs; readonly label: string; readonly onClick: () => void };

function SignButton({ sign, label, onClick }: SignButtonProps) {
  return (
    <button type="button" class="sign-button" data-sign={sign} aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d={signs[sign]} />
      </svg>
    </button>
  );
}

/** Whose chat it is, and what can be done with its place on the page. */
export function ChatHead({ person, id, canMove, onMove, onClose }: ChatHeadProps) {
  const { words } = useSpeech();
  return (
    <header class="chat-head">
      <PersonAvatar name={person.name} />
      <div class="chat-title">
        <h2 id={id} tabIndex={-1}>
          {person.name}
        </h2>
        <p>{person.title}</p>
      </div>
      <div class="chat-tools">
        {canMove.left && <SignButton sign="left" label={words.chat.left(person.name)} onClick={() => onMove(-1)} />}
        {canMove.right && <SignButton sign="right" label={words.chat.right(person.name)} onClick={() => onMove(1)} />}
        <PresenceMenu person={person} />
        <SignButton sign="close" label={words.chat.close(person.name)} onClick={onClose} />
      </div>
    </header>
  );
}
