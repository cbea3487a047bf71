import { after } from '../model-text';
import type { Leadership } from './leadership';

/** A voice of the team on a proposal; `doubts`: what was said last, null where nothing was. */
export type Seat = {
  readonly person: string;
  readonly department: string;
  state: 'asked' | 'answered' | 'lapsed' | 'gone';
  round: number;
  doubts: boolean | null;
};
/** A silent department, for which its manager speaks. */
export type Voice = {
  readonly department: string;
  manager: string | null;
  state: 'open' | 'yes' | 'silent';
  saidBy: string | null;
  readonly dueOn: string;
};
export type Leader = { readonly person: string; departments: readonly string[]; says: string | null };
export type Hearing = {
  readonly level: number;
  readonly round: number;
  status: 'open' | 'decided' | 'differed' | 'late';
  dueOn: string;
  leaders: Leader[];
};
/** A proposal by `unanimous-then-managers`, outside a meeting, as the product's rules have it; not the bot's own code. */
export type Matter = {
  stage: 'asking' | 'talk' | 'leaders' | 'closed';
  outcome: 'adopted' | 'not' | null;
  talkDueOn: string;
  clarified: boolean;
  talks: number;
  answersDueOn: string;
  readonly responsible: string;
  readonly touched: readonly string[];
  readonly seats: Seat[];
  readonly voices: Voice[];
  readonly hearings: Hearing[];
};

const DAYS = { answers: '2wd', voice: '2wd', talk: '1wd', first: '5wd', again: '2wd', above: '3wd' } as const;

export const isLive = (seat: Seat): boolean => seat.state !== 'gone';
export const hearingOf = (matter: Matter): Hearing | undefined =>
  matter.stage === 'leaders' ? matter.hearings.at(-1) : undefined;
const doubting = (matter: Matter): Seat[] => matter.seats.filter((seat) => isLive(seat) && seat.doubts === true);
const expected = (matter: Matter): string[] => [...new Set(matter.seats.map((seat) => seat.department))];

export function silent(matter: Matter): string[] {
  return expected(matter).filter(
    (department) =>
      !matter.seats.some((seat) => seat.department === department && isLive(seat) && seat.state !== 'lapsed') &&
      !matter.voices.some((voice) => voice.department === department && voice.state === 'yes'),
  );
}

/** How a proposal begins: whoever makes it agrees by it. */
export function propose(
  team: readonly { readonly person: string; readonly department: string }[],
  made: { readonly by: string; readonly responsible: string },
  leads: Leadership,
): Matter {
  const own = team.find((one) => one.person === made.responsible)?.department;
  const matter: Matter = {
    stage: 'asking',
    outcome: null,
    talkDueOn: '',
    clarified: false,
    talks: 0,
    answersDueOn: after(leads.today, DAYS.answers),
    responsible: made.responsible,
    touched: own === undefined ? [] : [own],
    seats: team.map((one) => {
      const proposes = one.person === made.by;
      return { ...one, state: proposes ? 'answered' : 'asked', round: 1, doubts: proposes ? false : null };
    }),
    voices: [],
    hearings: [],
  };
  weigh(matter, leads);
  return matter;
}

function openTalk(matter: Matter, { today }: Leadership): void {
  if (matter.stage === 'talk') return;
  matter.stage = 'talk';
  matter.talks += 1;
  matter.talkDueOn = after(today, DAYS.talk);
  matter.clarified = false;
}

export function close(matter: Matter, outcome: 'adopted' | 'not'): void {
  matter.stage = 'closed';
  matter.outcome = outcome;
}

/** Goes on where what has been said decides something. */
export function weigh(matter: Matter, leads: Leadership): void {
  const quiet = silent(matter);
  for (const voice of matter.voices)
    if (voice.state === 'open' && !quiet.includes(voice.department)) voice.state = 'silent';
  if (doubting(matter).length > 0) {
    openTalk(matter, leads);
    return;
  }
  const live = matter.seats.filter(isLive);
  const asked = live.filter((seat) => seat.state === 'asked');
  if (asked.some((seat) => seat.round > 1 && seat.doubts === null)) {
    openTalk(matter, leads);
    return;
  }
  if (asked.length > 0) {
    matter.stage = 'asking';
    return;
  }
  const spoken = live.some((seat) => seat.doubts === false) || matter.voices.some((voice) => voice.state === 'yes');
  const unasked = silent(matter).filter(
    (department) => !matter.voices.some((voice) => voice.department === department),
  );
  for (const department of unasked)
    matter.voices.push({
      department,
      manager: speaker(matter, department, leads),
      state: 'open',
      saidBy: null,
      dueOn: after(leads.today, DAYS.voice),
    });
  if (unasked.length > 0 || matter.voices.some((voice) => voice.state === 'open')) {
    matter.stage = 'asking';
    return;
  }
  if (silent(matter).length > 0 || !spoken) openTalk(matter, leads);
  else close(matter, 'adopted');
}

/** The nearest leader of a department who has no voice of their own. */
function speaker(matter: Matter, department: string, leads: Leadership, but?: string): string | null {
  const members = new Set(matter.seats.map((seat) => seat.person));
  return leads.ofDepartment(department).find((id) => id !== but && leads.isHere(id) && !members.has(id)) ?? null;
}

export function vote(matter: Matter, person: string, doubts: boolean, leads: Leadership): boolean {
  const seat = matter.seats.find((one) => one.person === person && isLive(one));
  if (!seat || (matter.stage !== 'asking' && matter.stage !== 'talk')) return false;
  seat.state = 'answered';
  seat.doubts = doubts;
  if (matter.stage === 'talk' && matter.clarified && doubts) {
    matter.clarified = false;
    if (Math.max(...matter.seats.map((one) => one.round)) <= 2) {
      matter.talks += 1;
      matter.talkDueOn = after(leads.today, DAYS.talk);
    }
  }
  weigh(matter, leads);
  return true;
}

export const answerDueOn = (matter: Matter, seat: Seat): string =>
  matter.stage === 'talk' && seat.round > 1 ? matter.talkDueOn : matter.answersDueOn;

export function answersPast(matter: Matter, leads: Leadership): void {
  if (matter.stage !== 'asking' && matter.stage !== 'talk') return;
  for (const seat of matter.seats)
    if (seat.state === 'asked' && answerDueOn(matter, seat) < leads.today) seat.state = 'lapsed';
  weigh(matter, leads);
}

export function speaks(matter: Matter, manager: string, by: string, leads: Leadership): boolean {
  const mine = matter.voices.filter((voice) => voice.state === 'open' && voice.manager === manager);
  if (mine.length === 0 || (matter.stage !== 'asking' && matter.stage !== 'talk')) return false;
  for (const voice of mine) Object.assign(voice, { state: 'yes', saidBy: by });
  weigh(matter, leads);
  return true;
}

export function voicesPast(matter: Matter, leads: Leadership): void {
  if (matter.stage !== 'asking' && matter.stage !== 'talk') return;
  for (const voice of matter.voices) if (voice.state === 'open' && voice.dueOn < leads.today) voice.state = 'silent';
  weigh(matter, leads);
}

/** The lead answers the doubts: whoever doubts is asked anew, or whoever was silent where nobody does. */
export function clarify(matter: Matter, { today }: Leadership): boolean {
  if (matter.stage !== 'talk') return false;
  const doubts = doubting(matter);
  const again = doubts.length > 0 ? doubts : matter.seats.filter((seat) => seat.state === 'lapsed');
  if (again.length === 0) return false;
  if (Math.max(...matter.seats.map((one) => one.round)) === 1) matter.talkDueOn = after(today, DAYS.talk);
  for (const seat of again) Object.assign(seat, { state: 'asked', round: seat.round + 1 });
  matter.clarified = true;
  return true;
}

/** Puts it before the leaders of the departments that it touches, of those who doubt and of the silent. */
export function toLeaders(matter: Matter, leads: Leadership): boolean {
  if (matter.stage !== 'talk') return false;
  const found = leadersFor(matter, concerned(matter), leads);
  lapseAll(matter);
  matter.stage = 'leaders';
  matter.hearings.push(hearing(found, { level: 1, round: 1, days: DAYS.first }, leads));
  return true;
}

/** What is put before leaders is no longer asked of the team. */
function lapseAll(matter: Matter): void {
  for (const seat of matter.seats) if (seat.state === 'asked') seat.state = 'lapsed';
  for (const voice of matter.voices) if (voice.state === 'open') voice.state = 'silent';
}

/** Somebody left the municipality: their voice, and what they were to say for a department. */
export function goneFromTeam(matter: Matter, person: string, leads: Leadership): void {
  for (const seat of matter.seats) if (seat.person === person) seat.state = 'gone';
  for (const voice of matter.voices)
    if (voice.state === 'open' && voice.manager === person)
      voice.manager = speaker(matter, voice.department, leads, person);
  if (matter.stage === 'asking' || matter.stage === 'talk') weigh(matter, leads);
}

export const concerned = (matter: Matter): string[] => [
  ...new Set([...matter.touched, ...doubting(matter).map((seat) => seat.department), ...silent(matter)]),
];

/** Who cannot decide as a leader: whoever has a voice, or has spoken for a department. */
export function barred(matter: Matter): { readonly members: ReadonlySet<string>; readonly spoke: ReadonlySet<string> } {
  const spoke = matter.voices.flatMap(({ state, manager, saidBy }) => (state === 'yes' ? [manager, saidBy] : []));
  return {
    members: new Set(matter.seats.map((seat) => seat.person)),
    spoke: new Set(spoke.flatMap((id) => id ?? [])),
  };
}

/** The leaders of departments, each once; with none of one's own the deputy, else whoever is above. */
export function leadersFor(matter: Matter, departments: readonly string[], leads: Leadership): Leader[] {
  const { members, spoke } = barred(matter);
  const isFree = (id: string | null): id is string =>
    id !== null && leads.isHere(id) && !members.has(id) && !spoke.has(id);
  const found = new Map<string, string[]>();
  for (const department of departments) {
    let leader: string | undefined;
    for (const id of leads.ofDepartment(department)) {
      const deputy = leads.deputyOf(id);
      leader ??= isFree(id) ? id : !spoke.has(id) && isFree(deputy) ? deputy : undefined;
    }
    leader ??= leads.directors.find(isFree);
    if (leader !== undefined) found.set(leader, [...(found.get(leader) ?? []), department]);
  }
  return [...found].map(([person, own]) => ({ person, departments: own, says: null }));
}

/** With nobody to decide it, the house looks again on the next working day. */
export function hearing(
  leaders: Leader[],
  { level, round, days }: { readonly level: number; readonly round: number; readonly days: string },
  { today }: Leadership,
): Hearing {
  return { level, round, status: 'open', dueOn: leaders.length > 0 ? after(today, days) : today, leaders };
}

export const RULING_DAYS = DAYS;
