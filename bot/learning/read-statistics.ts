import type { Unit } from '../db/unit';
import { type Course, type CourseQuestion, frozenCourse } from './course';
import { type Figures, type FirstAnswer, figuresOf, type Part, progressOf } from './statistics-rules';

/** A question as it stands today with its figures; those of an earlier wording of it do not count. */
export type QuestionFigures = { readonly question: CourseQuestion; readonly figures: Figures };

/** The figures of a course: of groups, never of a person. Nothing in them leads back to who answered. */
export type CourseFigures = {
  /** People who have begun, in whole fives. */
  readonly people: number;
  readonly done: Part;
  /** In the order of the course. */
  readonly questions: readonly QuestionFigures[];
};

type Answered = {
  readonly question: string;
  readonly person: string;
  readonly release: string;
  readonly right: boolean | null;
  readonly sure: number | null;
  readonly answer: unknown;
};

/** The figures of a course as it stands today. Two queries and one for the editions that were answered. */
export async function courseFigures(unit: Unit, course: Course): Promise<CourseFigures> {
  const { tx, tenantId } = unit;
  const begun = await tx.$queryRaw<{ done: boolean }[]>`
    select bool_or(e.status = 'done') as done
    from enrolment e join attempt a on a.tenant_id = e.tenant_id and a.enrolment_id = e.id
    where e.tenant_id = ${tenantId}::uuid and e.course_key = ${course.key}
    group by e.person_id order by min(a.started_at), min(a.id::text)`;
  // The first answer of each person to each edition of a question; later ones, and later attempts, teach nothing new.
  const answered = await tx.$queryRaw<Answered[]>`
    select question, person, release, "right", sure, answer from (
      select distinct on (r.question_key, e.person_id, a.release_id)
        r.question_key as question, e.person_id as person, a.release_id as release, r."right", r.sure, r.answer, r.at, r.id
      from enrolment e
      join attempt a on a.tenant_id = e.tenant_id and a.enrolment_id = e.id
      join response r on r.tenant_id = a.tenant_id and r.attempt_id = a.id
      where e.tenant_id = ${tenantId}::uuid and e.course_key = ${course.key}
      order by r.question_key, e.person_id, a.release_id, r.at, r.id
    ) first order by at, id`;
  const editions = await editionsOf(unit, [...new Set(answered.map(({ release }) => release))]);
  const byQuestion = new Map<string, Answered[]>();
  for (const one of answered) {
    const same = byQuestion.get(one.question);
    if (same) same.push(one);
    else byQuestion.set(one.question, [one]);
  }
  const questions = questionsOf(course).map((question) => {
    const same = (byQuestion.get(question.key) ?? []).filter(({ release }) =>
      editions.get(release)?.has(JSON.stringify(question)),
    );
    return { question, figures: figuresOf(askedBy(question), firstOfEach(same)) };
  });
  const { people, done } = progressOf(begun);
  return { people, done, questions };
}

const questionsOf = (course: Course): readonly CourseQuestion[] =>
  course.steps.flatMap((step) => (step.is === 'questions' ? step.questions : []));

/** The questions of each edition, as text: one that reads otherwise is another question. */
async function editionsOf(unit: Unit, releaseIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await unit.tx.contentRelease.findMany({
    where: { tenantId: unit.tenantId, id: { in: [...releaseIds] } },
  });
  return new Map(
    rows.map(({ id, key, content }) => [
      id,
      new Set(questionsOf(frozenCourse(key, content)).map((question) => JSON.stringify(question))),
    ]),
  );
}

function firstOfEach(answered: readonly Answered[]): FirstAnswer[] {
  const first = new Map<string, FirstAnswer>();
  for (const { person, right, sure, answer } of answered)
    if (!first.has(person)) first.set(person, { personId: person, right, sure, chosen: placesIn(answer) });
  return [...first.values()];
}

const placesIn = (answer: unknown): number[] =>
  Array.isArray(answer) ? answer.filter((one) => typeof one === 'number') : [];

function askedBy(question: CourseQuestion): Parameters<typeof figuresOf>[0] {
  const { kind, sure } = question;
  const rightOptions =
    kind === 'one' || kind === 'several'
      ? question.options.flatMap(({ right }, place) => (right ? [place] : []))
      : null;
  return { scored: kind !== 'reflection' && kind !== 'dilemma', sure, rightOptions };
}
