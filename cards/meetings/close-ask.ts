import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { type Button, rows, said, sentence } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { sectionButton } from '../section';
import { clipped, fitting, plain } from '../text';
import template from './close-ask.json';
import type { CloseAskView, Lacking } from './work-views';

const draw = defineCard({
  name: 'close-ask',
  template,
  schema: z.strictObject({
    meeting: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    said,
    ready: z.boolean(),
    hasRows: z.boolean(),
    parts: rows,
    labels: z.strictObject({
      close: z.string(),
      back: z.string(),
      notHeld: z.string(),
      notHeldText: z.string(),
      notHeldSure: z.string(),
    }),
  }),
});

const formOf = {
  'citizen-missing': 'citizen',
  'how-missing': 'citizen',
  'words-missing': 'citizen',
  'nobody-here': 'here',
  'next-missing': 'next',
} as const satisfies Record<Lacking, string>;

/** Asks once, since what is closed stays closed; or says what is missing, and opens the form that mends it. */
export function closeAskCard(view: CloseAskView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.closeAsk;
  const ready = view.lacking.length + view.open.length === 0;
  const forms = (['citizen', 'here', 'next'] as const).filter((form) =>
    view.lacking.some((lacking) => formOf[lacking] === form),
  );
  // Three at most, since a card holds six actions: what is mended makes room for the next.
  const ways = [
    ...forms.map((form) => ({ title: card.to[form], verb: `meeting.${form}-form`, data: { meeting: view.meetingId } })),
    ...view.openButtons.map((one) => sectionButton(one, locale)),
  ].slice(0, 3);
  return draw(
    {
      meeting: view.meetingId,
      version: view.version,
      quiet: card.quiet(view.number, plain(view.ref)),
      title: ready ? card.title : card.titleLacking,
      said: ready
        ? effects(view, locale)
        : [
            ...view.lacking.map((lacking) => sentence(w.refusals[lacking])),
            ...view.open.map((one) => sentence(clipped(one[locale], 160))),
          ],
      ready,
      hasRows: ways.length > 0,
      parts: ways.map((way, n): { buttons: Button[] } => ({ buttons: [{ ...way, style: n === 0 ? 'positive' : '' }] })),
      labels: {
        close: card.close,
        back: card.back,
        notHeld: card.notHeld,
        notHeldText: card.notHeldText,
        notHeldSure: card.notHeldSure,
      },
    },
    card.summary(view.number, view.ref),
    locale,
  );
}

function effects(view: CloseAskView, locale: Locale): z.input<typeof said> {
  const card = words(locale).closeAsk;
  const departments = fitting(
    view.unrepresented.map((name) => clipped(name, 80)),
    2_000,
  ).kept;
  const writing = fitting(
    view.writing.map((name) => clipped(name, 80)),
    1_000,
  ).kept;
  return [
    ...(writing.length === 0 ? [] : [sentence(card.writing(writing))]),
    sentence(card.effect(view.recipients)),
    sentence(card.agreements(view.agreements)),
    ...(view.resting === 0 ? [] : [sentence(card.resting(view.resting))]),
    ...(departments.length === 0 ? [] : [sentence(card.unrepresented(departments))]),
  ];
}
