import type { Day } from '../time/day';
import type { Moment } from '../time/moment';
import type { Hearing, Ruling, RulingSeat } from './hearing-rules';

export const DECISION_RULES = [
  'unanimous-then-managers',
  'professional-decides',
  'advice-process',
  'agreed-with-citizen',
  'leaders-set-direction',
] as const;

export type DecisionRule = (typeof DECISION_RULES)[number];

/** What somebody with a voice says. Doubt counts: it opens a talk before anybody decides. */
export type Vote = { readonly kind: 'agree' | 'doubt' | 'disagree'; readonly reason: string };

/**
 * One voice on this version. `asked` with a vote: asked anew after a clarification, and what was said stands until then.
 * `lapsed`: did not answer in time; silence counts by department. `left-out`: disqualified, or without mandate. `gone`: left, or
 * lost sight of the pathway.
 */
export type Seat = {
  readonly id: string;
  readonly personId: string;
  readonly departmentId: string;
  /** Whose voice a colleague has. */
  readonly standsForId: string | null;
  readonly state: 'asked' | 'answered' | 'lapsed' | 'left-out' | 'gone';
  /** How often this one was asked on this version. */
  readonly round: number;
  readonly vote: Vote | null;
};

/** A department that was absent or silent: its own manager says yes or names somebody. `silent`: that did not happen in time, or was not needed any more. */
export type Voice = {
  readonly departmentId: string;
  readonly managerId: string | null;
  readonly state: 'open' | 'yes' | 'named' | 'silent';
  readonly saidBy: string | null;
  readonly dueOn: Day;
};

export type Adviser = { readonly personId: string; readonly state: 'asked' | 'advised' | 'lapsed' };

export type Outcome = {
  readonly kind:
    | 'adopted'
    | 'not'
    | 'other'
    /** Not agreed with the citizen: kept as the citizen's wish, and taken up at the next meeting. */
    | 'wish'
    /** Not agreed within the team, where leaders advise and do not decide. */
    | 'not-agreed'
    | 'direction'
    | 'granted'
    | 'partly'
    | 'refused'
    | 'withdrawn';
  readonly by: 'team' | 'professional' | 'leaders' | 'leader' | 'citizen' | 'visitation' | 'lead';
  readonly text: string;
  readonly reason: string;
};

/** Where a proposal stands; each with only its own fields. */
export type Stage =
  /** Those it concerns are asked for advice. */
  | { readonly is: 'advice'; readonly dueOn: Day }
  /** The advice is in: the lead writes what was taken from it. */
  | { readonly is: 'taking'; readonly dueOn: Day }
  | { readonly is: 'asking' }
  | { readonly is: 'talk'; readonly dueOn: Day; readonly clarified: boolean }
  | { readonly is: 'professional'; readonly dueOn: Day; readonly personId: string }
  /** Before the leaders of the last hearing. */
  | { readonly is: 'leaders' }
  /** Decided, and another body has to grant it: not asked there yet. */
  | { readonly is: 'to-send'; readonly dueOn: Day; readonly decided: Outcome }
  | { readonly is: 'visitation'; readonly dueOn: Day; readonly decided: Outcome }
  | { readonly is: 'closed'; readonly outcome: Outcome };

export type Proposal = {
  readonly rule: DecisionRule;
  /** Which version is decided on; its answers are its own. */
  readonly n: number;
  readonly stage: Stage;
  readonly visitation: boolean;
  readonly responsibleId: string;
  readonly seats: readonly Seat[];
  /** Departments that the team has: each must have a voice in it. */
  readonly expected: readonly string[];
  /** Departments that the decision touches by what was written; those of the doubting and the silent come beside. */
  readonly touched: readonly string[];
  readonly voices: readonly Voice[];
  readonly advisers: readonly Adviser[];
  /** What the citizen answers, where the rule asks for it. */
  readonly citizen: 'yes' | 'no' | null;
  /** Of this version, oldest first. */
  readonly hearings: readonly Hearing[];
  /** It is decided at the meeting that runs: nobody owes an answer before that is closed. */
  readonly inMeeting: boolean;
  /** The lead noted that those at the meeting agree. */
  readonly weAgree: boolean;
  /** Until when those with a voice answer; null while the meeting runs. */
  readonly answersDueOn: Day | null;
  /** How often a talk was opened, or the professional asked: each is an asking of its own. */
  readonly talks: number;
  /** Who decides without agreement, where the model names a professional; null where nobody of them has a voice. */
  readonly professionalId: string | null;
};

/** What a version opens with. */
export type Opening = Pick<
  Proposal,
  'visitation' | 'responsibleId' | 'expected' | 'touched' | 'inMeeting' | 'professionalId'
> & {
  readonly seats: readonly Pick<Seat, 'id' | 'personId' | 'departmentId' | 'standsForId'>[];
  /** Disqualified, or without mandate. */
  readonly leftOut: ReadonlySet<string>;
  /** Agrees by proposing it. */
  readonly proposerId: string;
  readonly advisers: readonly string[];
  readonly citizen: Proposal['citizen'];
  /** Leaders at the meeting, where they set a direction. */
  readonly leaders: readonly Pick<RulingSeat, 'personId' | 'departmentIds' | 'because'>[];
};

/** Working days in which things happen; ours but for the end of the next working day, which product and models give. */
export const DECISION_DAYS = {
  answers: 2,
  voice: 2,
  talk: 1,
  advice: 2,
  taking: 2,
  professional: 1,
  direction: 1,
  send: 2,
} as const;

export type ProposalEvent =
  | { readonly kind: 'vote'; readonly personId: string; readonly vote: Vote }
  | { readonly kind: 'we-agree' }
  | { readonly kind: 'meeting-closed' }
  | { readonly kind: 'answers-past-due' }
  /** The manager of a silent department says yes for it. */
  | { readonly kind: 'voice-yes'; readonly managerId: string; readonly byId: string }
  /** The manager names somebody, who is asked. */
  | {
      readonly kind: 'voice-named';
      readonly managerId: string;
      readonly byId: string;
      readonly seat: Opening['seats'][number];
    }
  | { readonly kind: 'voice-past-due' }
  /** The lead answered the doubts: whoever doubts is asked anew. */
  | { readonly kind: 'clarify' }
  | { readonly kind: 'amend'; readonly opening: Opening }
  /** `only`: the departments whose leaders are asked, where the lead narrows. */
  | { readonly kind: 'put-before-leaders'; readonly only: readonly string[] | null }
  | { readonly kind: 'talk-past-due' }
  | { readonly kind: 'professional-decides'; readonly ruling: Ruling }
  | { readonly kind: 'professional-past-due' }
  | { readonly kind: 'advised'; readonly personId: string }
  | { readonly kind: 'advice-past-due' }
  /** What was taken from the advice is written: the team decides. */
  | { readonly kind: 'advice-taken' }
  | { readonly kind: 'citizen-answers'; readonly answer: 'yes' | 'no' }
  /** The responsible, who cannot say yes alone, has asked leaders. */
  | { readonly kind: 'leaders-asked'; readonly personId: string }
  | { readonly kind: 'ruling'; readonly seatId: string; readonly ruling: Ruling; readonly together: boolean }
  | { readonly kind: 'together-at'; readonly at: Moment }
  | { readonly kind: 'ruling-past-due' }
  /** Nobody could be found to decide it: the house looks again. */
  | { readonly kind: 'leaders-sought' }
  | { readonly kind: 'sent'; readonly answerDueOn: Day }
  | { readonly kind: 'visitation-answered'; readonly answer: 'granted' | 'partly' | 'refused'; readonly text: string }
  /** Somebody left the house, or may no longer see the pathway. */
  | { readonly kind: 'gone'; readonly personId: string }
  | { readonly kind: 'withdraw'; readonly reason: string };

export type Stepped =
  | { readonly state: Proposal }
  | { readonly refused: 'closed' | 'not-yours' | 'too-early' | 'no-voters' };

/** Has a voice that counts. */
export const isLive = (seat: Seat): boolean => seat.state !== 'left-out' && seat.state !== 'gone';

/** Whose doubt or disagreement stands now. */
export const doubting = (state: Proposal): Seat[] =>
  state.seats.filter((seat) => isLive(seat) && seat.vote !== null && seat.vote.kind !== 'agree');

/** Departments of the team that nobody with a voice has spoken for. */
export function silentDepartments(state: Proposal): string[] {
  return state.expected.filter(
    (department) =>
      !state.seats.some((seat) => seat.departmentId === department && isLive(seat) && seat.state !== 'lapsed') &&
      !state.voices.some((voice) => voice.departmentId === department && voice.state === 'yes'),
  );
}

/**
 * Departments that the team's decision lacks a yes of. Where leaders decide what a team cannot, each department of the team; where
 * they do not, those that have a voice: nobody's silence is a yes, and nobody is asked to say it for them.
 */
export function unheardDepartments(state: Proposal): string[] {
  if (state.rule === 'unanimous-then-managers') return silentDepartments(state);
  const live = state.seats.filter(isLive);
  const agree = new Set(live.filter((seat) => seat.vote?.kind === 'agree').map((seat) => seat.departmentId));
  return [...new Set(live.map((seat) => seat.departmentId))].filter((department) => !agree.has(department)).sort();
}

/** The departments whose leaders decide: those it touches, the responsible's among them, the doubting and the silent. */
export function departmentsBefore(state: Proposal): string[] {
  const doubts = doubting(state).map((seat) => seat.departmentId);
  return [
    ...new Set([...state.touched, ...doubts, ...(leadersDecide(state.rule) ? unheardDepartments(state) : [])]),
  ].sort();
}

/**
 * Whether somebody may see what the others answered: not before they have answered themselves. Whoever has no voice sees it
 * once it is no longer asked; the lead works with the doubts, and sees them when a talk opens.
 */
export function seesAnswers(state: Proposal, personId: string, isLead: boolean): boolean {
  const own = state.seats.find((seat) => seat.personId === personId && isLive(seat));
  if (own) return own.vote !== null || state.stage.is === 'closed' || (isLead && state.stage.is !== 'asking');
  return state.stage.is !== 'asking' || isLead;
}

/** Whether leaders decide under this rule what the team cannot. */
export const leadersDecide = (rule: DecisionRule): boolean =>
  rule === 'unanimous-then-managers' || rule === 'professional-decides';

/** Until when somebody who is asked answers; asked anew, as long as the talk. Null while the meeting runs. */
export function answerDueOn(state: Proposal, seat: Seat): Day | null {
  const { stage, answersDueOn } = state;
  const talks = stage.is === 'talk' || stage.is === 'professional';
  return answersDueOn !== null && talks && seat.round > 1 ? stage.dueOn : answersDueOn;
}

/** Before leaders, of whom nobody can be found: it waits until somebody leads again. */
export const isLeaderless = (state: Proposal): boolean =>
  state.stage.is === 'leaders' && state.hearings.at(-1)?.seats.length === 0;

/** The hearing that is on; the last of this version. */
export const hearingOf = (state: Proposal): Hearing | undefined => state.hearings.at(-1);

/** A voice that did not answer is no longer asked. */
export const lapse = (seat: Seat): Seat => (seat.state === 'asked' ? { ...seat, state: 'lapsed' } : seat);

/** An adviser who did not answer is no longer asked. */
export const lapsed = (adviser: Adviser): Adviser =>
  adviser.state === 'asked' ? { ...adviser, state: 'lapsed' } : adviser;

/** A manager who did not speak is no longer asked. */
export const unsaid = (voice: Voice): Voice => (voice.state === 'open' ? { ...voice, state: 'silent' } : voice);
