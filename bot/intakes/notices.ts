import { spokenDay } from '../../content/words/dates';
import { listed } from '../../content/words/listed';
import { words } from '../../content/words/words';
import type { NoticeLine } from '../obligations/kind';
import { organisation } from '../people/organisation';
import { intakeOfSeat, momentOf } from './store';

/** To the nearest leader: on which days a colleague is away to learn. Nothing of what anybody answered. */
export const intakeDays: NoticeLine = async (unit, { personId, locale, matterId }) => {
  const found = await intakeOfSeat(unit, matterId);
  const seat = found?.seats.find((one) => one.id === matterId);
  const org = await organisation(unit);
  if (!found || seat?.status !== 'booked' || found.intake.status !== 'open') return undefined;
  if (!org.leadersOf(seat.personId).includes(personId)) return undefined;
  const name = org.people.get(seat.personId)?.name ?? '';
  const days = listed(
    found.days.map((day) => spokenDay(momentOf(day), locale, unit.today)),
    locale,
  );
  const w = words(locale);
  return { text: w.lines.intakeDays(name, found.intake.title, days), group: w.intakes.kinds[found.kind] };
};
