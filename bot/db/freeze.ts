import { createHash } from 'node:crypto';
import type { Unit } from './unit';

/**
 * Keeps content as it stands now, under its hash: what has begun by it goes on by it, whatever the municipality writes
 * afterwards. The same content is kept once.
 * @returns the release's id
 */
export async function freeze(
  unit: Unit,
  kind: 'model' | 'course' | 'program',
  key: string,
  content: object,
): Promise<string> {
  const { tx, tenantId } = unit;
  const plain = JSON.parse(JSON.stringify(content)) as object;
  const hash = createHash('sha256').update(JSON.stringify(plain)).digest('hex');
  const release = { tenantId, kind, key, hash };
  await tx.contentRelease.createMany({
    data: [{ ...release, id: unit.house.newId(), content: plain, at: unit.now }],
    skipDuplicates: true,
  });
  const { id } = await tx.contentRelease.findUniqueOrThrow({ where: { tenantId_kind_key_hash: release } });
  return id;
}

/** What was frozen, read back; in one transaction it is read once. @throws when there is no such release */
export function frozen<Content>(
  unit: Unit,
  releaseId: string,
  read: (key: string, content: unknown) => Content,
): Promise<Content> {
  return unit.once(`release/${releaseId}`, async () => {
    const row = await unit.tx.contentRelease.findUniqueOrThrow({
      where: { tenantId_id: { tenantId: unit.tenantId, id: releaseId } },
    });
    return read(row.key, row.content);
  });
}
