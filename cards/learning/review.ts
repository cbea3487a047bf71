import { type Locale, type Words, words } from '../../content/words/words';
import { press } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { answerOf } from './answered';
import { askedOf } from './asking';
import { type CoursePage, coursePage, quietLine, saidLine } from './course-page';
import type { ReviewView } from './review-views';

/** Questions that have come back, one after the other on one card: asked, answered, and none for now. */
export function reviewCard(view: ReviewView, locale: Locale): Drawn {
  const w = words(locale);
  return coursePage((most) => ({ summary: w.review.summary, mark: 'review/card', ...partsOf(view, w, most) }), locale);
}

const off = (view: ReviewView, w: Words) => ({
  title: w.review.actions.off,
  verb: 'review.off',
  data: { version: view.choice },
});
const own = (w: Words) => ({ title: w.review.actions.own, verb: 'reviews.open' });

function partsOf(view: ReviewView, w: Words, most: number): Omit<CoursePage, 'summary'> {
  const { page, today } = view;
  const { actions, comes, none } = w.review;
  switch (page.is) {
    case 'asking':
      return {
        quiet: w.review.quietOf(plain(page.course)),
        ...askedOf(page.question, w),
        rows: [
          press(
            [
              {
                title: actions.answer,
                verb: 'review.answer',
                data: { item: page.item, version: page.version },
                first: true,
                sends: true,
              },
            ],
            { spacing: 'Medium' },
          ),
          press([own(w), off(view, w)]),
        ],
        foot: [w.review.left(page.left)],
      };
    case 'answered': {
      const told = answerOf(page.answer, w, most);
      return {
        quiet: w.review.quietOf(plain(page.course)),
        ...told,
        blocks: [...told.blocks, quietLine(page.comesOn === null ? comes.learnt : comes.on(page.comesOn, today))],
        rows:
          page.left === 0
            ? [press([own(w)], { spacing: 'Medium' })]
            : [
                press([{ title: actions.next, verb: 'review.next', first: true }], { spacing: 'Medium' }),
                press([own(w), off(view, w)]),
              ],
        foot: [page.left === 0 ? comes.over : comes.wait(page.left)],
      };
    }
    case 'none':
      return {
        quiet: w.review.quiet,
        title: none.title,
        blocks: [saidLine({ text: page.nextOn === null ? none.nothing : none.next(page.nextOn, today) })],
        rows: [press([own(w)], { spacing: 'Medium' })],
      };
    default:
      return page satisfies never;
  }
}
