import { z } from 'zod/v4';
import { type OutcomeView, outcomeCard } from '../../cards/pathways/outcome';
import { pathwayCard } from '../../cards/pathways/pathway';
import { type Caller, faultsIn, notFound, type Refused } from '../capability';
import type { Right } from '../people/rights';
import type { Answer, OutCard } from '../turn';
import type { Change } from './change-pathway';
import { type PathwayParts, pathwayView, seen } from './read';
import { type PathwayWithTeam, pathwayFor } from './standing';

/** The faults of a form as sentences by input; what concerns no input stands under `''`. */
export function sentencesOf(caller: Caller, refused: Refused | undefined): Readonly<Record<string, string>> {
  if (!refused) return {};
  return faultsIn(caller, refused.code === 'form' ? refused : { code: 'form', faults: { '': refused.code } });
}

/** A pathway's card, remembered so that it is drawn anew when the pathway changes. */
export async function drawnPathway(caller: Caller, known: PathwayWithTeam, parts: PathwayParts): Promise<OutCard> {
  const view = await pathwayView(caller.unit, known, caller.person.id, parts);
  return {
    ...pathwayCard(view, caller.locale),
    keep: { kind: 'pathway', matterKind: 'pathway', matterId: known.pathway.id },
  };
}

/** The pathway's card in the pressed card's place, or below it. */
export async function showPathway(
  caller: Caller,
  parts: PathwayParts,
  pathwayId: string | undefined,
  how: 'post' | 'replace',
): Promise<Answer> {
  const known =
    pathwayId === undefined ? undefined : await pathwayFor(caller.unit, pathwayId, caller.person.id, 'pathway.see');
  if (!known) return notFound(caller);
  const card = await drawnPathway(caller, known, parts);
  return how === 'post' ? { post: [card] } : { replace: card };
}

/** Shows a card of a pathway to whoever has the right, and writes down that they saw it; else it does not exist. */
export async function showFor(
  caller: Caller,
  pathwayId: string,
  right: Right,
  show: (known: PathwayWithTeam) => Promise<Answer> | Answer,
): Promise<Answer> {
  const known = await pathwayFor(caller.unit, pathwayId, caller.person.id, right);
  if (!known) return notFound(caller);
  seen(caller.unit, known, caller.person.id);
  return show(known);
}

/** A change as the presser asks for it. */
export function changeBy(
  caller: Caller,
  given: { readonly pathway: string; readonly version: number },
  right: Right = 'pathway.change',
): Change {
  return { pathwayId: given.pathway, version: given.version, byId: caller.person.id, right };
}

/** Whether a client sent an id where something is picked. */
export const isId = (given: string | undefined): given is string => z.uuid().safeParse(given).success;

/** What became of a press, in the pressed card's place. */
export const outcome = (caller: Caller, view: OutcomeView): Answer => ({ replace: outcomeCard(view, caller.locale) });
