// A test that finds nothing proves nothing: each fault that is planted here in the rules is found by a suite of this folder.
import fc from 'fast-check';
import { type Owed, owedBy } from '../../../bot/decisions/owed-rules';
import { stepProposal } from '../../../bot/decisions/proposal-rules';
import type { Outcome, Proposal, ProposalEvent } from '../../../bot/decisions/state-rules';
import { everyMeeting, everyTeam, type Step } from './answers';
import { everyDirection, everyLeadership } from './leaders';
import { beginnings, live, type Rules } from './lives';

/** The rules, with something wrong about the state before a step, or about what came of it. */
function wrong({
  before = (state) => state,
  after = (state) => state,
}: {
  before?: (state: Proposal, event: ProposalEvent) => Proposal;
  after?: (state: Proposal, was: Proposal, event: ProposalEvent) => Proposal;
}): Step {
  return (state, event, around) => {
    const stepped = stepProposal(before(state, event), event, around);
    return 'refused' in stepped ? stepped : { state: after(stepped.state, state, event) };
  };
}

/** The rules, but that such events change nothing. */
const deaf =
  (kind: ProposalEvent['kind']): Step =>
  (state, event, around) =>
    event.kind === kind && state.stage.is !== 'closed' ? { state } : stepProposal(state, event, around);

const closed = (state: Proposal, kind: Outcome['kind']): Proposal => ({
  ...state,
  seats: state.seats.map((one) => (one.state === 'asked' ? { ...one, state: 'lapsed' } : one)),
  inMeeting: false,
  stage: { is: 'closed', outcome: { kind, by: 'team', text: '', reason: '' } },
});
const hearingOf = (state: Proposal) => state.hearings.at(-1);

const team = (step: Step): boolean =>
  everyTeam(step, 'unanimous-then-managers', {
    from: 1,
    to: 2,
    behaviours: ['agree', 'doubt', 'silent', 'left-out'],
    replies: ['yes', 'silence'],
  }).faults.length > 0;
const meeting = (step: Step): boolean => everyMeeting(step, 2).faults.length > 0;
const leaders = (step: Step): boolean =>
  everyLeadership(step, 2, {
    first: ['as-proposed', 'not', 'silent'],
    again: ['as-proposed', 'not', 'silent'],
    above: ['as-proposed', 'silent'],
  }).faults.length > 0;
const direction = (step: Step): boolean => everyDirection(step, 2).faults.length > 0;
/** The law that a random life finds broken. */
function lives(rules: Partial<Rules>): string | undefined {
  let law: string | undefined;
  fc.check(
    fc.property(beginnings, (beginning) => {
      law = live({ step: stepProposal, owedBy, ...rules }, beginning).broken;
      return law === undefined;
    }),
    { numRuns: 3_000, seed: 9, endOnFailure: true },
  );
  return law;
}

test.each<{ name: string; step: Step; finds: (step: Step) => boolean }>([
  {
    name: 'whoever is left out may vote',
    step: wrong({
      before: (state) => ({
        ...state,
        seats: state.seats.map((one) => (one.state === 'left-out' ? { ...one, state: 'asked' } : one)),
      }),
    }),
    finds: team,
  },
  {
    name: 'silence is agreement',
    step: wrong({
      after: (state, was, event) =>
        event.kind === 'answers-past-due' && was.stage.is === 'asking' ? closed(state, 'adopted') : state,
    }),
    finds: team,
  },
  {
    name: 'a doubt is overruled by the others',
    step: wrong({
      after: (state) =>
        state.stage.is === 'talk' && state.seats.filter((one) => one.vote?.kind === 'agree').length > 0
          ? closed(state, 'adopted')
          : state,
    }),
    finds: team,
  },
  {
    name: 'a manager who said yes decides as well',
    step: wrong({
      before: (state, event) =>
        event.kind === 'talk-past-due'
          ? { ...state, voices: state.voices.map((one) => (one.state === 'yes' ? { ...one, state: 'named' } : one)) }
          : state,
    }),
    finds: team,
  },
  {
    name: 'those at a meeting are decided over before it closes',
    step: wrong({ after: (state, _, event) => (event.kind === 'we-agree' ? closed(state, 'adopted') : state) }),
    finds: meeting,
  },
  {
    name: 'a department that is not at the meeting is forgotten',
    step: wrong({ before: (state) => ({ ...state, expected: state.expected.slice(0, 1) }) }),
    finds: meeting,
  },
  {
    name: 'a leader who is silent agrees',
    step: wrong({
      after: (state, was, event) =>
        event.kind === 'ruling-past-due' && hearingOf(was)?.level === 1 ? closed(state, 'adopted') : state,
    }),
    finds: leaders,
  },
  {
    name: 'leaders who differ never try once more',
    step: wrong({
      before: (state) => ({ ...state, hearings: state.hearings.map((one) => ({ ...one, round: one.round + 1 })) }),
    }),
    finds: leaders,
  },
  {
    name: 'what leaders said the first time is carried into the second',
    step: wrong({
      after: (state, was) =>
        state.hearings.length > was.hearings.length && was.hearings.length === 1
          ? {
              ...state,
              hearings: state.hearings.map((one, n) =>
                n === 1 ? { ...one, seats: state.hearings[0]?.seats ?? [] } : one,
              ),
            }
          : state,
    }),
    finds: leaders,
  },
  {
    name: 'a direction that nobody recognises is decided on',
    step: wrong({
      before: (state) => ({ ...state, hearings: state.hearings.map((one) => ({ ...one, confirms: false })) }),
    }),
    finds: direction,
  },
])('$name: found', ({ step, finds }) => {
  expect(finds(step)).toBe(true);
});

const VOTER: Step = wrong({
  after: (state, was) => {
    const voter = state.seats.find((one) => one.state === 'answered')?.personId;
    if (state.hearings.length === was.hearings.length || voter === undefined) return state;
    return {
      ...state,
      hearings: state.hearings.map((one) => ({
        ...one,
        seats: one.seats.map((each, n) => (n === 0 ? { ...each, personId: voter } : each)),
      })),
    };
  },
});
const REOPENS: Step = (state, event, around) =>
  state.stage.is === 'closed' && event.kind === 'vote'
    ? { state: { ...state, stage: { is: 'asking' } } }
    : stepProposal(state, event, around);

test.each<{ name: string; law: RegExp; rules: Partial<Rules> }>([
  {
    name: 'somebody with a voice decides as a leader',
    law: /has a voice and rules|two levels/,
    rules: { step: VOTER },
  },
  { name: 'an end can be undone', law: /after the end/, rules: { step: REOPENS } },
  {
    name: 'nobody is agreement',
    law: /adopted by nobody/,
    rules: {
      step: wrong({
        after: (state) =>
          state.stage.is === 'talk' && state.seats.every((one) => one.vote === null) ? closed(state, 'adopted') : state,
      }),
    },
  },
  {
    name: 'whoever has answered is reminded',
    law: /owes an answer as|asked is again/,
    rules: {
      owedBy: (state, isHere) =>
        owedBy(
          { ...state, seats: state.seats.map((one) => (one.state === 'answered' ? { ...one, state: 'asked' } : one)) },
          isHere,
        ),
    },
  },
  {
    name: 'whoever has left is reminded',
    law: /is gone/,
    rules: {
      step: deaf('gone'),
    },
  },
  {
    name: 'a second asking has the number of the first',
    law: /same number|asked twice/,
    rules: { owedBy: (state, isHere) => owedBy(state, isHere).map((one): Owed => ({ ...one, round: 1 })) },
  },
  {
    name: 'nobody owes the talk',
    law: /nobody owes anything in talk/,
    rules: { owedBy: (state, isHere) => owedBy(state, isHere).filter((one) => one.kind !== 'decision-talk') },
  },
  {
    name: 'a talk never goes before leaders',
    law: /is owed as before/,
    rules: {
      step: deaf('talk-past-due'),
    },
  },
  {
    name: 'each step comes to something else',
    law: /same twice/,
    rules: {
      step: wrong({
        after: (() => {
          let n = 0;
          return (state: Proposal) => {
            n += 1;
            return { ...state, responsibleId: `${n}` };
          };
        })(),
      }),
    },
  },
])('in 3,000 lives, $name: found', ({ rules, law }) => {
  expect(lives(rules)).toMatch(law);
});

test('the rules as they are: nothing found', () => {
  expect([team, meeting, leaders, direction].map((finds) => finds(stepProposal))).toEqual([false, false, false, false]);
});
