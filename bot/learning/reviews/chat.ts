import { z } from 'zod/v4';
import {
  type Caller,
  type Capability,
  faultsIn,
  notFound,
  type Refused,
  saidOf,
  type Verb,
  verb,
} from '../../capability';
import type { Answer, OutCard } from '../../turn';
import { typedFields, typedIn } from '../typed-input';
import { answerReview } from './answer-review';
import { chooseReviews } from './choose-reviews';
import { reviewKind } from './kind';
import { answeredCard, ownCard, presentCard, talkItemCard, type Viewer } from './show';
import { itemFor, REVIEW } from './store';
import { strike, toTalkOf } from './talk';

const count = z.coerce.number().pipe(z.int32());
const nothing = z.looseObject({});
const ofAnswer = z.looseObject({ item: z.uuid(), version: count, ...typedFields });
const ofItem = z.looseObject({ item: z.uuid(), response: z.uuid() });
const ofChoice = z.looseObject({ version: count });
type AnswerInput = z.output<typeof ofAnswer>;

const viewerOf = ({ unit, person, locale }: Caller): Viewer => ({ unit, personId: person.id, locale });
const replaced = (card: OutCard, caller: Caller, refused?: Refused): Answer => ({
  replace: card,
  ...saidOf(caller, refused),
});

/** Questions that were answered wrong come back, and whoever was quite sure of them has a list. All of it is the learner's own. */
export function reviewsCapability(): Capability {
  const chosen = (on: boolean): Verb =>
    verb<z.output<typeof ofChoice>>({
      input: ofChoice,
      act: ({ unit, person }, { version }) => chooseReviews(unit, { on, version }, person.id),
      show: async (caller, _, refused) => replaced(await ownCard(viewerOf(caller)), caller, refused),
    });
  return {
    name: 'reviews',
    kinds: [reviewKind()],
    verbs: {
      'review.open': verb({
        input: nothing,
        show: async (caller) => ({ post: [await presentCard(viewerOf(caller))] }),
      }),
      'review.next': verb({
        input: nothing,
        show: async (caller) => ({ replace: await presentCard(viewerOf(caller)) }),
      }),
      'review.answer': verb<AnswerInput>({
        input: ofAnswer,
        keepsTyped: true,
        act: ({ unit, person, locale }, { item, version, ...input }) =>
          answerReview(unit, { itemId: item, version, typed: typedIn(input), locale }, person.id),
        show: showAnswered,
      }),
      'reviews.open': verb({ input: nothing, show: async (caller) => ({ post: [await ownCard(viewerOf(caller))] }) }),
      'review.back': verb({ input: nothing, show: async (caller) => ({ replace: await ownCard(viewerOf(caller)) }) }),
      'review.off': chosen(false),
      'review.on': chosen(true),
      'review.talk': verb({
        input: z.looseObject({ item: z.string().max(200).optional() }),
        show: async (caller, { item = '' }) => showTalk(caller, item),
      }),
      'review.strike': verb<z.output<typeof ofItem>>({
        input: ofItem,
        act: ({ unit, person }, { item }) => strike(unit, item, person.id),
        show: async (caller, { item }, refused) =>
          (await itemFor(caller.unit, item, caller.person.id))
            ? replaced(await ownCard(viewerOf(caller)), caller, refused)
            : notFound(caller),
      }),
    },
    renderers: {
      [REVIEW]: async (unit, { matterId, personId, locale }) =>
        matterId === personId ? presentCard({ unit, personId, locale }) : 'gone',
    },
  };
}

/** One question of the list; the list where it is no longer on it, or none was picked. */
async function showTalk(caller: Caller, id: string): Promise<Answer> {
  const { unit, person } = caller;
  const found = (await toTalkOf(unit, person.id)).find((one) => one.item.id === id);
  if (found) return { replace: talkItemCard(viewerOf(caller), found) };
  const known = id === '' || (z.uuid().safeParse(id).success && (await itemFor(unit, id, person.id)));
  return known ? { replace: await ownCard(viewerOf(caller)) } : notFound(caller);
}

/** What is said of the answer; a form with a fault stands again with everything that was typed; an old card shows what is asked now. */
async function showAnswered(caller: Caller, input: AnswerInput, refused: Refused | undefined): Promise<Answer> {
  const viewer = viewerOf(caller);
  const item = await itemFor(caller.unit, input.item, caller.person.id);
  if (!item) return notFound(caller);
  const typed = typedIn(input);
  if (refused?.code === 'form')
    return { replace: await presentCard(viewer, { item: item.id, typed, faults: faultsIn(caller, refused) }) };
  const told =
    refused === undefined && item.version > input.version
      ? await answeredCard(viewer, { item, version: input.version, typed })
      : undefined;
  return replaced(told ?? (await presentCard(viewer)), caller, refused);
}
