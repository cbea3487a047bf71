import { adviceCard } from '../../cards/decisions/advice';
import { adviceTakenCard } from '../../cards/decisions/advice-taken';
import { citizenAnswerCard } from '../../cards/decisions/citizen-answer';
import { outcomeCard } from '../../cards/decisions/outcome';
import { proposalCard } from '../../cards/decisions/proposal';
import { proposalsCard } from '../../cards/decisions/proposals';
import { questionCard } from '../../cards/decisions/question';
import { rulingCard } from '../../cards/decisions/ruling';
import { startCheckCard } from '../../cards/decisions/start-check';
import { talkCard } from '../../cards/decisions/talk';
import { tellCard } from '../../cards/decisions/tell';
import { visitationCard } from '../../cards/decisions/visitation';
import { voiceCard } from '../../cards/decisions/voice';
import { voteCard } from '../../cards/decisions/vote';
import type { Drawn } from '../../cards/render';
import type { Unit } from '../db/unit';
import type { Renderer, RenderInput } from '../obligations/kind';
import { aliasOf, pathwayFor, pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { may, type Right } from '../people/rights';
import type { Locale, OutCard } from '../turn';
import { TELL_ROUND } from './follow-outcome';
import {
  adviceTakenView,
  adviceView,
  citizenAnswerView,
  questionView,
  startCheckView,
  tellView,
  visitationView,
} from './show-after';
import { professionalView, rulingView } from './show-leaders';
import { proposalsView } from './show-lists';
import { outcomeView, proposalView, talkView, voiceView, voteView } from './show-team';
import { standingsOn, standingsOnQuestion } from './standing';
import { loadProposal, type ProposalCase } from './store';

/** Whom a card is drawn for. */
export type Viewer = {
  readonly unit: Unit;
  readonly personId: string;
  readonly locale: Locale;
  readonly sending?: RenderInput['sending'];
};
type Faults = Readonly<Record<string, string>>;
type Texts = Readonly<Record<string, string>>;
/** What somebody typed that was not taken, and why. */
export type Again = { readonly typed?: Texts; readonly faults?: Faults };

type Draw = (viewer: Viewer, found: ProposalCase, again: Again) => Promise<Drawn | undefined>;

const text = (again: Again, input: string) => (again.typed === undefined ? {} : { values: again.typed[input] ?? '' });
const faultsOf = ({ faults }: Again) => (faults ? { faults } : {});

const sees = async ({ unit, personId }: Viewer, found: ProposalCase): Promise<boolean> =>
  may('proposal.see', standingsOn(found, personId, await organisation(unit)));

/** Every card of a proposal, with the right that it takes to see it. */
export const CARDS: Readonly<Record<string, { readonly right: Right; readonly draw: Draw }>> = {
  vote: {
    right: 'outcome.see',
    draw: async (viewer, found, again) => {
      const { unit, personId, locale, sending } = viewer;
      // Whoever has left the team since sees how it ended, and no more.
      if (!(await sees(viewer, found))) return CARDS.outcome?.draw(viewer, found, again);
      const typed = again.typed === undefined ? {} : { typed: again.typed.reason ?? '' };
      const view = await voteView(unit, found, personId, sending, { ...typed, ...faultsOf(again) });
      return view && voteCard(view, locale);
    },
  },
  proposal: {
    right: 'proposal.see',
    draw: async ({ unit, personId, locale, sending }, found, again) =>
      proposalCard(await proposalView(unit, found, personId, sending, faultsOf(again)), locale),
  },
  talk: {
    right: 'proposal.lead',
    draw: async ({ unit, locale, sending }, found, again) => {
      const values = again.typed && {
        clarify: again.typed.clarify ?? '',
        only: (again.typed.only ?? '').split(',').filter((id) => id !== ''),
        because: again.typed.because ?? '',
      };
      return talkCard(
        await talkView(unit, found, sending, { ...(values ? { values } : {}), ...faultsOf(again) }),
        locale,
      );
    },
  },
  voice: {
    right: 'department.speak',
    draw: async ({ unit, personId, locale, sending }, found, again) => {
      const view = await voiceView(unit, found, personId, sending, faultsOf(again));
      return view && voiceCard(view, locale);
    },
  },
  ruling: {
    right: 'ruling.give',
    draw: async ({ unit, personId, locale, sending }, found, again) => {
      const changing = again.typed?.changing === 'true';
      const view = await rulingView(unit, found, personId, sending, { ...faultsOf(again), changing });
      return view && rulingCard(view, locale);
    },
  },
  professional: {
    right: 'proposal.answer',
    draw: async ({ unit, personId, locale, sending }, found, { faults, typed }) => {
      const view = await professionalView(unit, found, personId, sending, faults, typed?.reason);
      return view && rulingCard(view, locale);
    },
  },
  advice: {
    right: 'advice.give',
    draw: async ({ unit, personId, locale, sending }, found, again) => {
      const view = await adviceView(unit, found, personId, sending, { ...text(again, 'advice'), ...faultsOf(again) });
      return view && adviceCard(view, locale);
    },
  },
  'advice-taken': {
    right: 'proposal.lead',
    draw: async ({ unit, locale, sending }, found, again) =>
      adviceTakenCard(
        await adviceTakenView(unit, found, sending, { ...text(again, 'taken'), ...faultsOf(again) }),
        locale,
      ),
  },
  'citizen-answer': {
    right: 'proposal.lead',
    draw: async ({ unit, locale, sending }, found, again) =>
      citizenAnswerCard(
        await citizenAnswerView(unit, found, sending, { ...text(again, 'words'), ...faultsOf(again) }),
        locale,
      ),
  },
  visitation: {
    right: 'decision.carry-out',
    draw: async ({ unit, locale, sending }, found, again) => {
      const { typed } = again;
      const values = typed && {
        sentTo: typed.sentTo ?? '',
        askedOn: typed.askedOn ?? '',
        answerDue: typed.answerDue ?? '',
        answer: typed.answer ?? '',
        text: typed.text ?? '',
      };
      return visitationCard(
        await visitationView(unit, found, sending, { ...(values ? { values } : {}), ...faultsOf(again) }),
        locale,
      );
    },
  },
  'start-check': {
    right: 'decision.carry-out',
    draw: async ({ unit, locale, sending }, found, again) => {
      const values = again.typed && { later: again.typed.later ?? '', because: again.typed.because ?? '' };
      const n = sending?.obligation?.round;
      const view = await startCheckView(unit, found, n, sending, { ...(values ? { values } : {}), ...faultsOf(again) });
      return view && startCheckCard(view, locale);
    },
  },
  tell: {
    right: 'proposal.lead',
    draw: async ({ unit, locale, sending }, found, again) => {
      const { typed } = again;
      const values = typed && { how: typed.how ?? '', toldOn: typed.toldOn ?? '', said: typed.said ?? '' };
      const waits = found.state.stage.is === 'closed' ? TELL_ROUND.outcome : TELL_ROUND.waiting;
      const round = sending?.obligation?.round ?? (Number(typed?.round) || waits);
      const view = await tellView(unit, found, round, sending, {
        ...(values && typed?.said !== undefined ? { values } : {}),
        ...faultsOf(again),
      });
      return view && tellCard(view, locale);
    },
  },
  outcome: {
    right: 'outcome.see',
    draw: async (viewer, found) => {
      const { unit, locale, sending } = viewer;
      const view = await outcomeView(unit, found, await sees(viewer, found), sending);
      return view && outcomeCard(view, locale);
    },
  },
};

/** A card of a proposal for somebody who has the right to it; undefined for everybody else, as if it did not exist. */
export async function drawCard(
  viewer: Viewer,
  found: ProposalCase,
  kind: string,
  again: Again = {},
): Promise<OutCard | undefined> {
  const card = CARDS[kind];
  if (!card) return undefined;
  const org = await organisation(viewer.unit);
  if (!may(card.right, standingsOn(found, viewer.personId, org))) return undefined;
  const drawn = await card.draw(viewer, found, again);
  return drawn && { ...drawn, keep: { kind, matterKind: 'proposal', matterId: found.row.id } };
}

/** How each card is drawn when it is sent, and when its matter changes. */
export function decisionRenderers(): Record<string, Renderer> {
  const ofProposals = Object.keys(CARDS).map((kind): [string, Renderer] => [
    kind,
    async (unit, { matterId, personId, locale, sending }) => {
      const found = await loadProposal(unit, matterId);
      if (!found) return undefined;
      const card = await drawCard({ unit, personId, locale, ...(sending ? { sending } : {}) }, found, kind);
      return card ?? 'gone';
    },
  ]);
  return { ...Object.fromEntries(ofProposals), question: questionRenderer, proposals: listRenderer };
}

const listRenderer: Renderer = async (unit, { matterId, personId, locale }) =>
  (await drawList({ unit, personId, locale }, matterId)) ?? 'gone';

/** A pathway's proposals with how each stands, for whoever may see the pathway; undefined for everybody else. */
export async function drawList({ unit, personId, locale }: Viewer, pathwayId: string): Promise<OutCard | undefined> {
  const known = await pathwayFor(unit, pathwayId, personId, 'pathway.see');
  if (!known) return undefined;
  const org = await organisation(unit);
  const mayMake = known.pathway.status === 'open' && may('proposal.make', standingsIn(known, personId, org));
  const view = await proposalsView(unit, known, { alias: aliasOf(unit, known.pathway), mayMake });
  const keep = { kind: 'proposals', matterKind: 'pathway-decisions', matterId: pathwayId };
  return { ...proposalsCard(view, locale), keep };
}

const questionRenderer: Renderer = async (unit, { matterId, personId, locale, sending }) => {
  const org = await organisation(unit);
  const seats = await unit.tx.questionSeat.findMany({
    where: { tenantId: unit.tenantId, questionId: matterId },
    include: { question: true },
  });
  const pathwayId = seats[0]?.question.pathwayId;
  const known = pathwayId === undefined ? undefined : (await pathwaysWithTeam(unit, [pathwayId])).get(pathwayId);
  const seat = seats.find((one) => known && may('question.answer', standingsOnQuestion(known, one, personId, org)));
  if (!seat) return 'gone';
  const view = await questionView(unit, seat, sending);
  return view && { ...questionCard(view, locale), keep: { kind: 'question', matterKind: 'question', matterId } };
};
