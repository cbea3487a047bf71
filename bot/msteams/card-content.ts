import type { CardJson } from '../turn';
import type { Content } from './sender';

export const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** A card alone: text beside it would make Teams split the message in two, and name neither. */
export function cardContent({ card, summary }: { readonly card: CardJson; readonly summary: string }): Content {
  return { type: 'message', summary, attachments: [{ contentType: adaptiveCard, content: card }] };
}
