import type { Refused } from '../capability';
import type { Unit } from '../db/unit';
import { touchCards } from '../messages/touch';
import { organisation } from '../people/organisation';
import { aroundOf } from './around';
import { followOutcome, followWaiting } from './follow-outcome';
import { isHearing } from './hearing-rules';
import { keepObligations } from './keep-obligations';
import { isLedAgain } from './leader-rules';
import { stepProposal } from './proposal-rules';
import { dropQuestions } from './questions';
import { saveDepartments, saveProposal } from './save-proposal';
import { hasVoice } from './standing';
import { isLive, type Proposal, type ProposalEvent } from './state-rules';
import { loadProposal, type ProposalCase } from './store';
import { tellTogether } from './together-mail';

/** Who did it: a person, or (null) the house when a date has come. */
type Taken = { readonly event: ProposalEvent; readonly byId: string | null };

/** Why a proposal cannot take this step as it stands, by code; undefined where it can. */
export async function whyNot(unit: Unit, { state }: ProposalCase, event: ProposalEvent): Promise<Refused | undefined> {
  const stepped = stepProposal(state, event, await aroundOf(unit));
  if (!('refused' in stepped)) return undefined;
  return { code: stepped.refused === 'too-early' ? 'waits-still' : stepped.refused };
}

/**
 * Takes a proposal one step on: state, what people owe, messages, audit and, where it ends, what follows, in the caller's
 * transaction. The proposal must be locked, and whoever presses found to have the right.
 * @returns why not, by code
 */
export async function takeStep(unit: Unit, found: ProposalCase, { event, byId }: Taken): Promise<Refused | undefined> {
  const around = await aroundOf(unit);
  const stepped = stepProposal(found.state, event, around);
  if ('refused' in stepped) return { code: stepped.refused === 'too-early' ? 'waits-still' : stepped.refused };
  const after = stepped.state;
  if (after.n !== found.state.n) await saveDepartments(unit, found.row.id, after);
  await saveProposal(unit, found, after, byId);
  await settleInto(unit, found, after, { because: event.kind, byId });
  return undefined;
}

/** Carries a state into everything that hangs from it: obligations, open questions, what follows an end, cards, audit. */
export async function settleInto(
  unit: Unit,
  { row, known, state: before }: Pick<ProposalCase, 'row' | 'known' | 'state'>,
  after: Proposal,
  how: { readonly because: ProposalEvent['kind'] | 'make'; readonly byId: string | null },
): Promise<void> {
  for (const hearing of before.hearings) {
    const now = after.hearings.find((one) => one.id === hearing.id);
    if (isHearing(hearing) && (!now || !isHearing(now) || after.stage.is !== 'leaders'))
      await dropQuestions(unit, hearing.id);
  }
  tellTogether(unit, row.pathwayId, { before, after });
  await keepObligations(unit, { proposalId: row.id, known }, after, how);
  unit.audit({
    act: `proposal.${how.because}`,
    actorId: how.byId,
    matterKind: 'proposal',
    matterId: row.id,
    pathwayId: row.pathwayId,
    // Where it stands and which hearing was called: never what anybody said.
    codes: [
      after.stage.is,
      `v${after.n}`,
      ...after.hearings.slice(before.n === after.n ? before.hearings.length : 0).map((one) => one.id),
    ],
  });
  if (after.stage.is === 'closed' && before.stage.is !== 'closed') await followOutcome(unit, row.id, how.byId);
  if (after.stage.is === 'visitation' && before.stage.is !== 'visitation') await followWaiting(unit, row.id, known);
  await touchCards(unit, 'proposal', [row.id]);
  await touchCards(unit, 'pathway-decisions', [row.pathwayId]);
  if (row.meetingId !== null) await touchCards(unit, 'meeting', [row.meetingId]);
}

/**
 * Lets everybody fall out who has left the house or lost sight of the pathway since: their voice, their advice, their place
 * among the leaders goes on by the rules; and where nobody could be found to decide, whoever leads now is asked. To be called on a locked proposal before it is stepped.
 * @returns the proposal as it stands then
 */
export async function withoutGone(unit: Unit, found: ProposalCase): Promise<ProposalCase> {
  const org = await organisation(unit);
  let now = found;
  for (const personId of goneFrom(found, org)) {
    if (now.state.stage.is === 'closed') break;
    await takeStep(unit, now, { event: { kind: 'gone', personId }, byId: null });
    now = (await loadProposal(unit, found.row.id)) ?? now;
  }
  if (!isLedAgain(now.state, await aroundOf(unit))) return now;
  await takeStep(unit, now, { event: { kind: 'leaders-sought' }, byId: null });
  return (await loadProposal(unit, found.row.id)) ?? now;
}

function goneFrom(found: ProposalCase, org: Awaited<ReturnType<typeof organisation>>): string[] {
  const { state } = found;
  if (state.stage.is === 'closed') return [];
  const hearing = state.stage.is === 'leaders' ? state.hearings.at(-1) : undefined;
  const all = hearing?.seats.every((seat) => seat.ruling !== null) ?? false;
  const gone = [
    ...state.seats.filter((seat) => isLive(seat) && !hasVoice(found, seat, org)).map((seat) => seat.personId),
    ...state.advisers.filter((one) => one.state === 'asked' && !org.isHere(one.personId)).map((one) => one.personId),
    ...state.voices.flatMap((one) =>
      one.state === 'open' && one.managerId !== null && !org.isHere(one.managerId) ? [one.managerId] : [],
    ),
    // With all of them answered, but not alike, each is still waited for.
    ...(hearing?.seats ?? [])
      .filter((seat) => (seat.ruling === null || all) && !org.isHere(seat.personId))
      .map((seat) => seat.personId),
  ];
  return [...new Set(gone)];
}
