import { type Locale, type Words, words } from '../../content/words/words';
import { press } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { answered } from './answered';
import { asking } from './asking';
import { coursePage, markdown, quietLine, saidLine } from './course-page';
import { backRow, type Drawing, onward, type PageParts, pauseRow } from './parts';
import type { PageView, PlayerView } from './views';

/** The one card that plays a course: it changes in place from page to page. */
export function playerCard(view: PlayerView, locale: Locale): Drawn {
  const w = words(locale);
  const title = plain(view.course.title);
  return coursePage(
    (most) => ({
      summary: w.courses.summary(title),
      mark: view.mark,
      quiet: w.courses.quiet(title),
      bar: barOf(view, w),
      ...(view.page.is === 'paused' ? {} : { height: view.height }),
      ...partsOf(view.page, { view, w, locale, most }),
    }),
    locale,
  );
}

/** As many signs as fit beside the words on a phone. */
const LONGEST_BAR = 16;

/** How far one is in words, and the same in signs that every client can show: a sign a page while they fit. */
function barOf({ at, of }: PlayerView, w: Words): string {
  const signs = Math.min(of, LONGEST_BAR);
  const full = Math.max(1, Math.floor((at * signs) / of));
  return `${w.courses.progress(at, of)}  ${'■'.repeat(full)}${'□'.repeat(signs - full)}`;
}

function partsOf(page: PageView, drawing: Drawing): PageParts {
  const { view, w } = drawing;
  const { actions, here, paused, source } = w.courses;
  switch (page.is) {
    case 'lesson':
      return {
        title: plain(page.title),
        blocks: [...markdown(page.body), quietLine(`${source} ${page.source}`)],
        rows: [onward(drawing), ...(view.at === 1 ? [pauseRow(drawing)] : [backRow(drawing)])],
        foot: view.at === 1 ? [w.courses.first(view.course.takes)] : [],
      };
    case 'reading': {
      const read = (title: string, lesson: string | null) =>
        lesson === null ? [] : [{ title, verb: 'course.read', data: { attempt: view.attempt, lesson } }];
      const around = [...read(actions.earlier, page.earlier), ...read(actions.later, page.later)];
      return {
        title: plain(page.title),
        blocks: [...markdown(page.body), quietLine(`${source} ${page.source}`)],
        rows: [
          press([{ title: actions.resume, verb: 'course.resume', data: { enrolment: view.enrolment }, first: true }], {
            spacing: 'Medium',
          }),
          ...(around.length === 0 ? [] : [press(around)]),
        ],
      };
    }
    case 'asking':
      return asking(page, drawing);
    case 'answered':
      return answered(page, drawing);
    case 'here': {
      const whom = [
        ...(page.manager === '' ? [] : [here.manager(page.manager)]),
        ...(page.lead === '' ? [] : [here.lead(page.lead)]),
      ];
      return {
        title: here.title,
        blocks:
          page.text === ''
            ? [
                saidLine({ text: here.empty }),
                ...(whom.length === 0 ? [here.nobody] : whom).map((text) => saidLine({ text: `– ${text}` })),
              ]
            : markdown(page.text),
        rows: [
          press(
            [
              {
                title: actions.finish,
                verb: 'course.finish',
                data: { attempt: view.attempt, version: view.version },
                first: true,
              },
            ],
            { spacing: 'Medium' },
          ),
          backRow(drawing),
        ],
      };
    }
    case 'paused':
      return {
        title: paused.title,
        blocks: [saidLine({ text: paused.text(view.at, view.of) })],
        rows: [
          press([{ title: actions.goOn, verb: 'course.resume', data: { enrolment: view.enrolment }, first: true }], {
            spacing: 'Medium',
          }),
          press([{ title: actions.all, verb: 'course.list' }]),
        ],
      };
    default:
      return page satisfies never;
  }
}
