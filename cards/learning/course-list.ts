import { type Locale, type Words, words } from '../../content/words/words';
import { type Field, press, type Row } from '../matter';
import type { Drawn } from '../render';
import { clipped, fitting } from '../text';
import { type Block, coursePage, quietLine, saidLine } from './course-page';
import { listField } from './parts';
import type { CourseListView, CourseState } from './views';

/** So many characters of a card may the lines of courses take. */
const LINES = 3_600;
const ABOUT = 140;

/** The courses, with where somebody stands in each. */
export function courseListCard(view: CourseListView, locale: Locale): Drawn {
  const w = words(locale);
  const { list } = w.courses;
  return coursePage((most) => {
    const { kept, rest } = fitting(
      view.courses.map((one) => lineOf(one, { most, today: view.today, w })),
      LINES,
    );
    return {
      summary: list.summary,
      quiet: list.quiet,
      title: list.title,
      blocks: [
        saidLine({ text: view.courses.length === 0 ? list.none : list.text }),
        ...kept.flat(),
        ...(rest === 0 ? [] : [quietLine(w.andMore(rest))]),
      ],
      fields: fieldsOf(view, w),
      rows: rowsOf(view, w),
    };
  }, locale);
}

function lineOf(
  one: CourseListView['courses'][number],
  { most, today, w }: { readonly most: number; readonly today: string; readonly w: Words },
): Block[] {
  const { list } = w.courses;
  const about = clipped(one.about, Math.min(ABOUT, most));
  return [
    saidLine({
      mark: markOf(one.state),
      lead: one.title,
      text: `· ${stateOf(one.state, today, w)}`,
      quiet: ` · ${[list.takes(one.takes), ...(one.leaders ? [list.leaders] : [])].join(' · ')}`,
    }),
    { ...saidLine({ text: '', quiet: about }), spacing: 'None' },
  ];
}

const markOf = ({ is }: CourseState): Block['mark'] =>
  is === 'done' || is === 'passed' ? 'Good' : is === 'running' ? 'Accent' : is === 'failed' ? 'Warning' : '';

function stateOf(state: CourseState, today: string, w: Words): string {
  const { states } = w.courses.list;
  switch (state.is) {
    case 'new':
    case 'failed':
      return states[state.is];
    case 'running':
      return states.running(state.at, state.of);
    case 'done':
    case 'passed':
      return states[state.is](state.on, today);
    default:
      return state satisfies never;
  }
}

function fieldsOf({ courses }: CourseListView, w: Words): Field[] {
  const { list } = w.courses;
  if (courses.length === 0) return [];
  // What is under way is what most people come for.
  const first = courses.find(({ state }) => state.is === 'running') ?? courses.find(({ state }) => state.is === 'new');
  return [
    listField({
      id: 'course',
      label: list.pick,
      placeholder: list.pick,
      value: first?.key ?? '',
      choices: courses.map(({ key, title }) => ({ title, value: key })),
      faults: {},
    }),
  ];
}

function rowsOf({ courses }: CourseListView, w: Words): Row[] {
  const open = { title: w.courses.list.open, verb: 'course.open', first: true, sends: true };
  return [
    ...(courses.length === 0 ? [] : [press([open], { spacing: 'Medium' })]),
    press([{ title: w.review.actions.own, verb: 'reviews.open' }]),
  ];
}
