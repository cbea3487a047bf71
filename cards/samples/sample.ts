import { type Locale, type Words, words } from '../../content/words/words';
import type { Drawn } from '../render';
import type { MeetingFacts } from '../views';

/** A card as somebody might see it: for the tests and for looking at. */
export type Sample = {
  /** The card's name, then what is special about it. */
  readonly name: string;
  draw(locale: Locale): Drawn;
  /** A notice: nothing of the citizen but the reference may stand on it. */
  readonly notice?: true;
};

/** A family of samples of one card: each a name with its view, in the words that the capability would put into it. */
export function samplesOf<View>(
  card: string,
  draw: (view: View, locale: Locale) => Drawn,
  views: (w: Words) => Readonly<Record<string, View>>,
  notice?: true,
): Sample[] {
  const byLocale = { da: views(words('da')), en: views(words('en')) };
  return Object.entries(byLocale.da).map(([name, view]) => ({
    name: `${card}: ${name}`,
    draw: (locale) => draw(byLocale[locale][name] ?? view, locale),
    ...(notice ? { notice } : {}),
  }));
}

export const ALIAS = 'A.K.';
export const WHY = 'du kender A.K.s vej til job';
export const PLACE = 'Mødelokale 3, Rådhuset';

/** The longest alias, place and reason that are taken, with characters that JSON writes as two. */
export const LONG_ALIAS = 'Den lange alias »med« “tegn” og "citat" '.repeat(3).slice(0, 80);
export const LONG_NAME = 'Maria Alexandra Christiane Sommer-Vestergaard Ravn Kristoffersen Hald Lindegaard'.slice(
  0,
  80,
);
export const LONG_DEPARTMENT =
  'Center for Børn, Unge, Familie, Forebyggelse, Sundhed og tværgående Udvikling Øst'.slice(0, 80);
export const LONG_PLACE =
  'Mødelokale 3 på første sal i den gamle administrationsbygning bag rådhuset, indgang fra gården. '
    .repeat(3)
    .slice(0, 200);
export const LONG_WHY =
  'du har fulgt forløbet siden begyndelsen og ved, hvad der er prøvet, hvad der virkede, og hvad der skal til nu. '
    .repeat(5)
    .slice(0, 500);

export const MANDATE = 'praktik, mentor og op til fem timers støtte om ugen. Spørg Sørine, hvis det skal visiteres.';
/** The longest that a manager may write. */
export const LONG_MANDATE =
  'Du kan aftale praktik, mentor og støtte i hverdagen; spørg mig først, hvis det koster mere. '
    .repeat(12)
    .slice(0, 1_000);

/** As long as a text of a meeting may be, with line breaks. */
export const LONG_TEXT = 'Jeg vil gerne arbejde med noget, hvor jeg er ude, og hvor »nogen« spørger til mig.\n'
  .repeat(20)
  .slice(0, 1_500);

/** An id as the house makes them. */
export const id = (n: number): string => `018f3c2a-7b1e-7c3d-9a4f-${String(n).padStart(12, '0')}`;

export const facts: MeetingFacts = {
  ref: 'BF-2026-0142',
  alias: ALIAS,
  number: 3,
  kind: 'team-meeting',
  at: '2026-12-02T13:00',
  duration: 90,
  online: false,
  place: PLACE,
  leadName: 'Anna Lund',
};
export const longFacts: MeetingFacts = {
  ...facts,
  ref: 'BF-2026-0142-TRÅBY-ØST',
  alias: LONG_ALIAS,
  kind: 'transition-meeting',
  at: '2026-09-30T13:30',
  duration: 105,
  place: LONG_PLACE,
  leadName: LONG_NAME,
};
/** As those see it who only get a notice. */
export const noticeFacts: MeetingFacts = { ...facts, alias: null, place: null };
export const longNoticeFacts: MeetingFacts = { ...longFacts, alias: null, place: null };

export const colleagues = ['Dorte Krag', 'Emil Skov', 'Fatima Noor', 'Per Holm'].map((name, n) => ({
  id: id(n + 1),
  name,
}));
export const manyColleagues = Array.from({ length: 60 }, (_, n) => ({ id: id(n + 1), name: LONG_NAME }));
