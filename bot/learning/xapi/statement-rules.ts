import { v5 } from 'uuid';
import type { Course } from '../course';
import { IRI, type RecordVerb, type Statement } from './statement';

/** An attempt at a course, as statements need it. */
export type Told = {
  /** The address that stands for Rød Tråd at this municipality, without a slash at the end. */
  readonly home: string;
  /** By their id alone: what a person is called stays here. */
  readonly personId: string;
  readonly course: Pick<Course, 'key' | 'title' | 'pass'>;
  readonly enrolmentId: string;
  readonly attemptId: string;
  readonly releaseId: string;
  readonly startedAt: Date;
};

/** How an attempt ended. `done`: read and answered, in a course without a mark to reach. */
export type Ending = {
  readonly status: 'done' | 'passed' | 'failed';
  /** Of the scored questions. */
  readonly right: number;
  readonly outOf: number;
  readonly at: Date;
};

/** Namespace of the ids of statements: never changed, since it is what keeps a statement from being there twice. */
const STATEMENTS = 'b7a0b0a2-6a4e-5d0b-9a43-0f5f6c1c7a51';

const DISPLAY: Readonly<Record<RecordVerb, Statement['verb']['display']>> = {
  initialized: { da: 'begyndte', en: 'initialized' },
  completed: { da: 'gennemførte', en: 'completed' },
  passed: { da: 'bestod', en: 'passed' },
  failed: { da: 'bestod ikke', en: 'failed' },
  terminated: { da: 'sluttede', en: 'terminated' },
};

/**
 * The id that a statement always has, however often it is made. An enrolment is cmi5's registration, and an attempt its
 * session: a registration completes and passes once at most, a session begins, fails and terminates once.
 */
export function statementId(verb: RecordVerb, told: Pick<Told, 'enrolmentId' | 'attemptId'>): string {
  const once = verb === 'completed' || verb === 'passed' ? told.enrolmentId : told.attemptId;
  return v5(`${verb}/${once}`, STATEMENTS);
}

/**
 * What an ended attempt says, in order; the beginning was said when it began. By cmi5's rule `moveOn` a course without a mark is
 * met by Completed, and one with a mark by CompletedAndPassed; who failed has completed it all the same, since all was read and
 * answered. "failed" never follows "passed" within a registration.
 * @param hasPassed an earlier attempt of the same enrolment
 */
export function verbsAtEnd({ status }: Pick<Ending, 'status'>, hasPassed: boolean): readonly RecordVerb[] {
  const verdict: readonly RecordVerb[] = status === 'done' || (status === 'failed' && hasPassed) ? [] : [status];
  return ['completed', ...verdict, 'terminated'];
}

/**
 * A statement of xAPI 1.0.3 that cmi5 defines. Success stands with passed and failed only, completion with completed only, the
 * score and the mark to reach with passed and failed; everything after the beginning has a duration.
 * @param given.ending of every verb but `initialized`
 * @param given.n its place among those of the attempt: they lie a millisecond apart, so that their order does not hang on how
 *   a store sorts equal times
 */
export function statementOf(
  told: Told,
  given:
    | { readonly verb: 'initialized' }
    | { readonly verb: Exclude<RecordVerb, 'initialized'>; readonly ending: Ending; readonly n: number },
): Statement {
  const { verb } = given;
  const judged = verb === 'passed' || verb === 'failed';
  const { pass } = told.course;
  const category = [IRI.cmi5, ...(judged || verb === 'completed' ? [IRI.moveOn] : [])];
  return {
    id: statementId(verb, told),
    actor: { objectType: 'Agent', account: { homePage: told.home, name: told.personId } },
    verb: { id: IRI.verb(verb), display: DISPLAY[verb] },
    object: {
      objectType: 'Activity',
      id: `${told.home}/courses/${told.course.key}`,
      definition: { type: IRI.courseType, name: { ...told.course.title } },
    },
    ...(given.verb === 'initialized' ? {} : { result: resultOf(told, given.verb, given.ending) }),
    context: {
      registration: told.enrolmentId,
      platform: 'Rød Tråd',
      revision: told.releaseId,
      contextActivities: {
        category: category.map((id) => ({ objectType: 'Activity' as const, id })),
        // Its author's name of the course, the same everywhere: cmi5 wants it to differ from the id above.
        grouping: [{ objectType: 'Activity', id: `urn:rod-traad:course:${told.course.key}` }],
      },
      extensions: {
        [IRI.session]: told.attemptId,
        ...(judged && pass ? { [IRI.masteryScore]: pass.percent / 100 } : {}),
      },
    },
    timestamp: timeOf(told, given).toISOString(),
    version: '1.0.3',
  };
}

function timeOf(told: Told, given: Parameters<typeof statementOf>[1]): Date {
  if (given.verb === 'initialized') return told.startedAt;
  // A clock that went back may not make an end come before its beginning.
  return new Date(Math.max(given.ending.at.getTime(), told.startedAt.getTime()) + given.n);
}

function resultOf(told: Told, verb: RecordVerb, { right, outOf, at }: Ending): Statement['result'] {
  const judged = verb === 'passed' || verb === 'failed';
  return {
    ...(judged ? { success: verb === 'passed' } : {}),
    ...(verb === 'completed' ? { completion: true as const } : {}),
    // Not rounded: a rounded score could stand on the other side of the mark to reach.
    ...(judged && outOf > 0 ? { score: { scaled: right / outOf, raw: right, min: 0 as const, max: outOf } } : {}),
    duration: durationOf(at.getTime() - told.startedAt.getTime()),
  };
}

/** ISO 8601, such as `PT1H2M3.45S`: hours are the largest unit, since a day is not always 24 of them. */
export function durationOf(ms: number): string {
  const hundredths = Math.max(0, Math.round(ms / 10));
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6_000);
  const seconds = (hundredths % 6_000) / 100;
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds}S`;
}
