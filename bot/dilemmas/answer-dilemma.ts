import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { standingsAt } from '../meetings/standing';
import { touchCards } from '../messages/touch';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import { allAnswered, mayShow, SHOWN } from './rules';
import { DILEMMA, type DilemmaCase, heldDilemma } from './store';

/**
 * Keeps what one of the team chose in a round; the first answer stands. When the last of them has answered, the round is
 * shown to all as numbers.
 * @param given.round the round of the card that was pressed
 * @returns what is in the way
 */
export async function answerDilemma(
  unit: Unit,
  given: { readonly dilemmaId: string; readonly round: number; readonly choice: string },
  byId: string,
): Promise<Refused | undefined> {
  const { tx, tenantId, house } = unit;
  const found = await heldDilemma(unit, given.dilemmaId, byId);
  if (!found) return { code: 'not-yours' };
  const { answers, open, players, question, row } = found;
  if (!open) return { code: 'dilemma-over' };
  if (row.round !== given.round) return { code: 'dilemma-went-on' };
  const choice = /^\d$/.test(given.choice) ? Number(given.choice) : -1;
  if (question.options[choice] === undefined) return { code: 'form', faults: { choice: 'course-choose' } };
  const made = await tx.dilemmaAnswer.createMany({
    data: [
      {
        ...{ tenantId, id: house.newId(), dilemmaId: row.id, personId: byId },
        ...{ round: row.round, choice: String(choice), at: unit.now },
      },
    ],
    skipDuplicates: true,
  });
  if (made.count === 0) return { code: 'course-answered' };
  unit.audit({ act: 'dilemma.answer', actorId: byId, matterKind: DILEMMA, matterId: row.id });
  const all = [...answers, { personId: byId, round: row.round, choice }];
  if (allAnswered(players, all, row.round)) await goOn(unit, found);
  return undefined;
}

/** Shows a round before everybody has answered: whoever began it does, or works the meeting. @returns what is in the way */
export async function showRound(
  unit: Unit,
  given: { readonly dilemmaId: string; readonly round: number },
  byId: string,
): Promise<Refused | undefined> {
  const found = await heldDilemma(unit, given.dilemmaId, byId);
  if (!found || !(await mayLead(unit, found, byId))) return { code: 'not-yours' };
  const { answers, open, row } = found;
  if (!open) return { code: 'dilemma-over' };
  if (row.round !== given.round) return { code: 'dilemma-went-on' };
  if (!mayShow(answers, row.round)) return { code: 'dilemma-few' };
  unit.audit({ act: 'dilemma.show', actorId: byId, matterKind: DILEMMA, matterId: row.id });
  await goOn(unit, found);
  return undefined;
}

/** Whether somebody says when a round is shown. */
export async function mayLead(unit: Unit, { at }: DilemmaCase, personId: string): Promise<boolean> {
  return may('meeting.work', standingsAt(at, personId, await organisation(unit)));
}

/** From the first round to the second, and from that to the end. */
async function goOn(unit: Unit, { row }: DilemmaCase): Promise<void> {
  const { tx, tenantId } = unit;
  const round = row.round + 1;
  await tx.teamDilemma.update({
    where: { tenantId_id: { tenantId, id: row.id } },
    data: {
      ...{ round, version: { increment: 1 } },
      ...(round === SHOWN ? { status: 'closed', endedAt: unit.now } : {}),
    },
  });
  await touchCards(unit, DILEMMA, [row.id]);
}
