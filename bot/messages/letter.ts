import type { Unit } from '../db/unit';
import type { Locale } from '../turn';
import type { Invite, Mailbox } from './port';

export type LetterInput = {
  /** Whom it goes to: a member of staff or an external; the other is null. */
  readonly personId: string | null;
  readonly externalId: string | null;
  readonly to: Mailbox;
  /** Danish for externals. */
  readonly locale: Locale;
  readonly matterId: string;
  /** What the message was put into the outbox under: a letter that a newer one has overtaken can tell by it. */
  readonly naturalKey: string;
  readonly sending: { readonly class: string; readonly repeated: boolean };
};

/** An e-mail's own words; nothing about the citizen in the subject but the reference. */
export type LetterContent = { readonly subject: string; readonly text: string; readonly calendar?: Invite };

/** Writes one kind of e-mail as things stand now; undefined when it is no longer true. */
export type Letter = (unit: Unit, input: LetterInput) => Promise<LetterContent | undefined>;
