import type { Unit } from '../db/unit';
import { reviewedBy } from './sample-rules';
import type { Sample } from './samples';

/**
 * Writes down that somebody saw a sample, as any other list in which references stand: whoever asks who looked at a pathway
 * is told of it too. Whom the card is sent to counts as having seen it.
 */
export function sampleSeen(unit: Unit, { rows, signOff }: Sample, personId: string): void {
  const { theirs } = reviewedBy(rows, signOff?.byId ?? personId);
  unit.audit({
    act: 'audit.sample-see',
    actorId: personId,
    matterKind: 'pathway',
    matterId: null,
    codes: [...new Set(theirs.flatMap((row) => row.pathwayId ?? []))],
  });
}
