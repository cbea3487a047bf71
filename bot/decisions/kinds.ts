import { words } from '../../content/words/words';
import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Facts, Kind, Line, LineInput } from '../obligations/kind';
import { type PathwayWithTeam, pathwaysWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may, type Right } from '../people/rights';
import { dayFromDate } from '../time/day';
import { CARD_OF } from './keep-obligations';
import { owedBy, PROPOSAL_KINDS, type ProposalKind } from './owed-rules';
import { questionUnanswered } from './questions';
import { departmentNames, nameIn } from './show';
import { actsFor, answersFor, seatsOf, standingsOn, standingsOnQuestion } from './standing';
import type { ProposalEvent } from './state-rules';
import { loadProposal, loadProposals, lockProposal, type ProposalCase } from './store';
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

type Org = Awaited<ReturnType<typeof organisation>>;

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

const leads = (id: string, ownerId: string, org: Org): boolean => {
  const chain = org.leadersOf(ownerId);
  return chain.includes(id) || chain.some((leader) => org.atWorkFor(leader) === id);
};

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

type Judged = Pick<Facts, 'owed' | 'maySee'>;

async function factsBy(
  unit: Unit,
  rows: readonly Obligation[],
  judge: (found: ProposalCase, row: Obligation, org: Org) => Promise<Judged>,
): Promise<Map<string, Facts>> {
  const org = await organisation(unit);
  const found = await loadProposals(
    unit,
    rows.map((row) => row.matterId),
  );
  const facts = new Map<string, Facts>();
  for (const row of rows) {
    const one = found.get(row.matterId);
    facts.set(
      row.id,
      one
        ? { ...(await judge(one, row, org)), roles: rolesOf(one.known) }
        : { owed: false, roles: {}, maySee: () => false },
    );
  }
  return facts;
}

const rolesOf = ({ pathway }: PathwayWithTeam): Facts['roles'] => ({ lead: pathway.leadId, coLead: pathway.coLeadId });

/** The citizen is told, by the lead. */
function tellKind(): Kind {
  return {
    kind: 'tell-outcome',
    cardKind: () => 'tell',
    facts: (unit, rows) =>
      factsBy(unit, rows, async (found, row, org) => ({
        owed: !found.row.citizenToldProposal.some((one) => one.round === row.round),
        maySee: (id) =>
          may('proposal.lead', standingsOn(found, id, org)) ||
          (row.ownerId !== null && row.ownerId !== id && leads(id, row.ownerId, org)),
      })),
    line: async (unit, { obligation, personId, locale }) => {
      const found = await loadProposal(unit, obligation.matterId);
      if (!found) return undefined;
      const org = await organisation(unit);
      const all = words(locale);
      const { ref } = found.known.pathway;
      const dueOn = obligation.dueOn === null ? unit.today : dayFromDate(obligation.dueOn);
      if (!may('proposal.lead', standingsOn(found, personId, org)))
        return {
          text: all.lines.tellOutcomeUpward({ name: nameIn(org, obligation.ownerId ?? ''), dueOn, ref }),
          group: ref,
        };
      const input = { proposal: found.row.id, round: String(obligation.round) };
      return {
        text: all.lines.tellOutcome({ dueOn, ref }),
        group: ref,
        action: { title: all.actions.open, verb: 'tell.open', input },
      };
    },
    lock: async (unit, id) => {
      await lockProposal(unit, id);
    },
    deadlines: {},
  };
}

/** Has it started? */
function startKind(): Kind {
  return {
    kind: 'start-check',
    cardKind: () => 'start-check',
    facts: (unit, rows) =>
      factsBy(unit, rows, async (found, row, org) => ({
        owed: found.row.startCheckProposal.some((one) => one.n === row.round && one.answer === null),
        maySee: (id) => may('decision.carry-out', standingsOn(found, id, org)),
      })),
    line: async (unit, { obligation, personId, locale }) => {
      const found = await loadProposal(unit, obligation.matterId);
      if (!found) return undefined;
      const org = await organisation(unit);
      const all = words(locale);
      const { ref } = found.known.pathway;
      const dueOn = obligation.dueOn === null ? unit.today : dayFromDate(obligation.dueOn);
      // Nothing has to start before its day.
      if (dueOn > unit.today) return undefined;
      const text =
        obligation.ownerId === personId || obligation.ownerId === null
          ? all.lines.startCheck({ text: found.version.text, dueOn, ref })
          : all.lines.startCheckUpward({ name: nameIn(org, obligation.ownerId), dueOn, ref });
      return {
        text,
        group: ref,
        action: { title: all.actions.answer, verb: 'start.open', input: { proposal: found.row.id } },
      };
    },
    lock: async (unit, id) => {
      await lockProposal(unit, id);
    },
    deadlines: {},
  };
}

/** A question to the team (its lead answers, the leaders' clock stands still) or to a leader. */
function questionKind(kind: 'question-answer' | 'leader-question'): Kind {
  const find = async (unit: Unit, ids: readonly string[]) =>
    new Map(
      (
        await unit.tx.question.findMany({
          where: { tenantId: unit.tenantId, id: { in: [...ids] } },
          include: { questionSeatQuestion: true },
        })
      ).map((row) => [row.id, row]),
    );
  return {
    kind,
    cardKind: () => 'question',
    facts: async (unit, rows) => {
      const org = await organisation(unit);
      const found = await find(
        unit,
        rows.map((row) => row.matterId),
      );
      const pathways = await pathwaysWithTeam(unit, [...new Set([...found.values()].map((one) => one.pathwayId))]);
      return new Map(
        rows.map((row): [string, Facts] => {
          const question = found.get(row.matterId);
          const known = question && pathways.get(question.pathwayId);
          if (!question || !known) return [row.id, { owed: false, roles: {}, maySee: () => false }];
          const seat = question.questionSeatQuestion.find((one) => (one.personId ?? 'lead') === row.ownerKey);
          return [
            row.id,
            {
              owed: seat?.state === 'asked',
              roles: rolesOf(known),
              maySee: (id) => seat !== undefined && may('question.answer', standingsOnQuestion(known, seat, id, org)),
            },
          ];
        }),
      );
    },
    line: async (unit, { obligation, locale }) => {
      const question = (await find(unit, [obligation.matterId])).get(obligation.matterId);
      const seat = question?.questionSeatQuestion.find((one) => (one.personId ?? 'lead') === obligation.ownerKey);
      const known = question && (await pathwaysWithTeam(unit, [question.pathwayId])).get(question.pathwayId);
      if (!question || !seat || !known) return undefined;
      const org = await organisation(unit);
      const all = words(locale);
      const { ref } = known.pathway;
      const dueOn = obligation.dueOn === null ? unit.today : dayFromDate(obligation.dueOn);
      const told = { asker: nameIn(org, question.askedById), dueOn, ref };
      const text = kind === 'question-answer' ? all.lines.questionAnswer(told) : all.lines.leaderQuestion(told);
      return {
        text,
        group: ref,
        action: { title: all.actions.answer, verb: 'question.open', input: { seat: seat.id } },
      };
    },
    lock: async (unit, id) => {
      // The proposal first, whose clock the question stopped; then the question itself.
      const row = await unit.tx.question.findUnique({
        where: { tenantId_id: { tenantId: unit.tenantId, id } },
        select: { proposalId: true },
      });
      if (row?.proposalId) await lockProposal(unit, row.proposalId);
      await unit.tx
        .$queryRaw`select id from question where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
    },
    deadlines: { 'question-unanswered': (unit, obligation) => questionUnanswered(unit, obligation.matterId) },
  };
}
