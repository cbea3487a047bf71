import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { attemptFor } from '../learning/store';
import { isClosed } from '../meetings/rules';
import { standingsAt } from '../meetings/standing';
import { loadMeetings, lockMeeting, type MeetingCase } from '../meetings/store';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { FEWEST } from './rules';
import { DILEMMA, playersAt } from './store';

export type Starting = { readonly attemptId: string; readonly questionKey: string; readonly meetingId: string };

/** A meeting that is called or running and that somebody works; undefined for everybody else. */
export async function meetingToPlayAt(unit: Unit, id: string, personId: string): Promise<MeetingCase | undefined> {
  const found = (await loadMeetings(unit, [id])).get(id);
  const works = found && may('meeting.work', standingsAt(found, personId, await organisation(unit)));
  return works && ['called', 'running'].includes(found.meeting.status) ? found : undefined;
}

/**
 * Begins a dilemma of a course at a meeting: everybody who comes gets a card in their own chat. Begun once; a second press
 * changes nothing. The course is the one of the starter's own attempt, as it was when that began.
 * @returns what is in the way
 */
export async function startDilemma(unit: Unit, given: Starting, byId: string): Promise<Refused | undefined> {
  const { tx, tenantId, house } = unit;
  const { attemptId, questionKey, meetingId } = given;
  const going = await attemptFor(unit, attemptId, byId);
  const page = going?.pages.find((one) => one.is === 'question' && one.question.key === questionKey);
  if (!going || page?.is !== 'question' || page.question.kind !== 'dilemma') return { code: 'not-yours' };
  await lockMeeting(unit, meetingId);
  const found = await meetingToPlayAt(unit, meetingId, byId);
  if (!found || isClosed(found.meeting)) return { code: 'not-yours' };
  const players = await playersAt(unit, found, byId);
  if (players.length < FEWEST) return { code: 'dilemma-alone' };
  const id = house.newId();
  const { courseKey } = going.enrolment;
  const made = await tx.teamDilemma.createMany({
    data: [
      {
        ...{ tenantId, id, meetingId, courseKey, questionKey, releaseId: going.attempt.releaseId },
        ...{ startedById: byId, status: 'open', startedAt: unit.now },
      },
    ],
    skipDuplicates: true,
  });
  if (made.count === 0) return undefined;
  for (const personId of players.filter((one) => one !== byId))
    unit.message({
      ...{ naturalKey: `team-dilemma:${id}:${personId}`, personId, class: 'notice', kind: DILEMMA },
      ...{ matterKind: DILEMMA, matterId: id },
    });
  unit.audit({ act: 'dilemma.start', actorId: byId, matterKind: DILEMMA, matterId: id });
  return undefined;
}

/** The dilemma as it is played at a meeting; undefined before it is begun. */
export async function startedAt(unit: Unit, given: Starting, byId: string): Promise<string | undefined> {
  const { tx, tenantId } = unit;
  const going = await attemptFor(unit, given.attemptId, byId);
  if (!going) return undefined;
  const { courseKey } = going.enrolment;
  const row = await tx.teamDilemma.findFirst({
    where: { tenantId, courseKey, meetingId: given.meetingId, questionKey: given.questionKey },
    select: { id: true },
  });
  return row?.id;
}
