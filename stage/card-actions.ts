import { isObject } from './json';

/** A card, or a part of one, as JSON that came over the wire. */
type Json = Readonly<Record<string, unknown>>;

/** An action one can press, as `actionsOf` shows it. */
export type CardAction = {
  readonly title: string;
  readonly type: string;
  readonly verb?: string;
  readonly id?: string;
  readonly data: Record<string, unknown>;
};

export type CardInput = {
  readonly id: string;
  readonly type: string;
  readonly required: boolean;
  /** What a press sends when nobody touches it; undefined where Teams sends nothing. */
  readonly value: string | undefined;
  readonly json: Json;
};

/** An action with the inputs that travel with it. */
export type OfferedAction = CardAction & { readonly inputs: readonly CardInput[] };

const elementKeys = ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'pages'] as const;
const actionKeys = ['actions', 'selectAction', 'inlineAction'] as const;

const text = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;

/** The objects below one of `keys`, whether it holds one or a list. */
function below(parent: Json, keys: readonly string[]): Json[] {
  return keys.flatMap((key) => [parent[key]].flat()).filter(isObject);
}

/** Elements in reading order. What is hidden and not among `revealed` is left out, unless `hidden` is asked for. */
function elementsOf(parent: Json, o: { hidden: boolean; revealed: ReadonlySet<string> }): Json[] {
  return below(parent, elementKeys).flatMap((element) => {
    const shown = element.isVisible !== false || (typeof element.id === 'string' && o.revealed.has(element.id));
    return shown || o.hidden ? [element, ...elementsOf(element, o)] : [];
  });
}

function inputOf(element: Json): CardInput | undefined {
  if (typeof element.type !== 'string' || !element.type.startsWith('Input.') || typeof element.id !== 'string') {
    return undefined;
  }
  const given = text(element.value);
  const value =
    element.type === 'Input.Toggle'
      ? given !== undefined && given === (text(element.valueOn) ?? 'true')
        ? given
        : (text(element.valueOff) ?? 'false')
      : given === ''
        ? undefined
        : given;
  return { id: element.id, type: element.type, required: element.isRequired === true, value, json: element };
}

type Reading = { readonly offered: OfferedAction[]; readonly toggles: string[] };

/** The pressable actions of one card and of the cards that its `Action.ShowCard` opens. */
function readCard(card: Json, revealed: ReadonlySet<string>, outer: readonly CardInput[]): Reading {
  // As Microsoft's renderer does: hidden inputs are sent and checked too, those of unopened inner cards are not.
  const inputs = [
    ...outer,
    ...elementsOf(card, { hidden: true, revealed })
      .map(inputOf)
      .filter((input) => input !== undefined),
  ];
  const offered: OfferedAction[] = [];
  const toggles: string[] = [];
  for (const element of [...elementsOf(card, { hidden: false, revealed }), card]) {
    for (const action of below(element, actionKeys)) {
      if (action.isEnabled === false || typeof action.type !== 'string') continue;
      const verb = text(action.verb);
      const id = text(action.id);
      offered.push({
        title: text(action.title) ?? '',
        type: action.type,
        ...(verb === undefined ? {} : { verb }),
        ...(id === undefined ? {} : { id }),
        data: isObject(action.data) ? { ...action.data } : {},
        inputs: action.associatedInputs === 'none' ? [] : inputs,
      });
      if (action.type === 'Action.ToggleVisibility') {
        for (const target of [action.targetElements].flat()) {
          const elementId = isObject(target) ? (target.isVisible === false ? undefined : target.elementId) : target;
          if (typeof elementId === 'string') toggles.push(elementId);
        }
      }
      if (action.type === 'Action.ShowCard' && isObject(action.card)) {
        const inner = readCard(action.card, revealed, inputs);
        offered.push(...inner.offered);
        toggles.push(...inner.toggles);
      }
    }
  }
  return { offered, toggles };
}

/**
 * What a person can press on a card, in reading order: what is shown, and what can be opened by pressing
 * `Action.ToggleVisibility` or `Action.ShowCard`. What is hidden and cannot be opened, or is disabled, is left out.
 */
export function offeredActions(card: Json): OfferedAction[] {
  let revealed: ReadonlySet<string> = new Set();
  for (;;) {
    const { offered, toggles } = readCard(card, revealed, []);
    if (toggles.every((id) => revealed.has(id))) return offered;
    revealed = new Set([...revealed, ...toggles]);
  }
}

/** Why Teams would not let this value go, or undefined. Source: `isSet` and `isValid` of Microsoft's renderer 3.0.5. */
function faultOf(input: CardInput, value: string | undefined): string | undefined {
  const { json } = input;
  if (value === undefined || value === '') return input.required ? 'is required' : undefined;
  switch (input.type) {
    case 'Input.Toggle':
      return input.required && value !== (text(json.valueOn) ?? 'true') ? 'is required' : undefined;
    case 'Input.ChoiceSet': {
      const offered = below(json, ['choices']).map((choice) => text(choice.value));
      const chosen = json.isMultiSelect === true ? value.split(',') : [value];
      const unknown = chosen.filter((one) => !offered.includes(one));
      return unknown.length > 0 ? `has no choice "${unknown.join('", "')}" among "${offered.join('", "')}"` : undefined;
    }
    case 'Input.Date':
    case 'Input.Time': {
      const [min, max] = [text(json.min), text(json.max)];
      if (min && value < min) return `is before ${min}`;
      return max && value > max ? `is after ${max}` : undefined;
    }
    case 'Input.Number': {
      const number = Number(value);
      if (Number.isNaN(number)) return 'is not a number';
      if (typeof json.min === 'number' && number < json.min) return `is below ${json.min}`;
      return typeof json.max === 'number' && number > json.max ? `is above ${json.max}` : undefined;
    }
    case 'Input.Text':
      if (typeof json.maxLength === 'number' && value.length > json.maxLength)
        return `is longer than ${json.maxLength}`;
      return typeof json.regex === 'string' && !new RegExp(json.regex).test(value)
        ? `does not match ${json.regex}`
        : undefined;
    default:
      return undefined;
  }
}

/**
 * The data a press sends: the action's own, then every input that holds something, as Microsoft's renderer merges them.
 * Throws where Teams would not let the press go (required and empty, out of bounds, no such input), unless `force`.
 */
export function pressedData(
  action: OfferedAction,
  typed: Readonly<Record<string, string>>,
  force = false,
): Record<string, unknown> {
  const data: Record<string, unknown> = { ...action.data };
  const known = new Set(action.inputs.map((input) => input.id));
  const strange = Object.keys(typed).filter((id) => !known.has(id));
  if (strange.length > 0 && !force) {
    throw new Error(
      `"${action.title}" sends no input "${strange.join('", "')}"; it sends "${[...known].join('", "')}"`,
    );
  }
  for (const input of action.inputs) {
    const value = typed[input.id] ?? input.value;
    const fault = force ? undefined : faultOf(input, value);
    if (fault !== undefined) throw new Error(`"${action.title}" cannot be pressed: input "${input.id}" ${fault}`);
    if (value !== undefined && value !== '') data[input.id] = value;
  }
  for (const id of strange) data[id] = typed[id];
  return data;
}
