import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { formFaults } from '../pathways/change-pathway';
import { standingsIn } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dateFromDay, isDay } from '../time/day';
import { LONGEST_TEXT } from './rules';
import { type HandoverCase, lockHandover } from './store';

const HOWS = ['talk', 'phone', 'meeting', 'letter'] as const;

export type ToldTyped = { readonly how: string; readonly toldOn: string; readonly said: string };

/** Whether a handover ended with the lead there is now: the newest of its pathway that somebody took. */
export async function isNewest(unit: Unit, { row, status }: HandoverCase): Promise<boolean> {
  if (status !== 'accepted' && status !== 'settled') return false;
  const later = await unit.tx.handover.count({
    where: {
      tenantId: unit.tenantId,
      pathwayId: row.pathwayId,
      n: { gt: row.n },
      status: { in: ['accepted', 'settled'] },
    },
  });
  return later === 0;
}

/** Whoever leads has told the citizen that they do: when and how, and what the citizen said. */
export async function tellCitizen(
  unit: Unit,
  given: { readonly handoverId: string; readonly byId: string },
  typed: ToldTyped,
): Promise<Refused | undefined> {
  const { tx, tenantId } = unit;
  const found = await lockHandover(unit, given.handoverId);
  const org = await organisation(unit);
  if (!found || !may('lead.tell', standingsIn(found.known, given.byId, org))) return { code: 'not-yours' };
  if (found.row.leadToldHandover.length > 0) return undefined;
  if (found.known.pathway.status !== 'open' || !(await isNewest(unit, found))) return { code: 'closed' };
  const how = HOWS.find((one) => one === typed.how);
  const toldOn = isDay(typed.toldOn) ? typed.toldOn : undefined;
  const said = typed.said.trim();
  const faults: Record<string, string> = {};
  if (!how) faults.how = 'told-how';
  if (!toldOn) faults.toldOn = 'told-day';
  else if (toldOn > unit.today) faults.toldOn = 'future-date';
  if (said.length > LONGEST_TEXT) faults.said = 'too-long';
  const refused = formFaults(faults);
  if (refused || !how || !toldOn) return refused;
  const id = unit.house.newId();
  await tx.leadTold.create({
    data: {
      tenantId,
      id,
      handoverId: found.row.id,
      toldOn: dateFromDay(toldOn),
      how,
      saidSealed: said === '' ? null : unit.seal('lead_told', 'said_sealed', id, said),
      byId: given.byId,
      at: unit.now,
    },
  });
  await settle(
    unit,
    { matterKind: 'handover', matterIds: [found.row.id], kind: 'tell-citizen-lead' },
    { status: 'met', byId: given.byId, because: 'told' },
  );
  await touchCards(unit, 'handover', [found.row.id]);
  unit.audit({
    act: 'lead.told',
    actorId: given.byId,
    matterKind: 'pathway',
    matterId: found.row.pathwayId,
    pathwayId: found.row.pathwayId,
    codes: [how],
  });
  return undefined;
}
