import { words } from '../../content/words/words';
import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Kind, Line, LineInput } from '../obligations/kind';
import { organisation } from '../people/organisation';
import { may, type Right } from '../people/rights';
import { dayFromDate } from '../time/day';
import { questionKind, startKind, tellKind } from './after-kinds';
import { CARD_OF } from './keep-obligations';
import { factsBy, leads, type Org } from './kind-facts';
import { owedBy, PROPOSAL_KINDS, type ProposalKind } from './owed-rules';
import { departmentNames, nameIn } from './show';
import { actsFor, answersFor, seatsOf, standingsOn } from './standing';
import type { ProposalEvent } from './state-rules';
import { loadProposal, lockProposal, type ProposalCase } from './store';
import { takeStep, withoutGone } from './take-step';

/** What proposals and questions make people owe. */
export function decisionKinds(): Kind[] {
  return [
    ...PROPOSAL_KINDS.map(proposalKind),
    tellKind(),
    startKind(),
    questionKind('question-answer'),
    questionKind('leader-question'),
  ];
}

type Lines = ReturnType<typeof words>['lines'];
type Told = { readonly text: string; readonly dueOn: string; readonly ref: string };

/** What each kind says in the morning, and what a press of it opens. */
const SAYS: Readonly<
  Record<ProposalKind, { readonly line: (lines: Lines, told: Told) => string; readonly verb: string }>
> = {
  'proposal-answer': { line: (lines, told) => lines.proposalAnswer(told), verb: 'vote.open' },
  'department-voice': { line: () => '', verb: 'voice.open' },
  'decision-talk': { line: (lines, told) => lines.decisionTalk(told), verb: 'talk.open' },
  'professional-decision': { line: (lines, told) => lines.professionalDecision(told), verb: 'professional.open' },
  ruling: { line: (lines, told) => lines.ruling(told), verb: 'ruling.open' },
  'leader-missing': { line: (lines, told) => lines.leaderMissing(told), verb: 'proposal.open' },
  advice: { line: (lines, told) => lines.advice(told), verb: 'advice.open' },
  'advice-taken': { line: (lines, told) => lines.adviceTaken(told), verb: 'advice.taken-open' },
  'citizen-answer': { line: (lines, told) => lines.citizenAnswer(told), verb: 'citizen.open' },
  'visitation-send': { line: (lines, told) => lines.visitationSend(told), verb: 'visitation.open' },
  'visitation-answer': { line: (lines, told) => lines.visitationAnswer(told), verb: 'visitation.open' },
};

/** What the house does of itself when a date has passed, by the verb of the ladder. */
const PAST: Readonly<Record<string, ProposalEvent>> = {
  'answers-past-due': { kind: 'answers-past-due' },
  'voice-past-due': { kind: 'voice-past-due' },
  'talk-past-due': { kind: 'talk-past-due' },
  'professional-past-due': { kind: 'professional-past-due' },
  'advice-past-due': { kind: 'advice-past-due' },
  'ruling-past-due': { kind: 'ruling-past-due' },
  'leaders-sought': { kind: 'leaders-sought' },
};

const past = (event: ProposalEvent) => async (unit: Unit, obligation: Obligation) => {
  const found = await loadProposal(unit, obligation.matterId);
  if (!found) return;
  const now = await withoutGone(unit, found);
  if (now.state.stage.is === 'closed') return;
  // Whoever fell out may have moved it on: what is no longer owed has no date that passes.
  const org = await organisation(unit);
  if (!isOwed(now, obligation, org.isHere)) return;
  await takeStep(unit, now, { event, byId: null });
};

function proposalKind(kind: ProposalKind): Kind {
  return {
    kind,
    cardKind: () => CARD_OF[kind],
    facts: (unit, rows) =>
      factsBy(unit, rows, async (found, row, org) => ({
        owed: isOwed(found, row, org.isHere),
        maySee: (id) => mayHear(found, kind, row, id, org),
      })),
    line: (unit, input) => proposalLine(unit, kind, input),
    lock: async (unit, id) => {
      await lockProposal(unit, id);
    },
    deadlines: Object.fromEntries(Object.entries(PAST).map(([verb, event]) => [verb, past(event)])),
    inherit: async (unit, obligation) => {
      const found = await loadProposal(unit, obligation.matterId);
      if (found) await withoutGone(unit, found);
    },
  };
}

function isOwed({ state }: ProposalCase, row: Obligation, isHere: (id: string) => boolean): boolean {
  return owedBy(state, isHere).some((one) => {
    const key = one.owner.role === 'lead' ? 'lead' : (one.owner.personId ?? 'nobody');
    return one.kind === row.kind && one.round === row.round && key === row.ownerKey;
  });
}

const RIGHT_OF: Readonly<Record<ProposalKind, Right>> = {
  'proposal-answer': 'proposal.answer',
  'department-voice': 'department.speak',
  'decision-talk': 'proposal.lead',
  'professional-decision': 'proposal.answer',
  ruling: 'ruling.give',
  'leader-missing': 'proposal.lead',
  advice: 'advice.give',
  'advice-taken': 'proposal.lead',
  'citizen-answer': 'proposal.lead',
  'visitation-send': 'decision.carry-out',
  'visitation-answer': 'decision.carry-out',
};

/** The owner hears with the matter's own right; whoever leads the owner gets a notice: reference, kind, date, role, person. */
function mayHear(found: ProposalCase, kind: ProposalKind, row: Obligation, id: string, org: Org): boolean {
  if (may(RIGHT_OF[kind], standingsOn(found, id, org))) return true;
  const owner = row.ownerId ?? (org.people.has(row.ownerKey) ? row.ownerKey : found.known.pathway.leadId);
  return id !== row.ownerId && owner !== null && leads(id, owner, org);
}

async function proposalLine(unit: Unit, kind: ProposalKind, input: LineInput): Promise<Line | undefined> {
  const { obligation, personId, locale } = input;
  const found = await loadProposal(unit, obligation.matterId);
  if (!found) return undefined;
  const org = await organisation(unit);
  const all = words(locale);
  const { ref } = found.known.pathway;
  const dueOn = obligation.dueOn === null ? unit.today : dayFromDate(obligation.dueOn);
  const own =
    kind === 'ruling'
      ? seatsOf(found).some(
          (seat) => seat.personId === obligation.ownerId && actsFor(found, seat.personId, personId, org),
        )
      : obligation.ownerId !== null &&
        (obligation.ownerId === personId ||
          answersFor(obligation.ownerId, personId, org) ||
          may(RIGHT_OF[kind], standingsOn(found, personId, org)));
  if (!own) {
    const name = nameIn(org, obligation.ownerId ?? obligation.ownerKey);
    return { text: all.lines.rulingUpward({ name, dueOn, ref }), group: ref };
  }
  const action = { title: all.actions.answer, verb: SAYS[kind].verb, input: { proposal: found.row.id } };
  if (kind === 'department-voice') {
    const departments = found.state.voices
      .filter((one) => one.managerId === obligation.ownerId)
      .map((one) => one.departmentId);
    const department = departmentNames(org, departments).join(', ');
    return { text: all.lines.departmentVoice({ department, dueOn, ref }), group: ref, action };
  }
  return { text: SAYS[kind].line(all.lines, { text: found.version.text, dueOn, ref }), group: ref, action };
}
