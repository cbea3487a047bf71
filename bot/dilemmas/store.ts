import type { TeamDilemma } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Course, CourseQuestion } from '../learning/course';
import { courseOf } from '../learning/freeze-course';
import { questionIn } from '../learning/reviews/store';
import { isClosed } from '../meetings/rules';
import { standingsAt } from '../meetings/standing';
import { loadMeetings, lockMeeting, type MeetingCase } from '../meetings/store';
import { expectedAt } from '../meetings/work/people';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import type { Answered } from './rules';

export const DILEMMA = 'team-dilemma';

export type Dilemma = Extract<CourseQuestion, { readonly kind: 'dilemma' }>;
/** A dilemma with its meeting, who plays it now, and what has been answered. */
export type DilemmaCase = {
  readonly row: TeamDilemma;
  readonly course: Course;
  readonly question: Dilemma;
  readonly at: MeetingCase;
  readonly players: readonly string[];
  readonly answers: readonly Answered[];
  /** It is played: not ended, and neither is its meeting. */
  readonly open: boolean;
};

/** Whoever said that they come, and whoever works the meeting and began it. */
export async function playersAt(unit: Unit, found: MeetingCase, startedById: string): Promise<readonly string[]> {
  const coming = (await expectedAt(unit, found)).flatMap(({ id, said, external }) => (said && !external ? [id] : []));
  const org = await organisation(unit);
  const works = may('meeting.work', standingsAt(found, startedById, org));
  return [...new Set([...coming, ...(works ? [startedById] : [])])].filter((id) => org.isHere(id));
}

/** A dilemma by its id, without asking who wants to know; undefined where there is none. */
export async function loadDilemma(unit: Unit, id: string): Promise<DilemmaCase | undefined> {
  const { tx, tenantId } = unit;
  const row = await tx.teamDilemma.findUnique({ where: { tenantId_id: { tenantId, id } } });
  const at = row && (await loadMeetings(unit, [row.meetingId])).get(row.meetingId);
  if (!row || !at) return undefined;
  const course = await courseOf(unit, row.releaseId);
  const question = questionIn(course, row.questionKey);
  if (question?.kind !== 'dilemma') return undefined;
  const answers = await tx.dilemmaAnswer.findMany({ where: { tenantId, dilemmaId: id }, orderBy: { id: 'asc' } });
  return {
    ...{ row, course, question, at },
    players: await playersAt(unit, at, row.startedById),
    answers: answers.map(({ personId, round, choice }) => ({ personId, round, choice: Number(choice) })),
    open: row.status === 'open' && !isClosed(at.meeting),
  };
}

/** The same for somebody who plays it, or has; undefined for everybody else, as if there were none. */
export async function dilemmaFor(unit: Unit, id: string, personId: string): Promise<DilemmaCase | undefined> {
  const found = await loadDilemma(unit, id);
  if (!found) return undefined;
  const standings = standingsAt(found.at, personId, await organisation(unit));
  const answered = found.answers.some((one) => one.personId === personId);
  if (answered) standings.add('voter');
  const plays = answered || found.players.includes(personId);
  return plays && may('dilemma.play', standings) ? found : undefined;
}

/** The same, held with its meeting until the end of the transaction: two presses come one after the other. */
export async function heldDilemma(unit: Unit, id: string, personId: string): Promise<DilemmaCase | undefined> {
  const { tx, tenantId } = unit;
  const row = await tx.teamDilemma.findUnique({ where: { tenantId_id: { tenantId, id } } });
  if (!row) return undefined;
  await lockMeeting(unit, row.meetingId);
  await tx.$queryRaw`select id from team_dilemma where tenant_id = ${tenantId}::uuid and id = ${id}::uuid for update`;
  return dilemmaFor(unit, id, personId);
}
