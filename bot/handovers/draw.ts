import { answerCard } from '../../cards/handovers/answer';
import { handoverCard } from '../../cards/handovers/handover';
import { leadMissingCard } from '../../cards/handovers/lead-missing';
import { leadMovedCard } from '../../cards/handovers/lead-moved';
import { settleCard } from '../../cards/handovers/settle';
import { toldCard } from '../../cards/handovers/told';
import type { Unit } from '../db/unit';
import type { Renderer } from '../obligations/kind';
import { pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may } from '../people/rights';
import type { Locale, OutCard } from '../turn';
import { type Again, answerView, handoverView, type Sending, settleView, toldView } from './show';
import { leadMissingView, leadMovedView } from './show-lead';
import { mayFollow, standingsOnAsking, standingsOnMissing, standingsOnSettling } from './standing';
import { type HandoverCase, loadHandover } from './store';

export type Viewer = {
  readonly unit: Unit;
  readonly personId: string;
  readonly locale: Locale;
  readonly sending?: Sending;
};
export type CardOfHandover = 'handover' | 'handover-answer' | 'handover-settle' | 'lead-told';
export type CardOfLead = 'lead-missing' | 'lead-moved';
type More = Again & { readonly several?: Parameters<typeof settleView>[5] };

const DRAWS: Readonly<
  Record<CardOfHandover, (viewer: Viewer, found: HandoverCase, more: More) => Promise<OutCard | undefined>>
> = {
  handover: async ({ unit, personId, locale, sending }, found) => {
    const org = await organisation(unit);
    if (!mayFollow(found, personId, org)) return undefined;
    const back = may('pathway.see', standingsIn(found.known, personId, org));
    return handoverCard(await handoverView(unit, found, { personId, back }, sending), locale);
  },
  'handover-answer': async ({ unit, personId, locale, sending }, found, again) => {
    if (!may('handover.answer', standingsOnAsking(found, personId, await organisation(unit)))) return undefined;
    const view = await answerView(unit, found, personId, sending, again);
    return view && answerCard(view, locale);
  },
  'handover-settle': async ({ unit, personId, locale, sending }, found, { several, ...again }) => {
    if (!may('handover.settle', standingsOnSettling(found, personId, await organisation(unit)))) return undefined;
    const view = await settleView(unit, found, personId, sending, again, several);
    return view && settleCard(view, locale);
  },
  'lead-told': async ({ unit, personId, locale, sending }, found, again) => {
    if (!may('lead.tell', standingsIn(found.known, personId, await organisation(unit)))) return undefined;
    const view = await toldView(unit, found, sending, again);
    return view && toldCard(view, locale);
  },
};

/** A card of a handover for somebody who has the right to it; undefined for everybody else, as if it did not exist. */
export async function drawHandover(
  viewer: Viewer,
  found: HandoverCase,
  kind: CardOfHandover,
  more: More = {},
): Promise<OutCard | undefined> {
  const drawn = await DRAWS[kind](viewer, found, more);
  return drawn && { ...drawn, keep: { kind, matterKind: 'handover', matterId: found.row.id } };
}

/** A card about a pathway's lead; undefined for whoever has no right to it. */
export async function drawLead(
  { unit, personId, locale, sending }: Viewer,
  pathwayId: string,
  kind: CardOfLead,
  again: Again = {},
): Promise<OutCard | undefined> {
  const known = (await pathwaysWithTeam(unit, [pathwayId])).get(pathwayId);
  const org = await organisation(unit);
  if (!known || !org.isHere(personId)) return undefined;
  const keep = { kind, matterKind: 'pathway-lead', matterId: pathwayId };
  if (kind === 'lead-moved') {
    const view = await leadMovedView(unit, known, personId, sending, again);
    return view && { ...leadMovedCard(view, locale), keep };
  }
  if (!may('lead.find', standingsOnMissing(known, personId, org))) return undefined;
  const view = await leadMissingView(unit, known, sending);
  return view && { ...leadMissingCard(view, locale), keep };
}

/** How each card is drawn when it is sent, and when its matter changes. */
export function handoverRenderers(): Record<string, Renderer> {
  const ofHandover = (kind: CardOfHandover): [string, Renderer] => [
    kind,
    async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadHandover(unit, matterId);
      const viewer = { unit, personId, locale, ...(sending ? { sending } : {}) };
      return (found && (await drawHandover(viewer, found, kind))) ?? 'gone';
    },
  ];
  const ofLead = (kind: CardOfLead): [string, Renderer] => [
    kind,
    async (unit, { matterId, personId, locale, sending }) =>
      (await drawLead({ unit, personId, locale, ...(sending ? { sending } : {}) }, matterId, kind)) ?? 'gone',
  ];
  return Object.fromEntries([
    ...Object.keys(DRAWS).map((kind) => ofHandover(kind as CardOfHandover)),
    ofLead('lead-missing'),
    ofLead('lead-moved'),
  ]);
}
