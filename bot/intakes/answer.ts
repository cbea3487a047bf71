import { type Caller, notFound, type Refused, saidOf } from '../capability';
import type { Answer, OutCard } from '../turn';
import type { Viewer } from './draw';

export type How = 'post' | 'replace';

export const viewerOf = ({ unit, person, locale }: Caller): Viewer => ({ unit, personId: person.id, locale });

/** A card as a new one, or in the pressed one's place; what does not exist for this person has one answer. */
export function placed(caller: Caller, card: OutCard | 'gone', how: How, refused?: Refused): Answer {
  if (card === 'gone') return notFound(caller);
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
}
