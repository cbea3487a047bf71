import { type NoticeCode, pathwayNoticeCard } from '../../cards/pathways/pathway-notice';
import type { Unit } from '../db/unit';
import type { Renderer, RenderInput } from '../obligations/kind';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { loadLinks } from './links';
import { type PathwayWithTeam, pathwaysWithTeam, standingsIn } from './standing';

/** About one place in the team. */
type SeatCode = Extract<NoticeCode, `team-${string}` | 'member-left'>;

/** Somebody is told that their place in a team changed, or (the lead) that a member left. Told once for each `once`. */
export function noticeOfSeat(
  unit: Unit,
  told: { code: SeatCode; personId: string; seatId: string; pathwayId: string; once: string },
): void {
  unit.message({
    naturalKey: `${told.code}:${told.seatId}:${told.personId}:${told.once}`,
    personId: told.personId,
    class: 'notice',
    kind: `notice.${told.code}`,
    matterKind: 'team-seat',
    matterId: told.seatId,
    pathwayId: told.pathwayId,
  });
}

/** Somebody is told of the pathway as a whole: they help to lead it, or no longer, or it has ended. */
export function noticeOf(
  unit: Unit,
  told: { code: Exclude<NoticeCode, SeatCode | 'linked'>; personId: string; pathwayId: string; once: string },
): void {
  unit.message({
    naturalKey: `${told.code}:${told.pathwayId}:${told.personId}:${told.once}`,
    personId: told.personId,
    class: 'notice',
    kind: `notice.${told.code}`,
    matterKind: 'pathway',
    matterId: told.pathwayId,
    pathwayId: told.pathwayId,
  });
}

/**
 * Those who lead a pathway are told that it is linked now: of the two the one that whoever did it does not lead.
 * @param told `n`: the asking that it answers
 */
export function noticeOfLink(
  unit: Unit,
  told: { linkId: string; n: number; about: PathwayWithTeam; byId: string },
): void {
  const { leadId, coLeadId, id } = told.about.pathway;
  const personId = leadId ?? coLeadId;
  if (personId === null || leadId === told.byId || coLeadId === told.byId) return;
  unit.message({
    naturalKey: `linked:${told.linkId}:${personId}:${told.n}`,
    personId,
    class: 'notice',
    kind: 'notice.linked',
    matterKind: 'pathway-link',
    matterId: told.linkId,
    pathwayId: id,
  });
}

/**
 * Tells everybody who has a place in the team and has not heard of it: of a department that a ground reaches from now on.
 * While there was none, they could not even learn of the pathway.
 */
export async function tellReached(unit: Unit, pathwayId: string, departmentIds: ReadonlySet<string>): Promise<void> {
  const org = await organisation(unit);
  const seats = await unit.tx.teamSeat.findMany({
    where: { tenantId: unit.tenantId, pathwayId, untilOn: null, personId: { not: null } },
  });
  for (const { id, personId } of seats) {
    if (personId === null || !org.isHere(personId)) continue;
    if (departmentIds.has(org.people.get(personId)?.departmentId ?? ''))
      noticeOfSeat(unit, { code: 'team-joined', personId, seatId: id, pathwayId, once: '1' });
  }
}

type About = {
  readonly known: PathwayWithTeam;
  readonly org: Organisation;
  readonly personId: string;
  /** The place in the team that it is about, and whether it is still there. */
  readonly seat?: { readonly personId: string; readonly open: boolean; readonly resting: boolean };
};

/** Whether a notice is still true for its reader, and whether they may hear of it. */
const HOLDS: Readonly<Record<Exclude<NoticeCode, 'linked'>, (about: About) => boolean>> = {
  'team-joined': (about) => isOwn(about) && about.seat?.open === true && isOfTeam(about),
  'team-rest': (about) => isOwn(about) && about.seat?.open === true && about.seat.resting && isOfTeam(about),
  'team-back': (about) => isOwn(about) && about.seat?.open === true && !about.seat.resting && isOfTeam(about),
  'team-out': (about) => isOwn(about) && !about.known.seats.includes(about.personId) && hasGround(about),
  'member-left': (about) =>
    about.seat !== undefined &&
    !about.known.seats.includes(about.seat.personId) &&
    may('pathway.change', standingsIn(about.known, about.personId, about.org)),
  'co-lead-set': ({ known, personId }) => known.pathway.status === 'open' && known.pathway.coLeadId === personId,
  'co-lead-ended': ({ known, personId }) => known.pathway.coLeadId !== personId,
  'new-lead': (about) => about.known.pathway.status === 'open' && maySee(about),
  'pathway-ended': (about) => about.known.pathway.status === 'ended' && (isLeading(about) || hasGround(about)),
};

const isOwn = ({ seat, personId }: About): boolean => seat?.personId === personId;
const isOfTeam = ({ known, personId, org }: About): boolean => standingsIn(known, personId, org).has('team');
const maySee = ({ known, personId, org }: About): boolean => may('pathway.see', standingsIn(known, personId, org));
const isLeading = ({ known, personId }: About): boolean =>
  known.pathway.leadId === personId || known.pathway.coLeadId === personId;
const hasGround = ({ known, personId, org }: About): boolean =>
  known.grounds.has(org.people.get(personId)?.departmentId ?? '');

/** How each notice is drawn for one person; undefined when it is no longer true. */
export function noticeRenderers(): Record<string, Renderer> {
  const ofSeat = (code: SeatCode): [string, Renderer] => [
    `notice.${code}`,
    async (unit, input) => {
      const seat = await unit.tx.teamSeat.findUnique({
        where: { tenantId_id: { tenantId: unit.tenantId, id: input.matterId } },
      });
      if (!seat || seat.personId === null) return undefined;
      const { personId, resting } = seat;
      return drawn(unit, input, code, seat.pathwayId, { personId, resting, open: seat.untilOn === null });
    },
  ];
  const ofPathway = (code: Exclude<NoticeCode, SeatCode | 'linked'>): [string, Renderer] => [
    `notice.${code}`,
    (unit, input) => drawn(unit, input, code, input.matterId),
  ];
  return Object.fromEntries([
    ofSeat('team-joined'),
    ofSeat('team-rest'),
    ofSeat('team-back'),
    ofSeat('team-out'),
    ofSeat('member-left'),
    ofPathway('co-lead-set'),
    ofPathway('co-lead-ended'),
    ofPathway('pathway-ended'),
    ofPathway('new-lead'),
    ['notice.linked', linkedNotice],
  ]);
}

const linkedNotice: Renderer = async (unit, input) => {
  const found = (await loadLinks(unit, [input.matterId])).get(input.matterId);
  if (found?.link.status !== 'linked') return undefined;
  const org = await organisation(unit);
  const mine = [found.from, found.asked].find((one) => may('pathway.change', standingsIn(one, input.personId, org)));
  if (!mine) return undefined;
  const other = mine === found.from ? found.asked : found.from;
  return pathwayNoticeCard(
    {
      mark: `notice/linked/${input.matterId}/${found.link.n}`,
      code: 'linked',
      pathwayId: mine.pathway.id,
      ref: mine.pathway.ref,
      leadName: org.people.get(mine.pathway.leadId ?? '')?.name ?? null,
      aboutName: null,
      otherRef: other.pathway.ref,
      repeated: input.sending?.repeated ?? false,
    },
    input.locale,
  );
};

async function drawn(
  unit: Unit,
  input: RenderInput,
  code: Exclude<NoticeCode, 'linked'>,
  pathwayId: string,
  seat?: NonNullable<About['seat']>,
): ReturnType<Renderer> {
  const known = (await pathwaysWithTeam(unit, [pathwayId])).get(pathwayId);
  const org = await organisation(unit);
  if (!known || !org.isHere(input.personId)) return undefined;
  if (!HOLDS[code]({ known, org, personId: input.personId, ...(seat ? { seat } : {}) })) return undefined;
  return pathwayNoticeCard(
    {
      mark: `notice/${code}/${input.matterId}/1`,
      code,
      pathwayId,
      ref: known.pathway.ref,
      leadName: org.people.get(known.pathway.leadId ?? '')?.name ?? null,
      aboutName: seat ? (org.people.get(seat.personId)?.name ?? null) : null,
      otherRef: null,
      repeated: input.sending?.repeated ?? false,
    },
    input.locale,
  );
}
