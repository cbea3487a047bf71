import { words } from '../../content/words/words';
import type { Milestone, Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { meetingsHaveNewLead } from '../meetings/change/lead-changed';
import type { Facts, Kind, LineInput } from '../obligations/kind';
import { settle } from '../obligations/settle';
import { holdPathwayOf, holdPathways, ofPathway } from '../pathways/hold';
import type { Models } from '../pathways/models';
import { type PathwayWithTeam, pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayFromDate } from '../time/day';
import { planOwnFollowUps } from './change';
import { OBLIGATION_OF, reckon } from './reckon';
import { meetingFor, ownText } from './show';
import { daysOf, groundOf } from './store';

/** What a pathway owes by a date, a professional's own follow-ups, and the timer by which the house works them out. */
export function followUpKinds(models: Models): Kind[] {
  return [
    ...[...new Set(Object.values(OBLIGATION_OF))].map(milestoneKind),
    ownFollowUpKind(models),
    reckoningKind(models),
  ];
}

type Found = { readonly row: Milestone; readonly known: PathwayWithTeam };

async function milestonesBy(unit: Unit, ids: readonly string[]): Promise<Map<string, Found>> {
  const rows = await unit.tx.milestone.findMany({ where: { tenantId: unit.tenantId, id: { in: [...ids] } } });
  const pathways = await pathwaysWithTeam(unit, [...new Set(rows.map((row) => row.pathwayId))]);
  return new Map(
    rows.flatMap((row): [string, Found][] => {
      const known = pathways.get(row.pathwayId);
      return known ? [[row.id, { row, known }]] : [];
    }),
  );
}

const NOBODY: Facts = { owed: false, roles: {}, maySee: () => false };

function milestoneKind(kind: string): Kind {
  return {
    kind,
    cardKind: () => 'milestone',
    facts: async (unit, rows) => {
      const org = await organisation(unit);
      const found = await milestonesBy(
        unit,
        rows.map((row) => row.matterId),
      );
      return new Map(
        rows.map((row): [string, Facts] => {
          const one = found.get(row.matterId);
          if (!one) return [row.id, NOBODY];
          const { leadId, coLeadId } = one.known.pathway;
          return [
            row.id,
            {
              owed: one.row.status === 'open' && one.known.pathway.status === 'open',
              roles: { lead: leadId, coLead: coLeadId },
              maySee: (id) => leads(one.known, id, org) || isAbove(leadId, id, org),
            },
          ];
        }),
      );
    },
    line: milestoneLine,
    lock: async (unit, id) => {
      await holdPathwayOf(unit, await unit.tx.milestone.findUnique(ofPathway(unit, id)));
    },
    deadlines: {},
  };
}

const leads = (known: PathwayWithTeam, id: string, org: Organisation): boolean =>
  may('follow-up.lead', standingsIn(known, id, org));

/** The lead's manager gets a notice: reference, kind, date and who leads, and nothing of the pathway. */
function isAbove(leadId: string | null, id: string, org: Organisation): boolean {
  const manager = leadId === null ? undefined : org.managerOf(leadId);
  return manager !== undefined && (id === manager || id === org.atWorkFor(manager));
}

async function milestoneLine(unit: Unit, { personId, locale, obligation, rung }: LineInput) {
  const found = (await milestonesBy(unit, [obligation.matterId])).get(obligation.matterId);
  if (found?.row.status !== 'open') return undefined;
  const { row, known } = found;
  const { opensOn, dueOn } = daysOf(row);
  // Nothing to do about it yet: it waits for nobody before it opens. A reminder of a day off comes on the working day before.
  if (rung === undefined && opensOn > unit.today) return undefined;
  const all = words(locale);
  const org = await organisation(unit);
  const { ref, leadId } = known.pathway;
  const told = { dueOn, ref, late: dueOn < unit.today, today: unit.today };
  if (!leads(known, personId, org)) {
    const upward = { dueOn, ref, today: unit.today, name: org.people.get(leadId ?? '')?.name ?? all.theLead };
    const text =
      row.is === 'follow-up'
        ? all.lines.followUpUpward(upward)
        : row.is === 'meeting'
          ? all.lines.transitionUpward(upward)
          : row.is === 'by-hand'
            ? all.lines.changeUpward(upward)
            : all.lines.milestoneUpward(upward);
    return { text, group: ref };
  }
  const says: Readonly<Record<string, (line: typeof told) => string>> = {
    'follow-up': all.lines.followUp,
    meeting: all.lines.transition,
    'by-hand': all.lines.change,
    consent: all.lines.youngConsent,
    handover: all.lines.adultSide,
    record: all.lines.afterEighteen,
  };
  return {
    text: says[row.is]?.(told) ?? '',
    group: ref,
    action:
      row.is === 'follow-up'
        ? { title: all.milestone.call, verb: 'meeting.form', input: { pathway: row.pathwayId } }
        : { title: all.actions.open, verb: 'milestone.open', input: { milestone: row.id } },
  };
}

function ownFollowUpKind(models: Models): Kind {
  const find = async (unit: Unit, rows: readonly Obligation[]) => {
    const own = await unit.tx.ownFollowUp.findMany({
      where: { tenantId: unit.tenantId, id: { in: rows.map((row) => row.matterId) } },
    });
    const pathways = await pathwaysWithTeam(unit, [...new Set(own.map((one) => one.pathwayId))]);
    return new Map(own.map((one) => [one.id, { one, known: pathways.get(one.pathwayId) }]));
  };
  return {
    kind: 'own-follow-up',
    cardKind: () => 'own-follow-up',
    facts: async (unit, rows) => {
      const org = await organisation(unit);
      const found = await find(unit, rows);
      return new Map(
        rows.map((row): [string, Facts] => {
          const { one, known } = found.get(row.matterId) ?? {};
          if (!one || !known) return [row.id, NOBODY];
          return [
            row.id,
            {
              owed: one.status === 'open' && known.pathway.status === 'open',
              roles: { lead: known.pathway.leadId, coLead: known.pathway.coLeadId },
              maySee: (id) => id === one.personId && may('pathway.see', standingsIn(known, id, org)),
            },
          ];
        }),
      );
    },
    line: async (unit, { obligation, personId, locale }) => {
      const { one, known } = (await find(unit, [obligation])).get(obligation.matterId) ?? {};
      if (!one || !known || one.status !== 'open' || one.personId !== personId) return undefined;
      const ground = await groundOf(unit, models, one.pathwayId);
      const all = words(locale);
      const dueOn = dayFromDate(one.dueOn);
      const { ref } = known.pathway;
      const meetingOn = ground ? meetingFor(ground, dueOn, unit.today) : null;
      const told = { text: ownText(unit, one), dueOn, ref, late: dueOn < unit.today, today: unit.today };
      return {
        text: meetingOn === null ? all.lines.ownFollowUp(told) : all.lines.ownFollowUpAt({ ...told, meetingOn }),
        group: ref,
        action: { title: all.actions.open, verb: 'own.open', input: { own: one.id } },
      };
    },
    lock: async (unit, id) => {
      await holdPathwayOf(unit, await unit.tx.ownFollowUp.findUnique(ofPathway(unit, id)));
      await unit.tx
        .$queryRaw`select id from own_follow_up where tenant_id = ${unit.tenantId}::uuid and id = ${id}::uuid for update`;
    },
    deadlines: {},
  };
}

/** A pathway has come in by the import, or something was learnt of it: the house works out what it comes to. */
function reckoningKind(models: Models): Kind {
  return {
    kind: 'pathway-reckoning',
    cardKind: () => 'milestone',
    facts: async (unit, rows) => {
      const open = await unit.tx.pathway.findMany({
        where: { tenantId: unit.tenantId, id: { in: rows.map((row) => row.matterId) }, status: 'open' },
        select: { id: true },
      });
      return new Map(
        rows.map((row): [string, Facts] => [
          row.id,
          { owed: open.some((one) => one.id === row.matterId), roles: {}, maySee: () => false },
        ]),
      );
    },
    line: async () => undefined,
    lock: async (unit, id) => {
      await holdPathways(unit, [id]);
    },
    deadlines: {
      reckon: async (unit, obligation) => {
        // The import may have named a lead, or taken a department's ground.
        await meetingsHaveNewLead(unit, obligation.matterId, null);
        await reckon(unit, models, obligation.matterId, null);
        await planOwnFollowUps(unit, models, obligation.matterId);
        await settle(
          unit,
          { matterKind: 'pathway', matterIds: [obligation.matterId], kind: 'pathway-reckoning' },
          { status: 'met', because: 'reckoned' },
        );
      },
    },
  };
}
