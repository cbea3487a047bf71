/**
 * What the cards of proposals and decisions show, as plain values without words. Days are `YYYY-MM-DD`, moments
 * `YYYY-MM-DDTHH:MM` in the municipality's zone. Nobody's name stands beside a doubt but where the reader may know it.
 */

/** The longest that an input takes, in characters. */
export const LONGEST = { proposal: 1_000, meanwhile: 500, reason: 600, answer: 1_000, sentTo: 200 } as const;

export type NamedChoice = { readonly id: string; readonly name: string };

export type DecisionRuleName =
  | 'unanimous-then-managers'
  | 'professional-decides'
  | 'advice-process'
  | 'agreed-with-citizen'
  | 'leaders-set-direction';

/** What is proposed. `alias` is null for those who are not to know it. */
export type ProposalFacts = {
  readonly id: string;
  /** Every press that changes the proposal carries it back. */
  readonly version: number;
  /** How often it has changed: the same said anew, after something else was said, is another press. */
  readonly step: number;
  readonly ref: string;
  readonly alias: string | null;
  readonly number: number;
  /** Which version: 1 until it was amended. */
  readonly n: number;
  readonly rule: DecisionRuleName;
  readonly text: string;
  /** What the citizen says to it, in their words. */
  readonly citizenSays: string;
  /** The citizen would like to be heard by whoever decides. */
  readonly heard: boolean;
  /** What was taken from the advice, where advice was asked for; empty: nothing is written yet. */
  readonly taken: string;
  /** What the citizen gets until it is decided. */
  readonly meanwhile: string;
  readonly responsible: string;
  readonly startsOn: string;
  readonly visitation: boolean;
  /** Names of the departments that it touches. */
  readonly departments: readonly string[];
};

/** What somebody said, without their name: by profession, or by department where too few share one; a name only where the reader may know it. */
export type AnswerLine = {
  readonly who: string;
  readonly kind: 'agree' | 'doubt' | 'disagree';
  readonly reason: string;
};

export type OutcomeView = {
  readonly kind:
    | 'adopted'
    | 'not'
    | 'other'
    | 'wish'
    | 'not-agreed'
    | 'direction'
    | 'granted'
    | 'partly'
    | 'refused'
    | 'withdrawn';
  readonly by: 'team' | 'professional' | 'leaders' | 'leader' | 'citizen' | 'visitation' | 'lead';
  readonly text: string;
  readonly reason: string;
  readonly on: string;
};

/** Where a proposal stands, for a word with a mark beside it. */
export type ProposalStateName =
  | 'advice'
  | 'taking'
  | 'asking'
  /** Asked at the meeting that runs. */
  | 'in-meeting'
  | 'talk'
  | 'professional'
  | 'leaders'
  /** Past the leaders' date with nobody above: undecided. */
  | 'undecided'
  /** Nobody can be found to decide it. */
  | 'leaderless'
  | 'to-send'
  | 'visitation'
  | 'closed';

type Faults = Readonly<Record<string, string>>;
/** `<kind>/<rung or card>/<matter id>/<round>`: names the reminder for those who check; bears the quiet line's id. */
type Mark = string;
export type Sent = { readonly reminder?: { readonly rung: string }; readonly repeated?: boolean };

/**
 * A proposal is made, or amended (`amends` set: the fields hold what stands). Inputs: text, citizenSays, meanwhile,
 * responsible (an id), startsOn, visitation ('true'|'false'), heard, departments (ids, comma), leftOut (ids, comma), with
 * `advice-process` advisers (ids, comma), with `agreed-with-citizen` citizenAnswer ('yes'|'no'|'' not asked yet).
 * A direction of leaders (`leaders-set-direction`) has text, citizenSays, meanwhile, responsible and startsOn only, and
 * `leaders` names who confirms it. Verb `proposal.make` with `{pathway, form, meeting}` (meeting '' outside one), or
 * `proposal.amend` with `{proposal, version}`. `back`: a verb and its data for "Fortryd".
 */
export type ProposalFormView = {
  readonly pathwayId: string;
  readonly form: string;
  readonly meetingId: string | null;
  readonly amends: { readonly id: string; readonly version: number; readonly number: number } | null;
  readonly ref: string;
  readonly alias: string;
  readonly rule: DecisionRuleName;
  readonly responsible: readonly NamedChoice[];
  readonly departments: readonly NamedChoice[];
  /** With a voice, unless left out as disqualified or without mandate. */
  readonly voters: readonly NamedChoice[];
  readonly advisers: readonly NamedChoice[];
  readonly leaders: readonly string[];
  readonly earliest: string;
  readonly values: {
    readonly text: string;
    readonly citizenSays: string;
    readonly meanwhile: string;
    readonly responsible: string;
    readonly startsOn: string;
    readonly visitation: boolean;
    readonly heard: boolean;
    readonly departments: readonly string[];
    readonly leftOut: readonly string[];
    readonly advisers: readonly string[];
    readonly citizenAnswer: '' | 'yes' | 'no';
  };
  /** By input; `form` stands above. */
  readonly faults: Faults;
  readonly back: { readonly verb: string; readonly data: Readonly<Record<string, string>> };
};

/**
 * A voice's own card. Verbs `proposal.agree`, and with input `reason`: `proposal.doubt`, `proposal.disagree`; data
 * `{proposal, version}`. `as: responsible` (agreed with the citizen): yes, or cannot (`proposal.disagree`), and
 * `question.form` with `{pathway, proposal}` to ask the leaders first.
 */
export type VoteView = Sent & {
  readonly facts: ProposalFacts;
  readonly pathwayId: string;
  readonly mark: Mark;
  readonly as: 'voter' | 'responsible';
  readonly state: ProposalStateName;
  /** May answer, or change the answer, now. */
  readonly open: boolean;
  readonly mine: { readonly kind: 'agree' | 'doubt' | 'disagree'; readonly reason: string } | null;
  /** Whose voice one has, by name. */
  readonly standsFor: string | null;
  /** What the department's colleagues may decide; empty: nothing was written. */
  readonly mandate: string;
  /** The last day to answer; null while the meeting runs, where the answer stands until that is closed. */
  readonly dueOn: string | null;
  /** What changed since the version before, field by field. */
  readonly changed: readonly { readonly field: ChangedField; readonly before: string; readonly now: string }[];
  /** What the lead answered to the doubts; empty: nothing yet. */
  readonly clarified: string;
  /** What the others said; null until one has answered oneself. */
  readonly others: readonly AnswerLine[] | null;
  readonly outcome: OutcomeView | null;
  readonly typed: string;
  readonly faults: Faults;
};
export type ChangedField = 'text' | 'citizenSays' | 'meanwhile' | 'responsible' | 'startsOn' | 'visitation' | 'heard';

/** What a leader said, as those may see who see it. */
export type RulingLine = {
  readonly name: string;
  readonly departments: readonly string[];
  /** Null: not answered, or not to be seen yet; `answered` tells which. */
  readonly ruling: {
    readonly kind: 'as-proposed' | 'not' | 'other';
    readonly text: string;
    readonly reason: string;
  } | null;
  readonly answered: boolean;
  /** `ruling` is what they said the first time; what they say now is not to be seen yet. */
  readonly earlier: boolean;
};
export type QuestionLine = {
  readonly asker: string;
  readonly text: string;
  readonly status: 'open' | 'answered' | 'unanswered' | 'withdrawn';
  readonly answers: readonly { readonly who: string; readonly text: string }[];
};

/**
 * A proposal as those of the pathway see it. Buttons by what is allowed (at most 6): `vote.open` {proposal}, `proposal.we-agree`
 * {proposal, version}, `talk.open` {proposal}, `proposal.amend-form` {proposal}, `proposal.withdraw` {proposal, version} with
 * input `reason` (opened by a toggle, asks once), `owed.open` {proposal, kind} for whatever else waits for the reader.
 */
export type ProposalView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly state: ProposalStateName;
  readonly openedOn: string;
  readonly daysOpen: number;
  readonly dueOn: string | null;
  /** How many with a voice, how many have answered. */
  readonly voices: { readonly all: number; readonly answered: number };
  /** Departments whose manager was asked, with how that stands. */
  readonly asked: readonly { readonly department: string; readonly state: 'open' | 'yes' | 'named' | 'silent' }[];
  /** Null where the reader may not see them (yet). */
  readonly answers: readonly AnswerLine[] | null;
  readonly leaders: readonly RulingLine[];
  readonly questions: readonly QuestionLine[];
  readonly visitation: { readonly sentTo: string; readonly askedOn: string; readonly answerDueOn: string } | null;
  readonly started: 'yes' | 'later' | 'no' | null;
  readonly toldOn: string | null;
  readonly outcome: OutcomeView | null;
  readonly may: {
    readonly vote: boolean;
    readonly agreeAll: boolean;
    readonly talk: boolean;
    readonly amend: boolean;
    readonly withdraw: boolean;
    /** What waits for the reader on it, by kind of obligation; the button opens it. */
    readonly owed: string | null;
  };
  readonly faults: Faults;
};

/**
 * The talk that a doubt opens, for the lead. Verbs with `{proposal, version}`: `talk.clarify` (input clarify), `proposal.amend-form`
 * {proposal}, `talk.leaders` (inputs only: department ids, comma; because: a reason where leaders are left out).
 */
export type TalkView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly open: boolean;
  readonly state: ProposalStateName;
  /** When I act by myself if nothing is done: a local moment; null where nothing is planned. */
  readonly actsAt: string | null;
  /** What I do by myself. */
  readonly acts: 'leaders' | 'not-agreed' | 'professional';
  readonly doubts: readonly {
    readonly name: string;
    readonly department: string;
    readonly kind: 'doubt' | 'disagree';
    readonly reason: string;
  }[];
  readonly silent: readonly string[];
  readonly clarified: string;
  /** Whose leaders it would go to; empty where leaders do not decide. */
  readonly leaders: readonly { readonly departmentId: string; readonly department: string; readonly leader: string }[];
  readonly professional: string | null;
  readonly values: { readonly clarify: string; readonly only: readonly string[]; readonly because: string };
  readonly faults: Faults;
  readonly outcome: OutcomeView | null;
};

/** To the manager of a silent department. Verbs with `{proposal, version}`: `voice.yes`, `voice.name` (input colleague). */
export type VoiceView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly state: 'open' | 'yes' | 'named' | 'closed';
  readonly departments: readonly string[];
  readonly namedName: string | null;
  readonly colleagues: readonly NamedChoice[];
  readonly dueOn: string;
  readonly outcome: OutcomeView | null;
  readonly faults: Faults;
};

/**
 * A leader's card. Verbs with `{seat, version}`: `ruling.together-form`, `ruling.as-proposed`, `ruling.other-form`,
 * `ruling.ask-form`; where somebody recorded what they decided together: `ruling.confirm` first. `as: professional`: the one whom
 * the model names decides alone; no together, no question; data `{proposal, version}`, verbs `professional.as-proposed` (input reason),
 * `professional.other-form`. `confirms`: a direction is confirmed (`ruling.as-proposed`) or not (`ruling.other-form`).
 */
export type RulingView = Sent & {
  readonly facts: ProposalFacts;
  readonly as: 'leader' | 'professional';
  readonly seat: string;
  readonly mark: Mark;
  readonly state: 'open' | 'answered' | 'passed-on' | 'closed';
  readonly level: number;
  readonly round: number;
  readonly confirms: boolean;
  /** Past the date with nobody above: undecided until decided. */
  readonly late: boolean;
  readonly dueOn: string;
  /** In whose place, by name: a deputy presses. */
  readonly insteadOf: string | null;
  /** The reasons of those in the team, without names but to their own manager. */
  readonly answers: readonly AnswerLine[];
  readonly silent: readonly string[];
  /** The others who decide, and what they said where that may be seen. */
  readonly leaders: readonly RulingLine[];
  /** Why it came to a common leader, and what the leaders below said; null at level 1. */
  readonly below: { readonly because: 'disagreed' | 'late'; readonly leaders: readonly RulingLine[] } | null;
  readonly mine: RulingLine['ruling'];
  readonly together: {
    readonly at: string;
    readonly recordedBy: string | null;
    readonly recorded: RulingLine['ruling'];
  } | null;
  readonly questions: readonly QuestionLine[];
  /** Has answered, and may change it as long as the round is on. */
  readonly mayChange: boolean;
  readonly mayAsk: boolean;
  readonly mayTakeTogether: boolean;
  /** The professional's reason, as it was typed; '' for leaders. */
  readonly typed: string;
  readonly outcome: OutcomeView | null;
  readonly faults: Faults;
};

/** Three free quarters of an hour. Input slot; verb `ruling.together` {seat, version}; `ruling.back` {seat}. `known`: what was looked at is said on the card. */
export type TogetherFormView = {
  readonly facts: ProposalFacts;
  readonly seat: string;
  readonly slots: readonly string[];
  readonly with: readonly string[];
  readonly dueOn: string;
  readonly value: string;
  readonly faults: Faults;
};

/**
 * Not, or another decision. Inputs text, reason; verbs `ruling.not`, `ruling.other` {seat, version} (`professional.not`,
 * `professional.other` {proposal, version}), `ruling.back` {seat} (`professional.back` {proposal}). `joins`: what others wrote as
 * another decision, to go with (`ruling.join` {seat, version, with}). `together`: one records for all.
 */
export type OtherFormView = {
  readonly facts: ProposalFacts;
  readonly as: 'leader' | 'professional';
  readonly seat: string;
  readonly confirms: boolean;
  readonly together: boolean;
  readonly joins: readonly { readonly seat: string; readonly name: string; readonly text: string }[];
  readonly values: { readonly text: string; readonly reason: string };
  readonly faults: Faults;
};

/** Input question; verb `ruling.ask` {seat, version}; `ruling.back` {seat}. The clock stands still until it is answered. */
export type AskTeamFormView = {
  readonly facts: ProposalFacts;
  readonly seat: string;
  readonly value: string;
  readonly faults: Faults;
};

/** Advice, no vote. Input advice; verbs `advice.give`, `advice.none` {proposal, version}. */
export type AdviceView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly state: 'open' | 'given' | 'closed';
  /** A leader advises and cannot say no. */
  readonly leader: boolean;
  readonly dueOn: string;
  readonly mine: string;
  readonly outcome: OutcomeView | null;
  readonly typed: string;
  readonly faults: Faults;
};

/** What was taken from the advice, by the lead. Input taken; verb `advice.take` {proposal, version}. */
export type AdviceTakenView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly open: boolean;
  readonly state: ProposalStateName;
  readonly advice: readonly {
    readonly name: string;
    readonly text: string;
    readonly state: 'asked' | 'advised' | 'lapsed';
  }[];
  readonly dueOn: string | null;
  readonly typed: string;
  readonly faults: Faults;
  readonly outcome: OutcomeView | null;
};

/** What the citizen answers, noted by the lead. Input words; verbs `citizen.yes`, `citizen.no` {proposal, version}. */
export type CitizenAnswerView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly state: 'open' | 'yes' | 'no' | 'closed';
  readonly words: string;
  readonly dueOn: string | null;
  readonly typed: string;
  readonly faults: Faults;
  readonly outcome: OutcomeView | null;
};

/** A question to answer. Input answer; verb `question.answer` {seat}. To the team it comes from a leader, and the clock stands still. */
export type QuestionView = Sent & {
  readonly seat: string;
  readonly mark: Mark;
  readonly to: 'team' | 'leaders';
  readonly state: 'open' | 'answered' | 'unanswered' | 'withdrawn';
  readonly ref: string;
  readonly alias: string | null;
  readonly asker: string;
  readonly text: string;
  /** What it is about, where it is about a proposal. */
  readonly proposal: ProposalFacts | null;
  readonly dueOn: string | null;
  readonly answer: string;
  readonly typed: string;
  readonly faults: Faults;
};

/** One question to leaders of those involved. Inputs leaders (ids, comma), question; verb `question.ask` {pathway, form, meeting, proposal} ('' where none); `back` as in the proposal's form. */
export type QuestionFormView = {
  readonly pathwayId: string;
  readonly form: string;
  readonly meetingId: string | null;
  readonly proposalId: string | null;
  readonly ref: string;
  readonly alias: string;
  readonly leaders: readonly (NamedChoice & { readonly departments: readonly string[] })[];
  readonly values: { readonly leaders: readonly string[]; readonly question: string };
  readonly faults: Faults;
  readonly back: { readonly verb: string; readonly data: Readonly<Record<string, string>> };
};

/**
 * What another body has to grant. `to-send`: inputs sentTo, askedOn, answerDue; verb `visitation.sent`. `waiting`: inputs answer
 * (granted|partly|refused), text; verb `visitation.answered`. Data `{proposal, version}`.
 */
export type VisitationView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly state: 'to-send' | 'waiting' | 'closed';
  /** What was decided, where it is not as proposed. */
  readonly decided: string;
  readonly sentTo: string;
  readonly askedOn: string | null;
  readonly answerDueOn: string | null;
  readonly today: string;
  readonly values: {
    readonly sentTo: string;
    readonly askedOn: string;
    readonly answerDue: string;
    readonly answer: string;
    readonly text: string;
  };
  readonly faults: Faults;
  readonly outcome: OutcomeView | null;
};

/** Has it started? Inputs later (a day), because; verbs `start.yes`, `start.later`, `start.no` {proposal, n}. */
export type StartCheckView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly n: number;
  readonly state: 'open' | 'yes' | 'later' | 'no';
  readonly dueOn: string;
  readonly laterOn: string | null;
  readonly because: string;
  /** The text of what was decided, where it is not as proposed. */
  readonly decided: string;
  readonly earliest: string;
  readonly values: { readonly later: string; readonly because: string };
  readonly faults: Faults;
};

/**
 * The citizen is told the outcome and why, or how long they wait (`about: waiting`). Inputs how (talk|phone|meeting|letter), toldOn,
 * said; verb `tell.done` {proposal, round}. Nothing on it names a disagreement.
 */
export type TellView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly round: number;
  readonly about: 'outcome' | 'waiting';
  readonly state: 'open' | 'told';
  readonly outcome: OutcomeView | null;
  readonly answerDueOn: string | null;
  readonly dueOn: string | null;
  readonly told: { readonly on: string; readonly how: string; readonly said: string; readonly by: string } | null;
  readonly values: { readonly how: string; readonly toldOn: string; readonly said: string };
  readonly faults: Faults;
};

/** How it ended, to the team: with reasons, and no name of who disagreed. Button `proposal.open` {proposal}. */
export type OutcomeCardView = Sent & {
  readonly facts: ProposalFacts;
  readonly mark: Mark;
  readonly outcome: OutcomeView;
  readonly mayOpen: boolean;
};

/** A pathway's proposals, newest first. Per line a button or (over five) a choice: `proposal.open` {proposal}; `proposal.form`, `question.form` {pathway}. */
export type ProposalsView = {
  readonly pathwayId: string;
  readonly ref: string;
  readonly alias: string;
  readonly lines: readonly {
    readonly id: string;
    readonly number: number;
    readonly text: string;
    readonly state: ProposalStateName;
    readonly daysOpen: number;
    readonly outcome: OutcomeView | null;
  }[];
  readonly questions: readonly QuestionLine[];
  readonly mayMake: boolean;
};

/** `beslutning`: what waits for me, and my pathways' open proposals. Lines with one button or (over five) one choice each. */
export type DecisionsView = {
  readonly waiting: readonly {
    readonly text: string;
    readonly title: string;
    readonly verb: string;
    readonly data: Readonly<Record<string, string>>;
  }[];
  readonly open: readonly {
    readonly id: string;
    readonly ref: string;
    readonly number: number;
    readonly text: string;
    readonly state: ProposalStateName;
    readonly daysOpen: number;
  }[];
};
