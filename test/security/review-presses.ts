import { openCourse } from '../../bot/learning/enrol';
import { freezeCourse } from '../../bot/learning/freeze-course';
import { COURSES, INTRODUCTION } from '../support/sample-courses';
import type { Town } from '../support/town';
import { type Press, type ReviewIds, STAFF } from './cast';

const own = (more: Readonly<Record<string, unknown>>): Press => ({
  who: 'whoever’s question it is',
  may: ['Jonas'],
  input: ({ review }) => ({ item: review, ...more }),
});
const shares = (
  more: (ids: Pick<ReviewIds, 'thought' | 'mentor'>) => Readonly<Record<string, unknown>> = () => ({}),
): Press => ({
  who: 'whoever wrote it',
  may: ['Jonas'],
  input: (ids) => ({ attempt: ids.attempt, question: 'reflection', ...more(ids) }),
});
const plays = (may: readonly string[], who: string, more: Readonly<Record<string, unknown>> = {}): Press => ({
  ...{ who, may },
  input: ({ dilemma }) => ({ dilemma, ...more }),
});
const ONE_S_OWN = 'anybody employed: what comes back to oneself';
/** The lead, and Henrik, who comes for Bo. */
const PLAYERS = ['Carla', 'Henrik'];

/** What comes back after a course, what is shared with a mentor, and a dilemma that a team plays. */
export const REVIEW_PRESSES: Readonly<Record<string, Press>> = {
  'review.open': { who: ONE_S_OWN, may: STAFF, input: () => ({}) },
  'review.next': { who: ONE_S_OWN, may: STAFF, input: () => ({}) },
  'reviews.open': { who: ONE_S_OWN, may: STAFF, input: () => ({}) },
  'review.back': { who: ONE_S_OWN, may: STAFF, input: () => ({}) },
  'review.off': { who: ONE_S_OWN, may: STAFF, input: () => ({ version: 0 }) },
  'review.on': { who: ONE_S_OWN, may: STAFF, input: () => ({ version: 0 }) },
  'review.answer': own({ version: 1, number: '4,5' }),
  'review.talk': own({}),
  'review.strike': {
    who: 'whoever’s question it is',
    may: ['Jonas'],
    input: ({ review, thought }) => ({ item: review, response: thought }),
  },
  'reflection.share-ask': shares(),
  'reflection.share': shares(({ thought, mentor }) => ({ response: thought, mentor })),
  'dilemma.pick': {
    who: 'whoever takes the course',
    may: ['Jonas'],
    input: ({ attempt }) => ({ attempt, question: 'dilemma' }),
  },
  'dilemma.start': {
    who: 'whoever takes the course and works the meeting',
    may: ['Nanna'],
    input: ({ workersAttempt, today }) => ({ attempt: workersAttempt, question: 'dilemma', meeting: today }),
  },
  'dilemma.open': plays(PLAYERS, 'whoever comes to the meeting'),
  'dilemma.answer': plays(PLAYERS, 'whoever comes to the meeting', { round: 1, choice: '0' }),
  'dilemma.show': plays(['Carla'], 'whoever works the meeting and comes to it', { round: 1 }),
};

export const REVIEW_MATTERS = [
  'review',
  'thought',
  'dilemma',
  'workersAttempt',
] as const satisfies readonly (keyof ReviewIds)[];

/** Brings somebody to what the rows press, beside the courses they take: a question of today, a mentor, and a dilemma at a meeting. */
export async function playReviews(
  town: Town,
  given: {
    readonly personId: string;
    readonly attempt: string;
    readonly mentorId: string;
    readonly leadId: string;
    /** Works the meeting, and takes the course too. */
    readonly workerId: string;
    readonly meeting: string;
  },
): Promise<ReviewIds> {
  return town.inside(async (unit) => {
    const { tx, tenantId, house, now } = unit;
    const { personId, mentorId, leadId, workerId, attempt: attemptId, meeting: meetingId } = given;
    const releaseId = await freezeCourse(unit, INTRODUCTION);
    const [review, mentorship, dilemma] = [house.newId(), house.newId(), house.newId()];
    const of = { tenantId, courseKey: 'intro', releaseId };
    await tx.reviewItem.create({
      data: { ...of, id: review, personId, questionKey: 'number', dueOn: new Date('2026-03-11') },
    });
    await tx.mentorship.create({
      data: {
        ...{ tenantId, id: mentorship, personId, n: 1, mentorId, askedById: leadId, status: 'accepted' },
        ...{ askedAt: now, answeredAt: now },
      },
    });
    await tx.teamDilemma.create({
      data: {
        ...of,
        id: dilemma,
        meetingId,
        questionKey: 'dilemma',
        startedById: leadId,
        status: 'open',
        startedAt: now,
      },
    });
    const written = await tx.response.findFirstOrThrow({ where: { tenantId, attemptId, questionKey: 'reflection' } });
    const led = await openCourse(unit, COURSES, workerId, 'intro');
    const { id: workersAttempt } = await tx.attempt.findFirstOrThrow({
      where: { tenantId, enrolmentId: led?.id ?? '' },
    });
    return { review, dilemma, workersAttempt, thought: written.id, mentor: mentorId };
  });
}
