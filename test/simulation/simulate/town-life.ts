import type { Client } from 'pg';
import type { PressOutcome } from '../../../stage/chat';
import { createHouse, createWorkCalendar, dayOf, minutesOf, textOf, type WorkCalendar } from '../calendar';
import { FREE_DAYS } from '../model-text';
import type { Agenda } from './agenda';
import type { Clock } from './clock';
import type { JournalWriter } from './journal-writer';
import { between, chance, type Random } from './make-town';
import { hasBegun, isAway, isHere, type Organisation } from './organisation';
import type { Button, InProcessTeams } from './teams';
import { isTurnedAway } from './turned-away';

export const ZONE_HOUSE = createHouse({
  zone: 'Europe/Copenhagen',
  opens: minutesOf('08:00'),
  closes: minutesOf('16:00'),
  freeDays: FREE_DAYS,
});
const { zone } = ZONE_HOUSE;
/** The minutes at which people mostly come to their chats: few, so that a day has few moments. */
const SITTINGS = ['09:00', '10:30', '13:00', '14:30'].map(minutesOf);

/** What is counted of a run. */
export type Counts = {
  presses: number;
  withoutButton: number;
  refused: string[];
  moments: number;
  meetings: number;
  held: number;
  proposals: number;
  handovers: number;
  /** New colleagues who were met, and of those who are through the introduction. */
  introductions: number;
  introductionsDone: number;
};

/** A run in the middle of its days: what everything that people do stands on. */
export type Town = {
  readonly clock: Clock;
  readonly teams: InProcessTeams;
  readonly organisation: Organisation;
  readonly random: Random;
  readonly agenda: Agenda;
  readonly journal: JournalWriter;
  readonly counts: Counts;
  /** The last instant of the period. */
  readonly until: number;
  /** For the names of things only: ids of meetings, invitations and people. */
  readonly names: Client;
  /** The house's own ids of people, both ways. */
  readonly people: { entraOf(id: string): string; idOf(entraId: string): string };
  /** The instant of a local day and minute. */
  instant(day: string, minute: number): number;
  today(): string;
  calendarOf(entraId: string): WorkCalendar;
  isAtWork(entraId: string, day: string): boolean;
  /** The first sitting of somebody's not before so many working days from now, when they are there; undefined: after the period. */
  sitting(entraId: string, workingDays: number): number | undefined;
  /** Plans what somebody does at their sitting, should they be there then. */
  plan(entraId: string, workingDays: number, run: () => Promise<void>): void;
  /** Presses a button of somebody's chat; undefined where there is none, and where the bot says that it changed nothing. */
  press(
    entraId: string,
    verb: string,
    data?: Readonly<Record<string, string>>,
    inputs?: (button: Button) => Readonly<Record<string, string>>,
  ): Promise<PressOutcome | undefined>;
};

export function openTownLife(o: {
  readonly clock: Clock;
  readonly teams: InProcessTeams;
  readonly organisation: Organisation;
  readonly random: Random;
  readonly agenda: Agenda;
  readonly journal: JournalWriter;
  readonly names: Client;
  readonly people: Town['people'];
  readonly until: number;
  /** Carries out a press, again where the bot died over it. */
  readonly pressing: (press: () => Promise<PressOutcome>) => Promise<PressOutcome>;
}): Town {
  const { clock, teams, organisation, random } = o;
  const counts: Counts = {
    presses: 0,
    withoutButton: 0,
    refused: [],
    moments: 0,
    meetings: 0,
    held: 0,
    proposals: 0,
    handovers: 0,
    introductions: 0,
    introductionsDone: 0,
  };
  const calendars = new Map<string, WorkCalendar>();
  const today = (): string => clock.local().slice(0, 10);
  const instant = (day: string, minute: number): number => zone.instantAt(dayOf(day), minute);
  const calendarOf = (entraId: string): WorkCalendar => {
    const worksOn = organisation.staff.get(entraId)?.worksOn ?? [];
    const key = worksOn.join();
    const known = calendars.get(key) ?? createWorkCalendar({ house: ZONE_HOUSE, closures: [], worksOn });
    calendars.set(key, known);
    return known;
  };
  const isAtWork = (entraId: string, day: string): boolean =>
    calendarOf(entraId).works(dayOf(day)) &&
    hasBegun(organisation, entraId, day) &&
    isHere(organisation, entraId, day) &&
    !isAway(organisation, entraId, day);
  const sitting = (entraId: string, workingDays: number): number | undefined => {
    const calendar = calendarOf(entraId);
    let day = calendar.plus(dayOf(today()), { count: workingDays, unit: 'wd' });
    const minute = chance(random, 0.95)
      ? (SITTINGS[between(random, 0, SITTINGS.length - 1)] ?? 0)
      : between(random, minutesOf('08:05'), minutesOf('15:45'));
    for (let tries = 0; tries < 60; tries += 1, day += 1) {
      const at = zone.instantAt(day, minute);
      if (at > o.until) return undefined;
      if (at > clock.now().getTime() && isAtWork(entraId, textOf(day))) return at;
    }
    return undefined;
  };
  return {
    ...o,
    counts,
    today,
    instant,
    calendarOf,
    isAtWork,
    sitting,
    plan(entraId, workingDays, run) {
      const at = sitting(entraId, workingDays);
      if (at === undefined) return;
      o.agenda.plan(at, async () => {
        // An absence may have become known meanwhile; then it is done once they are back, or not at all.
        if (isAtWork(entraId, today()) && !teams.isBlocked(entraId)) await run();
      });
    },
    async press(entraId, verb, data, inputs) {
      const button = teams.button(entraId, verb, data);
      if (!button) {
        counts.withoutButton += 1;
        return undefined;
      }
      const copies = chance(random, 0.02) ? 2 : 1;
      const outcome = await o.pressing(() => teams.press(entraId, button, inputs?.(button) ?? {}, copies));
      counts.presses += 1;
      if (outcome.kind === 'error' || outcome.status !== 200)
        counts.refused.push(`${o.clock.local()} ${verb}: ${outcome.status} ${outcome.text ?? ''}`);
      return isTurnedAway(outcome) ? undefined : outcome;
    },
  };
}
