import { spokenDay, spokenMonth } from '../../content/words/dates';
import { listed } from '../../content/words/listed';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { choiceField, type Matter, type MatterSection, matterCard, press, section } from '../matter';
import type { Drawn } from '../render';
import { clipped } from '../text';
import type { NewcomerLine, OnboardingView } from './views';

/** So many lines of each list stand on the card: counted by what does not depend on the language. */
const MOST = 10;

/** Those whose onboarding one manages, helps with as a mentor, or answers for as onboarding lead. */
export function onboardingCard(view: OnboardingView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: OnboardingView, most: number, w: Words, locale: Locale): Matter {
  const card = w.onboarding;
  const lines = most === Number.POSITIVE_INFINITY ? MOST : Math.max(3, Math.floor(most / 100));
  const [first] = view.open;
  return {
    summary: card.summary,
    quiet: w.programs.quiet,
    title: card.title,
    opening: view.open.length === 0 ? [sentence(card.none)] : [],
    later: [
      newcomers(card.managed, view.managed, lines, w, locale),
      newcomers(card.mentored, view.mentored, lines, w, locale),
      cohorts(view, lines, w, locale),
      waiting(view, lines, w, locale),
    ],
    ...(first
      ? {
          fields: [
            choiceField({
              id: 'run',
              label: card.pick,
              placeholder: card.pick,
              value: first.runId,
              choices: view.open.map((one) => ({ title: clipped(one.name, 60), value: one.runId })),
              faults: {},
            }),
          ],
          rows: [press([{ title: card.open, verb: 'program.pick', first: true, sends: true }], { spacing: 'Medium' })],
        }
      : {}),
    foot: view.managed.length > 0 ? [card.foot] : [],
  };
}

function newcomers(title: string, all: readonly NewcomerLine[], most: number, w: Words, locale: Locale): MatterSection {
  const card = w.onboarding;
  const lines = all.slice(0, most).map((one) => {
    const waits = one.waits.map((step) => step[locale]);
    const late = one.late.map((step) => step[locale]);
    return line({
      mark: late.length > 0 ? 'Attention' : waits.length > 0 ? 'Warning' : 'Good',
      lead: `${clipped(one.name, 60)}: `,
      text: late.length > 0 ? card.late(clipped(listed(late, locale), 200)) : card.onTime,
      quiet: ` ${card.progress(one.done, one.of)}${waits.length === 0 ? '' : ` ${card.waits(clipped(listed(waits, locale), 200))}`}`,
    });
  });
  const rest = all.length - lines.length;
  return section(title, lines, { rest: rest === 0 ? '' : w.andMore(rest) });
}

function cohorts(view: OnboardingView, most: number, w: Words, locale: Locale): MatterSection {
  const card = w.onboarding;
  if (view.cohorts === null) return section(card.cohorts, []);
  if (view.cohorts.length === 0) return section(card.cohorts, [line({ text: card.noCohorts })]);
  const lines = view.cohorts.slice(0, most).map((one) =>
    line({
      mark: one.late.length > 0 ? 'Attention' : 'Good',
      lead: `${spokenMonth(one.month, locale)}: `,
      text: card.cohort(one.people, one.onTime),
      quiet:
        one.late.length === 0
          ? ''
          : ` ${card.behind(clipped(listed(one.late.slice(0, 5), locale), 200), Math.max(0, one.late.length - 5))}`,
    }),
  );
  const rest = view.cohorts.length - lines.length;
  return section(card.cohorts, lines, { rest: rest === 0 ? '' : w.andMore(rest) });
}

function waiting(view: OnboardingView, most: number, w: Words, locale: Locale): MatterSection {
  const card = w.onboarding;
  const lines = view.waiting.slice(0, most).map((one) =>
    line({
      lead: `${clipped(one.name, 60)}: `,
      text: card.waitsFor(one.step[locale], spokenDay(one.since, locale, view.today)),
    }),
  );
  const rest = view.waiting.length - lines.length;
  return section(card.waiting, lines, { rest: rest === 0 ? '' : w.andMore(rest) });
}
