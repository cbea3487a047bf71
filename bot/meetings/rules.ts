import { type Day, isDay } from '../time/day';
import { isMoment, type Moment, momentAt } from '../time/moment';
import type { WorkingCalendar } from '../time/working-calendar';

/**
 * What an invited professional has said; the lead is there by calling the meeting. `closed`: the meeting is over, and what
 * this one answered, or that they did not, is not kept.
 */
export type InvitationStatus = 'asked' | 'coming' | 'stand-in' | 'hindered' | 'lead' | 'closed';
export const HINDERED_CODES = ['absent', 'citizen-matter', 'other-meeting'] as const;
export type HinderedCode = (typeof HINDERED_CODES)[number];

/** What happened to an invitation. */
export type InvitationEvent =
  | { readonly kind: 'come' }
  | { readonly kind: 'hindered'; readonly code: HinderedCode }
  | { readonly kind: 'ask-colleague' }
  /** The manager names somebody of the department. */
  | { readonly kind: 'named' }
  | { readonly kind: 'colleague-accepted'; readonly byManager: boolean }
  | { readonly kind: 'colleague-declined'; readonly byManager: boolean }
  /** A colleague who had said yes cannot come after all. */
  | { readonly kind: 'colleague-withdrew'; readonly byManager: boolean }
  | { readonly kind: 'lead-manages' }
  | { readonly kind: 'lead-needs-somebody' }
  /** `lapsed`: it had begun, or was over: whoever had not answered is asked anew as well. */
  | { readonly kind: 'moved'; readonly lapsed: boolean };

export type InvitationState = {
  readonly status: InvitationStatus;
  readonly hinderedCode: HinderedCode | null;
  readonly leadReply: 'manage' | 'somebody' | null;
  readonly earlier: 'coming' | 'hindered' | 'stand-in' | null;
  /** Each asking is a round. */
  readonly round: number;
};

/** What follows from an event, beside the new state; carried out in the same transaction. */
export type Consequence =
  | 'answer-given'
  /** The invited one is asked anew: a new round. */
  | 'ask-again'
  | 'withdraw-colleague'
  | 'ask-lead'
  | 'lead-answered'
  | 'ask-manager'
  | 'manager-answered'
  | 'tell-invited';

export type Turned = { readonly state: InvitationState; readonly follows: readonly Consequence[] };

/**
 * One step of an invitation. Pure; a step that says nothing new gives the same state and no consequence, so that a second
 * press is harmless. Source: the duty to attend (Ballerup 4); there is no plain "no".
 */
export function turnInvitation(state: InvitationState, event: InvitationEvent): Turned {
  const same: Turned = { state, follows: [] };
  if (state.status === 'lead') return same;
  if (state.status === 'closed' && !(event.kind === 'moved' && event.lapsed)) return same;
  const cleared = { ...state, hinderedCode: null, leadReply: null, earlier: null };
  switch (event.kind) {
    case 'come':
      if (state.status === 'coming') return same;
      return {
        state: { ...cleared, status: 'coming' },
        follows: ['answer-given', 'withdraw-colleague', 'lead-answered', 'manager-answered'],
      };
    case 'hindered':
      if (state.status === 'hindered' && state.hinderedCode === event.code) return same;
      return {
        state: { ...cleared, status: 'hindered', hinderedCode: event.code },
        follows: ['answer-given', 'withdraw-colleague', 'lead-answered', 'manager-answered', 'ask-lead'],
      };
    case 'ask-colleague':
      // Responsible until the colleague says yes: nothing is answered yet, and what was said still stands.
      return { state, follows: ['withdraw-colleague'] };
    case 'named':
      return { state, follows: ['answer-given', 'withdraw-colleague', 'lead-answered', 'manager-answered'] };
    case 'colleague-accepted':
      return {
        state: { ...cleared, status: 'stand-in' },
        follows: ['answer-given', 'lead-answered', 'manager-answered'],
      };
    case 'colleague-declined':
      return { state, follows: [event.byManager ? 'ask-manager' : 'tell-invited'] };
    case 'colleague-withdrew':
      if (event.byManager) return { state: { ...cleared, status: 'asked' }, follows: ['ask-manager'] };
      return { state: { ...cleared, status: 'asked', round: state.round + 1 }, follows: ['ask-again'] };
    case 'lead-manages':
      if (state.status !== 'hindered' || state.leadReply !== null) return same;
      return { state: { ...state, leadReply: 'manage' }, follows: ['lead-answered'] };
    case 'lead-needs-somebody':
      if (state.status !== 'hindered' || state.leadReply !== null) return same;
      return { state: { ...state, leadReply: 'somebody' }, follows: ['lead-answered', 'ask-manager'] };
    case 'moved':
      if (state.status === 'asked' && !event.lapsed) return same;
      return {
        state: {
          ...cleared,
          status: 'asked',
          earlier: state.status === 'asked' || state.status === 'closed' ? null : state.status,
          round: state.round + 1,
        },
        follows: ['withdraw-colleague', 'lead-answered', 'manager-answered', 'ask-again'],
      };
    default:
      return event satisfies never;
  }
}

export type WhenFault = 'bad-date' | 'bad-time' | 'past-time' | 'not-working-time';

/** The moment that somebody typed as date and time, or why it cannot be. A meeting is on one of the house's working days, and still ahead. */
export function readWhen(
  typed: { readonly date: string; readonly time: string },
  now: Moment,
  calendar: WorkingCalendar,
): { readonly at: Moment } | { readonly input: 'date' | 'time'; readonly fault: WhenFault } {
  if (!isDay(typed.date)) return { input: 'date', fault: 'bad-date' };
  const time = asTime(typed.time);
  if (time === undefined) return { input: 'time', fault: 'bad-time' };
  const day: Day = typed.date;
  const at = momentAt(day, time);
  if (!isMoment(at) || at <= now) return { input: 'date', fault: 'past-time' };
  if (!calendar.isWorkingDay(day)) return { input: 'date', fault: 'not-working-time' };
  return { at };
}

/** `HH:MM` from what people and clients write: 9:00, 09.00, 0900, 09:00:00; undefined when it is no time. */
function asTime(text: string): string | undefined {
  const found = /^\s*(\d{1,2})[:.]?(\d{2})(?::\d{2})?\s*$/.exec(text);
  const hours = Number(found?.[1]);
  const rest = Number(found?.[2]);
  if (!found || hours > 23 || rest > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Whether a meeting is done with, for good: its record stands, it was not held, or it was cancelled. */
export function isClosed(meeting: { readonly status: string }): boolean {
  return meeting.status === 'held' || meeting.status === 'not-held' || meeting.status === 'cancelled';
}

/** How a meeting stands that nobody answers any more: cancelled, begun and not over yet, or past. */
export function overAs(
  meeting: { readonly status: string; readonly startsAt: Date; readonly duration: number },
  now: Date,
): 'cancelled' | 'running' | 'past' {
  if (meeting.status === 'cancelled') return 'cancelled';
  if (isClosed(meeting)) return 'past';
  const ends = meeting.startsAt.getTime() + meeting.duration * 60_000;
  return meeting.status === 'running' || now.getTime() < ends ? 'running' : 'past';
}

/** Whether a meeting has begun or ended: from then on nobody answers any more. */
export function isOver(meeting: { readonly status: string; readonly startsAt: Date }, now: Date): boolean {
  return meeting.status !== 'called' || meeting.startsAt.getTime() <= now.getTime();
}
