import { words } from '../../../content/words/words';
import type { Facts, Kind } from '../../obligations/kind';
import { settle } from '../../obligations/settle';
import { askedOn } from '../review-rules';
import { choiceOf, holdReviews, itemsOf, REVIEW } from './store';

/** That questions have come back: somebody's own, told to nobody else, and to them in one line. */
export function reviewKind(): Kind {
  return {
    kind: 'review',
    cardKind: () => REVIEW,
    facts: async (unit, rows) => {
      const facts = new Map<string, Facts>();
      for (const { id, matterId, ownerId } of rows) {
        // Of somebody who has left nothing is owed, but it is ended by who inherits: nobody.
        const owed =
          ownerId === null ||
          ((await choiceOf(unit, matterId)).on && (await itemsOf(unit, matterId)).some(({ dueOn }) => dueOn !== null));
        facts.set(id, { owed, roles: {}, maySee: (personId) => personId === matterId });
      }
      return facts;
    },
    line: async (unit, { personId, locale, obligation }) => {
      if (personId !== obligation.matterId || personId !== obligation.ownerId) return undefined;
      const asked = askedOn(await itemsOf(unit, personId), unit.today);
      if (asked.length === 0) return undefined;
      const w = words(locale);
      return {
        text: w.lines.review(asked.length),
        group: w.courses.list.quiet,
        action: { title: w.review.actions.begin(asked.length), verb: 'review.open', input: {} },
      };
    },
    lock: (unit, matterId) => holdReviews(unit, matterId),
    deadlines: {},
    // Nobody's but the learner's: it goes with whoever leaves, and no manager sees it.
    inherit: async (unit, { matterId }) => {
      await settle(unit, { matterKind: REVIEW, matterIds: [matterId] }, { status: 'cancelled', because: 'left' });
    },
  };
}
