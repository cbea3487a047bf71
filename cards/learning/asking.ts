import type { Words } from '../../content/words/words';
import { choiceField, type Field, manyField, press, textField } from '../matter';
import { clipped, plain } from '../text';
import { type Block, markdown, saidLine } from './course-page';
import { backRow, type Drawing, listField, type PageParts } from './parts';
import type { AskingView } from './views';

const LETTERS = ['A', 'B', 'C', 'D', 'E'];
/** So much of a right side stands in the list that one picks from; all of it stands above. */
const IN_LIST = 40;
/** Six options of the greatest length. */
const ROOM = 2_500;

/** A question in a course, with what answers it. */
export function asking(page: AskingView, drawing: Drawing): PageParts {
  const { view, w } = drawing;
  return {
    ...askedOf(page, w),
    rows: [
      press(
        [
          {
            title: w.courses.actions.answer,
            verb: 'course.answer',
            data: { attempt: view.attempt, question: page.key, n: page.n },
            first: true,
            sends: true,
          },
        ],
        { spacing: 'Medium' },
      ),
      backRow(drawing),
    ],
  };
}

/** A question with its inputs: they name places of the card, and nothing on it says what is right. */
export function askedOf(page: AskingView, w: Words): Pick<PageParts, 'title' | 'blocks' | 'fields'> & Faults {
  const { ask, sureness } = w.courses;
  const { typed, faults } = page;
  const sure = page.sure
    ? [
        choiceField({
          id: 'sure',
          label: ask.sure,
          placeholder: ask.sure,
          value: typed.sure ?? '',
          choices: ([1, 2, 3] as const).map((step) => ({ title: sureness[step], value: String(step) })),
          faults,
        }),
      ]
    : [];
  return {
    title: w.courses.question,
    faults,
    blocks: [...markdown(page.prompt), ...listed(page, w)],
    fields: [...fieldsOf(page, w), ...sure],
  };
}

type Faults = Required<Pick<PageParts, 'faults'>>;

/** What stands above the inputs: the right sides of pairs with their letters, and what is to be done. */
function listed({ kind, options }: AskingView, w: Words): Block[] {
  const { ask } = w.courses;
  if (kind === 'order') return [saidLine({ text: ask.order })];
  if (kind !== 'pairs') return [];
  return [
    ...options.map((text, at) => saidLine({ lead: `${LETTERS[at] ?? ''}.`, text, spacing: 'Small' })),
    saidLine({ text: ask.pairs }),
  ];
}

function fieldsOf({ kind, options, lefts, unit, longest, typed, faults }: AskingView, w: Words): Field[] {
  const { ask, help, truth } = w.courses;
  const places = options.map((title, at) => ({ title, value: String(at) }));
  const typedIn = (id: string): string => typed[id] ?? '';
  switch (kind) {
    case 'one':
    case 'dilemma':
    case 'true-false':
      return [
        choiceField({
          id: 'choice',
          label: ask[kind],
          placeholder: ask[kind],
          value: typedIn('choice'),
          choices:
            kind === 'true-false'
              ? [
                  { title: truth.true, value: '0' },
                  { title: truth.false, value: '1' },
                ]
              : places,
          faults,
          ...(kind === 'dilemma' ? { help: help.dilemma } : {}),
        }),
      ];
    case 'several':
      return [
        manyField({
          id: 'choices',
          label: ask.several,
          value: typedIn('choices').split(','),
          choices: places,
          room: ROOM,
          faults,
        }),
      ];
    case 'pairs':
      return lefts.map((left, at) =>
        listField({
          id: `place${at}`,
          label: plain(left),
          placeholder: ask.pick,
          value: typedIn(`place${at}`),
          faults,
          choices: lettered(options),
        }),
      );
    case 'order': {
      const numbers = options.map((_, at) => ({ title: String(at + 1), value: String(at + 1) }));
      return options.map((item, at) =>
        listField({
          id: `place${at}`,
          label: plain(item),
          placeholder: ask.pick,
          value: typedIn(`place${at}`),
          faults,
          choices: numbers,
        }),
      );
    }
    case 'number':
    case 'blank':
    case 'reflection':
      return [
        textField({
          id: kind === 'number' ? 'number' : 'text',
          label: kind === 'number' ? ask.number(unit) : ask[kind],
          value: typedIn(kind === 'number' ? 'number' : 'text'),
          longest,
          multiline: kind === 'reflection',
          faults,
          ...(kind === 'blank' ? {} : { help: help[kind] }),
        }),
      ];
    default:
      return kind satisfies never;
  }
}

const lettered = (options: readonly string[]) =>
  options.map((text, at) => ({ title: plain(`${LETTERS[at] ?? ''}: ${clipped(text, IN_LIST)}`), value: String(at) }));
