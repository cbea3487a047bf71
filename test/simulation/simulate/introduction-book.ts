import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createWorkCalendar, dayOf, textOf } from '../calendar';
import { keyOf } from './journal-writer';
import type { Newcomer } from './make-newcomers';
import { isHere } from './organisation';
import { type Town, ZONE_HOUSE } from './town-life';

const { zone } = ZONE_HOUSE;
const WORKING = createWorkCalendar({ house: ZONE_HOUSE, closures: [], worksOn: [] });
/** The introduction is to be done so many days after the start, leave not counted. */
const DAYS = 14;
/** Whoever the house comes to know later than this begins on the day that it meets them. */
const MET_LATE_DAYS = 7;

/** Somebody's introduction, as the municipality knows it. */
export type Introduction = {
  readonly newcomer: Newcomer;
  /** The house's name for the programme; '': not begun. */
  runId: string;
  metOn: string;
  dueOn: string;
  readonly done: Set<string>;
  isOver: boolean;
};

/** Writes down when new colleagues are met, by when they are to be through, and how that ends: by the calendar and by what they did. */
export function introductionBook(town: Town) {
  const { journal, organisation, names } = town;
  const courses = introductionCourses();
  const all = new Map<string, Introduction>();
  const key = ({ runId }: Introduction): string => keyOf({ kind: 'introduction', matterId: runId, round: 1 });

  const startOf = ({ newcomer, metOn }: Introduction): string => {
    const { hiredOn } = newcomer.staff;
    return dayOf(metOn) - dayOf(hiredOn) > MET_LATE_DAYS ? metOn : hiredOn;
  };
  /** Day by day: only those on which they are not on leave count. */
  const dueOf = (one: Introduction): string => {
    const away = organisation.absences.filter(({ person }) => person === one.newcomer.staff.id);
    let day = dayOf(startOf(one)) - 1;
    for (let left = DAYS + 1; left > 0; ) {
      day += 1;
      const on = textOf(day);
      if (!away.some(({ fromOn, toOn }) => fromOn <= on && on <= toOn)) left -= 1;
    }
    return textOf(day);
  };
  /** The first working day on which the house can meet them, at the hour at which it opens. */
  const meetsAt = ({ newcomer }: Introduction): number => {
    const { hiredOn } = newcomer.staff;
    const first = dayOf(hiredOn > newcomer.knownOn ? hiredOn : newcomer.knownOn);
    return zone.instantAt(WORKING.onOrAfter(first), ZONE_HOUSE.opens);
  };
  const planMeeting = (one: Introduction): void => town.agenda.plan(meetsAt(one), async () => undefined);
  const end = (one: Introduction, how: 'met' | 'cancelled'): void => {
    one.isOver = true;
    if (one.runId !== '') journal.close(key(one), how);
  };

  return {
    courses,
    all: () => [...all.values()],
    of: (personId: string) => all.get(personId),
    ofRun: (runId: string) => [...all.values()].find((one) => one.runId === runId),
    /** The files name somebody. */
    knows(newcomer: Newcomer): void {
      const one = { newcomer, runId: '', metOn: '', dueOn: '', done: new Set<string>(), isOver: false };
      all.set(newcomer.staff.id, one);
      planMeeting(one);
    },
    /** Start dates, leave and departures are as they are now. */
    reckon(): void {
      for (const one of all.values()) {
        if (one.isOver) continue;
        if (!isHere(organisation, one.newcomer.staff.id, town.today())) end(one, 'cancelled');
        else if (one.runId === '') planMeeting(one);
        else {
          const due = dueOf(one);
          if (due === one.dueOn) continue;
          one.dueOn = due;
          journal.move(key(one), { due });
        }
      }
    },
    /** Whoever it is the day for is met now, the house being open. */
    async begin(): Promise<void> {
      const now = town.clock.now().getTime();
      if (!WORKING.isOpen(now, 0)) return;
      for (const one of all.values()) {
        if (one.isOver || one.runId !== '' || meetsAt(one) > now) continue;
        const { id } = one.newcomer.staff;
        // The id for the journal's key; without one the checker finds that nobody is met or told.
        const { rows } = await names.query<{ id: string }>(
          'select id from program_run where person_id = $1 order by n desc limit 1',
          [town.people.idOf(id)],
        );
        one.runId = rows[0]?.id ?? `none-${id}`;
        one.metOn = town.today();
        one.dueOn = dueOf(one);
        town.counts.introductions += 1;
        journal.open({
          kind: 'introduction',
          matterId: one.runId,
          round: 1,
          ownerId: id,
          ownerRole: 'person',
          roles: {},
          anchors: { due: one.dueOn },
          about: one.runId,
          ref: '',
        });
      }
    },
    /** Somebody is through a course. */
    through(one: Introduction, course: string): void {
      one.done.add(course);
      if (one.isOver || !courses.every((each) => one.done.has(each))) return;
      town.counts.introductionsDone += 1;
      end(one, 'met');
    },
  };
}

type Part = { readonly introduction?: boolean; readonly steps: readonly { readonly settles: { course: string } }[] };

/** The courses of the introduction: the same in every programme of the house, read without the bot's reader. */
function introductionCourses(): readonly string[] {
  const folder = path.resolve('content/programs');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const lists = files.map((file) => {
    const { parts } = parse(readFileSync(path.join(folder, file), 'utf8')) as { readonly parts: readonly Part[] };
    return parts.filter((part) => part.introduction).flatMap((part) => part.steps.map((step) => step.settles.course));
  });
  const [first = []] = lists;
  if (first.length === 0 || lists.some((list) => list.join() !== first.join()))
    throw new Error('The programmes differ in their introduction: the simulation has to know whose is whose');
  return first;
}
