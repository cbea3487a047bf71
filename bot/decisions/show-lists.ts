import type { DecisionsView, ProposalsView } from '../../cards/decisions/decision-views';
import type { Unit } from '../db/unit';
import type { Registry } from '../obligations/kind';
import { planningOf } from '../obligations/planning';
import type { PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { daysBetween } from '../time/day';
import { dayOf, toMoment } from '../time/moment';
import type { Locale } from '../turn';
import { PROPOSAL_KINDS } from './owed-rules';
import { outcomeViewOf, questionsOn, stateNameOf } from './show';
import { standingsOn } from './standing';
import { loadProposals, type ProposalCase } from './store';

const KINDS: readonly string[] = [
  ...PROPOSAL_KINDS,
  'question-answer',
  'leader-question',
  'start-check',
  'tell-outcome',
];
const MOST = 12;

/** How long a proposal has been open, or was. */
export function daysOpenOf(unit: Unit, { row }: ProposalCase): number {
  const until = row.closedAt === null ? unit.today : dayOf(toMoment(row.closedAt, unit.policy.zone));
  return daysBetween(dayOf(toMoment(row.madeAt, unit.policy.zone)), until);
}

/** A pathway's proposals, newest first, and its questions to leaders. */
export async function proposalsView(
  unit: Unit,
  known: PathwayWithTeam,
  asked: { readonly alias: string; readonly mayMake: boolean },
): Promise<ProposalsView> {
  const { id, ref } = known.pathway;
  const rows = await unit.tx.proposal.findMany({
    where: { tenantId: unit.tenantId, pathwayId: id },
    select: { id: true },
  });
  const found = [
    ...(
      await loadProposals(
        unit,
        rows.map((row) => row.id),
      )
    ).values(),
  ];
  return {
    pathwayId: id,
    ref,
    alias: asked.alias,
    lines: found
      .sort((a, b) => b.row.number - a.row.number)
      .map((one) => ({
        id: one.row.id,
        number: one.row.number,
        text: one.version.text,
        state: stateNameOf(one.state),
        daysOpen: daysOpenOf(unit, one),
        outcome: outcomeViewOf(unit, one),
      })),
    questions: await questionsOn(unit, { pathwayId: id, proposalId: null }),
    mayMake: asked.mayMake,
  };
}

/** What waits for somebody of decisions, soonest first, and the open proposals of the pathways they are in. */
export async function decisionsView(
  unit: Unit,
  registry: Registry,
  personId: string,
  locale: Locale,
): Promise<DecisionsView> {
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const owed = await tx.obligation.findMany({
    where: { tenantId, ownerId: personId, closedAt: null, kind: { in: [...KINDS] } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  const waiting: DecisionsView['waiting'][number][] = [];
  for (const planning of await planningOf(unit, registry, owed)) {
    if (!planning.facts.owed || !planning.facts.maySee(personId)) continue;
    const line = await registry.kinds
      .get(planning.obligation.kind)
      ?.line(unit, { personId, locale, obligation: planning.obligation });
    if (line?.action)
      waiting.push({ text: line.text, title: line.action.title, verb: line.action.verb, data: line.action.input });
  }
  const open = await tx.proposal.findMany({
    where: {
      tenantId,
      status: { not: 'closed' },
      OR: [
        {
          pathway: {
            OR: [
              { leadId: personId },
              { coLeadId: personId },
              { teamSeatPathway: { some: { personId, untilOn: null } } },
            ],
          },
        },
        { voterSeatProposal: { some: { personId } } },
        { hearingProposal: { some: { rulingSeatHearing: { some: { personId, replaced: false } } } } },
      ],
    },
    select: { id: true },
    orderBy: { madeAt: 'asc' },
  });
  const found = [
    ...(
      await loadProposals(
        unit,
        open.map((row) => row.id),
      )
    ).values(),
  ];
  const seen = found.filter((one) => may('proposal.see', standingsOn(one, personId, org)));
  const pathways = [...new Set(seen.map((one) => one.row.pathwayId))];
  if (pathways.length > 0)
    unit.audit({ act: 'proposal.list', actorId: personId, matterKind: 'pathway', matterId: null, codes: pathways });
  return {
    waiting,
    open: seen.slice(0, MOST).map((one) => ({
      id: one.row.id,
      ref: one.known.pathway.ref,
      number: one.row.number,
      text: one.version.text,
      state: stateNameOf(one.state),
      daysOpen: daysOpenOf(unit, one),
    })),
  };
}
