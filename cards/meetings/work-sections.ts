import { listed } from '../../content/words/listed';
import type { Locale, Words } from '../../content/words/words';
import { type Line, line, paragraphs, type Section } from '../anatomy';
import { drawnSection } from '../section';
import { clipped, fitting, plain } from '../text';
import { agreementLines } from './agreement-lines';
import type { WorkView } from './work-views';

/** What stands below the citizen: agenda, who is here, the departments with their mandates, columns, agreements. */
export function workSections(view: WorkView, most: number, w: Words, locale: Locale): Section[] {
  return [
    agenda(view, most, w, locale),
    here(view, most, w),
    departments(view, most, w, locale),
    ...columns(view, most, w, locale),
    section(
      w.work.agreements,
      agreementLines(view.agreements, most, w, locale).map((one) => [one]),
      most,
      w,
    ),
    ...view.sections.map((one) => drawnSection(one, most, w, locale)),
  ].filter(({ lines }) => lines.length > 0);
}

/** As many things as there is room for, each of one or more lines. Where texts are short, lists are too. */
function section(title: string, things: readonly (readonly Line[])[], most: number, w: Words): Section {
  const { kept, rest } = fitting(things, roomOf(most));
  return { title, lines: kept.flat(), rest: rest === 0 ? '' : w.andMore(rest) };
}

const roomOf = (most: number): number => Math.min(6_000, most * 25);

function agenda(view: WorkView, most: number, w: Words, locale: Locale): Section {
  const card = w.work;
  const whole = view.agenda.reduce((sum, point) => sum + point.duration, 0);
  const points = view.agenda.map((point) => {
    const done = point.done && view.status !== 'held';
    return [
      line({
        mark: done ? 'Good' : '',
        lead: `${point.n}. ${point.title[locale]}`,
        text: ` · ${card.minutes(point.duration)}`,
        quiet: done ? ` · ${card.done}` : '',
      }),
      ...(view.status === 'ready' ? [] : paragraphs(point.note, Math.min(most, 600))),
    ];
  });
  return section(card.agenda(w.duration(whole)), points, most, w);
}

function here(view: WorkView, most: number, w: Words): Section {
  const card = w.work;
  if (view.status === 'ready') return { title: '', lines: [], rest: '' };
  const names = fitting(
    view.here.map(({ name, department, role }) => {
      const about = [department, ...(role === null ? [] : [w.roleNames[role] ?? ''])].filter((word) => word !== '');
      return about.length === 0 ? name : `${name} (${about.join(', ')})`;
    }),
    roomOf(most),
  );
  const text = names.kept.join(' · ');
  return {
    title: view.status === 'running' ? card.here : card.wasHere,
    lines: [line({ text: text === '' ? card.nobodyHere : text })],
    rest: names.rest === 0 ? '' : w.andMore(names.rest),
  };
}

/** By department, never by person. What is closed names who was there, as its record does, and not who was not. */
function departments(view: WorkView, most: number, w: Words, locale: Locale): Section {
  const card = w.work;
  if (view.status === 'held') {
    const names = view.departments.filter((one) => one.represented).map(({ name }) => name);
    const { kept, rest } = fitting(names, roomOf(most));
    const lines = kept.length === 0 ? [] : [line({ text: `${listed(kept, locale)}.` })];
    return { title: card.wereThere, lines, rest: rest === 0 ? '' : w.andMore(rest) };
  }
  const missing =
    view.missing.length === 0
      ? []
      : [[line({ text: card.missing(view.missing.map((kind) => w.departmentKindNames[kind] ?? kind)) })]];
  const all = view.departments.map((one) => [
    represented(view, one, w),
    ...(one.mandate === ''
      ? []
      : [
          line({
            text: `${card.mandate} ${clipped(one.mandate.replace(/\s+/g, ' '), Math.min(most, 300))}`,
            spacing: 'None',
          }),
        ]),
  ]);
  // Said once for all of them, so that the card is about the meeting.
  const without = fitting(
    view.departments.filter((one) => one.mandate === '').map(({ name }) => name),
    Math.min(600, roomOf(most)),
  ).kept;
  const unwritten = without.length === 0 ? [] : [[line({ text: '', quiet: card.noMandate(without) })]];
  const title = view.status === 'ready' ? card.invited : card.represented;
  return section(title, [...missing, ...all, ...unwritten], most, w);
}

/** Before anybody is noted as here, nobody can be missing. */
function represented(view: WorkView, one: WorkView['departments'][number], w: Words): Line {
  if (view.status === 'ready' || view.here.length === 0) return line({ lead: one.name, text: '' });
  return line({
    mark: one.represented ? 'Good' : 'Warning',
    lead: one.name,
    text: ` ${one.represented ? w.work.yes : w.work.no}`,
  });
}

function columns(view: WorkView, most: number, w: Words, locale: Locale): Section[] {
  return view.columns
    .filter((column) => column.text.trim() !== '')
    .map((column) => section(plain(column.title[locale]), [paragraphs(column.text, most)], most, w));
}
