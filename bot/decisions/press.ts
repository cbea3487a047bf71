import { z } from 'zod/v4';
import type { RefusalCode } from '../../content/words/words';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import { may, type Right } from '../people/rights';
import type { Answer } from '../turn';
import { type Again, drawCard } from './draw';
import { standingsOn } from './standing';
import type { ProposalEvent } from './state-rules';
import { loadProposal, type ProposalCase } from './store';
import { takeStep, whyNot, withoutGone } from './take-step';

const LONGEST_TYPED = 4_000;

/** What a press on a proposal carries: which, in which version, and whatever was typed. */
export const proposalInput = z.looseObject({
  proposal: z.uuid(),
  version: z.coerce.number().pipe(z.int32()).optional(),
});
export type ProposalInput = z.output<typeof proposalInput>;

/** A typed input of a press; empty where there is none. */
export const typedIn = (input: Readonly<Record<string, unknown>>, name: string): string => {
  const value = input[name];
  return typeof value === 'string' ? value.slice(0, LONGEST_TYPED) : '';
};

/** All that was typed, by input. */
const allTyped = (input: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.keys(input).map((name) => [name, typedIn(input, name)]));

/** A proposal that somebody may do this with, and that seeing it is written down; undefined for everybody else. */
export async function seeProposal(caller: Caller, id: string, right: Right): Promise<ProposalCase | undefined> {
  const { unit, person, organisation } = caller;
  const found = await loadProposal(unit, id);
  if (!found || !may(right, standingsOn(found, person.id, organisation))) return undefined;
  unit.audit({
    act: 'proposal.see',
    actorId: person.id,
    matterKind: 'proposal',
    matterId: id,
    pathwayId: found.row.pathwayId,
  });
  return found;
}

/** The same, locked, with everybody fallen out who has left; the version that was pressed must be the one that stands. */
export async function lockFor(caller: Caller, input: ProposalInput, right: Right): Promise<ProposalCase | Refused> {
  const { unit, person, organisation } = caller;
  const locked = await loadProposal(unit, input.proposal, { lock: true });
  if (!locked || !may(right, standingsOn(locked, person.id, organisation))) return { code: 'not-yours' };
  const found = await withoutGone(unit, locked);
  if (!may(right, standingsOn(found, person.id, organisation))) return { code: 'not-yours' };
  if (found.state.stage.is === 'closed') return { code: 'closed' };
  if (input.version !== undefined && input.version !== found.state.n) return { code: 'changed-meanwhile' };
  return found;
}

/** One of the proposal's cards, in the pressed one's place or as a new one, with what was refused. */
export async function showCard(
  caller: Caller,
  id: string,
  kind: string,
  how: 'post' | 'replace',
  refused?: Refused,
  typed?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { unit, person, locale, words } = caller;
  const found = await loadProposal(unit, id);
  const faults = faultsIn(caller, refused);
  const again: Again = {
    ...(typed ? { typed: allTyped(typed) } : {}),
    ...(refused?.code === 'form' ? { faults } : {}),
  };
  const card = found && (await drawCard({ unit, personId: person.id, locale }, found, kind, again));
  if (!found || !card) return { say: words.turn.notFound };
  unit.audit({
    act: 'proposal.see',
    actorId: person.id,
    matterKind: 'proposal',
    matterId: id,
    pathwayId: found.row.pathwayId,
  });
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...said(caller, refused) };
}

/** By input, the words of what is wrong. */
export const faultsIn = (caller: Caller, refused: Refused | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(refused?.faults ?? {}).map(([at, code]) => [at, caller.words.refusals[code as RefusalCode]]),
  );

/** A refusal's word beside a card; a form says its faults itself. */
export const said = (caller: Caller, refused: Refused | undefined): { say?: string } =>
  refused && refused.code !== 'form' ? { say: caller.words.refusals[refused.code as RefusalCode] } : {};

/** Opens a card in the chat. */
export const opening = (kind: string): Verb =>
  verb({
    input: z.looseObject({ proposal: z.uuid() }),
    show: (caller, input) =>
      showCard(caller, input.proposal, kind, 'post', undefined, 'round' in input ? { round: input.round } : undefined),
  });

/** A press that takes a proposal one step on: what event it is, or why not; afterwards the card stands as it is then. */
export function stepping(made: {
  readonly right: Right;
  readonly card: string;
  event(
    caller: Caller,
    found: ProposalCase,
    input: ProposalInput,
  ): ProposalEvent | Refused | Promise<ProposalEvent | Refused>;
  /** Writes texts that belong to the step, before it is taken; not called for a step that is refused. */
  before?(caller: Caller, found: ProposalCase, input: ProposalInput): Promise<void>;
  /** Writes what belongs to something that the step made. */
  after?(caller: Caller, input: ProposalInput): Promise<void>;
}): Verb {
  return verb<ProposalInput>({
    input: proposalInput,
    keepsTyped: true,
    act: async (caller, input) => {
      const found = await lockFor(caller, input, made.right);
      if ('code' in found) return found;
      const event = await made.event(caller, found, input);
      if ('code' in event) return event;
      const why = await whyNot(caller.unit, found, event);
      if (why) return why;
      await made.before?.(caller, found, input);
      const refused = await takeStep(caller.unit, found, { event, byId: caller.person.id });
      if (refused === undefined) await made.after?.(caller, input);
      return refused;
    },
    show: (caller, input, refused) =>
      showCard(caller, input.proposal, made.card, 'replace', refused, refused?.code === 'form' ? input : undefined),
  });
}
