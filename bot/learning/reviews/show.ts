import { reviewCard } from '../../../cards/learning/review';
import { ownReviewCard, talkCard } from '../../../cards/learning/review-own';
import type { ReviewView, ToldView } from '../../../cards/learning/review-views';
import type { Unit } from '../../db/unit';
import type { Locale, OutCard } from '../../turn';
import { readAnswer, type Typed } from '../answer-rules';
import type { CourseQuestion } from '../course';
import { feedbackOf } from '../feedback';
import { askedOn, nextDay } from '../review-rules';
import { askingView } from '../show';
import { askedIn, choiceOf, type Item, itemsOf, REVIEW } from './store';
import { type ToTalkOf, toTalkOf } from './talk';

export type Viewer = { readonly unit: Unit; readonly personId: string; readonly locale: Locale };
/** What was typed, and what is wrong with it. */
export type Again = { readonly typed: Typed; readonly faults: Readonly<Record<string, string>> };

const keepOf = (personId: string) => ({ kind: REVIEW, matterKind: REVIEW, matterId: personId });

/** The question that is asked now, or that none is. Nothing on it says what is right. */
export async function presentCard(viewer: Viewer, again?: { readonly item: string } & Again): Promise<OutCard> {
  const { unit, personId, locale } = viewer;
  const choice = await choiceOf(unit, personId);
  if (!choice.on) return ownCard(viewer);
  const items = await itemsOf(unit, personId);
  const [first, ...others] = askedOn(items, unit.today);
  const asked = first && (await askedIn(unit, first, first.version));
  const page: ReviewView['page'] =
    first && asked
      ? {
          is: 'asking',
          course: asked.course.title[locale],
          item: first.id,
          version: first.version,
          left: others.length + 1,
          question: askingView(
            [],
            { is: 'question', about: [], ...asked },
            locale,
            again?.item === first.id ? again : {},
          ),
        }
      : { is: 'none', nextOn: nextDay(items) ?? null };
  return {
    ...reviewCard({ today: unit.today, choice: choice.version, page }, locale),
    keep: keepOf(personId),
  };
}

/**
 * What is said of an answer that was given. It is kept nowhere, so that it is told from what was typed; the card stands as it
 * is from then on.
 * @returns undefined where it cannot be told any more
 */
export async function answeredCard(
  { unit, personId, locale }: Viewer,
  given: { readonly item: Item; readonly version: number; readonly typed: Typed },
): Promise<OutCard | undefined> {
  const { item, version, typed } = given;
  const asked = await askedIn(unit, item, version);
  const reading = asked && readAnswer(asked.question, asked.order, typed, locale);
  if (!asked || !reading || 'faults' in reading) return undefined;
  const choice = await choiceOf(unit, personId);
  const items = await itemsOf(unit, personId);
  const page: ReviewView['page'] = {
    is: 'answered',
    course: asked.course.title[locale],
    comesOn: item.dueOn,
    left: askedOn(items, unit.today).length,
    answer: toldOf(asked.question, reading.answered, locale),
  };
  return reviewCard({ today: unit.today, choice: choice.version, page }, locale);
}

type Told = {
  readonly answer: readonly (number | boolean)[] | null;
  readonly text: string | null;
  readonly right: boolean | null;
};

/** How sure one was is not said of it: nobody asked when it came back, and the list says it already. */
function toldOf(question: CourseQuestion, { answer, text, right }: Told, locale: Locale): ToldView {
  const { kind, key, prompt } = question;
  const said = feedbackOf(question, { answer: answer ?? [], text: text ?? '', right }, locale);
  return { kind, key, prompt: prompt[locale], sure: null, ...said };
}

/** What comes back to somebody, whether it does, and their list for the talk. */
export async function ownCard({ unit, personId, locale }: Viewer): Promise<OutCard> {
  const { on, version } = await choiceOf(unit, personId);
  const items = await itemsOf(unit, personId);
  const talk = await toTalkOf(unit, personId);
  return ownReviewCard(
    {
      today: unit.today,
      on,
      choice: version,
      coming: items.filter(({ dueOn }) => dueOn !== null).length,
      learnt: items.filter(({ dueOn }) => dueOn === null).length,
      due: askedOn(items, unit.today).length,
      nextOn: nextDay(items) ?? null,
      talk: talk.map(({ item, course, question }) => ({
        item: item.id,
        course: course.title[locale],
        prompt: question.prompt[locale],
      })),
    },
    locale,
  );
}

/** One question of the list for the talk, with its right answer and why. */
export function talkItemCard({ unit, locale }: Viewer, { item, response, course, question }: ToTalkOf): OutCard {
  const answer = Array.isArray(response.answer) ? response.answer : [];
  const told: Told = {
    answer: answer.filter((one) => typeof one === 'number' || typeof one === 'boolean'),
    text: response.textSealed === null ? '' : unit.open('response', 'text_sealed', response.id, response.textSealed),
    right: false,
  };
  return talkCard(
    { course: course.title[locale], item: item.id, response: response.id, answer: toldOf(question, told, locale) },
    locale,
  );
}
