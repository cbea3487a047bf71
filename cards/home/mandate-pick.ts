import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { AT_A_GLANCE, fitting, plain } from '../text';
import template from './mandate-pick.json';

export type MandatePickView = {
  /** Whose mandate somebody writes, and their own department's. */
  readonly departments: readonly { readonly id: string; readonly name: string; readonly writes: boolean }[];
  /** None was chosen. */
  readonly fault: boolean;
};

const draw = defineCard({
  name: 'mandate-pick',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    label: z.string(),
    choices,
    style: z.enum(['compact', 'expanded']),
    placeholder: z.string(),
    missing: z.string(),
    fault: z.string(),
    rest: z.string(),
    open: z.string(),
  }),
});

/** Which department's mandate, for those who have to do with several. */
export function mandatePickCard(view: MandatePickView, locale: Locale): Drawn {
  const w = words(locale);
  const { pick } = w.mandate;
  const expanded = view.departments.length <= AT_A_GLANCE;
  const { kept, rest } = fitting(
    view.departments.map(({ id, name, writes }) => {
      const title = writes ? `${name} · ${pick.writes}` : name;
      return { title: expanded ? plain(title) : title, value: id };
    }),
    10_000,
  );
  return draw(
    {
      quiet: pick.quiet,
      title: pick.title,
      label: pick.label,
      choices: kept,
      style: expanded ? 'expanded' : 'compact',
      placeholder: expanded ? '' : w.invitation.placeholder,
      missing: pick.missing,
      fault: view.fault ? pick.missing : '',
      rest: rest === 0 ? '' : pick.rest(rest),
      open: w.actions.open,
    },
    w.mandate.summaryPick,
    locale,
  );
}
