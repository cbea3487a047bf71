import type { Locale, Words } from '../../content/words/words';
import { choiceField, type Field, press, type Row } from '../matter';
import { fitting, plain } from '../text';
import type { Block, CoursePage } from './course-page';
import type { PlayerView } from './views';

/** What a page adds to what all pages of the player have. */
export type PageParts = Pick<CoursePage, 'title' | 'state' | 'faults' | 'foot'> & {
  readonly blocks: readonly Block[];
  readonly fields?: readonly Field[];
  readonly rows: readonly Row[];
};
export type Drawing = { readonly view: PlayerView; readonly w: Words; readonly locale: Locale; readonly most: number };

/** On to the next page: the same button at the same place on every page. */
export function onward({ view, w }: Drawing): Row {
  const data = { attempt: view.attempt, from: view.at, version: view.version };
  return press([{ title: w.courses.actions.next, verb: 'course.next', data, first: true }], { spacing: 'Medium' });
}

const pauseOf = ({ view, w }: Drawing) => ({
  title: w.courses.actions.pause,
  verb: 'course.pause',
  data: { attempt: view.attempt },
});

/** A pause, where there is nothing to go back to. */
export const pauseRow = (drawing: Drawing): Row => press([pauseOf(drawing)]);

/** Back, where there is something to go back to, and a pause. */
export function backRow(drawing: Drawing): Row {
  const { view, w } = drawing;
  if (view.at === 1) return pauseRow(drawing);
  const data = { attempt: view.attempt, from: view.at, version: view.version };
  return press([{ title: w.courses.actions.back, verb: 'course.back', data }, pauseOf(drawing)]);
}

/** So much of a card may be one list of choices. */
const LIST = 4_000;

/** One of several from a list that folds away, however few they are: one field stands below the other. */
export function listField(given: Parameters<typeof choiceField>[0]): Field {
  const { choices, ...rest } = given;
  const shown = choices.map(({ title, value }) => ({ title: plain(title), value }));
  return {
    ...choiceField({ ...rest, choices: [] }),
    kind: 'list',
    placeholder: given.placeholder,
    choices: fitting(shown, LIST).kept,
  };
}
