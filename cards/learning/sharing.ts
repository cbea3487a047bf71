import { type Locale, words } from '../../content/words/words';
import { press } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { linesOf } from './answered';
import { type Block, coursePage, markdown, quietLine, saidLine } from './course-page';

export type AskToShareView = {
  readonly attempt: string;
  readonly question: string;
  readonly response: string;
  readonly enrolment: string;
  readonly course: string;
  readonly mentor: { readonly id: string; readonly name: string };
  /** What was written. */
  readonly text: string;
};

/** What is shared with a mentor, for the mentor. */
export type SharedView = {
  readonly learner: string;
  readonly course: string;
  readonly prompt: string;
  readonly text: string;
};

/** Asks once more before something is shared: with whom, what, and how long they can read it. */
export function askToShareCard(view: AskToShareView, locale: Locale): Drawn {
  const w = words(locale);
  const { attempt, question, response, mentor } = view;
  const { actions, ask } = w.review.sharing;
  return coursePage(
    () => ({
      summary: w.courses.summary(plain(view.course)),
      mark: `course/share/${response}`,
      quiet: w.courses.quiet(plain(view.course)),
      title: ask.title(plain(mentor.name)),
      blocks: [...written(view.text), quietLine(ask.who(mentor.name))],
      rows: [
        press(
          [
            {
              title: actions.share,
              verb: 'reflection.share',
              data: { attempt, question, response, mentor: mentor.id },
              first: true,
            },
            { title: actions.keep, verb: 'course.resume', data: { enrolment: view.enrolment } },
          ],
          { spacing: 'Medium' },
        ),
      ],
    }),
    locale,
  );
}

/** A reflection that was shared with a mentor. */
export function sharedCard(view: SharedView, locale: Locale): Drawn {
  const w = words(locale);
  const { shared } = w.review.sharing;
  return coursePage(
    () => ({
      summary: shared.summary(plain(view.learner)),
      mark: 'shared-reflection/card',
      quiet: shared.quiet(plain(view.course)),
      title: shared.title(plain(view.learner)),
      blocks: [
        ...markdown(view.prompt),
        saidLine({ lead: shared.wrote(view.learner), text: '' }),
        ...written(view.text),
      ],
      rows: [],
      foot: [shared.who(view.learner)],
    }),
    locale,
  );
}

/** What a person wrote: no Markdown is read in it. */
const written = (text: string): Block[] => linesOf(text).map((line) => saidLine({ text: line, spacing: 'Small' }));
