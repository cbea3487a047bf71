import type { Breach } from '../breach';
import { type Report as Checked, describe } from '../checker';
import type { Wanted } from './arguments';
import type { Ran } from './run';

/** The six words that a run is judged by. */
export const BREACHES = ['missed', 'needless', 'doubled', 'late', 'unseen', 'leaked'] as const;
type BreachWord = (typeof BREACHES)[number];

/** What the checker's finer names come to: early is a kind of late; to somebody else, or outside hours, is needless. */
const WORDS: Readonly<Record<Breach['name'], BreachWord>> = {
  missed: 'missed',
  needless: 'needless',
  doubled: 'doubled',
  late: 'late',
  early: 'late',
  misdirected: 'needless',
  'outside-hours': 'needless',
  unseen: 'unseen',
  leaked: 'leaked',
};

export type RunReport = {
  readonly breaches: Readonly<Record<BreachWord, number>>;
  /** The shortest story of each, by word. */
  readonly stories: Readonly<Record<BreachWord, readonly string[]>>;
  readonly from: string;
  readonly until: string;
  readonly wanted: Wanted;
  readonly presses: number;
  readonly messages: number;
  readonly meetings: number;
  readonly held: number;
  readonly proposals: number;
  readonly handovers: number;
  readonly tellings: number;
  /** Reminders of kinds that the simulation does not judge yet. */
  readonly tellingsNotJudged: number;
  readonly kindsNotJudged: readonly string[];
  /** New colleagues whose introduction was judged, and how many of them came through it. */
  readonly introductions: number;
  readonly introductionsDone: number;
  /** All reminders, by kind. */
  readonly byKind: Readonly<Record<string, number>>;
  readonly restarts: number;
  readonly moments: number;
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** What the house logged as errors, and presses that failed: none of them is expected. */
  readonly faults: readonly string[];
};

const MOST_STORIES = 3;

/** A run's journal as the checker has read it. `seconds`: from the first day to the last, reading included. */
export function reportOf(wanted: Wanted, ran: Ran, checked: Checked, seconds: number): RunReport {
  const by = (word: BreachWord): readonly Breach[] => checked.breaches.filter(({ name }) => WORDS[name] === word);
  const each = <T>(make: (word: BreachWord) => T): Record<BreachWord, T> =>
    Object.fromEntries(BREACHES.map((word) => [word, make(word)])) as Record<BreachWord, T>;
  const shortest = (breaches: readonly Breach[]): readonly string[] =>
    [...breaches]
      .sort((a, b) => a.story.length - b.story.length)
      .slice(0, MOST_STORIES)
      .map(describe);
  return {
    breaches: each((word) => by(word).length),
    stories: each((word) => shortest(by(word))),
    from: ran.from,
    until: ran.until,
    wanted,
    presses: ran.counts.presses,
    messages: ran.messages,
    meetings: ran.counts.meetings,
    held: ran.counts.held,
    proposals: ran.counts.proposals,
    handovers: ran.counts.handovers,
    tellings: ran.tellings.judged,
    tellingsNotJudged: ran.tellings.others,
    kindsNotJudged: [...ran.tellings.notJudged].sort(),
    introductions: ran.counts.introductions,
    introductionsDone: ran.counts.introductionsDone,
    byKind: Object.fromEntries([...ran.tellings.byKind].sort(([, a], [, b]) => b - a)),
    restarts: ran.restarts,
    moments: ran.counts.moments,
    events: ran.events.length,
    seconds: Math.round(seconds * 10) / 10,
    eventsPerSecond: Math.round(ran.events.length / seconds),
    faults: [...ran.faults, ...ran.counts.refused],
  };
}

/** Whether nothing is wrong with a run. */
export const isClean = ({ breaches, faults }: RunReport): boolean =>
  faults.length === 0 && Object.values(breaches).every((count) => count === 0);

/** A report in words. */
export function inWords(report: RunReport): string {
  const { wanted } = report;
  const counted = BREACHES.map((word) => `${word} ${report.breaches[word]}`).join(' · ');
  return [
    `${report.from} to ${report.until}: ${wanted.people} people, ${wanted.pathways} pathways, seed ${wanted.seed}`,
    `${report.meetings} meetings called, ${report.held} held; ${report.proposals} proposals, ${report.handovers} handovers; ${report.introductions} new colleagues met, ${report.introductionsDone} through the introduction; ${report.presses} presses, ${report.messages} messages, ${report.tellings} reminders` +
      (report.tellingsNotJudged > 0
        ? ` (and ${report.tellingsNotJudged} of kinds that are not judged: ${report.kindsNotJudged.join(', ')})`
        : '') +
      `; ${report.restarts} restarts`,
    Object.entries(report.byKind)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', '),
    `${report.seconds} s, ${report.events} events, ${report.eventsPerSecond} a second`,
    counted,
    ...BREACHES.flatMap((word) => report.stories[word]),
    ...report.faults.slice(0, 10).map((fault) => `fault: ${fault}`),
  ].join('\n');
}
