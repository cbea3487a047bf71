import { z } from 'zod/v4';
import { beginFormCard } from '../../cards/pathways/begin-form';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { sentencesOf, showPathway } from './answers';
import { beginPathway, nextRef, usualModel } from './begin-pathway';
import type { PathwayHooks } from './end-pathway';
import { colleagueOf } from './find-colleague';
import type { Models } from './models';
import type { PathwayParts } from './read';
import { earliestStart } from './rules';

const text = z.string().max(2_000);
const input = z.strictObject({
  form: z.uuid(),
  ref: text.optional(),
  alias: text.optional(),
  born: text.optional(),
  model: text.optional(),
  started: text.optional(),
  coLead: text.optional(),
  coLeadId: text.optional(),
  system: text.optional(),
  number: text.optional(),
});
type Typed = z.output<typeof input>;

/** The empty form, with what can be guessed: reference, model, today. */
export async function newPathwayForm(caller: Caller, models: Models): Promise<Answer> {
  const { unit, person } = caller;
  const values = {
    ref: await nextRef(unit),
    model: await usualModel(unit, models, person.departmentId),
    started: unit.today,
  };
  return { post: [formCard(caller, models, { form: unit.house.newId(), ...values }, undefined)] };
}

/** Begins a pathway from its form. */
export function beginVerbs(parts: PathwayParts, hooks: PathwayHooks): Record<string, Verb> {
  const { models } = parts;
  return {
    'pathway.new': verb({ input: z.strictObject({}), show: (caller) => newPathwayForm(caller, models) }),
    'pathway.begin': verb({
      input,
      keepsTyped: true,
      act: async (caller, typed) => {
        const { tx, tenantId } = caller.unit;
        // The form was saved before, or its id is a pathway's that somebody else began: nothing happens to either.
        if ((await tx.pathway.count({ where: { tenantId, id: typed.form } })) > 0) return undefined;
        const refused = await beginPathway(
          caller.unit,
          models,
          {
            pathwayId: typed.form,
            ref: typed.ref ?? '',
            alias: typed.alias ?? '',
            born: typed.born ?? '',
            model: typed.model ?? '',
            started: typed.started ?? '',
            coLead: typed.coLead ?? '',
            coLeadId: typed.coLeadId ?? '',
            system: typed.system ?? '',
            number: typed.number ?? '',
          },
          caller.person.id,
        );
        if (refused === undefined) await hooks.begun(caller.unit, typed.form, caller.person.id);
        return refused;
      },
      show: async (caller, typed, refused) =>
        refused
          ? { replace: formCard(caller, models, typed, refused) }
          : showPathway(caller, parts, typed.form, 'replace'),
    }),
  };
}

function formCard(caller: Caller, models: Models, typed: Typed, refused: Refused | undefined) {
  const { unit, person, organisation } = caller;
  const found = colleagueOf(organisation, typed.coLead ?? '', typed.coLeadId ?? '', new Set([person.id]));
  const several = refused && 'hits' in found ? found.hits : [];
  return beginFormCard(
    {
      form: typed.form,
      models: [...models.keys()],
      earliest: earliestStart(unit.today),
      latest: unit.today,
      several: several.map((one) => ({
        id: one.id,
        name: one.name,
        department: organisation.departments.get(one.departmentId)?.name ?? '',
      })),
      values: {
        ref: typed.ref ?? '',
        alias: typed.alias ?? '',
        born: typed.born ?? '',
        model: typed.model ?? '',
        started: typed.started ?? '',
        coLead: typed.coLead ?? '',
        coLeadId: typed.coLeadId ?? '',
        system: typed.system ?? '',
        number: typed.number ?? '',
      },
      faults: sentencesOf(caller, refused),
    },
    caller.locale,
  );
}
