import { z } from 'zod/v4';
import { spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { AT_A_GLANCE, fitting, plain } from '../text';
import type { MeetingsView } from '../views';
import template from './meetings.json';

const draw = defineCard({
  name: 'meetings',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    any: z.boolean(),
    label: z.string(),
    choices,
    value: z.string(),
    style: z.enum(['compact', 'expanded']),
    placeholder: z.string(),
    missing: z.string(),
    rest: z.string(),
    open: z.string(),
  }),
});

/** The meetings ahead of somebody, to open one. */
export function meetingsCard(view: MeetingsView, locale: Locale): Drawn {
  const w = words(locale);
  const states: Readonly<Record<string, string>> = w.meetings.states;
  const { kept, rest } = fitting(
    view.items.map((item) => {
      const known = states[item.state];
      return {
        title: [
          capitalised(spokenMoment(item.at, locale)),
          item.ref,
          w.meetings.roles[item.role],
          ...(known === undefined ? [] : [known]),
        ].join(' · '),
        value: item.id,
      };
    }),
    11_000,
  );
  const count = view.items.length;
  const expanded = count <= AT_A_GLANCE;
  return draw(
    {
      quiet: w.meetings.quiet,
      title: count === 0 ? w.meetings.none : w.meetings.count(count),
      text: count === 0 ? w.meetings.noneText : '',
      any: count > 0,
      label: w.meetings.pick,
      choices: expanded ? kept.map((choice) => ({ ...choice, title: plain(choice.title) })) : kept,
      value: count === 1 ? (kept[0]?.value ?? '') : '',
      style: expanded ? 'expanded' : 'compact',
      placeholder: expanded ? '' : w.invitation.placeholder,
      missing: w.meetings.missing,
      rest: rest === 0 ? '' : w.meetings.rest(rest),
      open: w.actions.open,
    },
    w.meetings.summary,
    locale,
  );
}
