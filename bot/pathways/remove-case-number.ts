import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { caseNumbersOf } from './case-numbers';
import { type Change, changePathway } from './change-pathway';

/** Takes a number away: its row stays with nothing in it, since an import fills only what is not there. */
export async function removeCaseNumber(unit: Unit, asked: Change, numberId: string): Promise<Refused | undefined> {
  return changePathway(unit, asked, async ({ pathway }) => {
    const number = (await caseNumbersOf(unit, pathway.id)).find((one) => one.id === numberId);
    if (!number) return { code: 'form', faults: { remove: 'pick-a-number' } };
    await unit.tx.caseNumber.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: numberId } },
      data: { valueSealed: unit.seal('case_number', 'value_sealed', numberId, '') },
    });
    unit.audit({
      act: 'case-number.remove',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [numberId],
    });
    return undefined;
  });
}
