import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './external-form.json';

/** The form for somebody outside the municipality. Inputs: name, role, email. */
export type ExternalFormView = {
  readonly pathwayId: string;
  readonly version: number;
  readonly ref: string;
  readonly values: { readonly name: string; readonly role: string; readonly email: string };
  readonly faults: Readonly<Record<string, string>>;
};

const inputs = z.strictObject({ name: z.string(), role: z.string(), email: z.string() });
const draw = defineCard({
  name: 'external-form',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    general: z.string(),
    values: inputs,
    faults: inputs,
    missing: inputs,
    labels: inputs.extend({ roleExample: z.string(), add: z.string(), back: z.string() }),
  }),
});

/** Who outside the municipality takes part: they advise, with neither duty nor vote. */
export function externalFormCard(view: ExternalFormView, locale: Locale): Drawn {
  const w = words(locale);
  const form = w.pathwayExternal;
  return draw(
    {
      id: view.pathwayId,
      version: view.version,
      quiet: form.quiet(plain(view.ref)),
      title: form.title,
      text: form.text,
      general: view.faults[''] ?? (Object.keys(view.faults).length === 0 ? '' : w.turn.seeBelow),
      values: view.values,
      faults: {
        name: view.faults.name ?? '',
        role: view.faults.role ?? '',
        email: view.faults.email ?? '',
      },
      missing: {
        name: w.refusals['name-missing'],
        role: w.refusals['role-missing'],
        email: w.refusals['bad-email'],
      },
      labels: {
        name: form.name,
        role: form.role,
        roleExample: form.roleExample,
        email: form.email,
        add: form.add,
        back: w.actions.back,
      },
    },
    form.summary(view.ref),
    locale,
  );
}
