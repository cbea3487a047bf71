import type { CardJson, ChatPlace } from '../turn';

/** How one try to reach somebody ended. */
export type SendResult =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** The request may or may not have arrived (time-out, reset, lost answer): it must not be repeated blindly. */
  | { readonly kind: 'unsure'; readonly code: string }
  /** Final for this person: blocked the bot, never installed it, or is gone. */
  | { readonly kind: 'refused'; readonly why: 'blocked' | 'not-installed' | 'left'; readonly code: string }
  /** Did certainly not arrive and may be tried again, not before `afterMs` (Retry-After) when Teams said so. */
  | { readonly kind: 'retry'; readonly code: string; readonly afterMs?: number }
  /** Did certainly not arrive and never will: a fault of ours (too large, malformed). */
  | { readonly kind: 'broken'; readonly code: string };

export type TeamsPost = {
  readonly tenantId: string;
  readonly place: ChatPlace;
  readonly card: CardJson;
  /** The notification text. */
  readonly summary: string;
};

/** Sending into Teams. One request a call: no retries, no sleeping, at most ten seconds. Never rejects. */
export type TeamsPort = {
  post(message: TeamsPost): Promise<SendResult>;
  update(message: TeamsPost & { readonly activityId: string }): Promise<SendResult>;
};

export type Mailbox = { readonly name: string; readonly email: string };

/** A calendar invitation as data; the organizer is whoever the mail comes from, since that one must never change. */
export type Invite = {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same for as long as the meeting lives. */
  readonly uid: string;
  /** Rises with every move. */
  readonly sequence: number;
  readonly start: Date;
  /** Minutes. */
  readonly duration: number;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly attendee: Mailbox;
  /** Set for who may stay away. */
  readonly optional?: true;
  /** When it was written. */
  readonly stamp: Date;
};

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly calendar?: Invite;
};

/** Sending e-mail; undefined where no SMTP server is set. */
export type MailPort = { send(mail: Mail): Promise<SendResult> };
