import { openMilestone } from '../../bot/followups/reckon';
import { asDay } from '../../bot/time/day';
import type { Town } from '../support/town';
import { type FollowUpIds, IN_THE_PATHWAY, LEADS, MEMBERS, type Press } from './cast';

const LEAD = 'lead and co-lead';
const OWN = 'whoever’s follow-up it is';
const ofPathway = (who: string, may: readonly string[], more: Readonly<Record<string, unknown>> = {}): Press => ({
  who,
  may,
  input: ({ pathway }) => ({ pathway, ...more }),
});
const ofMilestone = (
  at: Exclude<keyof FollowUpIds, 'ownFollowUp'>,
  more: Readonly<Record<string, unknown>> = {},
): Press => ({
  who: LEAD,
  may: LEADS,
  input: (ids) => ({ milestone: ids[at], version: 1, ...more }),
});
const own = (more: Readonly<Record<string, unknown>> = {}): Press => ({
  who: OWN,
  may: ['Jonas'],
  input: ({ ownFollowUp }) => ({ own: ownFollowUp, version: 1, ...more }),
});

/** Follow-ups, transitions, and professionals' own follow-ups. */
export const FOLLOW_UP_PRESSES: Readonly<Record<string, Press>> = {
  'followup.open': ofPathway('the pathway', IN_THE_PATHWAY),
  'followup.back': ofPathway('the pathway', IN_THE_PATHWAY),
  'followup.pick': {
    who: `what it opens is asked for as if it had been pressed itself: ${LEAD}`,
    may: LEADS,
    input: ({ pathway, transition }) => ({ pathway, pick: `milestone|${transition}` }),
  },
  'followup.rhythm-form': ofPathway(LEAD, LEADS),
  'followup.rhythm': ofPathway(LEAD, LEADS, { n: 0, every: '2m', reason: 'Der sker meget' }),
  'followup.transition-form': ofPathway(LEAD, LEADS),
  'followup.transition': {
    who: LEAD,
    may: LEADS,
    input: ({ pathway, form }) => ({ pathway, form, what: 'education', note: '' }),
  },
  'followup.own-form': ofPathway('lead, co-lead and team', [...LEADS, ...MEMBERS]),
  'followup.own': {
    who: 'lead, co-lead and team',
    may: [...LEADS, ...MEMBERS],
    input: ({ pathway, form }) => ({ pathway, form, text: 'Opfølgning på planen', due: '2026-05-04' }),
  },
  'milestone.open': ofMilestone('transition'),
  'milestone.waive': ofMilestone('transition', { why: 'not-relevant', reason: 'Passer ikke' }),
  'milestone.said-no': ofMilestone('youngConsent', { reason: 'Jeg siger det selv' }),
  'milestone.lead-stays': ofMilestone('adultSide', { reason: 'Det er bedst for den unge' }),
  'milestone.record': ofMilestone('afterEighteen', { codes: 'housing', text: 'Egen bolig' }),
  'own.open': own(),
  'own.done': own(),
  'own.drop': own(),
  'own.later': own({ later: '2026-05-11' }),
};

export const FOLLOW_UP_MATTERS = [
  'transition',
  'youngConsent',
  'adultSide',
  'afterEighteen',
  'ownFollowUp',
] as const satisfies readonly (keyof FollowUpIds)[];

/** Brings a pathway to what the rows press: one of each sort of milestone, and somebody's own follow-up. */
export async function playFollowUps(
  town: Town,
  { pathway: pathwayId, own: ownerId }: { readonly pathway: string; readonly own: string },
): Promise<FollowUpIds> {
  const ids = await town.inside(async (unit) => {
    const { tx, tenantId, house } = unit;
    const pathway = await tx.pathway.findFirstOrThrow({ where: { tenantId, id: pathwayId } });
    const open = (key: string, is: 'meeting' | 'consent' | 'handover' | 'record') =>
      openMilestone(
        unit,
        { pathway },
        { key, slot: '1', is, kind: null, opensOn: asDay('2026-03-01'), dueOn: asDay('2026-08-31') },
      );
    const transition = await open('year-17-half', 'meeting');
    const youngConsent = await open('consent-18', 'consent');
    const adultSide = await open('adult-side', 'handover');
    const afterEighteen = await open('after-18', 'record');
    const id = house.newId();
    await tx.ownFollowUp.create({
      data: {
        ...{ tenantId, id, pathwayId, personId: ownerId, status: 'open', dueOn: new Date('2026-04-30') },
        textSealed: unit.seal('own_follow_up', 'text_sealed', id, 'Opfølgning på handleplanen'),
      },
    });
    return { transition, youngConsent, adultSide, afterEighteen, ownFollowUp: id };
  });
  await town.settle();
  return ids;
}
