import { createHash } from 'node:crypto';
import type { Unit } from '../db/unit';
import { contentOf, frozenModel, type Model, type Models } from './models';

/**
 * Keeps a model as it stands now, under its hash: what has begun by it goes on by it, whatever the municipality writes
 * afterwards. The same content is kept once.
 * @returns the release's id
 */
export async function freezeModel(unit: Unit, model: Model): Promise<string> {
  const { tx, tenantId } = unit;
  const content = JSON.parse(JSON.stringify(contentOf(model))) as object;
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const release = { tenantId, kind: 'model', key: model.key, hash };
  await tx.contentRelease.createMany({
    data: [{ ...release, id: unit.house.newId(), content, at: unit.now }],
    skipDuplicates: true,
  });
  const { id } = await tx.contentRelease.findUniqueOrThrow({ where: { tenantId_kind_key_hash: release } });
  return id;
}

/** The model by which something goes on: as it was frozen, else the municipality's own of today. */
export async function modelOf(
  unit: Unit,
  of: { readonly releaseId: string | null; readonly model: string },
  models: Models,
): Promise<Model | undefined> {
  const { releaseId } = of;
  if (releaseId === null) return models.get(of.model);
  return unit.once(`release/${releaseId}`, async () => {
    const row = await unit.tx.contentRelease.findUniqueOrThrow({
      where: { tenantId_id: { tenantId: unit.tenantId, id: releaseId } },
    });
    return frozenModel(row.key, row.content);
  });
}
