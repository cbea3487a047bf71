import { home as daHome } from './da/home';
import { meetings as daMeetings } from './da/meetings';
import { pathways as daPathways } from './da/pathways';
import { refusals as daRefusals } from './da/refusals';
import { home as enHome } from './en/home';
import { meetings as enMeetings } from './en/meetings';
import { pathways as enPathways } from './en/pathways';
import { refusals as enRefusals } from './en/refusals';
import type { Locale } from './locale';
import type { RefusalCode } from './refusal-code';

export type { Locale } from './locale';
export type { RefusalCode } from './refusal-code';

type ByCode = Readonly<Record<string, string>>;

const danish = { ...daHome, ...daPathways, ...daMeetings, refusals: daRefusals };

/** Everything Rød Tråd says in one language. Codes that content or data name (kinds, models) may be looked up freely. */
export type Words = typeof danish & {
  readonly refusals: Readonly<Record<RefusalCode, string>>;
  readonly kindNames: ByCode;
  readonly definiteKindNames: ByCode;
  readonly models: ByCode;
  readonly owed: ByCode;
  readonly status: ByCode;
  readonly commands: Readonly<Record<string, { readonly label: string; readonly line: string }>>;
};

const table: Readonly<Record<Locale, Words>> = {
  da: danish,
  en: { ...enHome, ...enPathways, ...enMeetings, refusals: enRefusals },
};

/** The words of a language. */
export function words(locale: Locale): Words {
  return table[locale];
}
