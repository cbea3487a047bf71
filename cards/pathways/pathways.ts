import { z } from 'zod/v4';
import { spokenMoment } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { AT_A_GLANCE, fitting, plain } from '../text';
import type { PathwaysView } from '../views';
import template from './pathways.json';

const draw = defineCard({
  name: 'pathways',
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
    begin: z.string(),
    beginStyle: z.enum(['positive', '']),
  }),
});

/** The pathways somebody is part of, to open one or begin another. */
export function pathwaysCard(view: PathwaysView, locale: Locale): Drawn {
  const w = words(locale);
  const { kept, rest } = fitting(
    view.items.map((item) => ({
      title: [
        item.ref,
        item.alias,
        w.pathways.roles[item.role],
        ...(item.next === null ? [] : [w.pathways.next(spokenMoment(item.next, locale))]),
      ].join(' · '),
      value: item.id,
    })),
    11_000,
  );
  const count = view.items.length;
  const expanded = count <= AT_A_GLANCE;
  return draw(
    {
      quiet: w.pathways.quiet,
      title: count === 0 ? w.pathways.none : w.pathways.count(count),
      text: count === 0 ? w.pathways.noneText : '',
      any: count > 0,
      label: w.pathways.pick,
      choices: expanded ? kept.map((choice) => ({ ...choice, title: plain(choice.title) })) : kept,
      value: count === 1 ? (kept[0]?.value ?? '') : '',
      style: expanded ? 'expanded' : 'compact',
      placeholder: expanded ? '' : w.invitation.placeholder,
      missing: w.pathways.missing,
      rest: rest === 0 ? '' : w.pathways.rest(rest),
      open: w.actions.open,
      begin: w.pathways.begin,
      beginStyle: count === 0 ? 'positive' : '',
    },
    w.pathways.summary,
    locale,
  );
}
