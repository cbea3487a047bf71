import { spokenMoment } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, paragraphs, sentence } from '../anatomy';
import { type Matter, manyField, matterCard, press, section, textField } from '../matter';
import type { Drawn } from '../render';
import { clipped, plain } from '../text';

/** An act as the sample shows it: a notice, and nothing of the citizen but the reference. */
export type SampledAct = {
  readonly n: number;
  /** A moment. */
  readonly at: string;
  /** '' where nobody knows any more. */
  readonly name: string;
  readonly title: string;
  /** What was done, in words. */
  readonly act: string;
  readonly ref: string;
  /** Whoever did it has no part in the pathway today. */
  readonly outside: boolean;
};

/** A sample of the audit log. Days as text. Inputs: closer (numbers, with commas between), note. */
export type SampleView = {
  readonly id: string;
  readonly mark: string;
  readonly fromOn: string;
  readonly toOn: string;
  /** What the reader looks through. */
  readonly acts: readonly SampledAct[];
  /** How many rows are the reader's own. */
  readonly own: number;
  readonly dueOn: string | null;
  readonly reminder: boolean;
  readonly repeated: boolean;
  readonly signed: {
    readonly by: string;
    readonly at: string;
    readonly looked: number;
    readonly own: number;
    readonly closer: readonly number[];
    readonly note: string;
  } | null;
  readonly values: { readonly closer: readonly number[]; readonly note: string };
  readonly faults: Readonly<Record<string, string>>;
};

const LONGEST = 600;
/** So much of a card thirty acts may be. */
const ACTS = 9_500;

/** To whoever controls the audit log: what was drawn, and what needs a closer look. */
export function sampleCard(view: SampleView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.auditSample;
  return matterCard(
    (most): Matter => ({
      summary: view.signed ? card.summary.signed : card.summary.open,
      mark: view.mark,
      quiet: card.quiet,
      title: view.signed ? card.title.signed : card.title.open,
      state: view.signed ? { text: card.states.signed, color: 'Good' } : { text: card.states.open, color: 'Warning' },
      repeated: view.repeated,
      ...(view.signed ? outcome(view, view.signed, { most, w, locale }) : asking(view, { most, w, locale })),
    }),
    locale,
  );
}

type Drawing = { readonly most: number; readonly w: Words; readonly locale: Locale };

function asking(view: SampleView, drawing: Drawing): Partial<Matter> {
  const card = drawing.w.auditSample;
  const { faults, values } = view;
  return {
    faults,
    opening: [
      ...(view.reminder ? [sentence(card.reminder)] : []),
      ...(view.acts.length === 0
        ? []
        : [sentence(card.text(view.acts.length, view.fromOn, view.toOn)), sentence(card.why)]),
      ...(view.own === 0 ? [] : [sentence(card.own(view.own))]),
    ],
    fields: [
      ...(view.acts.length === 0
        ? []
        : [
            manyField({
              id: 'closer',
              label: card.closer,
              value: values.closer.map(String),
              choices: view.acts.map((act) => ({ title: inWords(act, drawing), value: String(act.n) })),
              room: ACTS,
              faults,
            }),
          ]),
      textField({
        id: 'note',
        label: card.note,
        placeholder: card.noteExample,
        help: card.noteHelp,
        value: values.note,
        longest: LONGEST,
        faults,
      }),
    ],
    rows: [
      press([{ title: card.sign, verb: 'audit.sample-sign', data: { sample: view.id }, first: true, sends: true }], {
        spacing: 'Medium',
      }),
    ],
    foot: view.dueOn === null ? [] : [card.signBy(view.dueOn)],
  };
}

function outcome(view: SampleView, signed: NonNullable<SampleView['signed']>, drawing: Drawing): Partial<Matter> {
  const { w, most, locale } = drawing;
  const card = w.auditSample;
  const closer = view.acts.filter((act) => signed.closer.includes(act.n));
  return {
    opening: [
      sentence(card.signed(signed.by, spokenMoment(signed.at, locale))),
      sentence(card.looked(signed.looked)),
      ...(signed.own === 0 ? [] : [sentence(card.ownLeft(signed.own))]),
      ...(signed.closer.length === 0 ? [sentence(card.none)] : []),
    ],
    sections: [
      section(
        closer.length === 0 ? '' : card.some(closer.length),
        closer.map((act) => line({ text: inWords(act, drawing) })),
      ),
      section(signed.note === '' ? '' : card.noteSaid, paragraphs(signed.note, most)),
    ],
  };
}

/** `torsdag den 12. marts kl. 9.05 · Bo Lindgren, rådgiver: så forløbet · BF-2026-0142`. */
function inWords(act: SampledAct, { most, w, locale }: Drawing): string {
  const card = w.auditSample;
  const who = [act.name === '' ? card.someone : act.name, act.title].filter((text) => text !== '');
  return [
    spokenMoment(act.at, locale),
    `${who.map((text) => clipped(text, Math.min(most, 60))).join(', ')}: ${act.act}`,
    act.ref,
    ...(act.outside ? [card.outside] : []),
  ]
    .map(plain)
    .join(' · ');
}
