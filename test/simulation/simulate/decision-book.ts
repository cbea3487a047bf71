import type { ClosedEvent } from '../journal';
import { after } from '../model-text';
import { answerDueOn, type Hearing, hearingOf, type Matter } from './decision-rules';
import { withoutGone } from './hearing-steps';
import { keyOf, type Owed } from './journal-writer';
import { type Leadership, leadershipOf } from './leadership';
import { rolesOf } from './meetings';
import { isHere, type Pathway } from './organisation';
import type { Town } from './town-life';

/** A proposal as whoever made it knows it. */
export type Proposal = {
  readonly id: string;
  readonly pathway: Pathway;
  readonly startsOn: string;
  readonly matter: Matter;
  /** What leaders ask the team, and are answered: by the round of leaders in which they ask. */
  readonly questions: { readonly id: string; readonly hearing: Hearing; readonly by: string; isOpen: boolean }[];
};

/** What a proposal's state makes people owe. */
const KINDS = ['proposal-answer', 'department-voice', 'decision-talk', 'ruling', 'leader-missing'];
const VERSION = 100;
const TELL = '2wd';
const QUESTION = '2wd';

type Due = Pick<Owed, 'kind' | 'round' | 'ownerId' | 'ownerRole' | 'ownerKey'> & { readonly due: string };

/** Writes down what proposals make people owe, by the rules and by what was said, and not by what the bot has made of it. */
export function decisionBook(town: Town) {
  const { journal } = town;
  const leads = (): Leadership => leadershipOf(town.organisation, town.today());

  const owedNow = ({ matter, pathway }: Proposal): Due[] => {
    const { stage, seats, voices } = matter;
    const person = (id: string | null) => ({ ownerId: id, ownerRole: 'person', ownerKey: id ?? 'nobody' }) as const;
    const lead = { ownerId: pathway.lead, ownerRole: 'lead' } as const;
    if (stage === 'closed') return [];
    const now = hearingOf(matter);
    if (now) {
      const all = now.leaders.length > 0 && now.leaders.every((one) => one.says !== null);
      const round = VERSION + (all ? 5 : 0) + now.level * 10 + now.round;
      if (now.leaders.length === 0) return [{ kind: 'leader-missing', round, due: now.dueOn, ...lead }];
      const still = now.leaders.filter((one) => (all ? leads().isHere(one.person) : one.says === null));
      const owners = still.length > 0 ? still.map((one) => one.person) : [null];
      return owners.map((id) => ({ kind: 'ruling', round, due: now.dueOn, ...person(id) }));
    }
    const answers = seats
      .filter((seat) => seat.state === 'asked')
      .map((seat) => ({
        kind: 'proposal-answer',
        round: VERSION + seat.round,
        due: answerDueOn(matter, seat),
        ...person(seat.person),
      }));
    const open = voices.filter((voice) => voice.state === 'open');
    const spoken = [...new Set(open.map((voice) => voice.manager))].map((manager) => {
      const mine = voices.filter((voice) => voice.manager === manager);
      const settled = mine.filter((voice) => voice.state !== 'open').length;
      const due =
        mine
          .flatMap((voice) => (voice.state === 'open' ? voice.dueOn : []))
          .sort()
          .at(-1) ?? '';
      return { kind: 'department-voice', round: VERSION + settled, due, ...person(manager) };
    });
    const talk =
      stage === 'talk'
        ? [{ kind: 'decision-talk', round: VERSION + matter.talks, due: matter.talkDueOn, ...lead }]
        : [];
    return [...talk, ...answers, ...spoken];
  };

  const open = (proposal: Proposal, owed: Omit<Owed, 'about' | 'ref' | 'roles' | 'matterId'> & { matterId?: string }) =>
    journal.open({
      matterId: proposal.id,
      roles: rolesOf(proposal.pathway),
      about: proposal.id,
      ref: proposal.pathway.ref,
      ...owed,
    });
  /** What is put before somebody is open to them from then on, and to whoever answers for them. */
  const opensTo = ({ pathway: { ref } }: Proposal, id: string | null): void => {
    const deputy = id === null ? null : (town.organisation.staff.get(id)?.deputy ?? null);
    for (const personId of [id, deputy])
      if (personId !== null) journal.write({ type: 'matter', at: journal.now(), ref, personId, isOpen: true });
  };
  const closeQuestions = (proposal: Proposal, hearing: Hearing, how: ClosedEvent['how']): void => {
    for (const question of proposal.questions) {
      if (question.hearing !== hearing || !question.isOpen) continue;
      question.isOpen = false;
      journal.close(keyOf({ kind: 'question-answer', matterId: question.id, round: 1 }), how);
    }
  };
  const startsLater = (proposal: Proposal, n: number, on: string): void => {
    const today = town.today();
    const { responsible } = proposal.matter;
    const here = isHere(town.organisation, responsible, today);
    const due = on > today ? on : after(today, '1wd');
    const owner = here
      ? ({ ownerId: responsible, ownerRole: 'person' } as const)
      : ({ ownerId: proposal.pathway.lead, ownerRole: 'lead' } as const);
    open(proposal, { kind: 'start-check', round: n, anchors: { due }, ...owner });
  };

  /** Brings what is written down in line with where a proposal stands. */
  const keep = (proposal: Proposal): void => {
    const { matter } = proposal;
    const now = hearingOf(matter);
    for (const one of matter.hearings) if (one !== now) closeQuestions(proposal, one, 'cancelled');
    const owed = new Map(owedNow(proposal).map((one) => [keyOf({ ...one, matterId: proposal.id }), one]));
    for (const one of journal.openOnes(proposal.id)) {
      if (!KINDS.includes(one.kind)) continue;
      const still = owed.get(keyOf(one));
      if (!still) journal.close(keyOf(one), 'met');
      else if (still.due !== one.anchors.due) journal.move(keyOf(one), { due: still.due });
      owed.delete(keyOf(one));
    }
    for (const { due, ...one } of owed.values()) {
      open(proposal, { ...one, anchors: { due } });
      if (one.kind === 'ruling' || one.kind === 'department-voice') opensTo(proposal, one.ownerId);
    }
    if (matter.stage !== 'closed') return;
    const { lead } = proposal.pathway;
    const tell = { kind: 'tell-outcome', round: 1, ownerId: lead, ownerRole: 'lead' } as const;
    open(proposal, { ...tell, anchors: { due: after(town.today(), TELL) } });
    if (matter.outcome === 'adopted') startsLater(proposal, 1, proposal.startsOn);
  };

  return {
    keep,
    startsLater,
    /** One step of a proposal, by a press: whoever has left meanwhile falls out before. */
    step(proposal: Proposal, take: (matter: Matter, leads: Leadership) => unknown): void {
      if (proposal.matter.stage === 'closed') return;
      withoutGone(proposal.matter, leads());
      if (String(proposal.matter.stage) !== 'closed') take(proposal.matter, leads());
      keep(proposal);
    },
    /** A leader asks the team: the clock of those who decide stands still. */
    asked(proposal: Proposal, id: string, by: string): void {
      const now = hearingOf(proposal.matter);
      if (!now) return;
      proposal.questions.push({ id, hearing: now, by, isOpen: true });
      for (const one of journal.openOnes(proposal.id)) if (one.kind === 'ruling') journal.pause(keyOf(one));
      const owner = { ownerId: proposal.pathway.lead, ownerRole: 'lead' } as const;
      const due = after(town.today(), QUESTION);
      open(proposal, { kind: 'question-answer', matterId: id, round: 1, anchors: { due }, ...owner });
    },
    /** It is answered, or stays unanswered at its date. */
    answered(proposal: Proposal, id: string, how: 'met' | 'lapsed'): void {
      const question = proposal.questions.find((one) => one.id === id);
      if (!question?.isOpen) return;
      question.isOpen = false;
      journal.close(keyOf({ kind: 'question-answer', matterId: id, round: 1 }), how);
      if (proposal.questions.some((one) => one.hearing === question.hearing && one.isOpen)) return;
      for (const one of journal.openOnes(proposal.id)) if (one.kind === 'ruling') journal.resume(keyOf(one));
    },
    leads,
  };
}
