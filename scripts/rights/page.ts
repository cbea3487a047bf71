import { RIGHTS, type Right } from '../../bot/people/rights';
import type { Locale } from '../../bot/turn';
import { rights, standings } from './words';

const TEXTS: Readonly<
  Record<Locale, { readonly title: string; readonly intro: readonly string[]; readonly head: string }>
> = {
  da: {
    title: 'Hvem må hvad',
    intro: [
      'Rettighederne i Rød Tråd, som de står i programmet. Hvad en person er i en sag, regnes ud på serveren, hver gang der trykkes, og skal holde,',
      'til trykket er gemt: mistes retten imens, sker der intet. Den, der ikke må, får samme svar, som hvis sagen ikke fandtes.',
    ],
    head: '| hvad | hvem |',
  },
  en: {
    title: 'Who may do what',
    intro: [
      'The rights in Rød Tråd, as they stand in the program. What somebody is to a matter is worked out on the server at each press, and holds',
      'until the press is saved: where the right is lost meanwhile, nothing happens. Whoever may not gets the answer of what does not exist.',
    ],
    head: '| what | who |',
  },
};

/** The table of rights as a page for whoever is no programmer: in Danish, then in English. */
export function rightsPage(): string {
  const part = (locale: Locale): string => {
    const { title, intro, head } = TEXTS[locale];
    const rows = (Object.keys(RIGHTS) as Right[]).map((right) => {
      const who = RIGHTS[right].map((standing) => standings[standing][locale]).join('; ');
      return `| ${rights[right][locale]} | ${who} |`;
    });
    return [`# ${title}`, '', ...intro, '', head, '| --- | --- |', ...rows].join('\n');
  };
  return `<!-- Written by npm run rights from bot/people/rights.ts: do not edit. -->\n\n${part('da')}\n\n${part('en')}\n`;
}
