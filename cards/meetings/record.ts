import { z } from 'zod/v4';
import { spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import {
  aliasOf,
  type Line,
  line,
  paragraphs,
  type Section,
  said,
  sections as sectionList,
  sentence,
  spoken,
} from '../anatomy';
import { type Drawn, defineCard, drawnToFit } from '../render';
import { fitting, plain } from '../text';
import { agreementLines } from './agreement-lines';
import { quotation } from './quotation';
import template from './record.json';
import { journalText } from './work';
import type { RecordView } from './work-views';

const draw = defineCard({
  name: 'record',
  template,
  schema: z.strictObject({
    id: z.string(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    repeated: z.string(),
    citizen: sectionList.element.shape.lines,
    said,
    sections: sectionList,
    after: said,
    shortened: z.string(),
    labels: z.strictObject({ pdf: z.string() }),
  }),
});

/** The record of a meeting, to the team: what the citizen said, what was agreed, and what was talked about. It names who was there. */
export function recordCard(view: RecordView, locale: Locale): Drawn {
  return drawnToFit((most) => drawn(view, most, locale));
}

function drawn(view: RecordView, most: number, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.record;
  const { meeting } = view;
  const { the, when } = spoken(meeting, w, locale);
  const ref = plain(meeting.ref);
  const sections = contents(view, most, w, locale);
  const whole = most === Number.POSITIVE_INFINITY && sections.every(({ rest }) => rest === '');
  return draw(
    {
      id: view.id,
      mark: view.mark,
      quiet: view.version === 1 ? card.quiet(meeting.number, ref) : card.quietAgain(meeting.number, ref, view.version),
      title: card.title(the, when),
      repeated: view.repeated ? w.repeated : '',
      citizen: citizenLines(view, most, w),
      said: present(view, w),
      sections,
      after: after(view, w, locale),
      shortened: whole ? '' : card.shortened,
      labels: { pdf: card.pdf },
    },
    card.summary(the, when, meeting.ref),
    locale,
  );
}

function citizenLines({ meeting, citizen }: RecordView, most: number, w: Words): Line[] {
  const alias = aliasOf(meeting, w);
  const how = w.work.citizen;
  const bold = (lead: string) => line({ lead, text: '', spacing: 'None' });
  if (!citizen.takesPart)
    return [
      bold(citizen.words === '' ? how.notPartSilent(alias) : w.record.view(alias)),
      ...quotation(citizen.words, most, w),
    ];
  const there = citizen.there === 'asked-us' ? [bold(how.hadAskedUs(alias))] : [];
  if (citizen.words === '') return there.length > 0 ? there : [bold(how.wasThere(alias))];
  return [...there, bold(w.record.words(alias)), ...quotation(citizen.words, most, w)];
}

function present(view: RecordView, w: Words): z.input<typeof said> {
  const { kept, rest } = fitting(
    view.present.map(({ name, department }) => (department === '' ? name : `${name} (${department})`)),
    2_500,
  );
  const more = rest === 0 ? '' : ` · ${w.andMore(rest)}`;
  return kept.length === 0 ? [] : [sentence(`${kept.join(' · ')}${more}`, w.record.present)];
}

function contents(view: RecordView, most: number, w: Words, locale: Locale): Section[] {
  const card = w.record;
  const agreements = fitting(agreementLines(view.agreements, most, w, locale), 5_000);
  const agenda = view.agenda
    .filter((point) => point.note.trim() !== '')
    .flatMap((point) => [line({ lead: point.title[locale], text: '' }), ...paragraphs(point.note, most)]);
  const columns = view.columns
    .filter((column) => column.text.trim() !== '')
    .map((column) => ({ title: plain(column.title[locale]), lines: paragraphs(column.text, most), rest: '' }));
  const talked = fitting(agenda, 6_000);
  return [
    ...view.sections.map((one) => {
      const { kept, rest } = fitting(
        one.items.flatMap(({ lead, text }) => [
          line({ lead: lead[locale], text: '' }),
          ...paragraphs(text[locale], most),
        ]),
        5_000,
      );
      return { title: plain(one.title[locale]), lines: kept, rest: rest === 0 ? '' : '…' };
    }),
    {
      title: card.agreements,
      lines: agreements.kept.length === 0 ? [line({ text: card.noAgreements })] : agreements.kept,
      rest: agreements.rest === 0 ? '' : w.andMore(agreements.rest),
    },
    ...columns,
    ...(talked.kept.length === 0
      ? []
      : [{ title: card.agenda, lines: talked.kept, rest: talked.rest === 0 ? '' : '…' }]),
  ];
}

function after(view: RecordView, w: Words, locale: Locale): z.input<typeof said> {
  const { next, journal, meeting } = view;
  const kind = capitalised(w.kindNames[next?.kind ?? ''] ?? w.anyKind);
  return [
    ...(next === null ? [] : [sentence(w.work.nextAt(kind, spokenMoment(next.at, locale, meeting.at)), w.work.next)]),
    ...(journal === null ? [] : [sentence(journalText(journal, w))]),
  ];
}
