import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { standingsOnSamples } from '../people/sample-responsible';
import { reviewedBy, signOffFaults } from './sample-rules';
import { loadSample, lockSamples } from './samples';

/** A phone's screen. */
export const LONGEST_NOTE = 600;

/**
 * Signs a sample off: which of its rows need a closer look, by number, and a note, which is needed where any does. A second
 * press changes nothing and says so.
 * @returns what is wrong
 */
export async function signSample(
  unit: Unit,
  given: { readonly sampleId: string; readonly closer: readonly number[]; readonly note: string },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId, house, now } = unit;
  await lockSamples(unit);
  const found = await loadSample(unit, given.sampleId);
  const org = await organisation(unit);
  if (!found || !may('audit.sign-sample', standingsOnSamples(unit.policy, byId, org))) return { code: 'not-yours' };
  if (found.signOff) return { code: 'sample-signed' };
  const { theirs, own } = reviewedBy(found.rows, byId);
  const closer = [...new Set(given.closer)].sort((one, other) => one - other);
  // The card was another's, or was not drawn by us.
  if (closer.some((n) => !theirs.some((row) => row.n === n))) return { code: 'changed-meanwhile' };
  const note = given.note.trim();
  const faults = signOffFaults({ closer, note }, LONGEST_NOTE);
  if (Object.keys(faults).length > 0) return { code: 'form', faults };
  const id = house.newId();
  const noteSealed = note === '' ? null : unit.seal('audit_sample_sign_off', 'note_sealed', id, note);
  await tx.auditSampleSignOff.create({
    data: { tenantId, id, sampleId: given.sampleId, byId, closer, own: [...own], noteSealed, at: now },
  });
  const matter = { matterKind: 'audit-sample', matterId: given.sampleId };
  await settle(
    unit,
    { matterKind: matter.matterKind, matterIds: [matter.matterId] },
    { status: 'met', byId, because: 'signed' },
  );
  await touchCards(unit, matter.matterKind, [matter.matterId]);
  unit.audit({ act: 'audit.sample-sign', actorId: byId, ...matter, codes: [String(closer.length)] });
  return undefined;
}
