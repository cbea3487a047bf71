import { spokenMoment } from '../../content/words/dates';
import { words } from '../../content/words/words';
import type { Unit } from '../db/unit';
import type { Letter, LetterContent, LetterInput } from '../messages/letter';
import { type IntakeCase, intakeIdOfDay, loadIntake } from './store';

/** The e-mails with the entry for a learner's calendar, one for each day, and with its end. */
export function intakeLetters(): Record<string, Letter> {
  return { 'intake.request': letter('REQUEST'), 'intake.cancel': letter('CANCEL') };
}

const letter =
  (method: 'REQUEST' | 'CANCEL'): Letter =>
  async (unit, input) => {
    const id = await intakeIdOfDay(unit, input.matterId);
    const found = id === undefined ? undefined : await loadIntake(unit, id);
    const seat = found?.seats.find((one) => one.personId === input.personId);
    if (!found || !seat) return undefined;
    const booked = seat.status === 'booked' && found.intake.status !== 'cancelled';
    // Whoever has given the seat back meanwhile gets no entry, and whoever has it again is not told that it is gone.
    if (booked !== (method === 'REQUEST')) return undefined;
    return written(unit, found, { method, sequence: found.intake.sequence + seat.version }, input);
  };

/** The sequence rises with every move of a day and with every change of the seat. Source: RFC 5546, 3.2.2 and 3.2.5. */
function written(
  unit: Unit,
  { intake, days }: IntakeCase,
  { method, sequence }: { readonly method: 'REQUEST' | 'CANCEL'; readonly sequence: number },
  { matterId, locale, to }: LetterInput,
): LetterContent | undefined {
  const day = days.find((one) => one.id === matterId);
  if (!day) return undefined;
  const w = words(locale);
  const { mail } = w.intakes;
  const when = spokenMoment(day.localStart, locale, unit.today);
  const firstName = to.name.split(' ')[0] ?? to.name;
  const { opening } = mail;
  const request = method === 'REQUEST';
  const said = request
    ? [opening.request(intake.title, `${when} (${w.duration(day.duration)})`, day.place), mail.answerInTeams]
    : [intake.status === 'cancelled' ? opening.off(intake.title, when) : opening.gone(intake.title, when)];
  return {
    subject: mail.subject[request ? 'request' : 'cancel'](day.n, days.length, intake.title),
    text: [w.mail.hello(firstName), ...said, w.mail.bye(unit.policy.municipality)].join('\n\n'),
    calendar: {
      method,
      uid: day.uid,
      sequence,
      start: day.startsAt,
      duration: day.duration,
      summary: mail.entry(intake.title, day.n, days.length),
      location: day.place,
      description: mail.answerInTeams,
      attendee: to,
      stamp: unit.now,
    },
  };
}
