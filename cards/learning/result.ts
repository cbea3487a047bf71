import { listed } from '../../content/words/listed';
import { type Locale, type Words, words } from '../../content/words/words';
import { type Field, press, type Row } from '../matter';
import type { Drawn } from '../render';
import { clipped, plain } from '../text';
import { type Block, coursePage, heading, quietLine, saidLine } from './course-page';
import { listField } from './parts';
import type { ResultView } from './views';

const COLORS = { done: 'Good', passed: 'Good', failed: 'Warning' } as const;
/** So much of a question stands in the list for the talk. */
const PROMPT = 200;
const MOST_QUESTIONS = 8;
const MOST_LESSONS = 12;

/** How a course ended: what went well, what is worth reading again, and what comes now. Only the learner sees it. */
export function resultCard(view: ResultView, locale: Locale): Drawn {
  const w = words(locale);
  const title = plain(view.course.title);
  const { result } = w.courses;
  return coursePage(
    (most) => ({
      summary: w.courses.summary(title),
      mark: view.mark,
      quiet: w.courses.quiet(title),
      title: result.title[view.outcome],
      state: { text: result.states[view.outcome], color: COLORS[view.outcome] },
      blocks: [
        ...scored(view, w, locale),
        ...well(view, w),
        ...again(view, w),
        ...(view.sureAndWrong.length === 0
          ? []
          : [
              heading(result.sure),
              ...view.sureAndWrong
                .slice(0, MOST_QUESTIONS)
                .map((prompt) => saidLine({ text: `– ${clipped(prompt, Math.min(most, PROMPT))}`, spacing: 'Small' })),
              ...(view.sureAndWrong.length > MOST_QUESTIONS
                ? [quietLine(w.andMore(view.sureAndWrong.length - MOST_QUESTIONS))]
                : []),
              quietLine(result.sureWhy),
            ]),
      ],
      fields: fieldsOf(view, w),
      rows: rowsOf(view, w),
      foot: [result.on(view.on, view.today)],
    }),
    locale,
  );
}

/** How much was right, and where there is a mark to pass, what that means. */
function scored(view: ResultView, w: Words, locale: Locale): Block[] {
  const { result } = w.courses;
  const { pass } = view;
  if (pass === null) return [];
  return [
    saidLine({ text: result.score(view.right, view.outOf, view.percent) }),
    saidLine({
      text: [
        result.needed(pass.percent),
        ...(pass.attempts > 1 ? [result.counted[pass.counts](pass.counted)] : []),
        ...(view.outcome === 'passed' ? [] : [pass.left === null ? result.unlimited : result.left(pass.left)]),
      ].join(' '),
      spacing: 'Small',
    }),
    ...(view.outcome === 'failed' && pass.left === 0
      ? [
          saidLine({
            text: result.ask(listed(view.askNames.length === 0 ? [w.courses.here.nobody] : view.askNames, locale)),
          }),
        ]
      : []),
  ];
}

function well(view: ResultView, w: Words): Block[] {
  const { result } = w.courses;
  const text =
    view.outOf === 0
      ? result.answered
      : view.firstRight === view.outOf
        ? result.allRight
        : result.firstRight(view.firstRight, view.outOf);
  return [heading(result.well), saidLine({ text, spacing: 'Small' })];
}

function again(view: ResultView, w: Words): Block[] {
  const lessons = view.lessons.filter((lesson) => lesson.again);
  if (lessons.length === 0) return [];
  return [
    heading(w.courses.result.again),
    ...lessons.slice(0, MOST_LESSONS).map(({ title }) => saidLine({ text: `– ${title}`, spacing: 'Small' })),
    ...(lessons.length > MOST_LESSONS ? [quietLine(w.andMore(lessons.length - MOST_LESSONS))] : []),
  ];
}

/** Any lesson can be read again; those that wrong answers are about stand first. */
function fieldsOf({ lessons }: ResultView, w: Words): Field[] {
  if (lessons.length === 0) return [];
  const inOrder = [...lessons.filter((one) => one.again), ...lessons.filter((one) => !one.again)];
  return [
    listField({
      id: 'lesson',
      label: w.courses.result.pick,
      placeholder: w.courses.ask.pick,
      value: inOrder[0]?.again ? inOrder[0].key : '',
      choices: inOrder.map(({ key, title }) => ({ title, value: key })),
      faults: {},
    }),
  ];
}

function rowsOf(view: ResultView, w: Words): Row[] {
  const { actions } = w.courses;
  const { attempt, enrolment, next } = view;
  const retry = next?.is === 'retry';
  return [
    ...(view.lessons.length === 0
      ? []
      : [
          press([{ title: actions.readPicked, verb: 'course.read', data: { attempt }, sends: true, first: !retry }], {
            spacing: 'Medium',
          }),
        ]),
    ...(view.sureAndWrong.length === 0 ? [] : [press([{ title: w.review.actions.see, verb: 'reviews.open' }])]),
    press([
      ...(next === null
        ? []
        : [
            {
              title: retry ? actions.retry : actions.once,
              verb: 'course.begin',
              data: { enrolment, n: next.n },
              first: retry,
            },
          ]),
      { title: actions.all, verb: 'course.list' },
    ]),
  ];
}
