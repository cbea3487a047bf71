/**
 * Item statistics that give nobody away. Every figure is of a group of whole fives: of those who answered a question, in the
 * order in which they did, the newest wait until they are five. So a look before and a look after never differ by one person.
 * How a group splits in two is told from ten people, in percent where both sides have five; a smaller side is told as "at most
 * four", which may be none, and never by a number. Those who were wrong are split again (by how sure they were, and by what they
 * chose) by the same rule as a group of their own, so that no part of it can be worked out from the others.
 */
export const FEWEST = 5;
const FEWEST_TO_SPLIT = 2 * FEWEST;

/** What somebody answered the first time they were asked, in the order of time. One a person. */
export type FirstAnswer = {
  readonly personId: string;
  /** Null where nobody scores. */
  readonly right: boolean | null;
  /** 1 to 3; null where it was not asked. */
  readonly sure: number | null;
  /** The author's places of what was chosen, where options were. */
  readonly chosen: readonly number[];
};

/** A part of a group. `few` is at most four, `nearly-all` all but at most four; `hidden` where the group is too small to split. */
export type Part =
  | { readonly is: 'share'; readonly percent: number }
  | { readonly is: 'few' | 'nearly-all' | 'hidden' };

export type Figures = {
  /** People, a multiple of five; 0: fewer than five. */
  readonly people: number;
  /** Null where nothing is scored. */
  readonly right: Part | null;
  /** Quite sure, and wrong: a share of all, `nearly-all` of those who were wrong; null where it is not asked. */
  readonly sureAndWrong: Part | null;
  /** The author's place of the wrong option that most chose, five at least and of ten who were wrong; null where none is. */
  readonly mostWrong: number | null;
};

/** So many of a group may be spoken of: whole fives. */
export const inFives = (people: number): number => people - (people % FEWEST);

/** How many of a group that is spoken of: `count` of `people`. */
export function partOf(count: number, people: number): Part {
  if (people < FEWEST_TO_SPLIT) return { is: 'hidden' };
  if (count < FEWEST) return { is: 'few' };
  if (people - count < FEWEST) return { is: 'nearly-all' };
  return { is: 'share', percent: Math.round((count * 100) / people) };
}

/** How many have begun a course and are through, of people in the order in which they began. */
export function progressOf(begun: readonly { readonly done: boolean }[]): {
  readonly people: number;
  readonly done: Part;
} {
  const group = begun.slice(0, inFives(begun.length));
  return { people: group.length, done: partOf(group.filter(({ done }) => done).length, group.length) };
}

/**
 * The figures of one question.
 * @param question.rightOptions places of the options that are right; null where there are no options to choose
 */
export function figuresOf(
  question: { readonly scored: boolean; readonly sure: boolean; readonly rightOptions: readonly number[] | null },
  answers: readonly FirstAnswer[],
): Figures {
  const group = answers.slice(0, inFives(answers.length));
  const people = group.length;
  if (!question.scored) return { people, right: null, sureAndWrong: null, mostWrong: null };
  const wrong = group.filter((one) => one.right === false);
  const right = partOf(people - wrong.length, people);
  const known = knownWrong(right, wrong.length, people);
  return {
    people,
    right,
    sureAndWrong: question.sure ? sureOf(right, wrong, { people, known }) : null,
    mostWrong: known >= FEWEST_TO_SPLIT ? mostWrongOf(question.rightOptions, wrong) : null,
  };
}

/**
 * How many were wrong for certain by what is told of those who were right. They are split again by that number and not by the real
 * one: else whether a split is shown would tell how many "at most four" are.
 */
function knownWrong(right: Part, wrong: number, people: number): number {
  if (right.is === 'few') return people - (FEWEST - 1);
  return right.is === 'share' ? wrong : 0;
}

/** Those who were wrong, split by the same rule: a number only where the rest of them are five as well. */
function sureOf(
  right: Part,
  wrong: readonly FirstAnswer[],
  { people, known }: { readonly people: number; readonly known: number },
): Part {
  if (right.is === 'nearly-all') return { is: 'few' };
  const sure = wrong.filter((one) => one.sure === 3).length;
  const part = partOf(sure, known);
  return part.is === 'share' ? partOf(sure, people) : part;
}

function mostWrongOf(rightOptions: readonly number[] | null, wrong: readonly FirstAnswer[]): number | null {
  if (rightOptions === null) return null;
  const counts = new Map<number, number>();
  for (const place of wrong.flatMap(({ chosen }) => [...new Set(chosen)]))
    if (!rightOptions.includes(place)) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [most] = [...counts].filter(([, count]) => count >= FEWEST).sort(([a, x], [b, y]) => y - x || a - b);
  return most?.[0] ?? null;
}
