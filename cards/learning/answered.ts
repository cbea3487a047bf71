import type { Words } from '../../content/words/words';
import { press } from '../matter';
import { clipped, plain } from '../text';
import { type Block, markdown, quietLine, saidLine } from './course-page';
import { backRow, type Drawing, onward, type PageParts } from './parts';
import type { AnsweredView, SaidOf } from './views';

/** What somebody wrote in more lines than that goes on in the last of them. */
const MOST_LINES = 12;

/** Green for what is right and was chosen or is told; the word beside it says the same. */
const MARKS = {
  'chosen-right': 'Good',
  'chosen-wrong': 'Attention',
  missed: 'Warning',
  right: 'Good',
  chosen: '',
  other: '',
  yours: '',
  paired: 'Good',
  unpaired: 'Warning',
  placed: 'Good',
  misplaced: 'Warning',
} as const satisfies Readonly<Record<SaidOf['is'], Block['mark']>>;

/** A question that has been answered: what was right, in words, and why. */
export function answered(page: AnsweredView, drawing: Drawing): PageParts {
  const { view, w, most } = drawing;
  const { actions } = w.courses;
  const redo = page.kind === 'reflection' ? actions.rewrite : page.verdict === 'said' ? actions.choose : actions.again;
  const more = [
    ...(page.again ? [{ title: redo, verb: 'course.again', data: { attempt: view.attempt, question: page.key } }] : []),
    ...(page.read === null
      ? []
      : [{ title: actions.read, verb: 'course.read', data: { attempt: view.attempt, lesson: page.read } }]),
  ];
  const told = answerOf(page, w, most);
  const { mentor } = page;
  const { sharing } = w.review;
  return {
    ...told,
    blocks: [...told.blocks, ...(mentor?.shared ? [quietLine(sharing.done(mentor.name))] : [])],
    rows: [
      onward(drawing),
      backRow(drawing),
      ...(more.length === 0 ? [] : [press(more)]),
      ...(page.kind === 'dilemma'
        ? [
            press([
              {
                title: w.dilemma.start,
                verb: 'dilemma.pick',
                data: { attempt: view.attempt, question: page.key },
              },
            ]),
          ]
        : []),
      ...(mentor && !mentor.shared
        ? [
            press([
              {
                title: sharing.actions.ask(plain(mentor.name)),
                verb: 'reflection.share-ask',
                data: { attempt: view.attempt, question: page.key },
              },
            ]),
          ]
        : []),
    ],
  };
}

/** The answer to a question with what is said of it. */
export function answerOf(
  page: Omit<AnsweredView, 'is' | 'again' | 'read' | 'mentor'>,
  w: Words,
  most: number,
): Pick<PageParts, 'title' | 'state' | 'blocks'> {
  const { ask, sureness, verdicts } = w.courses;
  return {
    title: w.courses.question,
    state: {
      text: verdicts[page.verdict],
      color: page.verdict === 'right' ? 'Good' : page.verdict === 'wrong' ? 'Warning' : 'Accent',
    },
    blocks: [
      ...markdown(page.prompt),
      ...page.said.flatMap((one) => blocksOf(one, w, most)),
      ...(page.why === '' ? [] : markdown(page.why)),
      ...(page.sure === null ? [] : [quietLine(`${ask.sure} ${sureness[page.sure]}.`)]),
    ],
  };
}

function blocksOf(one: SaidOf, w: Words, most: number): Block[] {
  const { said } = w.courses;
  const { is, n = 0, instead } = one;
  const lead = is === 'placed' || is === 'misplaced' ? said[is](n) : said[is];
  const quiet =
    instead === undefined
      ? ''
      : ` · ${typeof instead === 'number' ? said['you-placed'](instead) : said['you-chose'](clipped(instead, most))}`;
  if (one.written) {
    // A TextRun shows no line break.
    const [first = '', ...rest] = linesOf(one.text);
    return [saidLine({ lead, text: first }), ...rest.map((text) => saidLine({ text, spacing: 'Small' }))];
  }
  return [
    saidLine({ mark: MARKS[is], lead, text: one.text, quiet }),
    ...markdown(one.why).map((block): Block => ({ ...block, spacing: 'Small' })),
  ];
}

/** What a person wrote, line by line. */
export function linesOf(text: string): readonly string[] {
  const parts = text.split(/\s*\n\s*/).filter((part) => part !== '');
  return [...parts.slice(0, MOST_LINES - 1), parts.slice(MOST_LINES - 1).join(' ')].filter((part) => part !== '');
}
