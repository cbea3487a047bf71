import { playerCard } from '../../cards/learning/player';
import { resultCard } from '../../cards/learning/result';
import type { AnsweredView, AskingView, PageView, PlayerView, ResultView } from '../../cards/learning/views';
import type { Enrolment } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import { organisation } from '../people/organisation';
import { dayOf, toMoment } from '../time/moment';
import type { Locale, OutCard } from '../turn';
import { isScored, LONGEST_ANSWER } from './answer-rules';
import { endedOf } from './begin-attempt';
import type { Course, CourseQuestion, Lesson } from './course';
import { feedbackOf } from './feedback';
import type { Drawn } from './plan-rules';
import {
  type Given,
  lastOf,
  mayAnswer,
  percentOf,
  standingOf,
  sureAndWrong,
  toReadAgain,
  wrongOf,
} from './result-rules';
import { isSharedWith, mentorOf } from './sharing/store';
import { type Going, newestOf } from './store';

/** What stands on the card in place of the page where one is. */
export type Instead =
  | { readonly is: 'paused' }
  /** A lesson that is read again. */
  | { readonly is: 'reading'; readonly lesson: string }
  /** A question, to be answered (again), with what was typed and what is wrong with it. */
  | {
      readonly is: 'asking';
      readonly question: string;
      readonly typed?: Readonly<Record<string, string>>;
      readonly faults?: Readonly<Record<string, string>>;
    };

/**
 * The card of an enrolment as it stands: the page where the learner is, or how the newest attempt ended.
 * @returns undefined before the first attempt, and where there is nothing to show in its place
 */
export async function courseCard(
  unit: Unit,
  enrolment: Enrolment,
  locale: Locale,
  instead?: Instead,
): Promise<OutCard | undefined> {
  const going = await newestOf(unit, enrolment);
  return going && goingCard(unit, going, locale, instead);
}

/** The same, of a certain attempt. */
export async function goingCard(
  unit: Unit,
  going: Going,
  locale: Locale,
  instead?: Instead,
): Promise<OutCard | undefined> {
  const keep = { kind: 'course', matterKind: 'course', matterId: going.enrolment.id };
  if (going.attempt.status !== 'open' && instead?.is !== 'reading')
    return { ...resultCard(await resultView(unit, going, locale), locale), keep };
  const page = await pageView(unit, going, locale, instead);
  return page && { ...playerCard(playerView(going, page, locale), locale), keep };
}

function playerView(going: Going, page: PageView, locale: Locale): PlayerView {
  const { attempt, course, enrolment, pages } = going;
  return {
    mark: `course/card/${enrolment.id}/${attempt.n}`,
    enrolment: enrolment.id,
    attempt: attempt.id,
    version: attempt.version,
    course: { title: course.title[locale], takes: course.takes },
    at: attempt.position + 1,
    of: pages.length,
    height: heightOf(course, locale),
    page,
  };
}

async function pageView(
  unit: Unit,
  going: Going,
  locale: Locale,
  instead: Instead | undefined,
): Promise<PageView | undefined> {
  const { attempt, pages } = going;
  switch (instead?.is) {
    case 'paused':
      return { is: 'paused' };
    case 'reading':
      return readingView(going, instead.lesson, locale);
    case 'asking': {
      const page = pages.find((one) => one.is === 'question' && one.question.key === instead.question);
      return page?.is === 'question' ? askingView(going.given, page, locale, instead) : undefined;
    }
    case undefined:
      break;
    default:
      return instead satisfies never;
  }
  const page = pages[attempt.position];
  switch (page?.is) {
    case 'lesson':
      return { is: 'lesson', ...lessonView(page.lesson, locale) };
    case 'question':
      return (await answeredView(unit, going, page, locale)) ?? askingView(going.given, page, locale);
    case 'here':
      return hereView(unit, going, locale);
    case undefined:
      return undefined;
    default:
      return page satisfies never;
  }
}

const lessonView = ({ title, body, source }: Lesson, locale: Locale) => ({
  title: title[locale],
  body: body[locale],
  source: source[locale],
});

/** A lesson that has been reached, with those before and after it. */
function readingView({ attempt, pages }: Going, key: string, locale: Locale): PageView | undefined {
  const reached = attempt.status === 'open' ? pages.slice(0, attempt.position + 1) : pages;
  const lessons = reached.flatMap((page) => (page.is === 'lesson' ? [page.lesson] : []));
  const at = lessons.findIndex((lesson) => lesson.key === key);
  const lesson = lessons[at];
  if (!lesson) return undefined;
  return {
    is: 'reading',
    ...lessonView(lesson, locale),
    earlier: lessons[at - 1]?.key ?? null,
    later: lessons[at + 1]?.key ?? null,
  };
}

/**
 * A question before it is answered: nothing of what is right or said afterwards goes into it.
 * @param given what has been answered in the attempt
 */
export function askingView(
  given: readonly Given[],
  { question, order }: Drawn,
  locale: Locale,
  again: { readonly typed?: AskingView['typed']; readonly faults?: AskingView['faults'] } = {},
): AskingView {
  return {
    is: 'asking',
    kind: question.kind,
    key: question.key,
    n: given.filter((one) => one.questionKey === question.key).length + 1,
    prompt: question.prompt[locale],
    options: optionsOf(question, order, locale),
    lefts: question.kind === 'pairs' ? question.pairs.map(({ left }) => left[locale]) : [],
    unit: question.kind === 'number' ? (question.unit?.[locale] ?? '') : '',
    longest: question.kind in LONGEST_ANSWER ? LONGEST_ANSWER[question.kind as keyof typeof LONGEST_ANSWER] : 0,
    sure: question.sure,
    typed: again.typed ?? {},
    faults: again.faults ?? {},
  };
}

function optionsOf(question: CourseQuestion, order: readonly number[], locale: Locale): readonly string[] {
  const shown = (texts: readonly Readonly<Record<Locale, string>>[]) => order.map((at) => texts[at]?.[locale] ?? '');
  switch (question.kind) {
    case 'one':
    case 'several':
    case 'dilemma':
      return shown(question.options.map(({ text }) => text));
    case 'pairs':
      return shown(question.pairs.map(({ right }) => right));
    case 'order':
      return shown(question.items);
    case 'true-false':
    case 'number':
    case 'blank':
    case 'reflection':
      return [];
    default:
      return question satisfies never;
  }
}

async function answeredView(unit: Unit, going: Going, page: Drawn, locale: Locale): Promise<PageView | undefined> {
  const { question, about } = page;
  const last = lastOf(going.given).get(question.key);
  if (!last) return undefined;
  const answer = Array.isArray(last.answer) ? last.answer : [];
  const given = {
    answer: answer.filter((one) => typeof one === 'number' || typeof one === 'boolean'),
    text: last.textSealed === null ? '' : unit.open('response', 'text_sealed', last.id, last.textSealed),
    right: last.right,
  };
  const sure = last.sure === 1 || last.sure === 2 || last.sure === 3 ? last.sure : null;
  return {
    is: 'answered',
    kind: question.kind,
    key: question.key,
    prompt: question.prompt[locale],
    ...feedbackOf(question, given, locale),
    sure,
    again: mayAnswer(going.course, question, last),
    read: last.right === false ? (about[0] ?? null) : null,
    ...(question.kind === 'reflection' ? await sharingOf(unit, going.enrolment.personId, last.id) : {}),
  };
}

/** With whom a reflection can be shared, and whether it is; nothing where there is no mentor. */
async function sharingOf(unit: Unit, personId: string, responseId: string): Promise<Pick<AnsweredView, 'mentor'>> {
  const mentor = await mentorOf(unit, personId);
  return mentor ? { mentor: { name: mentor.name, shared: await isSharedWith(unit, responseId, mentor.id) } } : {};
}

async function hereView(unit: Unit, { course, enrolment }: Going, locale: Locale): Promise<PageView> {
  const [manager = '', lead = ''] = await whomToAsk(unit, enrolment.personId);
  const { here } = unit.house.municipality(unit.tenantId);
  return { is: 'here', text: here.get(course.key)?.[locale] ?? '', manager, lead };
}

/** The nearest manager and the onboarding lead, by name; '' for whoever there is none of. */
async function whomToAsk(unit: Unit, personId: string): Promise<readonly [string, string]> {
  const org = await organisation(unit);
  const manager = org.people.get(org.managerOf(personId) ?? '')?.name ?? '';
  const lead = [...org.people.values()]
    .filter(({ id }) => id !== personId && org.isHere(id) && org.hasRole(id, 'onboarding_lead'))
    .map(({ name }) => name)
    .sort((one, other) => one.localeCompare(other, 'da'))[0];
  return [manager, lead ?? ''];
}

async function resultView(unit: Unit, going: Going, locale: Locale): Promise<ResultView> {
  const { attempt, course, enrolment, given, pages } = going;
  const score = { right: attempt.right ?? 0, outOf: attempt.outOf ?? 0 };
  const wrong = new Set(wrongOf(given));
  const again = new Set(toReadAgain(pages, given));
  const sure = new Set(sureAndWrong(given));
  const standing = course.pass && standingOf(course.pass, await endedOf(unit, enrolment.id));
  const outcome = attempt.status === 'passed' || attempt.status === 'failed' ? attempt.status : 'done';
  const questions = pages.flatMap((page) => (page.is === 'question' ? [page.question] : []));
  const left = standing?.left ?? null;
  return {
    mark: `course/card/${enrolment.id}/${attempt.n}`,
    enrolment: enrolment.id,
    attempt: attempt.id,
    course: { title: course.title[locale] },
    outcome,
    on: dayOf(toMoment(attempt.endedAt ?? unit.now, unit.policy.zone)),
    today: unit.today,
    ...score,
    percent: percentOf(score),
    firstRight: questions.filter((one) => isScored(one) && !wrong.has(one.key)).length,
    pass: course.pass
      ? {
          percent: course.pass.percent,
          counts: course.pass.counts,
          counted: standing?.counts ? percentOf(standing.counts) : percentOf(score),
          attempts: attempt.n,
          left,
        }
      : null,
    askNames: left === 0 ? (await whomToAsk(unit, enrolment.personId)).filter((name) => name !== '') : [],
    lessons: pages.flatMap((page) =>
      page.is === 'lesson'
        ? [{ key: page.lesson.key, title: page.lesson.title[locale], again: again.has(page.lesson.key) }]
        : [],
    ),
    sureAndWrong: questions.filter(({ key }) => sure.has(key)).map(({ prompt }) => prompt[locale]),
    next: nextOf(going, outcome, left),
  };
}

function nextOf({ attempt }: Going, outcome: ResultView['outcome'], left: number | null): ResultView['next'] {
  if (outcome !== 'failed') return { is: 'once', n: attempt.n + 1 };
  return left === 0 ? null : { is: 'retry', n: attempt.n + 1 };
}

/** How many signs stand on a line of a wide chat, how high a line is, and the space between paragraphs, in pixels. */
const LINE = { signs: 62, height: 20, between: 8 } as const;
const HIGHEST = 400;

/** So high that the buttons stand where they stand below the longest lesson, in a wide chat. In pixels. */
export function heightOf(course: Course, locale: Locale): number {
  const heights = course.steps.map((step) =>
    step.is === 'lesson'
      ? [...step.body[locale].split('\n').filter((line) => line.trim() !== ''), step.source[locale]]
          .map((line) => Math.ceil(line.length / LINE.signs) * LINE.height + LINE.between)
          .reduce((sum, height) => sum + height, 0)
      : 0,
  );
  return Math.min(HIGHEST, Math.max(...heights));
}
