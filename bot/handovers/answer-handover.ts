import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { beginSettling, leavingManagerOf } from './begin-settling';
import { afterDecline, LONGEST_TEXT, settlersOf } from './rules';
import { standingsOnAsking } from './standing';
import { type AskingRow, changeHandover, currentAsking, type HandoverCase, lastAskingOf, lockHandover } from './store';
import { type LeadHooks, takeBaton } from './take-baton';
import { tellAskers } from './tell-askers';

export type BatonAnswer = { readonly handoverId: string; readonly version: number; readonly byId: string };

/** The asked one takes the baton. */
export async function acceptBaton(unit: Unit, hooks: LeadHooks, given: BatonAnswer): Promise<Refused | undefined> {
  const asked = await askedFor(unit, given, 'accepted');
  if (asked === undefined || 'code' in asked) return asked;
  const { found, mine } = asked;
  await answered(unit, found, mine, { status: 'accepted', byId: given.byId });
  await takeBaton(unit, hooks, found, { newId: given.byId, byId: given.byId, how: 'accepted' });
  return undefined;
}

/** The asked one says no, with a reason that only whoever asked reads. After two the managers settle it. */
export async function declineBaton(unit: Unit, given: BatonAnswer, typed: string): Promise<Refused | undefined> {
  const asked = await askedFor(unit, given, 'declined');
  if (asked === undefined || 'code' in asked) return asked;
  const { found, mine } = asked;
  const reason = typed.trim();
  if (reason === '') return { code: 'form', faults: { reason: 'decline-why' } };
  if (reason.length > LONGEST_TEXT) return { code: 'form', faults: { reason: 'too-long' } };
  const org = await organisation(unit);
  await answered(unit, found, mine, { status: 'declined', byId: given.byId, reason });
  const declines = found.askings.filter((one) => one.status === 'declined').length + 1;
  const managers = managersFor(found, mine, org);
  if (afterDecline(declines, settlersOf(managers.leaving, managers.asked)) === 'settle')
    await beginSettling(unit, found, managers);
  else await changeHandover(unit, found.row.id, {}, false);
  await touchCards(unit, 'handover', [found.row.id]);
  await touchCards(unit, 'pathway-lead', [found.row.pathwayId]);
  unit.audit({
    act: 'handover.decline',
    actorId: given.byId,
    matterKind: 'pathway',
    matterId: found.row.pathwayId,
    pathwayId: found.row.pathwayId,
  });
  tellAskers(unit, found, `declined-${mine.n}`, null, org);
  return undefined;
}

const managersFor = (found: HandoverCase, mine: AskingRow, org: Organisation) => ({
  leaving: leavingManagerOf(found, org),
  asked: org.managerOf(mine.toId),
});

/** The asking that somebody answers, locked; undefined when it has this answer already. */
async function askedFor(
  unit: Unit,
  given: BatonAnswer,
  answer: 'accepted' | 'declined',
): Promise<{ readonly found: HandoverCase; readonly mine: AskingRow } | Refused | undefined> {
  const found = await lockHandover(unit, given.handoverId);
  const org = await organisation(unit);
  if (!found || !may('handover.answer', standingsOnAsking(found, given.byId, org))) return { code: 'not-yours' };
  const mine = lastAskingOf(found, given.byId);
  if (mine?.status === answer) return undefined;
  const current = currentAsking(found);
  // The import may have named another lead meanwhile: the baton is not theirs to take any more.
  const { leadId } = found.known.pathway;
  const fromNow = found.row.fromId === leadId || leadId === null || !org.isHere(leadId);
  if (!mine || current?.id !== mine.id || found.known.pathway.status !== 'open' || !fromNow) return { code: 'closed' };
  if (found.row.version !== given.version) return { code: 'changed-meanwhile' };
  return { found, mine };
}

async function answered(
  unit: Unit,
  found: HandoverCase,
  mine: AskingRow,
  answer: { readonly status: 'accepted' | 'declined'; readonly byId: string; readonly reason?: string },
): Promise<void> {
  await unit.tx.handoverAsking.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: mine.id } },
    data: {
      status: answer.status,
      answeredAt: unit.now,
      ...(answer.reason === undefined
        ? {}
        : { reasonSealed: unit.seal('handover_asking', 'reason_sealed', mine.id, answer.reason) }),
    },
  });
  await settle(
    unit,
    { matterKind: 'handover', matterIds: [found.row.id], kind: 'handover-answer', round: mine.n },
    { status: 'met', byId: answer.byId, because: answer.status },
  );
}
