/**
 * Who may do what, in one table. A standing is what somebody is to the matter at this moment; it is worked out on the
 * server for every press. Whoever has none of the standings gets the answer of an unknown reference.
 */
export const STANDINGS = [
  'lead',
  'co-lead',
  'team',
  'case-administrator',
  'invited',
  'stand-in',
  'role',
  'owner',
  'voter',
  'once-voter',
  'adviser',
  'ruler',
  'asked',
  'manager',
  'administrator',
  'learner',
  'mentor',
  'onboarding-lead',
  'staff',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const RIGHTS = {
  /** The pathway with its team and meetings. */
  'pathway.see': ['lead', 'co-lead', 'team', 'case-administrator'],
  /** Begin a pathway, and lead it. */
  'pathway.begin': ['staff'],
  /** Team, co-lead, externals, case numbers, links of a family; end it. */
  'pathway.change': ['lead', 'co-lead'],
  /** One's own place in the team: rest, come back, leave. */
  'seat.own': ['team'],
  /** Consent and other grounds for sharing: note them. */
  'ground.register': ['lead', 'co-lead'],
  /** The citizen takes a consent back: whoever hears it may note it. */
  'ground.withdraw': ['lead', 'co-lead', 'team', 'case-administrator'],
  /** What the own department's colleagues may decide at a meeting. */
  'mandate.write': ['manager'],
  /** One meeting with who was invited and what they answered. */
  'meeting.see': ['lead', 'co-lead', 'team', 'case-administrator', 'invited', 'stand-in'],
  'meeting.call': ['lead', 'co-lead'],
  'meeting.move': ['lead', 'co-lead'],
  'meeting.cancel': ['lead', 'co-lead'],
  /** The meeting card: who is there, notes, agreements, the next date, closing. Whoever has a role at the meeting too. */
  'meeting.work': ['lead', 'co-lead', 'role'],
  /** The letter to the citizen. */
  'letter.make': ['lead', 'co-lead'],
  /** The talk with the citizen after a meeting without them. */
  'citizen-talk.note': ['lead', 'co-lead'],
  /** That an agreement is kept, gets a later date or falls away: whoever owns it, and the lead. */
  'agreement.settle': ['lead', 'co-lead', 'owner'],
  /** One's own invitation. */
  'invitation.answer': ['invited'],
  /** One's own place in a colleague's stead. */
  'stand-in.answer': ['stand-in'],
  /** What happens when somebody is hindered; whoever is asked while the lead is away may say it too. */
  'hindered.reply': ['lead', 'co-lead', 'asked'],
  /** Name somebody for the own department. */
  'representation.name': ['manager'],
  /** One proposal: in the pathway, with a voice in it, asked for advice, or put before it as a leader. */
  'proposal.see': ['lead', 'co-lead', 'team', 'case-administrator', 'voter', 'adviser', 'ruler'],
  /** How a proposal ended: whoever had a voice in it too, who has left the team since. */
  'outcome.see': ['lead', 'co-lead', 'team', 'case-administrator', 'voter', 'once-voter', 'adviser', 'ruler'],
  /** Make a proposal, amend it, withdraw it, at a meeting whoever has a role too. */
  'proposal.make': ['lead', 'co-lead', 'role'],
  /** Note that those at the meeting agree. */
  'proposal.agree-all': ['lead', 'co-lead', 'role'],
  /** The talk that a doubt opens: clarify, amend, put it before the leaders; what the citizen answers, and telling them. */
  'proposal.lead': ['lead', 'co-lead'],
  /** One's own voice. */
  'proposal.answer': ['voter'],
  /** One's own advice. */
  'advice.give': ['adviser'],
  /** Say yes for the own department, or name somebody. */
  'department.speak': ['manager'],
  /** Decide what was put before one as a leader. */
  'ruling.give': ['ruler'],
  /** What the responsible does about what was decided: have it granted, say whether it has started. */
  'decision.carry-out': ['owner', 'lead', 'co-lead'],
  /** Put a question to leaders of those involved. */
  'question.ask': ['lead', 'co-lead', 'role', 'owner'],
  /** Answer a question that was put to one. */
  'question.answer': ['asked'],
  /** What a pathway comes to by a date: its rhythm, transitions, what the young person says. */
  'follow-up.lead': ['lead', 'co-lead'],
  /** One's own follow-ups that the law asks for, in a pathway: enter them. */
  'own-follow-up.add': ['lead', 'co-lead', 'team'],
  /** Say that it is done, move it, or take it off the list. */
  'own-follow-up.settle': ['owner'],
  /** Ask a colleague to take the baton, and take the question back; where nobody leads, the department's manager does. */
  'handover.ask': ['lead', 'co-lead', 'manager'],
  /** Say whether one takes the baton. */
  'handover.answer': ['asked'],
  /** Find a lead when two have said no: the two managers. */
  'handover.settle': ['manager'],
  /** That the citizen knows who leads. */
  'lead.tell': ['lead', 'co-lead'],
  /** Keep the baton after a change of department. */
  'lead.keep': ['lead'],
  /** Find a lead for a pathway that has none. */
  'lead.find': ['manager'],
  /** What stands without an owner in the own department: give it to a colleague, or let it fall. */
  'orphan.settle': ['manager'],
  /** A new colleague's programme: its steps, their days, and whether they are done. Never an answer or a reflection. */
  'program.see': ['learner', 'mentor', 'manager', 'onboarding-lead'],
  /** Say that a step is done: whoever sees to it. */
  'program.settle-step': ['owner'],
  /** Let a step fall that does not fit this colleague, with a reason. */
  'program.waive': ['manager', 'onboarding-lead'],
  /** New colleagues by the month they began, who is late, and who has waited longest. */
  'program.cohorts': ['onboarding-lead'],
  /** Find a mentor for a new colleague, and another one later. */
  'mentor.ask': ['manager'],
  /** Say whether one will be somebody's mentor. */
  'mentor.answer': ['asked'],
  /** What waits for oneself. */
  'waiting.see': ['staff'],
  'waiting.snooze': ['staff'],
  /** Look through a sample of the audit log: whoever the policy names now. References, and nothing else of a pathway. */
  'audit.sign-sample': ['owner'],
  /** Any course, for anybody employed. */
  'course.take': ['staff'],
  /** One's own way through a course: its pages, answers and result. */
  'course.play': ['owner'],
  /** How courses go, in figures that give nobody away. */
  'course.statistics': ['onboarding-lead'],
  /** Classes and meetings of the onboarding: open, call people, move, call off, note who was there; see all of it. */
  'intake.lead': ['onboarding-lead'],
  /** One's own place on a class: yes, no, give it back. */
  'intake.answer': ['owner'],
  /** See the classes that are open, and ask for a seat. */
  'intake.ask': ['staff'],
  /** Questions that come back to one, whether they do, and the own list for the talk with the mentor. */
  'review.own': ['owner'],
  /** Share what one wrote to think of in a course with one's mentor. */
  'reflection.share': ['owner'],
  /** Read what was shared with one, while one is the mentor. */
  'reflection.read': ['mentor'],
  /** A dilemma of a course that a team plays at its meeting: whoever comes, and whoever has answered. It is begun by whoever works the meeting. */
  'dilemma.play': ['lead', 'co-lead', 'invited', 'stand-in', 'role', 'voter'],
  /** How the house is: no citizen content. */
  'status.see': ['administrator'],
} as const satisfies Record<string, readonly Standing[]>;
export type Right = keyof typeof RIGHTS;

/** Whether any of somebody's standings gives the right. */
export function may(right: Right, standings: ReadonlySet<Standing>): boolean {
  const needed: readonly Standing[] = RIGHTS[right];
  return needed.some((standing) => standings.has(standing));
}
