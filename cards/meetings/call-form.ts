import type { Locale } from '../../content/words/words';
import { type Drawn, MOST_CHARACTERS } from '../render';
import { clipped, fitting } from '../text';
import type { CallFormView } from '../views';
import { drawCallForm, LONGEST_PLACE, LONGEST_WHY } from './call-form-fields';
import { LONGEST } from './work-views';

type Asked = { readonly why: string };

/**
 * The form for calling a meeting: when, where, who comes, and why each; what is rarely used is folded away. Members without
 * ground get no inputs, but where a ground for this meeting only is offered.
 * Of a large team the reasons share the room that the card has; each may then be shorter than 500 characters.
 */
export function callFormCard(view: CallFormView, locale: Locale): Drawn {
  const members = fitting(view.members.map(named), 3_500);
  const externals = fitting(view.externals.map(named), 1_500);
  const rest = { members: members.rest, externals: externals.rest };
  const shown = {
    members: view.members.slice(0, members.kept.length),
    externals: view.externals.slice(0, externals.kept.length),
  };
  const asking: readonly Asked[] = [
    ...shown.members.filter((member) => member.ground || view.offersMeetingGround),
    ...shown.externals.filter((external) => external.ground || view.offersMeetingGround),
  ];
  const emptiest = { ...full(view), members: shown.members.map(emptied), externals: shown.externals.map(emptied) };
  const without = JSON.stringify(drawCallForm(emptiest, rest, LONGEST_WHY, locale).card).length;
  const room = Math.min(LONGEST_WHY, Math.floor((MOST_CHARACTERS - without) / Math.max(1, asking.length)));
  const whole = asking.reduce((sum, one) => sum + asJson(one.why), 0) <= room * asking.length;
  const fitted = <One extends Asked>(one: One): One => (whole ? one : { ...one, why: clippedJson(one.why, room) });
  return drawCallForm(
    { ...view, members: shown.members.map(fitted), externals: shown.externals.map(fitted) },
    rest,
    room,
    locale,
  );
}

const named = ({ name }: { readonly name: string }): string => name;
const emptied = <One extends Asked>(one: One): One => ({ ...one, why: '.' });

/** As it may come back: the other texts have their room whatever the reasons take. */
function full(view: CallFormView): CallFormView {
  const { values } = view;
  const longest = (text: string, characters: number) => text.padEnd(characters, '.');
  const asksView = view.kinds.some((kind) => !kind.citizenTakesPart);
  return {
    ...view,
    values: {
      ...values,
      place: longest(values.place, LONGEST_PLACE),
      guests: longest(values.guests, LONGEST_PLACE),
      citizenView: asksView ? longest(values.citizenView, LONGEST.note) : values.citizenView,
    },
  };
}

/** How many characters of JSON a text makes: some count double. */
const asJson = (text: string): number => JSON.stringify(text).length - 2;

function clippedJson(text: string, characters: number): string {
  let short = clipped(text, characters);
  while (asJson(short) > characters) short = clipped(short, short.length - 1);
  return short;
}
