import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { openObligation } from '../obligations/open';
import { formFaults } from '../pathways/change-pathway';
import { colleagueOf } from '../pathways/find-colleague';
import { holdPathways } from '../pathways/hold';
import { type PathwayWithTeam, pathwaysWithTeam } from '../pathways/standing';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { addWorkingDays } from '../time/working-calendar';
import { ANSWER_DAYS, citizenAsked, LONGEST_TEXT } from './rules';
import { isMissing, standingsOnBaton } from './standing';
import { changeHandover, currentAsking, openHandoverOf } from './store';

export type AskedBaton = {
  readonly pathwayId: string;
  /** Becomes the asking's id: the same form pressed again is the same asking. */
  readonly form: string;
  readonly byId: string;
  readonly who: string;
  readonly picked: string;
  readonly citizen: string;
  readonly notAsked: string;
  readonly needs: string;
};

/** The one colleague that a form means, whom a ground reaches; else what is wrong with whom it names. */
export function reachedColleague(
  known: PathwayWithTeam,
  org: Organisation,
  who: string,
  picked: string,
): { readonly id: string } | { readonly fault: string } {
  const found = colleagueOf(org, who, picked, new Set(known.pathway.leadId === null ? [] : [known.pathway.leadId]));
  if ('fault' in found) return { fault: found.fault };
  if (!found.person) return { fault: 'pick-somebody' };
  return known.grounds.has(found.person.departmentId) ? { id: found.person.id } : { fault: 'handover-no-ground' };
}

/**
 * Somebody is asked to take the baton of a pathway, with what the citizen says about it. Whoever leads goes on leading until
 * there is a yes. One colleague is asked at a time.
 */
export async function askHandover(unit: Unit, asked: AskedBaton): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  await holdPathways(unit, [asked.pathwayId]);
  const known = (await pathwaysWithTeam(unit, [asked.pathwayId])).get(asked.pathwayId);
  const org = await organisation(unit);
  if (!known || !may('handover.ask', standingsOnBaton(known, asked.byId, org))) return { code: 'not-yours' };
  if (known.pathway.status !== 'open') return { code: 'closed' };
  if ((await tx.handoverAsking.count({ where: { tenantId, id: asked.form } })) > 0) return undefined;
  const open = await openHandoverOf(unit, asked.pathwayId);
  if (open?.status === 'settling') return { code: 'with-the-managers' };
  if (open && currentAsking(open)) return { code: 'handover-open' };

  const faults: Record<string, string> = {};
  const colleague = reachedColleague(known, org, asked.who, asked.picked);
  const citizen = citizenAsked(asked.citizen, asked.notAsked);
  if ('fault' in colleague) faults.who = colleague.fault;
  if (citizen === 'citizen-or-why') faults.citizen = citizen;
  for (const input of ['citizen', 'notAsked', 'needs'] as const)
    if (asked[input].trim().length > LONGEST_TEXT) faults[input] = 'too-long';
  const refused = formFaults(faults);
  if (refused || 'fault' in colleague || citizen === 'citizen-or-why') return refused;

  const id = open?.row.id ?? (await begin(unit, known, asked.byId, org));
  if (open) await changeHandover(unit, id, {}, false);
  const n = (open?.askings.length ?? 0) + 1;
  const needs = asked.needs.trim();
  await tx.handoverAsking.create({
    data: {
      tenantId,
      id: asked.form,
      handoverId: id,
      n,
      toId: colleague.id,
      askedById: asked.byId,
      askedAt: unit.now,
      citizenAsked: citizen.asked,
      citizenSealed: unit.seal('handover_asking', 'citizen_sealed', asked.form, citizen.text),
      needsSealed: needs === '' ? null : unit.seal('handover_asking', 'needs_sealed', asked.form, needs),
      status: 'asked',
    },
  });
  await openObligation(unit, {
    kind: 'handover-answer',
    matterKind: 'handover',
    matterId: id,
    round: n,
    ownerRole: 'person',
    ownerId: colleague.id,
    pathwayId: known.pathway.id,
    anchors: { due: addWorkingDays(org.house, unit.today, ANSWER_DAYS) },
    card: { kind: 'handover-answer', class: 'summons' },
  });
  await touchCards(unit, 'handover', [id]);
  await touchCards(unit, 'pathway-lead', [known.pathway.id]);
  unit.audit({
    act: 'handover.ask',
    actorId: asked.byId,
    matterKind: 'pathway',
    matterId: known.pathway.id,
    pathwayId: known.pathway.id,
    codes: [colleague.id],
  });
  return undefined;
}

async function begin(unit: Unit, known: PathwayWithTeam, byId: string, org: Organisation): Promise<string> {
  const { tx, tenantId } = unit;
  const { pathway } = known;
  const id = unit.house.newId();
  const before = await tx.handover.count({ where: { tenantId, pathwayId: pathway.id } });
  await tx.handover.create({
    data: {
      tenantId,
      id,
      pathwayId: pathway.id,
      n: before + 1,
      status: 'open',
      fromId: isMissing(known, org) ? null : pathway.leadId,
      startedById: byId,
      startedAt: unit.now,
    },
  });
  return id;
}
