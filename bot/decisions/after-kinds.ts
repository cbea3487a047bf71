import { words } from '../../content/words/words';
import type { Unit } from '../db/unit';
import type { Facts, Kind } from '../obligations/kind';
import { holdPathwayOf } from '../pathways/hold';
import { pathwaysWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayFromDate } from '../time/day';
import { factsBy, leads, rolesOf } from './kind-facts';
import { questionUnanswered } from './questions';
import { nameIn } from './show';
import { standingsOn, standingsOnQuestion } from './standing';
import { loadProposal, lockProposal } from './store';

/** The citizen is told, by the lead. */
export function tellKind(): Kind {
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
export function startKind(): Kind {
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
export function questionKind(kind: 'question-answer' | 'leader-question'): Kind {
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
        select: { pathwayId: true, proposalId: true },
      });
      await holdPathwayOf(unit, row);
      if (row?.proposalId) await lockProposal(unit, row.proposalId);
      await unit.tx
        .$queryRaw`select id from question where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
    },
    deadlines: { 'question-unanswered': (unit, obligation) => questionUnanswered(unit, obligation.matterId) },
  };
}
