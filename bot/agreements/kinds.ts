import { agreementCard } from '../../cards/meetings/agreement';
import { words } from '../../content/words/words';
import type { Agreement, Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import type { Facts, Kind, Orphan, Renderer } from '../obligations/kind';
import { type PathwayWithTeam, pathwaysWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayFromDate } from '../time/day';
import { settleAgreement } from './settle-agreement';
import { agreementView } from './show';
import { standingsOf } from './standing';
import { lockAgreement, textOf } from './store';

/** What was agreed is owed: by the professional who owns it, or by the lead, also on the citizen's behalf. */
export function agreementKinds(): Kind[] {
  return [kindOf('agreement'), kindOf('agreement-of-lead')];
}

function kindOf(kind: 'agreement' | 'agreement-of-lead'): Kind {
  return {
    kind,
    cardKind: () => 'agreement',
    facts: async (unit, rows) => {
      const org = await organisation(unit);
      const found = await byId(unit, rows);
      return new Map(
        rows.map((row): [string, Facts] => {
          const one = found.get(row.matterId);
          if (!one) return [row.id, { owed: false, roles: {}, maySee: () => false }];
          const { leadId, coLeadId } = one.known.pathway;
          return [
            row.id,
            {
              owed: one.row.status === 'open',
              roles: { lead: leadId, coLead: coLeadId },
              maySee: (id) => may('agreement.settle', standingsOf(one.row, one.known, id, org)),
            },
          ];
        }),
      );
    },
    line: async (unit, { obligation, personId, locale }) => {
      const one = (await byId(unit, [obligation])).get(obligation.matterId);
      if (one?.row.status !== 'open') return undefined;
      const all = words(locale);
      const { ref } = one.known.pathway;
      const dueOn = dayFromDate(one.row.dueOn);
      const org = await organisation(unit);
      const own = kind === 'agreement-of-lead' || one.row.ownerId === personId;
      const name = org.people.get(one.row.ownerId ?? '')?.name ?? '';
      const text = own
        ? all.lines.agreement({ text: textOf(unit, one.row), dueOn, ref })
        : all.lines.agreementUpward({ name, dueOn, ref });
      return {
        text,
        group: ref,
        action: { title: all.actions.open, verb: 'agreement.open', input: { agreement: one.row.id } },
      };
    },
    lock: async (unit, id) => {
      await lockAgreement(unit, id);
    },
    deadlines: {},
    ...(kind === 'agreement' ? { orphan } : {}),
  };
}

/** A professional's own, who has left: somebody whom a ground reaches gets it, or it falls away with a reason. */
const orphan: Orphan = {
  give: async (unit, obligation, personId) => {
    const one = (await byId(unit, [obligation])).get(obligation.matterId);
    const departmentId = (await organisation(unit)).people.get(personId)?.departmentId ?? '';
    if (!one?.known.grounds.has(departmentId)) return 'no-ground';
    await unit.tx.agreement.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: one.row.id } },
      data: { ownerId: personId, version: { increment: 1 } },
    });
    await touchCards(unit, 'agreement', [one.row.id]);
    return undefined;
  },
  drop: async (unit, obligation, { reason, byId: droppedById }) => {
    const row = await lockAgreement(unit, obligation.matterId);
    if (row) await settleAgreement(unit, row.id, row.version, { kind: 'drop', because: reason }, droppedById);
  },
};

async function byId(
  unit: Unit,
  rows: readonly Obligation[],
): Promise<Map<string, { row: Agreement; known: PathwayWithTeam }>> {
  const found = await unit.tx.agreement.findMany({
    where: { tenantId: unit.tenantId, id: { in: rows.map((row) => row.matterId) } },
  });
  const pathways = await pathwaysWithTeam(unit, [...new Set(found.map((row) => row.pathwayId))]);
  return new Map(
    found.flatMap((row): [string, { row: Agreement; known: PathwayWithTeam }][] => {
      const known = pathways.get(row.pathwayId);
      return known ? [[row.id, { row, known }]] : [];
    }),
  );
}

/** The card of one agreement. */
export const agreementRenderer: Renderer = async (unit, { matterId, personId, locale, sending }) => {
  const row = await unit.tx.agreement.findUnique({ where: { tenantId_id: { tenantId: unit.tenantId, id: matterId } } });
  const known = row ? (await pathwaysWithTeam(unit, [row.pathwayId])).get(row.pathwayId) : undefined;
  if (!row || !known) return undefined;
  const standings = standingsOf(row, known, personId, await organisation(unit));
  if (!may('agreement.settle', standings)) return 'gone';
  if (sending && row.status !== 'open') return undefined;
  const mayDrop = may('pathway.change', standings);
  const view = await agreementView(unit, row, known, { mayDrop, ...(sending ? { sending } : {}) });
  return { ...agreementCard(view, locale), keep: { kind: 'agreement', matterKind: 'agreement', matterId } };
};
