import { freeze, frozen } from '../db/freeze';
import type { Unit } from '../db/unit';
import { contentOf, frozenModel, type Model, type Models } from './models';

/** Keeps a model as it stands now. @returns the release's id */
export const freezeModel = (unit: Unit, model: Model): Promise<string> =>
  freeze(unit, 'model', model.key, contentOf(model));

/** The model by which something goes on: as it was frozen, else the municipality's own of today. */
export async function modelOf(
  unit: Unit,
  of: { readonly releaseId: string | null; readonly model: string },
  models: Models,
): Promise<Model | undefined> {
  const { releaseId } = of;
  return releaseId === null ? models.get(of.model) : frozen(unit, releaseId, frozenModel);
}
