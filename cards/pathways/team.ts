import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, fitting, plain } from '../text';
import { externalLine, memberLine, teamLine } from './pathway';
import template from './team.json';

/** The team with what its reader can do about it. Inputs: query, seat. */
export type TeamView = {
  readonly pathwayId: string;
  readonly version: number;
  readonly ref: string;
  readonly alias: string;
  readonly members: readonly {
    readonly seatId: string;
    readonly name: string;
    readonly department: string;
    readonly ground: boolean;
    readonly resting: boolean;
  }[];
  readonly externals: readonly {
    readonly seatId: string;
    readonly name: string;
    readonly role: string;
    readonly ground: boolean;
  }[];
  readonly mayChange: boolean;
  /** The reader's own place. */
  readonly own: 'active' | 'resting' | null;
  readonly values: { readonly query: string; readonly seat: string };
  /** Input id (or `''`) to a sentence in the reader's language. */
  readonly faults: Readonly<Record<string, string>>;
};

const shown = z.array(teamLine);
const draw = defineCard({
  name: 'team',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    quiet: z.string(),
    title: z.string(),
    general: z.string(),
    members: z.strictObject({ any: z.boolean(), title: z.string(), shown, none: z.string(), rest: z.string() }),
    externals: z.strictObject({ any: z.boolean(), title: z.string(), shown, text: z.string() }),
    mayChange: z.boolean(),
    query: z.string(),
    picking: z.boolean(),
    seat: z.string(),
    seats: choices,
    faults: z.strictObject({ query: z.string(), seat: z.string() }),
    own: z.strictObject({ offered: z.boolean(), title: z.string(), verb: z.string(), leave: z.string() }),
    labels: z.strictObject({
      query: z.string(),
      queryExample: z.string(),
      find: z.string(),
      addExternal: z.string(),
      member: z.string(),
      placeholder: z.string(),
      rest: z.string(),
      back: z.string(),
      takeOut: z.string(),
      restText: z.string(),
      toPathway: z.string(),
    }),
  }),
});

/** Who is in the team, who rests, who lacks ground; those who lead change it, a member their own place. */
export function teamCard(view: TeamView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.pathwayTeam;
  // The people are counted by what does not depend on the language, so that both see the same of them.
  const members = fitting(view.members, 2_600);
  const externals = fitting(view.externals, 1_200);
  const hidden = members.rest + externals.rest;
  const seats = fitting(
    [...view.members, ...view.externals].map((one) => ({ title: clipped(one.name, 80), value: one.seatId })),
    3_500,
  ).kept;
  return draw(
    {
      id: view.pathwayId,
      version: view.version,
      quiet: card.quiet(plain(view.ref)),
      title: card.title(plain(view.alias)),
      general: view.faults[''] ?? '',
      members: {
        any: members.kept.length > 0,
        title: card.members,
        shown: members.kept.map((one) => memberLine(one, w)),
        none: view.members.length + view.externals.length === 0 ? w.pathway.nobodyYet : '',
        rest: hidden === 0 ? '' : w.andMore(hidden),
      },
      externals: {
        any: externals.kept.length > 0,
        title: card.externals,
        shown: externals.kept.map((one) => externalLine(one, w)),
        text: externals.kept.length > 0 ? card.externalsText : '',
      },
      mayChange: view.mayChange,
      query: view.values.query,
      picking: view.mayChange && seats.length > 0,
      seat: view.values.seat,
      seats,
      faults: { query: view.faults.query ?? '', seat: view.faults.seat ?? '' },
      own: {
        offered: view.own !== null && !view.mayChange,
        title: view.own === 'resting' ? card.ownBack : card.ownRest,
        verb: view.own === 'resting' ? 'seat.return' : 'seat.rest',
        leave: card.leave,
      },
      labels: {
        query: card.query,
        queryExample: card.queryExample,
        find: card.find,
        addExternal: card.addExternal,
        member: card.member,
        placeholder: w.invitation.placeholder,
        rest: card.rest,
        back: card.back,
        takeOut: card.takeOut,
        restText: card.restText,
        toPathway: card.toPathway,
      },
    },
    card.summary(view.ref),
    locale,
  );
}
