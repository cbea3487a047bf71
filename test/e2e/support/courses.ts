import path from 'node:path';
import type { Course, CourseQuestion } from '../../../bot/learning/course';
import { type Page, planOf } from '../../../bot/learning/plan-rules';
import { readCourses } from '../../../bot/learning/read-courses';
import { plain } from '../../../cards/text';
import { words } from '../../../content/words/words';
import type { Person } from './person';

const { courses: da } = words('da');

/** A course of the house, with its pages as they come: these draw no questions, so they are the same for everybody. */
export function courseOf(key: string): { readonly course: Course; readonly pages: readonly Page[] } {
  const course = readCourses(path.resolve('content/courses')).get(key);
  if (!course) throw new Error(`There is no course ${key}`);
  return { course, pages: planOf(course, 0) };
}

/** The card has come to that page, counted from 1. */
export async function comesTo(person: Person, pages: readonly Page[], at: number): Promise<void> {
  const page = pages[at - 1];
  await person.sees(`${da.progress(at, pages.length)} ■`);
  await person.sees(
    page?.is === 'lesson' ? plain(page.lesson.title.da) : page?.is === 'here' ? da.here.title : da.question,
  );
}

export type Answering = {
  /** What is chosen, where an answer can be wrong. */
  readonly right?: boolean;
  readonly sure?: 1 | 2 | 3;
  /** What is written, in a reflection. */
  readonly text?: string;
};

/** Fills in an answer by what stands on the card, and does not send it. */
export async function fillsIn(person: Person, question: CourseQuestion, how: Answering = {}): Promise<void> {
  // A question that is tried again comes in the place of what was said of it.
  await person.canPress(da.actions.answer);
  await answersTo(person, question, how.right ?? true, how.text ?? '');
  if (question.sure) await person.chooses(da.ask.sure, da.sureness[how.sure ?? 2]);
}

async function answersTo(person: Person, question: CourseQuestion, right: boolean, text: string): Promise<void> {
  switch (question.kind) {
    case 'one': {
      const chosen = question.options.find((one) => one.right === right);
      return person.chooses(da.ask.one, plain(chosen?.text.da ?? ''));
    }
    case 'dilemma':
      return person.chooses(da.ask.dilemma, plain(question.options[0]?.text.da ?? ''));
    case 'true-false':
      return person.chooses(da.ask['true-false'], question.answer === right ? da.truth.true : da.truth.false);
    case 'several':
      for (const one of question.options.filter((each) => each.right === right)) await person.ticks(plain(one.text.da));
      return;
    case 'pairs':
      for (const [at, { left }] of question.pairs.entries()) {
        // Wrong: each gets what belongs to the one after it.
        const own = question.pairs[right ? at : (at + 1) % question.pairs.length];
        const letter = await letterOf(person, own?.right.da ?? '');
        await person.choosesWhat(plain(left.da), `${letter}: `);
      }
      return;
    case 'order':
      for (const [at, item] of question.items.entries()) {
        const place = right ? at : (at + 1) % question.items.length;
        await person.choosesWhat(plain(item.da), String(place + 1));
      }
      return;
    case 'number':
      return person.fills(da.ask.number(question.unit?.da ?? ''), String(question.answer + (right ? 0 : 100)));
    case 'blank':
      return person.fills(da.ask.blank, right ? (question.answers.da[0] ?? '') : 'noget andet');
    case 'reflection':
      return person.fills(da.ask.reflection, text);
    default:
      return question satisfies never;
  }
}

/** The letter that stands before a line of the card. */
async function letterOf(person: Person, line: string): Promise<string> {
  const said = (await person.hears()).replace(/\s+/g, ' ');
  const at = said.lastIndexOf(`. ${line.replace(/\s+/g, ' ')}`);
  const letter = said[at - 1];
  if (at < 1 || letter === undefined) throw new Error(`No letter stands before »${line}«`);
  return letter;
}

/** Sends the answer; resolves when it has been answered, with what the card says of it. */
export async function sends(person: Person, question: CourseQuestion, how: Answering = {}): Promise<void> {
  await person.presses(da.actions.answer);
  await person.canPress(da.actions.next);
  const scored = question.kind !== 'dilemma' && question.kind !== 'reflection';
  await person.sees(scored ? da.verdicts[(how.right ?? true) ? 'right' : 'wrong'] : da.verdicts.said);
}
