import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { addCaseNumber } from './case-numbers';
import { type Change, changePathway, formFaults } from './change-pathway';
import { LONGEST_NUMBER, LONGEST_SYSTEM } from './rules';

/** Adds the pathway's number in a system, or changes the one that stands there. */
export async function saveCaseNumber(
  unit: Unit,
  asked: Change,
  typed: { readonly system: string; readonly number: string },
): Promise<Refused | undefined> {
  return changePathway(unit, asked, async ({ pathway }) => {
    const [system, number] = [typed.system.trim(), typed.number.trim()];
    const faults: Record<string, string> = {};
    if (system === '') faults.system = 'system-missing';
    else if (system.length > LONGEST_SYSTEM) faults.system = 'too-long';
    if (number === '') faults.number = 'number-missing';
    else if (number.length > LONGEST_NUMBER) faults.number = 'too-long';
    const refused = formFaults(faults);
    if (refused) return refused;
    const id = await addCaseNumber(unit, pathway.id, system, number);
    unit.audit({
      act: 'case-number.save',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [id],
    });
    return undefined;
  });
}
