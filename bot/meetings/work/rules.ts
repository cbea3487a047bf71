import type { Day } from '../../time/day';
import { dayOf, type Moment, momentAt } from '../../time/moment';
import { spanFrom } from '../../time/span';
import { onOrBefore, type WorkingCalendar } from '../../time/working-calendar';

/** `asked-us`: the citizen asked us to go on without them. */
export type CitizenThere = 'there' | 'asked-us' | null;

export type Held = {
  readonly citizenTakesPart: boolean;
  readonly citizenThere: CitizenThere;
  /** How and when the citizen asked us to go on. */
  readonly citizenHow: string;
  readonly citizenAskedOn: Day | null;
  /** The citizen's own words; for a meeting without them, what they said beforehand, or why that could not be had. */
  readonly citizenWords: string;
  readonly here: number;
  readonly next: Moment | null;
  readonly noNextBecause: string;
};

export type Lacking = 'citizen-missing' | 'how-missing' | 'words-missing' | 'nobody-here' | 'next-missing';

/**
 * What must be there before a meeting is closed. A meeting whose citizen neither came nor asked us to go on does not count
 * (Ballerup 1, 9): it is moved instead. Where the model meets without the citizen, their view stands in their words.
 */
export function lackingToClose(held: Held): Lacking[] {
  const lacking: Lacking[] = [];
  if (held.citizenTakesPart && held.citizenThere === null) lacking.push('citizen-missing');
  if (held.citizenThere === 'asked-us' && (held.citizenHow.trim() === '' || held.citizenAskedOn === null))
    lacking.push('how-missing');
  if (held.citizenWords.trim() === '') lacking.push('words-missing');
  if (held.here === 0) lacking.push('nobody-here');
  if (held.next === null && held.noNextBecause.trim() === '') lacking.push('next-missing');
  return lacking;
}

/** Whether a meeting counts as a follow-up or a transition meeting: held with the citizen, or at their wish without them. */
export function counts({ citizenTakesPart, citizenThere }: Pick<Held, 'citizenTakesPart' | 'citizenThere'>): boolean {
  return !citizenTakesPart || citizenThere !== null;
}

/** When something is to be ready: so long before the meeting, on a working day, at the model's hour. */
export function readyBy(start: Moment, before: string, at: string, calendar: WorkingCalendar): Moment {
  return momentAt(onOrBefore(calendar, spanFrom(dayOf(start), before, calendar, true)), at);
}

export type Toggled = { readonly add: readonly string[]; readonly remove: readonly string[] };

/**
 * What a press of the presence form changes: only what this person changed of what they saw, so that two who note at once
 * do not undo each other.
 */
export function toggled(shown: ReadonlySet<string>, marked: ReadonlySet<string>): Toggled {
  return {
    add: [...marked].filter((id) => !shown.has(id)),
    remove: [...shown].filter((id) => !marked.has(id)),
  };
}

export type Came = {
  readonly personId: string;
  readonly departmentId: string;
  /** What the invitation stands at: the answer, as long as it is kept. */
  readonly status: string;
  readonly leadReply: string | null;
};

export type DepartmentOutcome = {
  readonly departmentId: string;
  /**
   * `managed`: everybody from there was hindered, and the lead said that we manage; nobody is asked about it.
   * `open`: nobody came, and those invited are first asked whether there was something we did not know.
   * `not-represented`: nobody came, everybody was hindered, and the lead had said that we need somebody.
   */
  readonly state: 'represented' | 'managed' | 'open' | 'not-represented';
  /** Whom to ask. */
  readonly ask: readonly string[];
};

/** How each invited department stands after a meeting with a duty to attend. A colleague who came instead counts as the department. */
export function representationOf(invited: readonly Came[], here: ReadonlySet<string>): DepartmentOutcome[] {
  const departments = [...new Set(invited.map((one) => one.departmentId))];
  return departments.map((departmentId) => {
    const own = invited.filter((one) => one.departmentId === departmentId);
    if (here.has(departmentId)) return { departmentId, state: 'represented', ask: [] };
    if (own.every((one) => one.status === 'hindered' && one.leadReply !== 'somebody'))
      return { departmentId, state: 'managed', ask: [] };
    const ask = own.filter((one) => one.status !== 'hindered').map((one) => one.personId);
    return { departmentId, state: ask.length === 0 ? 'not-represented' : 'open', ask };
  });
}
