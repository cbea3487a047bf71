import type { OverviewView, PathwayMood } from '../../cards/overview/views';
import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Registry } from '../obligations/kind';
import { countOverdueUnder, overdueUnder } from '../obligations/overdue';
import { planningOf } from '../obligations/planning';
import { aliasOf, pathwaysWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { type Day, dayFromDate } from '../time/day';
import type { Locale } from '../turn';

type Item = OverviewView['pathways'][number];
const ORDER: readonly PathwayMood[] = ['overdue', 'waiting', 'planned', 'calm'];

/** What somebody leads, with what is next in each; and what is late among those whom they lead, as notices. */
export async function overviewView(
  unit: Unit,
  registry: Registry,
  personId: string,
  locale: Locale,
): Promise<OverviewView> {
  const pathways = await leadBy(unit, registry, personId, locale);
  const org = await organisation(unit);
  const leads = (await countOverdueUnder(unit, personId)) !== null;
  const late = leads ? await overdueUnder(unit, personId) : [];
  const refs = await refsOf(unit, late);
  const seen = new Set([...pathways.map((one) => one.id), ...late.flatMap((one) => one.pathwayId ?? [])]);
  unit.audit({ act: 'overview.see', actorId: personId, matterKind: 'pathway', matterId: null, codes: [...seen] });
  return {
    today: unit.today,
    pathways,
    overdue: leads
      ? late.flatMap((one) =>
          one.dueOn === null
            ? []
            : [
                {
                  ref: refs.get(one.pathwayId ?? '') ?? '',
                  kind: one.kind,
                  dueOn: dayFromDate(one.dueOn),
                  name: org.people.get(one.ownerId ?? '')?.name ?? '',
                },
              ],
        )
      : null,
  };
}

async function refsOf(unit: Unit, rows: readonly Obligation[]): Promise<Map<string, string>> {
  const found = await unit.tx.pathway.findMany({
    where: { tenantId: unit.tenantId, id: { in: [...new Set(rows.flatMap((one) => one.pathwayId ?? []))] } },
    select: { id: true, ref: true },
  });
  return new Map(found.map((one) => [one.id, one.ref]));
}

async function leadBy(unit: Unit, registry: Registry, personId: string, locale: Locale): Promise<Item[]> {
  const { tx, tenantId } = unit;
  const rows = await tx.pathway.findMany({
    where: { tenantId, status: 'open', OR: [{ leadId: personId }, { coLeadId: personId }] },
    select: { id: true },
    orderBy: { ref: 'asc' },
  });
  const ids = rows.map((row) => row.id);
  const known = await pathwaysWithTeam(unit, ids);
  const meetings = await tx.meeting.findMany({
    where: { tenantId, pathwayId: { in: ids }, status: 'called', startsAt: { gt: unit.now } },
    orderBy: { startsAt: 'desc' },
    select: { pathwayId: true, localStart: true },
  });
  const next = new Map(meetings.map((one) => [one.pathwayId, one.localStart]));
  const owed = await speaking(unit, registry, personId, locale, ids);
  const items = ids.flatMap((id): Item[] => {
    const one = known.get(id);
    if (!one) return [];
    const meetingAt = next.get(id) ?? null;
    const mine = owed.filter((each) => each.pathwayId === id);
    // What a planned meeting would settle is in hand: what is not comes first.
    const first = mine.find((each) => !isInHand(each, unit.today)) ?? mine[0];
    const due = first?.dueOn ? dayFromDate(first.dueOn) : null;
    return [
      {
        id,
        ref: one.pathway.ref,
        alias: aliasOf(unit, one.pathway),
        ...moodOf(first, due, meetingAt, unit.today),
        meetingAt,
      },
    ];
  });
  return items.sort((a, b) => ORDER.indexOf(a.mood) - ORDER.indexOf(b.mood));
}

function moodOf(
  first: Obligation | undefined,
  due: Day | null,
  meetingAt: string | null,
  today: Day,
): Pick<Item, 'mood' | 'what' | 'dueOn'> {
  if (!first) return { mood: meetingAt === null ? 'calm' : 'planned', what: '', dueOn: null };
  if (isInHand(first, today)) return { mood: 'planned', what: '', dueOn: null };
  if (due !== null && due < today) return { mood: 'overdue', what: first.kind, dueOn: due };
  return { mood: 'waiting', what: first.kind, dueOn: due };
}

const isInHand = ({ plannedOn }: Obligation, today: Day): boolean =>
  plannedOn !== null && dayFromDate(plannedOn) >= today;

/** What one owes in these pathways and can do something about, the soonest first. */
async function speaking(
  unit: Unit,
  registry: Registry,
  personId: string,
  locale: Locale,
  pathwayIds: readonly string[],
): Promise<Obligation[]> {
  const rows = await unit.tx.obligation.findMany({
    where: {
      tenantId: unit.tenantId,
      pathwayId: { in: [...pathwayIds] },
      closedAt: null,
      nature: 'duty',
      OR: [{ ownerId: personId }, { ownerRole: 'lead' }],
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
  const speaks: Obligation[] = [];
  for (const { obligation, facts } of await planningOf(unit, registry, rows)) {
    if (!facts.owed || !facts.maySee(personId)) continue;
    // What there is nothing to say of yet does not wait: a milestone that has not opened.
    const line = await registry.kinds.get(obligation.kind)?.line(unit, { personId, locale, obligation });
    if (line) speaks.push(obligation);
  }
  return speaks;
}
