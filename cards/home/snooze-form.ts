import { z } from 'zod/v4';
import { spokenDay } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { fitting } from '../text';
import type { SnoozeFormView } from '../views';
import template from './snooze-form.json';

const inputs = z.strictObject({ obligation: z.string(), until: z.string(), reason: z.string() });

const draw = defineCard({
  name: 'snooze-form',
  template,
  schema: z.strictObject({
    quiet: z.string(),
    title: z.string(),
    text: z.string(),
    obligations: choices,
    earliest: z.string(),
    latest: z.string(),
    latestSaid: z.string(),
    values: inputs,
    missing: inputs,
    faults: inputs,
    labels: z.strictObject({
      obligation: z.string(),
      until: z.string(),
      reason: z.string(),
      reasonExample: z.string(),
      placeholder: z.string(),
      snooze: z.string(),
      back: z.string(),
    }),
  }),
});

/** Which reminder to hold back, until when, and why. */
export function snoozeFormCard(view: SnoozeFormView, locale: Locale): Drawn {
  const w = words(locale);
  return draw(
    {
      quiet: w.snooze.quiet,
      title: w.snooze.title,
      text: w.snooze.text,
      obligations: fitting(
        view.lines.map((line) => ({ title: line.text, value: line.obligationId })),
        8_000,
      ).kept,
      earliest: view.earliest,
      latest: view.latest,
      latestSaid: w.snooze.latest(spokenDay(view.latest, locale)),
      values: view.values,
      missing: {
        obligation: w.snooze.obligationMissing,
        until: `${w.refusals['bad-date']} ${w.snooze.latest(spokenDay(view.latest, locale))}`,
        reason: w.refusals['reason-missing'],
      },
      faults: {
        obligation: view.faults.obligation ?? '',
        until: view.faults.until ?? '',
        reason: view.faults.reason ?? '',
      },
      labels: {
        obligation: w.snooze.obligation,
        until: w.snooze.until,
        reason: w.snooze.reason,
        reasonExample: w.snooze.reasonExample,
        placeholder: w.invitation.placeholder,
        snooze: w.actions.snooze,
        back: w.actions.back,
      },
    },
    w.snooze.summary,
    locale,
  );
}
