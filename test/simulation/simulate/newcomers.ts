import { dayOf, textOf } from '../calendar';
import { courseActs } from './course-acts';
import { type Introduction, introductionBook } from './introduction-book';
import type { Newcomer } from './make-newcomers';
import { between, chance, pick } from './make-town';
import { isAway, isHere } from './organisation';
import type { Town } from './town-life';

type Mark = { readonly kind: string; readonly rung: string; readonly matterId: string };

/** Colleagues who come, what they, their managers and their mentors make of the first weeks. */
export type Newcomers = {
  /** What a week changes in them, in the moment before the files are imported; true where anything is otherwise. */
  week(): boolean;
  /** Everything that the week has changed is known: what introductions come to now. */
  reckon(): void;
  /** Called after each beat: whoever it is the day for is met. */
  begin(): Promise<void>;
  react(mark: Mark, to: string): void;
  /** Whose introduction is done, by the programme's id, and who their manager is not to hear of it from. */
  done(): readonly { readonly runId: string; readonly personId: string }[];
};

/** Shares of those who are new, a week. */
const START_MOVES = 0.15;
const LEAVE = 0.12;
const GOES_AGAIN = 0.03;
const NEW_FOR_DAYS = 40;
const ALL_PAGES = 1_000;

export function openNewcomers(town: Town, coming: readonly Newcomer[]): Newcomers {
  const { random, journal, organisation, names } = town;
  const book = introductionBook(town);
  const acts = courseActs(town);

  /** A sitting at the courses, and mostly another one after it. */
  const sits = async (one: Introduction): Promise<void> => {
    const { staff, manner, token } = one.newcomer;
    const course = book.courses.find((each) => !one.done.has(each));
    if (course === undefined || one.runId === '') return;
    const pages = manner === 'in-parts' ? between(random, 1, 8) : ALL_PAGES;
    if (await acts.play(staff.id, course, { token, pages })) book.through(one, course);
    if (chance(random, 0.85)) town.plan(staff.id, between(random, 0, 3), () => sits(one));
  };
  const learns = (one: Introduction, rung: string): void => {
    const { staff, manner } = one.newcomer;
    const share = { 'at-once': 1, 'in-parts': 0.8, reminded: rung === 'own' ? 0 : 0.7, never: 0 }[manner];
    if (chance(random, share)) town.plan(staff.id, between(random, 0, manner === 'at-once' ? 1 : 4), () => sits(one));
  };

  const findsMentor = async (run: string, by: string): Promise<void> => {
    if (!town.teams.button(by, 'mentor.ask', { run })) await town.press(by, 'mentor.form', { run });
    await town.press(by, 'mentor.ask', { run }, ({ action }) => {
      const choices = action.inputs.find(({ id }) => id === 'mentor')?.json.choices;
      const offered = (Array.isArray(choices) ? choices : [])
        .map(({ value }: { value: string }) => value)
        .filter((value) => value !== 'other' && value !== '');
      const chosen = offered.length > 0 ? pick(random, offered) : 'other';
      return chosen === 'other' ? { mentor: chosen, who: somebody() } : { mentor: chosen };
    });
  };
  const somebody = (): string => {
    const able = [...organisation.staff.values()].filter(({ id }) => isHere(organisation, id, town.today()));
    return pick(random, able).name;
  };
  const answersMentor = async (mentorship: string, by: string): Promise<void> => {
    if (!town.teams.button(by, 'mentor.accept', { mentorship })) await town.press(by, 'mentor.open', { mentorship });
    if (chance(random, 0.7)) await town.press(by, 'mentor.accept', { mentorship });
    else await town.press(by, 'mentor.decline', { mentorship }, () => ({ reason: 'Jeg har to nye i forvejen.' }));
  };
  /** A manager or mentor has done their part. */
  const saysDone = async (step: string, by: string): Promise<void> => {
    const { rows } = await names.query<{ run: string }>('select run_id as run from program_step where id = $1', [step]);
    const run = rows[0]?.run ?? '';
    if (!(await town.press(by, 'program.open', { run }))) return;
    await town.press(by, 'program.done', { run }, () => ({ step }));
  };

  const stillNew = (): readonly Introduction[] => {
    const today = dayOf(town.today());
    return book
      .all()
      .filter(({ newcomer: { staff } }) => isHere(organisation, staff.id, town.today()))
      .filter(({ newcomer: { staff } }) => today - dayOf(staff.hiredOn) < NEW_FOR_DAYS);
  };
  const later = (day: string, days: number): string => textOf(dayOf(day) + days);

  return {
    week() {
      const today = town.today();
      let changed = false;
      for (const one of stillNew()) {
        const { staff } = one.newcomer;
        if (chance(random, START_MOVES)) {
          // Somebody who has begun has it put right by some days; whoever has not may come another month.
          const days = one.runId === '' ? between(random, -4, 25) : between(random, -3, 3);
          staff.hiredOn = later(staff.hiredOn, days);
          changed = true;
        }
        if (chance(random, LEAVE)) {
          const fromOn = later(staff.hiredOn > today ? staff.hiredOn : today, between(random, 0, 12));
          const toOn = later(fromOn, between(random, 0, 12));
          if (![fromOn, toOn].some((day) => isAway(organisation, staff.id, day))) {
            organisation.absences.push({ person: staff.id, fromOn, toOn });
            journal.write({ type: 'absence', at: journal.now(), personId: staff.id, fromOn, toOn });
            changed = true;
          }
        }
        if (chance(random, GOES_AGAIN)) {
          staff.leftOn = today;
          changed = true;
        }
      }
      for (const newcomer of coming) {
        if (newcomer.knownOn > today || book.of(newcomer.staff.id)) continue;
        organisation.staff.set(newcomer.staff.id, newcomer.staff);
        journal.watchAnswers({ id: newcomer.staff.id, token: newcomer.token });
        book.knows(newcomer);
        changed = true;
      }
      return changed;
    },
    reckon: book.reckon,
    begin: book.begin,
    react({ kind, rung, matterId }, to) {
      const soon = (share: number, latest: number, run: () => Promise<void>): void => {
        if (chance(random, share)) town.plan(to, between(random, 0, latest), run);
      };
      switch (kind) {
        case 'introduction': {
          const one = book.ofRun(matterId);
          if (one?.newcomer.staff.id === to) learns(one, rung);
          return;
        }
        case 'mentor-find':
          return rung === 'card' ? undefined : soon(0.7, 3, () => findsMentor(matterId, to));
        case 'mentor-answer':
          return rung === 'card' ? undefined : soon(0.7, 3, () => answersMentor(matterId, to));
        case 'program-step-manager':
        case 'program-step-mentor':
          return soon(0.5, 3, () => saysDone(matterId, to));
        default:
      }
    },
    done: () =>
      book
        .all()
        .filter((one) => one.isOver && book.courses.every((course) => one.done.has(course)))
        .map(({ runId, newcomer }) => ({ runId, personId: newcomer.staff.id })),
  };
}
