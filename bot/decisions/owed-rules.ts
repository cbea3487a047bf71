import type { Day } from '../time/day';
import { isHearing } from './hearing-rules';
import { answerDueOn, DECISION_DAYS, hearingOf, type Proposal } from './state-rules';

/** The kinds of obligation that a proposal's state makes people owe. */
export const PROPOSAL_KINDS = [
  'proposal-answer',
  'department-voice',
  'decision-talk',
  'professional-decision',
  'ruling',
  'leader-missing',
  'advice',
  'advice-taken',
  'citizen-answer',
  'visitation-send',
  'visitation-answer',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** Somebody owes something on a proposal. `lead`: whoever leads the pathway now. */
export type Owed = {
  readonly kind: ProposalKind;
  readonly owner: { readonly role: 'lead' } | { readonly role: 'person'; readonly personId: string | null };
  /** Each asking is a round of its own. */
  readonly round: number;
  readonly dueOn: Day;
};

const VERSION = 100;
/** Beside the rounds of a level: leaders who answered, but not alike, with nobody above, are asked anew to come together. */
const TOGETHER = 5;

/**
 * What is owed as a proposal stands. The obligations are a function of the state: whatever stands open and is not here is
 * settled, whatever is here and was never opened is opened. Every open proposal makes somebody owe something, but for one that
 * is decided at a meeting which runs: that meeting's record is owed.
 * @param isHere whether somebody is still employed: what a responsible who left owed is the lead's
 */
export function owedBy(state: Proposal, isHere: (personId: string) => boolean): Owed[] {
  const { stage, n } = state;
  const round = n * VERSION;
  const lead = { role: 'lead' } as const;
  const person = (personId: string | null) => ({ role: 'person', personId }) as const;
  const responsible = isHere(state.responsibleId) ? person(state.responsibleId) : lead;
  switch (stage.is) {
    case 'advice':
      return state.advisers.flatMap((one): Owed[] =>
        one.state === 'asked' ? [{ kind: 'advice', owner: person(one.personId), round, dueOn: stage.dueOn }] : [],
      );
    case 'taking':
      return [{ kind: 'advice-taken', owner: lead, round, dueOn: stage.dueOn }];
    case 'asking':
      return [...answers(state), ...voices(state), ...citizens(state)];
    case 'talk':
      return [
        { kind: 'decision-talk', owner: lead, round: round + state.talks, dueOn: stage.dueOn },
        ...answers(state),
        ...voices(state),
      ];
    case 'professional':
      return [
        {
          kind: 'professional-decision',
          owner: person(stage.personId),
          round: round + state.talks,
          dueOn: stage.dueOn,
        },
        ...answers(state),
      ];
    case 'leaders':
      return rulings(state, isHere);
    case 'to-send':
      return [{ kind: 'visitation-send', owner: responsible, round, dueOn: stage.dueOn }];
    case 'visitation':
      return [{ kind: 'visitation-answer', owner: responsible, round, dueOn: stage.dueOn }];
    case 'closed':
      return [];
    default:
      return stage satisfies never;
  }
}

function answers(state: Proposal): Owed[] {
  return state.seats.flatMap((seat): Owed[] => {
    const dueOn = answerDueOn(state, seat);
    if (seat.state !== 'asked' || dueOn === null) return [];
    const owner = { role: 'person', personId: seat.personId } as const;
    return [{ kind: 'proposal-answer', owner, round: state.n * VERSION + seat.round, dueOn }];
  });
}

/** One asking of a manager, for however many departments; asked again after they had answered is another. */
function voices(state: Proposal): Owed[] {
  const open = state.voices.filter((one) => one.state === 'open');
  return [...new Set(open.map((one) => one.managerId))].map((personId): Owed => {
    const mine = state.voices.filter((one) => one.managerId === personId);
    const settled = mine.filter((one) => one.state !== 'open').length;
    const last = mine
      .filter((one) => one.state === 'open')
      .reduce((one, next) => (one.dueOn < next.dueOn ? next : one));
    const owner = { role: 'person', personId } as const;
    return { kind: 'department-voice', owner, round: state.n * VERSION + settled, dueOn: last.dueOn };
  });
}

function citizens(state: Proposal): Owed[] {
  const { answersDueOn } = state;
  if (state.rule !== 'agreed-with-citizen' || state.citizen !== null || answersDueOn === null) return [];
  return [{ kind: 'citizen-answer', owner: { role: 'lead' }, round: state.n * VERSION, dueOn: answersDueOn }];
}

function rulings(state: Proposal, isHere: (personId: string) => boolean): Owed[] {
  const hearing = hearingOf(state);
  if (!hearing || !isHearing(hearing)) return [];
  // Late and answered by all, but not alike: each may still come round, and each owes it.
  const together = hearing.seats.length > 0 && hearing.seats.every((seat) => seat.ruling !== null);
  const common = {
    kind: 'ruling',
    round: state.n * VERSION + (together ? TOGETHER : 0) + hearing.level * 10 + hearing.round,
    dueOn: hearing.dueOn,
  } as const;
  // Nobody can be found to decide: the lead keeps it until the house finds somebody.
  if (hearing.seats.length === 0) return [{ ...common, kind: 'leader-missing', owner: { role: 'lead' } }];
  const owners = hearing.seats.filter((seat) => (together ? isHere(seat.personId) : seat.ruling === null));
  if (owners.length === 0) return [{ ...common, owner: { role: 'person', personId: null } }];
  return owners.map(({ personId }): Owed => ({ ...common, owner: { role: 'person', personId } }));
}

/** Working days within which the citizen is told an outcome and why. Source: Ikast-Brande; the number is the product's. */
export const TELL_DAYS = 2;
/** Working days in which a question is answered, by the team or by leaders. */
export const QUESTION_DAYS = DECISION_DAYS.answers;
