import { words } from '../../../content/words/words';
import type { Unit } from '../../db/unit';
import { organisation } from '../../people/organisation';
import { addMinutes, asMoment, dayOf, type Moment } from '../../time/moment';
import type { Locale } from '../../turn';

/** When somebody is taken in a span of time; never by what. */
export type Clash = {
  readonly personId: string;
  readonly away: boolean;
  readonly busy: { from: Moment; to: Moment } | null;
};

type Span = { readonly at: Moment; readonly duration: number; readonly butMeetingId?: string };

/** Who of these people is away that day, or in another known meeting at that time: as lead, invited, or in a colleague's place. */
export async function clashesAt(unit: Unit, personIds: readonly string[], span: Span): Promise<Clash[]> {
  if (personIds.length === 0) return [];
  const { tx, tenantId } = unit;
  const org = await organisation(unit);
  const ids = [...personIds];
  const day = dayOf(span.at);
  const to = addMinutes(span.at, span.duration);
  const others = await tx.meeting.findMany({
    where: {
      tenantId,
      status: { in: ['called', 'running'] },
      localStart: { startsWith: day },
      ...(span.butMeetingId === undefined ? {} : { id: { not: span.butMeetingId } }),
      invitationMeeting: {
        some: {
          OR: [
            { personId: { in: ids }, status: { in: ['asked', 'coming', 'lead'] } },
            { standInInvitation: { some: { personId: { in: ids }, status: 'accepted' } } },
          ],
        },
      },
    },
    include: { invitationMeeting: { include: { standInInvitation: true } } },
    orderBy: { startsAt: 'asc' },
  });
  const overlapping = others.flatMap((one) => {
    const from = asMoment(one.localStart);
    const until = addMinutes(from, one.duration);
    return from < to && until > span.at ? [{ from, to: until, invitations: one.invitationMeeting }] : [];
  });
  return ids.flatMap((personId): Clash[] => {
    const taken = overlapping.find(({ invitations }) =>
      invitations.some(
        (one) =>
          (one.personId === personId && ['asked', 'coming', 'lead'].includes(one.status)) ||
          one.standInInvitation.some((colleague) => colleague.personId === personId && colleague.status === 'accepted'),
      ),
    );
    const away = org.isAwayOn(personId, day);
    if (!taken && !away) return [];
    return [{ personId, away, busy: taken ? { from: taken.from, to: taken.to } : null }];
  });
}

/** That somebody is taken then, in words; never by what. Null where they are not. */
export const takenText = (clash: Clash | undefined, locale: Locale): string | null =>
  clash?.busy ? words(locale).callForm.taken(clash.busy.from, clash.busy.to) : null;

/** Names clashes, so that somebody may call in spite of what they were shown, and of nothing that has come since. */
export function clashKeys(at: Moment, clashes: readonly Clash[]): string[] {
  return clashes.map((one) => `${at}/${one.personId}/${one.away ? 'away' : ''}${one.busy?.from ?? ''}`).sort();
}
