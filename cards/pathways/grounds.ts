import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, fitting, plain } from '../text';
import { drawnGround, type GroundLine, groundChoice, groundLine, groundsThatFit } from './ground-line';
import template from './grounds.json';

/** The grounds for sharing of one pathway. Inputs: ground (in force), past. */
export type GroundsView = {
  readonly pathwayId: string;
  readonly ref: string;
  readonly alias: string;
  /** Departments and externals of the team that no ground reaches, with who is in the team from there. */
  readonly lacking: readonly { readonly name: string; readonly who: readonly string[] }[];
  readonly holds: readonly GroundLine[];
  /** Ended and withdrawn ones, newest first. */
  readonly past: readonly GroundLine[];
  readonly mayRegister: boolean;
  readonly mayWithdraw: boolean;
};

const pick = z.strictObject({ offered: z.boolean(), value: z.string(), choices });

const draw = defineCard({
  name: 'grounds',
  template,
  schema: z.strictObject({
    pathway: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    hasLacking: z.boolean(),
    lacking: z.array(z.strictObject({ name: z.string(), who: z.string() })),
    lackingRest: z.string(),
    mayRegister: z.boolean(),
    hasHolds: z.boolean(),
    holds: z.array(groundLine),
    holdsRest: z.string(),
    unchecked: z.string(),
    pick,
    hasPast: z.boolean(),
    past: z.array(groundLine),
    pastRest: z.string(),
    pickPast: pick,
    labels: z.strictObject({
      lacking: z.string(),
      lackingText: z.string(),
      holds: z.string(),
      past: z.string(),
      register: z.string(),
      pickHolding: z.string(),
      withdraw: z.string(),
      pickPast: z.string(),
      shared: z.string(),
    }),
  }),
});

const LONGEST_CHOICE = 110;

/** Who may be shared with and why; departments of the team that lack ground stand first. */
export function groundsCard(view: GroundsView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.grounds;
  const rest = (n: number) => (n === 0 ? '' : w.andMore(n));
  const pickOf = (grounds: readonly GroundLine[], offered: boolean) => {
    const [kept] = groundsThatFit(grounds, 3_200);
    const offer = kept.map((one) => ({
      title: clipped(groundChoice(one, w, locale), LONGEST_CHOICE),
      value: one.id,
    }));
    return { offered: offered && offer.length > 0, value: offer[0]?.value ?? '', choices: offer };
  };
  const lacking = fitting(
    view.lacking.map((one) => ({ name: one.name, who: one.who.length === 0 ? '' : ` (${one.who.join(', ')})` })),
    1_200,
  );
  const [holds, holdsRest] = groundsThatFit(view.holds, 3_200);
  const [past, pastRest] = groundsThatFit(view.past, 1_900);
  return draw(
    {
      pathway: view.pathwayId,
      quiet: card.quiet(plain(view.ref)),
      title: card.title(plain(view.alias)),
      state:
        view.lacking.length > 0
          ? { text: card.lackingCount(view.lacking.length), color: 'Warning' }
          : view.holds.length === 0
            ? { text: card.nothing, color: 'Default' }
            : { text: card.covered, color: 'Good' },
      hasLacking: view.lacking.length > 0,
      lacking: lacking.kept,
      lackingRest: rest(lacking.rest),
      mayRegister: view.mayRegister,
      hasHolds: view.holds.length > 0,
      holds: holds.map((one) => drawnGround(one, w, locale)),
      holdsRest: rest(holdsRest),
      unchecked: view.holds.some((one) => one.kind === 'law') ? card.lawUnchecked : '',
      pick: pickOf(view.holds, view.mayWithdraw),
      hasPast: view.past.length > 0,
      past: past.map((one) => drawnGround(one, w, locale)),
      pastRest: rest(pastRest),
      pickPast: pickOf(view.past, true),
      labels: {
        lacking: card.lacking,
        lackingText: card.lackingText,
        holds: card.holds,
        past: card.past,
        register: card.register,
        pickHolding: card.pickHolding,
        withdraw: card.withdraw,
        pickPast: card.pickPast,
        shared: card.shared,
      },
    },
    card.summary(view.ref),
    locale,
  );
}
