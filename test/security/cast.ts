import type { Standing } from '../../bot/people/rights';

/** The story of everybody: who is what to one pathway, and to one meeting of it that is on its way. */
export const CAST: readonly { readonly name: string; readonly is: string; readonly standings: readonly Standing[] }[] =
  [
    { name: 'Carla', is: 'case lead', standings: ['lead'] },
    { name: 'Nanna', is: 'co-lead, not invited', standings: ['co-lead'] },
    { name: 'Bo', is: 'of the team, invited, has asked Henrik to come instead', standings: ['team', 'invited'] },
    { name: 'Mette', is: 'of the team, invited, hindered; takes the notes', standings: ['team', 'invited', 'role'] },
    { name: 'Jonas', is: 'of the team, invited, has not answered', standings: ['team', 'invited'] },
    { name: 'Nikolaj', is: 'of the team, resting', standings: ['team'] },
    { name: 'Vibeke', is: 'of the team, from a department without ground', standings: [] },
    { name: 'Dorthe', is: 'case administrator of the department', standings: ['case-administrator'] },
    { name: 'Henrik', is: 'asked to come for Bo', standings: ['stand-in'] },
    { name: 'Sørine', is: "Bo's manager", standings: [] },
    { name: 'Thomas', is: "Mette's manager", standings: [] },
    { name: 'Birgitte', is: "Jonas' manager", standings: [] },
    { name: 'Dora', is: 'director, above all managers', standings: [] },
    { name: 'Lise', is: "the lead's manager", standings: [] },
    { name: 'Helle', is: 'system administrator', standings: [] },
    { name: 'Kasper', is: 'was of the team until January', standings: [] },
    { name: 'Daniel', is: "a colleague in Bo's department, who came for Bo to the last meeting", standings: [] },
    { name: 'Gitte', is: 'of the team of another pathway', standings: [] },
  ];
export const STAFF = CAST.map(({ name }) => name);
export const LEADS = ['Carla', 'Nanna'];
export const MEMBERS = ['Bo', 'Mette', 'Jonas', 'Nikolaj'];
/** Who has a voice in what is decided outside a meeting: whoever rests in the team has none. */
export const VOICES = [...LEADS, 'Bo', 'Mette', 'Jonas'];
export const IN_THE_PATHWAY = [...LEADS, ...MEMBERS, 'Dorthe'];
/** Who may work the cards of the meetings. */
export const WORKERS = [...LEADS, 'Mette'];
/** Who sees a meeting that is called or running: Henrik comes for Bo. */
export const AT_THE_MEETING = [...IN_THE_PATHWAY, 'Henrik'];
/** Who may do something in another pathway, Bo's: as little walked there as its lead's manager and her deputies. */
export const IN_ANOTHER = ['Bo', 'Gitte', 'Daniel', 'Sørine', 'Dora', 'Lise'];

/** The proposals of a pathway, each where the name says, and the places that are asked in them. */
export type DecisionIds = {
  readonly asking: string;
  readonly talk: string;
  readonly leaders: string;
  /** A department has no voice in it: its manager is asked. */
  readonly silent: string;
  readonly professional: string;
  readonly advised: string;
  /** All advice to it is in. */
  readonly adviceIn: string;
  /** The citizen is to answer. */
  readonly citizens: string;
  /** Decided, and to be sent to whoever grants it. */
  readonly toSend: string;
  readonly decided: string;
  /** Of the leader of whoever disagreed, in what was put before the leaders. */
  readonly rulingSeat: string;
  /** A leader asked the team. */
  readonly teamSeat: string;
  /** The lead asked that leader. */
  readonly leaderSeat: string;
  readonly leader: string;
};

/** What a pathway comes to by a date, one of each sort, and Jonas' own follow-up. */
export type FollowUpIds = {
  readonly transition: string;
  readonly youngConsent: string;
  readonly adultSide: string;
  readonly afterEighteen: string;
  readonly ownFollowUp: string;
};

/** Courses that somebody takes: amid one (its attempt and enrolment), at the last page of another, and failed in a third. */
export type CourseIds = {
  readonly attempt: string;
  readonly enrolment: string;
  readonly through: string;
  readonly failed: string;
};

/** What came of a course: a question of today, what somebody wrote and their mentor, and a dilemma at the meeting that runs. */
export type ReviewIds = {
  readonly review: string;
  readonly thought: string;
  readonly mentor: string;
  readonly dilemma: string;
  /** Of somebody who works the meetings, and takes the course too. */
  readonly workersAttempt: string;
};

/** The batons of a pathway and of two others. */
export type HandoverIds = {
  /** Somebody is asked to take it. */
  readonly handover: string;
  /** The lead took it, and has yet to tell the citizen. */
  readonly taken: string;
  /** Two managers settle it. */
  readonly settling: string;
  /** A pathway that nobody leads. */
  readonly leadless: string;
  /** What somebody owed who has left. */
  readonly orphan: string;
};

/** Classes: one that is open, one that runs, one that was held. */
export type IntakeIds = {
  readonly intake: string;
  readonly intakeKind: string;
  /** Jonas', in the open one: he has not answered. */
  readonly intakeSeat: string;
  /** Today's, of the one that runs. */
  readonly intakeDay: string;
  readonly heldClass: string;
};

/** A new colleague's onboarding. */
export type ProgramIds = {
  readonly run: string;
  /** What the manager sees to. */
  readonly programStep: string;
  /** Somebody is asked to be the mentor. */
  readonly mentorship: string;
};

export type Ids = DecisionIds &
  FollowUpIds &
  CourseIds &
  HandoverIds &
  IntakeIds &
  ProgramIds &
  ReviewIds & {
    readonly pathway: string;
    /** Called, two weeks ahead. */
    readonly meeting: string;
    /** Called for today, and not opened yet. */
    readonly today: string;
    /** Opened, and ready to be closed. */
    readonly running: string;
    /** Held and closed, with its record. */
    readonly held: string;
    /** Jonas', to the meeting ahead. */
    readonly invitation: string;
    /** Mette's. */
    readonly hindered: string;
    readonly standIn: string;
    /** Jonas' to the meeting that was held: he was missed. */
    readonly missed: string;
    /** What Jonas owes. */
    readonly obligation: string;
    /** What Jonas has ready for the meeting ahead. */
    readonly preparation: string;
    /** Bo's, of the meeting that was held. */
    readonly agreement: string;
    /** Written down at the running meeting, and not owed yet. */
    readonly draft: string;
    /** The ground that reaches the departments of the team. */
    readonly ground: string;
    /** Vibeke's department, which no ground reaches. */
    readonly groundless: string;
    readonly kasper: string;
    readonly bo: string;
    readonly form: string;
    /** Bo's place in the team. */
    readonly seat: string;
    /** Another pathway's lead asks whether the two are of one family. */
    readonly link: string;
    /** The pathway's number in a specialist system. */
    readonly caseNumber: string;
    /** A sample of the audit log, which waits for Helle. */
    readonly sample: string;
    /** The key of a course. */
    readonly course: string;
    /** Jonas' department. */
    readonly department: string;
  };

/** Who may press what, and what a press of it carries. The input with ids that nobody has is the unknown matter. */
export type Press = {
  readonly who: string;
  readonly may: readonly string[];
  readonly input: (ids: Ids) => Record<string, unknown>;
};
