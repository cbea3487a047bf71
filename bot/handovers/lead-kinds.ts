import { words } from '../../content/words/words';
import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Facts, Kind, LineInput } from '../obligations/kind';
import { handOver } from '../obligations/settle';
import { holdPathways } from '../pathways/hold';
import { type PathwayWithTeam, pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayFromDate } from '../time/day';
import { answersFor, isMissing, managerOfPathway } from './standing';

type Judge = (known: PathwayWithTeam, row: Obligation, org: Organisation) => Pick<Facts, 'owed' | 'maySee'>;

const factsBy =
  (judge: Judge): Kind['facts'] =>
  async (unit, rows) => {
    const org = await organisation(unit);
    const pathways = await pathwaysWithTeam(unit, [...new Set(rows.map((row) => row.matterId))]);
    return new Map(
      rows.map((row): [string, Facts] => {
        const known = pathways.get(row.matterId);
        if (!known) return [row.id, { owed: false, roles: {}, maySee: () => false }];
        const { leadId, coLeadId, status } = known.pathway;
        const { owed, maySee } = judge(known, row, org);
        return [row.id, { owed: owed && status === 'open', roles: { lead: leadId, coLead: coLeadId }, maySee }];
      }),
    );
  };

const lock = async (unit: Unit, pathwayId: string): Promise<void> => {
  await holdPathways(unit, [pathwayId]);
};

/** A pathway whose lead has left: its department's manager finds another. The import opens it, and owes it to nobody yet. */
function missingKind(): Kind {
  return {
    kind: 'lead-missing',
    cardKind: () => 'lead-missing',
    facts: factsBy((known, _row, org) => ({
      owed: isMissing(known, org),
      maySee: (id) => answersFor(managerOfPathway(known, org), id, org),
    })),
    line: (unit, input) => lineOf(unit, input, 'leadMissing', 'lead.missing-open'),
    lock,
    deadlines: {},
    inherit: async (unit, obligation) => {
      const known = (await pathwaysWithTeam(unit, [obligation.matterId])).get(obligation.matterId);
      const managerId = known && managerOfPathway(known, await organisation(unit));
      if (managerId === undefined) return;
      const { matterKind, matterId, kind, round } = obligation;
      await handOver(unit, { matterKind, matterIds: [matterId], kind, round }, managerId);
    },
  };
}

/** A lead who changed department passes the baton on, or keeps it. The import opens it. */
function movedKind(): Kind {
  return {
    kind: 'lead-moved',
    cardKind: () => 'lead-moved',
    facts: factsBy((known, row, org) => ({
      owed: known.pathway.leadId !== null && !isMissing(known, org) && known.pathway.leadId === row.ownerId,
      maySee: (id) => may('lead.keep', standingsIn(known, id, org)),
    })),
    line: (unit, input) => lineOf(unit, input, 'leadMoved', 'lead.moved-open'),
    lock,
    deadlines: {},
  };
}

async function lineOf(unit: Unit, input: LineInput, own: 'leadMissing' | 'leadMoved', verb: string) {
  const { obligation, locale } = input;
  const known = (await pathwaysWithTeam(unit, [obligation.matterId])).get(obligation.matterId);
  if (!known) return undefined;
  // Somebody is asked already, or the managers are at it.
  const asked = { tenantId: unit.tenantId, pathwayId: known.pathway.id, status: { in: ['open', 'settling'] } };
  if ((await unit.tx.handover.count({ where: asked })) > 0) return undefined;
  const all = words(locale);
  const { id, ref } = known.pathway;
  const dueOn = obligation.dueOn === null ? unit.today : dayFromDate(obligation.dueOn);
  return {
    text: all.lines[own]({ name: '', ref, dueOn }),
    group: ref,
    action: { title: all.actions.open, verb, input: { pathway: id } },
  };
}

/** What a pathway's lead makes people owe who has left, or come to another department. */
export const leadKinds = (): Kind[] => [missingKind(), movedKind()];
