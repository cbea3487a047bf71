import type {
  AnswerView,
  CitizenWords,
  HandoverState,
  HandoverView,
  SettleView,
  ToldView,
} from '../../cards/handovers/handover-views';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { aliasOf } from '../pathways/standing';
import { type Organisation, organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { isMissing, placesOf, settlersIn } from './standing';
import { type AskingRow, askingText, currentAsking, type HandoverCase, lastAskingOf } from './store';
import { isNewest } from './tell-citizen';

export type Sending = RenderInput['sending'];
/** What was typed and what is wrong with it, where a form stands again. */
export type Again = {
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: Readonly<Record<string, string>>;
};

/** How a card marks itself, and whether it reminds or comes again. */
export const sentOf = (kind: string, sending: Sending, id: string, n: number) => ({
  mark: `${kind}/${sending?.rung ?? (sending ? 'own' : 'card')}/${id}/${n}`,
  reminder: sending?.rung !== undefined,
  repeated: sending?.repeated ?? false,
});

const nameIn = (org: Organisation, id: string | null | undefined): string => org.people.get(id ?? '')?.name ?? '';

/** Who leads the pathway now, by name; null where nobody does. */
const leadIn = ({ known }: HandoverCase, org: Organisation): string | null =>
  isMissing(known, org) ? null : nameIn(org, known.pathway.leadId);

const citizenIn = (unit: Unit, asking: AskingRow | undefined): CitizenWords =>
  asking ? { asked: asking.citizenAsked, text: askingText(unit, asking, 'citizen') } : { asked: true, text: '' };

/** The date of an open obligation of this handover; null where there is none. */
async function dueOf(unit: Unit, { row }: HandoverCase, kind: string, ownerKey?: string): Promise<string | null> {
  const open = await unit.tx.obligation.findFirst({
    where: {
      tenantId: unit.tenantId,
      matterKind: 'handover',
      matterId: row.id,
      kind,
      closedAt: null,
      ...(ownerKey === undefined ? {} : { ownerKey }),
    },
    select: { dueOn: true },
  });
  return open?.dueOn ? dayFromDate(open.dueOn) : null;
}

function stateOf(found: HandoverCase): HandoverState {
  const last = found.askings.at(-1);
  if (found.status !== 'open') return found.status;
  if (currentAsking(found)) return 'asked';
  return last?.status === 'declined' ? 'declined' : 'left';
}

/** How a handover stands, for whoever passes the baton on; a reason only for whoever asked that time. */
export async function handoverView(
  unit: Unit,
  found: HandoverCase,
  viewer: { readonly personId: string; readonly back: boolean },
  sending?: Sending,
): Promise<HandoverView> {
  const org = await organisation(unit);
  const { row, known, askings } = found;
  const state = stateOf(found);
  const last = askings.at(-1);
  const about = state === 'accepted' || state === 'settled' ? row.toId : last?.toId;
  return {
    ...sentOf('handover', sending, row.id, row.version),
    id: row.id,
    version: row.version,
    pathwayId: row.pathwayId,
    ref: known.pathway.ref,
    state,
    name: nameIn(org, about),
    missing: isMissing(known, org),
    reason: last && last.askedById === viewer.personId ? askingText(unit, last, 'reason') : '',
    dueOn: await dueOf(unit, found, 'handover-answer'),
    back: viewer.back,
  };
}

/** The card of whoever is asked; undefined where they never were. */
export async function answerView(
  unit: Unit,
  found: HandoverCase,
  personId: string,
  sending?: Sending,
  again: Again = {},
): Promise<AnswerView | undefined> {
  const org = await organisation(unit);
  const { row, known } = found;
  const mine = lastAskingOf(found, personId);
  if (!mine) return undefined;
  const { tx, tenantId, now } = unit;
  const { pathway } = known;
  const asked = currentAsking(found)?.id === mine.id;
  const next = asked
    ? await tx.meeting.findFirst({
        where: { tenantId, pathwayId: pathway.id, status: 'called', startsAt: { gt: now } },
        orderBy: { startsAt: 'asc' },
        select: { localStart: true },
      })
    : null;
  const owed = await tx.obligation.count({
    where: { tenantId, pathwayId: pathway.id, ownerRole: 'lead', closedAt: null, nature: { not: 'timer' } },
  });
  return {
    ...sentOf('handover-answer', sending, row.id, mine.n),
    id: row.id,
    version: row.version,
    ref: pathway.ref,
    alias: aliasOf(unit, pathway),
    state: asked ? 'asked' : closedState(found, mine),
    askedBy: nameIn(org, mine.askedById),
    lead: leadIn(found, org),
    own: mine.askedById === pathway.leadId,
    citizen: citizenIn(unit, mine),
    needs: askingText(unit, mine, 'needs'),
    owed,
    next: next?.localStart ?? null,
    dueOn: asked ? await dueOf(unit, found, 'handover-answer') : null,
    typed: again.typed?.reason ?? '',
    faults: again.faults ?? {},
  };
}

function closedState({ status }: HandoverCase, { status: mine }: AskingRow): Exclude<AnswerView['state'], 'asked'> {
  if (mine === 'accepted' || mine === 'declined') return mine;
  if (status === 'ended' || status === 'settled') return status;
  return 'withdrawn';
}

/** The card of a manager; undefined for whoever answers for none of the two. */
export async function settleView(
  unit: Unit,
  found: HandoverCase,
  personId: string,
  sending?: Sending,
  again: Again = {},
  several: SettleView['several'] = [],
): Promise<SettleView | undefined> {
  const org = await organisation(unit);
  const { row, known, status, namings, askings } = found;
  const places = placesOf(found, personId, org);
  const [place] = places;
  if (place === undefined) return undefined;
  const otherId = settlersIn(found).find((id) => !places.includes(id));
  const named = (of: readonly string[]) => namings.filter((one) => of.includes(one.managerId)).at(-1);
  const [own, other] = [named(places), otherId === undefined ? undefined : named([otherId])];
  const waits = status === 'settling' && own !== undefined && (other === undefined || other.n < own.n);
  const mine = status === 'settled' ? row.toId : own?.personId;
  return {
    ...sentOf('handover-settle', sending, row.id, sending?.obligation?.round ?? 1),
    id: row.id,
    version: row.version,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    state: status === 'settled' ? 'settled' : status !== 'settling' ? 'ended' : waits ? 'named' : 'open',
    lead: leadIn(found, org),
    declined: askings.filter((one) => one.status === 'declined').map((one) => nameIn(org, one.toId)),
    citizen: citizenIn(unit, askings.at(-1)),
    other:
      otherId === undefined
        ? null
        : { name: nameIn(org, otherId), names: other === undefined ? null : nameIn(org, other.personId) },
    mine: mine ? nameIn(org, mine) : null,
    dueOn: await dueOf(unit, found, 'handover-settle', place),
    several,
    values: { who: again.typed?.who ?? '', picked: again.typed?.picked ?? '' },
    faults: again.faults ?? {},
  };
}

/** That the citizen is to know who leads; undefined while nobody has taken the baton. */
export async function toldView(
  unit: Unit,
  found: HandoverCase,
  sending?: Sending,
  again: Again = {},
): Promise<ToldView | undefined> {
  const org = await organisation(unit);
  const { row, known, status } = found;
  if (status !== 'accepted' && status !== 'settled') return undefined;
  const [told] = row.leadToldHandover;
  const open = known.pathway.status === 'open' && (await isNewest(unit, found));
  const { typed } = again;
  return {
    ...sentOf('tell-citizen-lead', sending, row.id, 1),
    id: row.id,
    ref: known.pathway.ref,
    alias: aliasOf(unit, known.pathway),
    state: told ? 'told' : open ? 'open' : 'past',
    from: row.fromId === null ? null : nameIn(org, row.fromId),
    dueOn: await dueOf(unit, found, 'tell-citizen-lead'),
    told: told
      ? {
          by: nameIn(org, told.byId),
          on: dayFromDate(told.toldOn),
          how: told.how,
          said: told.saidSealed === null ? '' : unit.open('lead_told', 'said_sealed', told.id, told.saidSealed),
        }
      : null,
    values: { how: typed?.how ?? '', toldOn: typed?.toldOn ?? '', said: typed?.said ?? '' },
    faults: again.faults ?? {},
  };
}
