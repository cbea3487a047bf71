import type { Locale, Words } from '../../content/words/words';
import { type Line, line, paragraphs, type Section } from '../anatomy';
import { clipped, fitting, plain } from '../text';
import { agreementLines } from './agreement-lines';
import type { WorkView } from './work-views';

/** What stands below the citizen: agenda, who is here, the departments with their mandates, columns, agreements. */
export function workSections(view: WorkView, most: number, w: Words, locale: Locale): Section[] {
  return [
    agenda(view, most, w, locale),
    here(view, w),
    departments(view, most, w),
    ...columns(view, most, w, locale),
    agreements(view, most, w, locale),
  ].filter((section) => section.lines.length > 0);
}

function section(title: string, lines: readonly Line[], characters: number, w: Words): Section {
  const { kept, rest } = fitting(lines, characters);
  return { title, lines: kept, rest: rest === 0 ? '' : w.andMore(rest) };
}

function agenda(view: WorkView, most: number, w: Words, locale: Locale): Section {
  const card = w.work;
  const whole = view.agenda.reduce((sum, point) => sum + point.duration, 0);
  const lines = view.agenda.flatMap((point) => [
    line({
      mark: point.done ? 'Good' : '',
      lead: `${point.n}. ${point.title[locale]}`,
      text: ` · ${card.minutes(point.duration)}`,
      quiet: point.done ? ` · ${card.done}` : '',
    }),
    ...(view.status === 'ready' ? [] : paragraphs(point.note, Math.min(most, 600))),
  ]);
  return section(card.agenda(w.duration(whole)), lines, 6_000, w);
}

function here(view: WorkView, w: Words): Section {
  const card = w.work;
  if (view.status === 'ready') return { title: '', lines: [], rest: '' };
  const names = fitting(
    view.here.map(({ name, department, role }) => {
      const about = [department, ...(role === null ? [] : [w.roleNames[role] ?? ''])].filter((word) => word !== '');
      return about.length === 0 ? name : `${name} (${about.join(', ')})`;
    }),
    2_000,
  );
  const text = names.kept.join(' · ');
  return {
    title: view.status === 'held' ? card.wasHere : card.here,
    lines: [line({ text: text === '' ? card.nobodyHere : text })],
    rest: names.rest === 0 ? '' : w.andMore(names.rest),
  };
}

/** By department, never by person. Before the meeting begins nobody can be represented yet. */
function departments(view: WorkView, most: number, w: Words): Section {
  const card = w.work;
  const held = view.status === 'held';
  const yes = held ? card.wasYes : card.yes;
  const no = held ? card.wasNo : card.no;
  const lines = view.departments.flatMap(({ name, represented, mandate }) => [
    view.status === 'ready'
      ? line({ lead: name, text: '' })
      : line({ mark: represented ? 'Good' : 'Warning', lead: name, text: ` ${represented ? yes : no}` }),
    // Once the meeting is closed, what they could decide then is no news.
    ...(held
      ? []
      : [
          mandate === ''
            ? line({ text: '', quiet: card.noMandate, spacing: 'None' })
            : line({ text: clipped(mandate.replace(/\s+/g, ' '), Math.min(most, 300)), quiet: '', spacing: 'None' }),
        ]),
  ]);
  const missing =
    view.missing.length === 0 || held
      ? []
      : [line({ text: card.missing(view.missing.map((kind) => w.departmentKindNames[kind] ?? kind)) })];
  const title = view.status === 'ready' ? card.invited : held ? card.wereRepresented : card.represented;
  return section(title, [...missing, ...lines], 5_000, w);
}

function columns(view: WorkView, most: number, w: Words, locale: Locale): Section[] {
  return view.columns
    .filter((column) => column.text.trim() !== '')
    .map((column) => section(plain(column.title[locale]), paragraphs(column.text, most), 5_000, w));
}

function agreements(view: WorkView, most: number, w: Words, locale: Locale): Section {
  return section(w.work.agreements, agreementLines(view.agreements, most, w, locale), 5_000, w);
}
