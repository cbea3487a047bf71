import { type OfferedAction, offeredActions } from '../../card-actions';
import type { ChatMessage } from '../../chat';
import { isObject, type JsonObject } from '../../json';

/** A message, and an action that it offers. */
export type Offer = { readonly message: ChatMessage; readonly action: OfferedAction };

type Wanted = {
  /** Values that the action's own data have to hold. */
  readonly data?: Readonly<Record<string, string | undefined>>;
  /** Only messages that came after this one (their ids rise). */
  readonly after?: number;
  /** What the card has to say somewhere. */
  readonly text?: string;
};

/** Everything a card says, in one string. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(' ');
  if (!isObject(value)) return '';
  return Object.values(value)
    .map((one) => (typeof one === 'string' ? one : wordsOf(one)))
    .join(' ');
}

/** The newest message that offers an action of this verb and is as wanted. */
export function offerOf(
  messages: readonly ChatMessage[] | undefined,
  verb: string,
  wanted: Wanted = {},
): Offer | undefined {
  const data = Object.entries(wanted.data ?? {});
  for (const message of [...(messages ?? [])].reverse()) {
    if (!message.card || Number(message.id) <= (wanted.after ?? 0)) continue;
    if (wanted.text !== undefined && !wordsOf(message.card).includes(wanted.text)) continue;
    const action = offeredActions(message.card).find(
      (one) => one.verb === verb && data.every(([key, value]) => one.data[key] === value),
    );
    if (action) return { message, action };
  }
  return undefined;
}

/** A text that an action's own data hold. */
export function heldBy(offer: Offer | undefined, key: string): string | undefined {
  const value = offer?.action.data[key];
  return typeof value === 'string' ? value : undefined;
}

/** What an input of an offer's card offers and holds. */
export function inputOf(offer: Offer, id: string) {
  const input = offer.action.inputs.find((one) => one.id === id);
  const choices = Array.isArray(input?.json.choices) ? input.json.choices.filter(isObject) : [];
  return {
    value: input?.value,
    choices: choices.map((one) => ({ title: String(one.title), value: String(one.value) })),
  };
}

const childrenOf = (node: JsonObject): JsonObject[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isObject));
const holdsVerb = (node: JsonObject, verb: string): boolean =>
  node.verb === verb || childrenOf(node).some((child) => holdsVerb(child, verb));

/** The title of the action that opens what hides the one with this verb; undefined where nothing hides it. */
export function openerOf(card: JsonObject, verb: string): string | undefined {
  const hidden: string[] = [];
  const toggles: { title: string; targets: unknown[] }[] = [];
  const look = (node: JsonObject) => {
    if (node.isVisible === false && typeof node.id === 'string' && holdsVerb(node, verb)) hidden.push(node.id);
    if (node.type === 'Action.ToggleVisibility' && Array.isArray(node.targetElements)) {
      const targets = node.targetElements.flatMap((one) =>
        isObject(one) ? (one.isVisible === false ? [] : [one.elementId]) : [one],
      );
      toggles.push({ title: String(node.title), targets });
    }
    for (const child of childrenOf(node)) look(child);
  };
  look(card);
  return toggles.find((one) => one.targets.some((target) => hidden.includes(String(target))))?.title;
}
