import type { Locale } from '../../content/words/words';
import { type Drawn, MOST_BY_ITSELF } from '../render';
import { clipped } from '../text';
import type { CallFormView } from '../views';
import { drawCallForm, LONGEST_PLACE, LONGEST_WHY } from './call-form-fields';
import { LONGEST } from './work-views';

type Asked = { readonly why: string };

/** A reason in less room than this says nothing; then fewer people stand on the card. */
const LEAST_WHY = 60;

/**
 * The form for calling a meeting: when, where, who comes, and why each; what is rarely used is folded away. Members without
 * ground get no inputs, but where a ground for this meeting only is offered.
 * Of a large team the reasons share the room that the card has; each may then be shorter than 500 characters.
 */
export function callFormCard(view: CallFormView, locale: Locale): Drawn {
  let shown = view;
  let room = roomOf(shown, view, locale);
  while (room < LEAST_WHY && shown.members.length + shown.externals.length > 0) {
    // Externals first: the team's own members are those whom the meeting waits for.
    shown =
      shown.externals.length > 0
        ? { ...shown, externals: shown.externals.slice(0, -1) }
        : { ...shown, members: shown.members.slice(0, -1) };
    room = roomOf(shown, view, locale);
  }
  const asking = askingOf(shown);
  const whole = asking.reduce((sum, one) => sum + asJson(one.why), 0) <= room * asking.length;
  const fitted = <One extends Asked>(one: One): One => (whole ? one : { ...one, why: clippedJson(one.why, room) });
  const drawn = { ...shown, members: shown.members.map(fitted), externals: shown.externals.map(fitted) };
  return drawCallForm(drawn, restOf(shown, view), room, locale);
}

/** How many characters each reason may have, when every other text takes all of its room. */
function roomOf(shown: CallFormView, view: CallFormView, locale: Locale): number {
  const { values } = shown;
  const longest = (text: string, characters: number) => text.padEnd(characters, '.');
  const asksView = shown.kinds.some((kind) => !kind.citizenTakesPart);
  const full = {
    ...shown,
    members: shown.members.map(emptied),
    externals: shown.externals.map(emptied),
    values: {
      ...values,
      place: longest(values.place, LONGEST_PLACE),
      guests: longest(values.guests, LONGEST_PLACE),
      citizenView: asksView ? longest(values.citizenView, LONGEST.note) : values.citizenView,
    },
  };
  const without = JSON.stringify(drawCallForm(full, restOf(shown, view), LONGEST_WHY, locale).card).length;
  return Math.min(LONGEST_WHY, Math.floor((MOST_BY_ITSELF - without) / Math.max(1, askingOf(shown).length)));
}

const restOf = (shown: CallFormView, view: CallFormView) => ({
  members: view.members.length - shown.members.length,
  externals: view.externals.length - shown.externals.length,
});

const emptied = <One extends Asked>(one: One): One => ({ ...one, why: '.' });

function askingOf(view: CallFormView): readonly Asked[] {
  return [...view.members, ...view.externals].filter((one) => one.ground || view.offersMeetingGround);
}

/** How many characters of JSON a text makes: some count double. */
const asJson = (text: string): number => JSON.stringify(text).length - 2;

function clippedJson(text: string, characters: number): string {
  let short = clipped(text, characters);
  while (asJson(short) > characters) short = clipped(short, short.length - 1);
  return short;
}
