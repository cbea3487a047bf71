import { attendanceCard } from '../../cards/intakes/attendance';
import { intakeCard } from '../../cards/intakes/intake';
import { intakeListCard } from '../../cards/intakes/list';
import { seatCard } from '../../cards/intakes/seat';
import type { Unit } from '../db/unit';
import type { Renderer, RenderInput } from '../obligations/kind';
import { organisation } from '../people/organisation';
import type { Locale, OutCard } from '../turn';
import { attendanceView, intakeView, listView, seatView } from './show';
import { mayAnswer, mayLead } from './standing';
import { hasBegun, intakeIdOfDay, intakeOfSeat, loadIntake } from './store';

export type Viewer = { readonly unit: Unit; readonly personId: string; readonly locale: Locale };
type Drawn = Promise<OutCard | 'gone'>;
type Sending = RenderInput['sending'];

/** One's own place, for whoever has it. */
export async function drawSeat(
  { unit, personId, locale }: Viewer,
  seatId: string,
  more: { readonly sending?: Sending; readonly moved?: number } = {},
): Drawn {
  const found = await intakeOfSeat(unit, seatId);
  const seat = found?.seats.find((one) => one.id === seatId);
  if (!found || !seat || !mayAnswer(seat, personId)) return 'gone';
  const view = await seatView(unit, found, { personId, seat }, more);
  return { ...seatCard(view, locale), keep: { kind: 'intake-seat', matterKind: 'seat', matterId: seatId } };
}

/** A class that somebody could ask for a seat in, or their place in it once they have. */
export async function drawOpenClass(viewer: Viewer, intakeId: string): Drawn {
  const { unit, personId, locale } = viewer;
  const found = await loadIntake(unit, intakeId);
  if (found?.kind !== 'class') return 'gone';
  const seat = found.seats.find((one) => one.personId === personId);
  if (seat) return drawSeat(viewer, seat.id);
  if (found.intake.status !== 'open' || hasBegun(unit, found)) return 'gone';
  return { ...seatCard(await seatView(unit, found, { personId, seat }), locale) };
}

/** All of an intake, for the onboarding lead. */
export async function drawIntake(
  { unit, personId, locale }: Viewer,
  id: string,
  faults: Readonly<Record<string, string>> = {},
): Drawn {
  const found = await loadIntake(unit, id);
  if (!found || !mayLead(await organisation(unit), personId)) return 'gone';
  const card = intakeCard(await intakeView(unit, found, faults), locale);
  return { ...card, keep: { kind: 'intake', matterKind: 'intake', matterId: id } };
}

/** Who was there on a day, for the onboarding lead. */
export async function drawDay(
  { unit, personId, locale }: Viewer,
  dayId: string,
  more: { readonly sending?: Sending; readonly faults?: Readonly<Record<string, string>> } = {},
): Drawn {
  const id = await intakeIdOfDay(unit, dayId);
  const found = id === undefined ? undefined : await loadIntake(unit, id);
  const day = found?.days.find((one) => one.id === dayId);
  if (!found || !day || !mayLead(await organisation(unit), personId)) return 'gone';
  const card = attendanceCard(await attendanceView(unit, found, day, more), locale);
  return { ...card, keep: { kind: 'intake-day', matterKind: 'intake-day', matterId: dayId } };
}

/** What somebody can see and open. */
export async function drawList({ unit, personId, locale }: Viewer): Promise<OutCard> {
  return intakeListCard(await listView(unit, personId), locale);
}

const MOVED = [1, 2, 3] as const;

/** What is sent, drawn as things stand then; what is no longer true is not sent. */
export function intakeRenderers(): Record<string, Renderer> {
  const seat =
    (moved?: number): Renderer =>
    async (unit, { matterId, personId, locale, sending }) => {
      if (sending && !(await stillAsked(unit, matterId, moved === undefined ? ['called', 'offered'] : ['booked'])))
        return undefined;
      return drawSeat({ unit, personId, locale }, matterId, {
        ...(sending ? { sending } : {}),
        ...(moved === undefined ? {} : { moved }),
      });
    };
  return {
    'intake-seat': seat(),
    ...Object.fromEntries(MOVED.map((n) => [`intake-moved.${n}`, seat(n)])),
    'intake-cancelled': (unit, { matterId, personId, locale, sending }) =>
      drawSeat({ unit, personId, locale }, matterId, sending ? { sending } : {}),
    intake: (unit, { matterId, personId, locale }) => drawIntake({ unit, personId, locale }, matterId),
    'intake-day': async (unit, { matterId, personId, locale, sending }) =>
      drawDay({ unit, personId, locale }, matterId, sending ? { sending } : {}),
    'intake-list': (unit, { personId, locale }) => drawList({ unit, personId, locale }),
  };
}

async function stillAsked(unit: Unit, seatId: string, statuses: readonly string[]): Promise<boolean> {
  const found = await intakeOfSeat(unit, seatId);
  const seat = found?.seats.find((one) => one.id === seatId);
  return found?.intake.status === 'open' && seat !== undefined && statuses.includes(seat.status);
}
