import { createHash } from 'node:crypto';
import type { Unit } from '../db/unit';
import { contentOf, frozenProgram, type Program } from './read-programs';

/**
 * Keeps a programme as it stands now, under its hash: who has begun by it goes on by it, whatever the municipality writes
 * afterwards. The same content is kept once.
 * @returns the release's id
 */
export async function freezeProgram(unit: Unit, program: Program): Promise<string> {
  const { tx, tenantId } = unit;
  const content = JSON.parse(JSON.stringify(contentOf(program))) as object;
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const release = { tenantId, kind: 'program', key: program.key, hash };
  await tx.contentRelease.createMany({
    data: [{ ...release, id: unit.house.newId(), content, at: unit.now }],
    skipDuplicates: true,
  });
  const { id } = await tx.contentRelease.findUniqueOrThrow({ where: { tenantId_kind_key_hash: release } });
  return id;
}

/** The programme by which somebody's onboarding goes on. */
export const programOf = (unit: Unit, releaseId: string): Promise<Program> =>
  unit.once(`program/${releaseId}`, async () => {
    const row = await unit.tx.contentRelease.findUniqueOrThrow({
      where: { tenantId_id: { tenantId: unit.tenantId, id: releaseId } },
    });
    return frozenProgram(row.key, row.content);
  });
