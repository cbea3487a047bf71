import { z } from 'zod/v4';
import { writtenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { said, sentence, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { fitting, plain } from '../text';
import { drawnGround, type GroundLine, groundLine, type LackingLine, namesInARow } from './ground-line';
import template from './ground-shared.json';
import { meetingName } from './ground-withdraw';

/** What somebody saw of a pathway, or got from it. */
export type SharedLine = {
  readonly name: string;
  /** The department, or what an external is. */
  readonly department: string;
  readonly pathway: boolean;
  /** Alias and reference, on a list of their own. */
  readonly listed: boolean;
  /** Numbers of meetings. */
  readonly meetings: readonly number[];
  readonly records: readonly number[];
  readonly agreements: boolean;
  /** The reference, in a notice or a line of the morning. */
  readonly notices: boolean;
};

/** What had been shared with whom by a ground. */
export type GroundSharedView = {
  readonly pathwayId: string;
  readonly ref: string;
  readonly ground: GroundLine;
  /** The days it is about. */
  readonly from: string;
  readonly to: string;
  readonly people: readonly SharedLine[];
  /** Departments and externals with whom sharing goes on, on another ground. */
  readonly kept: readonly string[];
  /** Called meetings ahead with somebody who lacks ground. */
  readonly meetings: readonly LackingLine[];
  /** Among those invited without ground is somebody outside the municipality, whom the house cannot tell by a card. */
  readonly externals: boolean;
};

const draw = defineCard({
  name: 'ground-shared',
  template,
  schema: z.strictObject({
    pathway: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    period: z.string(),
    hasPeople: z.boolean(),
    people: said,
    peopleRest: z.string(),
    partly: z.string(),
    hasLacking: z.boolean(),
    lacking: said,
    lackingText: z.string(),
    ground: groundLine,
    labels: z.strictObject({ said: z.string(), lacking: z.string(), back: z.string() }),
  }),
});

export function groundSharedCard(view: GroundSharedView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.groundShared;
  const people = fitting(
    view.people.map((one) => sentence(sharedWith(one, w), `${one.name}, ${one.department}:`)),
    5_500,
  );
  const holds = view.ground.state === 'holds';
  return draw(
    {
      pathway: view.pathwayId,
      quiet: card.quiet(plain(view.ref)),
      title: view.people.length === 0 ? card.none : card.title,
      state: holds ? { text: card.stillHolds, color: 'Good' } : { text: card.stopped, color: 'Attention' },
      period: view.people.length === 0 ? '' : card.period(writtenDay(view.from, locale), writtenDay(view.to, locale)),
      hasPeople: view.people.length > 0,
      people: people.kept,
      peopleRest: people.rest === 0 ? '' : card.rest(people.rest),
      partly: view.kept.length === 0 || holds ? '' : card.partly(namesInARow(view.kept, w)),
      hasLacking: view.meetings.length > 0,
      lacking: lackingMeetings(view.meetings, w, locale),
      lackingText: view.externals ? card.lackingText : '',
      ground: drawnGround(view.ground, w, locale),
      labels: { said: card.said, lacking: card.lacking, back: card.back },
    },
    card.summary(view.ref),
    locale,
  );
}

/** Meetings ahead with the names of those who are no longer invited. */
export function lackingMeetings(
  meetings: readonly LackingLine[],
  w: Words,
  locale: Locale,
): { lead: string; text: string }[] {
  return fitting(
    meetings.map((one) => sentence(namesInARow(one.names, w), `${meetingName(one, w, locale)}:`)),
    2_000,
  ).kept;
}

function sharedWith(one: SharedLine, w: Words): string {
  const card = w.groundShared;
  const numbers = (list: readonly number[]) => namesInARow(list.map(String), w);
  const what = [
    ...(one.pathway ? [card.pathway] : []),
    ...(one.listed && !one.pathway ? [card.listed] : []),
    ...(one.meetings.length === 0 ? [] : [card.meetings(numbers(one.meetings))]),
    ...(one.records.length === 0 ? [] : [card.records(numbers(one.records))]),
    ...(one.agreements ? [card.agreements] : []),
    ...(one.notices && !one.pathway && one.meetings.length === 0 ? [card.notices] : []),
  ];
  return `${namesInARow(what, w)}.`;
}
