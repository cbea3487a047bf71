import type { Around } from '../../../bot/decisions/hearing-rules';
import { owedBy } from '../../../bot/decisions/owed-rules';
import { openVersion, type stepProposal } from '../../../bot/decisions/proposal-rules';
import {
  type DecisionRule,
  type Opening,
  type Proposal,
  type ProposalEvent,
  seesAnswers,
  type Vote,
} from '../../../bot/decisions/state-rules';
import { around, smallTown } from './town';

export type Step = typeof stepProposal;

/** How one voice behaves. `for-another`: a colleague with the voice of somebody who could not come. `leaves`: goes unanswered. */
export const BEHAVIOURS = [
  'agree',
  'doubt',
  'disagree',
  'silent',
  'left-out',
  'agree-for-another',
  'silent-for-another',
  'leaves',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];
export type Voice = { readonly behaviour: Behaviour; readonly department: 'a' | 'b' };

/** What the manager of a silent department does. */
export const REPLIES = ['yes', 'names-agree', 'names-doubt', 'names-silent', 'silence'] as const;
export type Reply = (typeof REPLIES)[number];

/** All ways to choose so many of these where the order does not matter. */
export function* choices<T>(from: readonly T[], many: number, first = 0): Generator<T[]> {
  if (many === 0) {
    yield [];
    return;
  }
  for (let at = first; at < from.length; at += 1) {
    for (const rest of choices(from, many - 1, at)) yield [from[at] as T, ...rest];
  }
}

/** All tuples of so many of these. */
export function* tuples<T>(from: readonly T[], many: number): Generator<T[]> {
  if (many === 0) {
    yield [];
    return;
  }
  for (const first of from) for (const rest of tuples(from, many - 1)) yield [first, ...rest];
}

/** A version that opens with nothing special; what a test is about stands in `with`. */
export function opening(changes: Partial<Opening> = {}): Opening {
  return {
    visitation: false,
    responsibleId: 'responsible',
    expected: ['a', 'b'],
    touched: ['a'],
    inMeeting: false,
    professionalId: null,
    seats: [],
    leftOut: new Set(),
    proposerId: 'lead',
    advisers: [],
    citizen: null,
    leaders: [],
    ...changes,
  };
}

/** A seat for a person: `a1` sits in department a. */
export const seat = (personId: string, standsForId: string | null = null): Opening['seats'][number] => ({
  id: `seat-${personId}`,
  personId,
  departmentId: personId.slice(0, 1),
  standsForId,
});

/** A state after an event that the rules take; a refusal is a fault of the test and is thrown. */
export function must(step: Step, state: Proposal, event: ProposalEvent, at: Around): Proposal {
  const stepped = step(state, event, at);
  if ('refused' in stepped) throw new Error(`${event.kind} in ${state.stage.is} was refused: ${stepped.refused}`);
  return stepped.state;
}

export const vote = (personId: string, kind: Vote['kind']): ProposalEvent => ({
  kind: 'vote',
  personId,
  vote: { kind, reason: kind === 'agree' ? '' : `${personId} has a reason` },
});

const spoken = { agree: 'agree', doubt: 'doubt', disagree: 'disagree', 'agree-for-another': 'agree' } as const;
const saidBy = (behaviour: Behaviour): Vote['kind'] | undefined =>
  behaviour in spoken ? spoken[behaviour as keyof typeof spoken] : undefined;

/** Nobody comes or goes in it here, so that all lives share it. */
const town = smallTown();
const DAY = [0, 3, 4, 5, 7, 8, 12].map((n) => [n, around(town, n)] as const);
const days = new Map(DAY);
const on = (n: number): Around => days.get(n) ?? around(town, n);

type Team = { readonly voices: readonly Voice[]; readonly idle: boolean; readonly replies: readonly Reply[] };

/**
 * What the product says comes of these answers, read from its page and not from the code: doubt and disagreement open a talk,
 * silence counts by department, a silent department's manager says yes or names somebody, and nobody is never agreement.
 */
function expected(rule: DecisionRule, { voices, idle, replies }: Team, professional: number | undefined) {
  const counts = voices.filter((one) => one.behaviour !== 'left-out' && one.behaviour !== 'leaves');
  const agree = counts.filter((one) => saidBy(one.behaviour) === 'agree');
  const doubt = counts.filter((one) => ['doubt', 'disagree'].includes(one.behaviour));
  const departments = ['a', 'b', ...(idle ? ['c'] : [])];
  if (rule !== 'unanimous-then-managers') {
    const decides = professional !== undefined && voices[professional]?.behaviour !== 'leaves';
    const otherwise = rule === 'professional-decides' && decides ? 'professional' : 'talk';
    const heard = counts.every(({ department }) => agree.some((one) => one.department === department));
    return { ends: doubt.length === 0 && agree.length > 0 && heard ? 'adopted' : otherwise, asked: [], leaders: [] };
  }
  const silent = departments.filter((one) => !agree.some((voice) => voice.department === one));
  const asked = doubt.length > 0 ? [] : silent;
  const of = new Map(asked.map((department, at) => [department, replies[at]]));
  const ends =
    doubt.length === 0 && asked.every((one) => of.get(one) === 'yes' || of.get(one) === 'names-agree')
      ? 'adopted'
      : 'talk';
  // A doubt counts for its department; a department whose manager said yes is not silent.
  const speaks = (one: string) =>
    counts.some((voice) => voice.department === one && saidBy(voice.behaviour) !== undefined) ||
    ['yes', 'names-agree', 'names-doubt'].includes(of.get(one) ?? '');
  const before = departments.filter(
    (one) =>
      one === 'a' || doubt.some((voice) => voice.department === one) || of.get(one) === 'names-doubt' || !speaks(one),
  );
  const leader = (one: string) => (of.get(one) === 'yes' ? (one === 'c' ? 'k' : 'h') : `m${one}`);
  return { ends, asked, leaders: [...new Set(before.map(leader))].sort() };
}

/** What came of a team's answers, and all that was wrong on the way. */
export type Lived = { readonly ends: string; readonly faults: string[] };

/** Lives through one team's answers on cards, and holds what comes of it against the product. */
export function liveAnswers(step: Step, rule: DecisionRule, team: Team): Lived {
  const at = on(0);
  const faults: string[] = [];
  const check = (right: boolean, fault: string) => {
    if (!right) faults.push(fault);
  };
  const people = team.voices.map((voice, n) => `${voice.department}${n}`);
  const seats = team.voices.map((voice, n) =>
    seat(people[n] ?? '', voice.behaviour.endsWith('for-another') ? `${voice.department}-absent` : null),
  );
  const leftOut = people.filter((_, n) => team.voices[n]?.behaviour === 'left-out');
  const free = people.findIndex((_, n) => team.voices[n]?.behaviour !== 'left-out');
  const professional = free === -1 ? undefined : free;
  const opened = openVersion(
    rule,
    opening({
      seats,
      leftOut: new Set(leftOut),
      expected: ['a', 'b', ...(team.idle ? ['c'] : [])],
      professionalId: professional === undefined ? null : (people[professional] ?? null),
    }),
    1,
    0,
    at,
  );
  const nobody = team.voices.every((voice) => voice.behaviour === 'left-out');
  if (opened === 'no-voters') return { ends: 'no-voters', faults: nobody ? [] : ['refused a team that has voices'] };
  if (nobody) return { ends: opened.stage.is, faults: ['opened with nobody to decide'] };
  let state = opened;
  const sight = (personId: string, sees: boolean) =>
    check(seesAnswers(state, personId, false) === sees, `${personId} ${sees ? 'does not see' : 'sees'} the answers`);
  const refused = (personId: string) => {
    const stepped = step(state, vote(personId, 'agree'), at);
    check('refused' in stepped && stepped.refused === 'not-yours', `${personId} could vote`);
  };
  for (const stranger of [...leftOut, 'stranger', 'ma', 'a-absent', 'lead']) refused(stranger);
  for (const [n, voice] of team.voices.entries()) {
    const personId = people[n] ?? '';
    const said = saidBy(voice.behaviour);
    if (voice.behaviour !== 'left-out') sight(personId, false);
    if (voice.behaviour === 'leaves') {
      state = must(step, state, { kind: 'gone', personId }, at);
      if (state.stage.is !== 'closed') refused(personId);
    } else if (said !== undefined && state.stage.is !== 'closed') {
      state = must(step, state, vote(personId, said), at);
      sight(personId, true);
    }
    if (state.stage.is === 'asking') {
      sight('stranger', false);
      check(seesAnswers(state, 'lead', true), 'the lead does not see the answers');
    }
  }
  const late = on(3);
  if (owedBy(state, () => true).some((one) => one.kind === 'proposal-answer'))
    state = must(step, state, { kind: 'answers-past-due' }, late);
  const want = expected(rule, team, professional);
  if (want.asked.length > 0) state = managersReply(step, state, team, want.asked, { check });
  const { stage } = state;
  const ends = stage.is === 'closed' ? stage.outcome.kind : stage.is;
  check(ends === want.ends, `ended as ${ends}, not as ${want.ends}`);
  if (stage.is === 'talk' && rule === 'unanimous-then-managers') {
    const before = must(step, state, { kind: 'talk-past-due' }, on(12));
    const leaders = (before.hearings.at(-1)?.seats ?? []).map((one) => one.personId).sort();
    check(String(leaders) === String(want.leaders), `put before ${leaders}, not before ${want.leaders}`);
    check(
      before.seats.every((one) => one.state !== 'asked'),
      'somebody is still asked while leaders decide',
    );
  }
  return { ends, faults };
}

type Ear = { check(right: boolean, fault: string): void };

function managersReply(step: Step, from: Proposal, team: Team, asked: readonly string[], { check }: Ear): Proposal {
  let state = from;
  const owed = owedBy(state, () => true)
    .filter((one) => one.kind === 'department-voice')
    .map((one) => (one.owner.role === 'person' ? one.owner.personId : 'lead'));
  const managers = asked.map((one) => `m${one}`);
  check(String(owed.sort()) === String(managers), `asked ${owed} for the silent, not ${managers}`);
  for (const [n, department] of asked.entries()) {
    const reply = team.replies[n] ?? 'silence';
    const managerId = `m${department}`;
    check(seesAnswers(state, managerId, false) === (state.stage.is !== 'asking'), `${managerId} sees the answers`);
    if (state.stage.is === 'closed' || reply === 'silence') continue;
    if (reply === 'yes') {
      state = must(step, state, { kind: 'voice-yes', managerId, byId: managerId }, on(4));
      continue;
    }
    const named = `${department}-named`;
    state = must(step, state, { kind: 'voice-named', managerId, byId: managerId, seat: seat(named) }, on(4));
    if (reply === 'names-agree') state = must(step, state, vote(named, 'agree'), on(5));
    if (reply === 'names-doubt') state = must(step, state, vote(named, 'doubt'), on(5));
  }
  for (let again = 0; again < 3; again += 1) {
    const kinds = new Set(owedBy(state, () => true).map((one) => one.kind));
    if (kinds.has('department-voice')) state = must(step, state, { kind: 'voice-past-due' }, on(7));
    if (kinds.has('proposal-answer')) state = must(step, state, { kind: 'answers-past-due' }, on(8));
  }
  return state;
}

/** Which teams are lived through: of how many voices, and how those behave. */
export type Teams = {
  readonly from: number;
  readonly to: number;
  readonly behaviours: readonly Behaviour[];
  readonly replies: readonly Reply[];
};

/** Lives through all such teams, and gives how many there were, how they ended, and the first of what was wrong. */
export function everyTeam(step: Step, rule: DecisionRule, { from, to, behaviours, replies }: Teams) {
  const voices = (['a', 'b'] as const).flatMap((department) =>
    behaviours.map((behaviour): Voice => ({ behaviour, department })),
  );
  const ends: Record<string, number> = {};
  const faults: string[] = [];
  let lived = 0;
  const live = (team: Team) => {
    lived += 1;
    const life = liveAnswers(step, rule, team);
    ends[life.ends] = (ends[life.ends] ?? 0) + 1;
    if (life.faults.length > 0 && faults.length < 5)
      faults.push(
        `${team.voices.map((one) => `${one.department}:${one.behaviour}`).join(' ')} [${team.replies}] ${team.idle ? 'c idle' : ''}: ${life.faults.join('; ')}`,
      );
  };
  for (let many = from; many <= to; many += 1)
    for (const chosen of choices(voices, many))
      for (const idle of rule === 'unanimous-then-managers' ? [false, true] : [false]) {
        const nobody = chosen.every((one) => one.behaviour === 'left-out');
        const silent = nobody ? 0 : expected(rule, { voices: chosen, idle, replies: [] }, undefined).asked.length;
        for (const chosenReplies of tuples(replies, silent)) live({ voices: chosen, idle, replies: chosenReplies });
      }
  return { lived, ends, faults };
}

const AT_A_MEETING = ['agree', 'doubt', 'disagree', 'silent', 'left-out'] as const;

/** Every team of none to `most` at a meeting, where the lead notes that they agree or does not. */
export function everyMeeting(step: Step, most: number) {
  const faults: string[] = [];
  let lived = 0;
  const voices = (['a', 'b'] as const).flatMap((department) =>
    AT_A_MEETING.map((behaviour): Voice => ({ behaviour, department })),
  );
  for (let many = 0; many <= most; many += 1)
    for (const chosen of choices(voices, many))
      for (const pressed of [false, true]) {
        lived += 1;
        const fault = liveMeeting(step, chosen, pressed);
        if (fault !== undefined && faults.length < 5)
          faults.push(`${chosen.map((one) => `${one.department}:${one.behaviour}`).join(' ')} ${pressed}: ${fault}`);
      }
  return { lived, faults };
}

function liveMeeting(step: Step, voices: readonly Voice[], pressed: boolean): string | undefined {
  const people = voices.map((voice, n) => `${voice.department}${n}`);
  const counts = voices.filter((one) => one.behaviour !== 'left-out');
  const leftOut = new Set(people.filter((_, n) => voices[n]?.behaviour === 'left-out'));
  const opened = openVersion(
    'unanimous-then-managers',
    opening({ seats: people.map((id) => seat(id)), leftOut, inMeeting: true }),
    1,
    0,
    on(0),
  );
  if (opened === 'no-voters') return counts.length === 0 ? undefined : 'refused a team that has voices';
  if (counts.length === 0) return 'opened with nobody to decide';
  let state = opened;
  if (owedBy(state, () => true).length > 0) return 'somebody owes an answer while the meeting runs';
  if (pressed) state = must(step, state, { kind: 'we-agree' }, on(0));
  for (const [n, voice] of voices.entries()) {
    if (state.stage.is === 'closed') return 'decided before the meeting closed';
    const said = saidBy(voice.behaviour);
    if (said !== undefined) state = must(step, state, vote(people[n] ?? '', said), on(0));
  }
  if (state.stage.is === 'closed') return 'decided before the meeting closed';
  const doubt = counts.some((one) => one.behaviour === 'doubt' || one.behaviour === 'disagree');
  if ((state.stage.is === 'talk') !== doubt) return `is ${state.stage.is} with doubts: ${doubt}`;
  state = must(step, state, { kind: 'meeting-closed' }, on(0));
  const silent = ['a', 'b'].filter((one) => !counts.some((voice) => voice.department === one));
  const unheard = people.filter((_, n) => voices[n]?.behaviour === 'silent');
  const owed = owedBy(state, () => true)
    .map((one) => `${one.kind} ${one.owner.role === 'person' ? one.owner.personId : 'lead'}`)
    .sort();
  const answers = unheard.map((id) => `proposal-answer ${id}`);
  const wanted = doubt
    ? ['decision-talk lead', ...answers]
    : !pressed && unheard.length > 0
      ? answers
      : silent.map((one) => `department-voice m${one}`);
  if (String(owed) !== String([...wanted].sort())) return `owed are ${owed}, not ${wanted}`;
  const ends = state.stage.is === 'closed' ? state.stage.outcome.kind : 'open';
  const want = wanted.length === 0 ? 'adopted' : 'open';
  return ends === want ? undefined : `ended as ${ends}, not as ${want}`;
}
