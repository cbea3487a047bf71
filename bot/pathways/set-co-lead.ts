import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { handOverRole } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { type Change, changePathway } from './change-pathway';
import { noticeOf } from './notices';
import { touchSightOf } from './touch-sight';

/**
 * Sets, changes or (null) removes the co-lead, at once: what a co-lead owes follows the role, to the lead while there is
 * none. The co-lead sees the pathway whole, so theirs is a department that a ground reaches.
 */
export async function setCoLead(unit: Unit, asked: Change, personId: string | null): Promise<Refused | undefined> {
  return changePathway(unit, asked, async ({ pathway, grounds }) => {
    const org = await organisation(unit);
    if (personId !== null) {
      const person = org.people.get(personId);
      if (!person || !org.isHere(personId)) return { code: 'form', faults: { person: 'left' } };
      if (pathway.leadId === personId) return { code: 'form', faults: { person: 'is-the-lead' } };
      if (pathway.coLeadId === personId) return { code: 'form', faults: { person: 'already-in' } };
      if (!grounds.has(person.departmentId)) return { code: 'form', faults: { person: 'co-lead-no-ground' } };
    } else if (pathway.coLeadId === null) return { code: 'form', faults: { person: 'no-co-lead' } };
    await unit.tx.pathway.update({
      where: { tenantId_id: { tenantId: unit.tenantId, id: pathway.id } },
      data: { coLeadId: personId },
    });
    if (pathway.coLeadId !== null) await touchSightOf(unit, pathway.id);
    await handOverRole(unit, pathway.id, 'co-lead', personId ?? pathway.leadId);
    unit.audit({
      act: personId === null ? 'co-lead.remove' : 'co-lead.set',
      actorId: asked.byId,
      matterKind: 'pathway',
      matterId: pathway.id,
      pathwayId: pathway.id,
      codes: [personId, pathway.coLeadId].flatMap((id) => id ?? []),
    });
    const once = String(pathway.version);
    if (pathway.coLeadId !== null && pathway.coLeadId !== asked.byId)
      noticeOf(unit, { code: 'co-lead-ended', personId: pathway.coLeadId, pathwayId: pathway.id, once });
    if (personId !== null && personId !== asked.byId)
      noticeOf(unit, { code: 'co-lead-set', personId, pathwayId: pathway.id, once });
    return undefined;
  });
}
