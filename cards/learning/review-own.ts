import { type Locale, type Words, words } from '../../content/words/words';
import { press, type Row } from '../matter';
import type { Drawn } from '../render';
import { clipped, plain } from '../text';
import { answerOf } from './answered';
import { type Block, coursePage, heading, quietLine, saidLine } from './course-page';
import { listField } from './parts';
import type { OwnReviewView, TalkView } from './review-views';

/** So much of a question stands in the list. */
const PROMPT = 160;
const IN_LIST = 60;
const MOST = 12;

/** What comes back to somebody, whether it does, and their own list for the talk with the mentor. Only they see it. */
export function ownReviewCard(view: OwnReviewView, locale: Locale): Drawn {
  const w = words(locale);
  const { own, talk } = w.review;
  return coursePage(
    (most) => ({
      summary: w.review.summary,
      mark: 'review/own',
      quiet: w.review.quiet,
      title: own.title,
      state: view.on ? { text: own.states.on, color: 'Good' } : { text: own.states.off, color: 'Default' },
      blocks: [...coming(view, w), ...listed(view, w, most)],
      fields:
        view.talk.length === 0
          ? []
          : [
              listField({
                id: 'item',
                label: talk.pick,
                placeholder: talk.pick,
                value: view.talk[0]?.item ?? '',
                choices: view.talk
                  .slice(0, MOST)
                  .map(({ item, prompt }) => ({ title: clipped(plain(prompt), IN_LIST), value: item })),
                faults: {},
              }),
            ],
      rows: rowsOf(view, w),
    }),
    locale,
  );
}

function coming(view: OwnReviewView, w: Words): Block[] {
  const { none, own } = w.review;
  const { coming: n, learnt, nextOn, on, today } = view;
  const counted = [
    n === 0 ? own.nothing : on ? own.coming(n) : own.kept(n),
    ...(learnt === 0 ? [] : [own.learnt(learnt)]),
  ];
  return [
    saidLine({ text: on ? own.how : own.off }),
    saidLine({
      text: [...counted, ...(on && nextOn !== null && nextOn > today ? [none.next(nextOn, today)] : [])].join(' '),
    }),
  ];
}

function listed({ talk: all }: OwnReviewView, w: Words, most: number): Block[] {
  const { talk } = w.review;
  if (all.length === 0) return [heading(talk.title), saidLine({ text: talk.none, spacing: 'Small' })];
  return [
    heading(talk.title),
    saidLine({ text: talk.why, spacing: 'Small' }),
    ...all
      .slice(0, MOST)
      .map(({ course, prompt }) =>
        saidLine({ text: `– ${clipped(prompt, Math.min(most, PROMPT))}`, quiet: ` · ${course}`, spacing: 'Small' }),
      ),
    ...(all.length > MOST ? [quietLine(w.andMore(all.length - MOST))] : []),
  ];
}

function rowsOf(view: OwnReviewView, w: Words): Row[] {
  const { actions } = w.review;
  const { choice: version, due, on, talk } = view;
  const begin = on && due > 0 ? [{ title: actions.begin(due), verb: 'review.open', first: true }] : [];
  const see =
    talk.length === 0 ? [] : [{ title: actions.see, verb: 'review.talk', sends: true, first: begin.length === 0 }];
  return [
    ...(see.length === 0 ? [] : [press(see, { spacing: 'Medium' })]),
    ...(begin.length === 0 ? [] : [press(begin, { spacing: 'Medium' })]),
    press(
      [
        on
          ? { title: actions.off, verb: 'review.off', data: { version } }
          : { title: actions.on, verb: 'review.on', data: { version } },
        { title: w.courses.actions.all, verb: 'course.list' },
      ],
      { spacing: 'Medium' },
    ),
  ];
}

/** One question of the list for the talk, with its right answer and why. */
export function talkCard(view: TalkView, locale: Locale): Drawn {
  const w = words(locale);
  const { actions, talk } = w.review;
  return coursePage((most) => {
    const told = answerOf(view.answer, w, most);
    return {
      summary: w.review.summary,
      mark: 'review/talk',
      quiet: `${talk.title} · ${plain(view.course)}`,
      ...told,
      state: { text: talk.state, color: 'Warning' },
      rows: [
        press(
          [
            { title: actions.back, verb: 'review.back', first: true },
            { title: actions.strike, verb: 'review.strike', data: { item: view.item, response: view.response } },
          ],
          { spacing: 'Medium' },
        ),
      ],
    };
  }, locale);
}
