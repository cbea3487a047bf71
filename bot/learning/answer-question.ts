import { Prisma } from '../../prisma/generated/client';
import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import type { Locale } from '../turn';
import { isScored, readAnswer, type Typed } from './answer-rules';
import { firstUnanswered, pageOf } from './plan-rules';
import { lastOf, mayAnswer } from './result-rules';
import { comesBack } from './reviews/comes-back';
import { heldAttempt } from './store';

/**
 * Keeps what a learner answered, scored; the card goes on from that page. Of two answers to one question from two devices the
 * first counts; what nobody scores is kept both times, and the last one counts.
 * @param given.n which answer to the question it is, by the card it was given on
 * @returns what is wrong
 */
export async function answerQuestion(
  unit: Unit,
  given: {
    readonly attemptId: string;
    readonly questionKey: string;
    readonly n: number;
    readonly typed: Typed;
    readonly locale: Locale;
  },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId, house } = unit;
  const { attemptId, questionKey } = given;
  const going = await heldAttempt(unit, attemptId, byId);
  if (!going) return { code: 'not-yours' };
  const { attempt, course, pages } = going;
  const at = pageOf(pages, questionKey);
  const page = pages[at];
  if (page?.is !== 'question') return { code: 'not-yours' };
  const last = lastOf(going.given);
  if (attempt.status !== 'open' || at > firstUnanswered(pages, new Set(last.keys())))
    return { code: 'course-moved-on' };
  const { question, order } = page;
  const before = going.given.filter((one) => one.questionKey === questionKey).length;
  const late = isScored(question) && given.n !== before + 1;
  if (late || !mayAnswer(course, question, last.get(questionKey))) return { code: 'course-answered' };
  const reading = readAnswer(question, order, given.typed, given.locale);
  if ('faults' in reading) return { code: 'form', faults: reading.faults };
  const { answer, text, right, sure } = reading.answered;
  const id = house.newId();
  await tx.response.create({
    data: {
      ...{ tenantId, id, attemptId, questionKey, right, sure, at: unit.now },
      n: before + 1,
      answer: answer === null ? Prisma.DbNull : [...answer],
      textSealed: text === null ? null : unit.seal('response', 'text_sealed', id, text),
    },
  });
  await tx.attempt.update({
    where: { tenantId_id: { tenantId, id: attemptId } },
    data: { position: at, version: { increment: 1 } },
  });
  unit.audit({ act: 'course.answer', actorId: byId, matterKind: 'attempt', matterId: attemptId });
  const { releaseId } = attempt;
  if (right === false)
    await comesBack(unit, { personId: byId, courseKey: going.enrolment.courseKey, questionKey, releaseId });
  return undefined;
}
