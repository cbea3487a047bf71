import { spokenMoment } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { type Block, coursePage, heading, markdown, quietLine, saidLine } from '../learning/course-page';
import { listField } from '../learning/parts';
import { choiceField, type Field, press, type Row } from '../matter';
import type { Drawn } from '../render';
import { clipped, plain } from '../text';

export type PickMeetingView = {
  readonly attempt: string;
  readonly question: string;
  readonly course: string;
  readonly prompt: string;
  readonly today: string;
  /** Those that the reader works, called or running. */
  readonly meetings: readonly { readonly id: string; readonly ref: string; readonly at: string }[];
  readonly faults: Readonly<Record<string, string>>;
};

/** A dilemma that a team plays: numbers, and nobody by name. */
export type DilemmaView = {
  readonly mark: string;
  readonly dilemma: string;
  readonly course: string;
  /** 1 and 2: asked; 3: both are shown. */
  readonly round: number;
  readonly open: boolean;
  readonly prompt: string;
  readonly options: readonly { readonly text: string; readonly why: string }[];
  readonly after: string;
  /** How many chose each, by round; null before that round is shown. */
  readonly first: readonly number[] | null;
  readonly second: readonly number[] | null;
  readonly moved: { readonly both: number; readonly moved: number } | null;
  /** What the reader chose in this round. */
  readonly mine: number | null;
  /** How many have answered in this round, and how many play. */
  readonly answered: number;
  readonly players: number;
  /** The reader says when a round is shown. */
  readonly leads: boolean;
  readonly faults: Readonly<Record<string, string>>;
};

/** Which meeting a dilemma is played at. */
export function pickMeetingCard(view: PickMeetingView, locale: Locale): Drawn {
  const w = words(locale);
  const { pick } = w.dilemma;
  const { attempt, question, meetings } = view;
  return coursePage(
    () => ({
      summary: w.dilemma.summary,
      mark: 'dilemma/pick',
      quiet: w.dilemma.quiet(plain(view.course)),
      title: pick.title,
      faults: view.faults,
      blocks: [...markdown(view.prompt), saidLine({ text: meetings.length === 0 ? pick.none : pick.text })],
      fields:
        meetings.length === 0
          ? []
          : [
              listField({
                id: 'meeting',
                label: pick.label,
                placeholder: pick.label,
                value: meetings[0]?.id ?? '',
                choices: meetings.map(({ id, ref, at }) => ({
                  title: `${ref} · ${spokenMoment(at, locale, view.today)}`,
                  value: id,
                })),
                faults: view.faults,
              }),
            ],
      rows:
        meetings.length === 0
          ? []
          : [
              press(
                [{ title: pick.start, verb: 'dilemma.start', data: { attempt, question }, first: true, sends: true }],
                {
                  spacing: 'Medium',
                },
              ),
            ],
    }),
    locale,
  );
}

/** A dilemma as it stands for one of the team. */
export function dilemmaCard(view: DilemmaView, locale: Locale): Drawn {
  const w = words(locale);
  const { dilemma: d } = w;
  const asks = view.open && view.mine === null;
  return coursePage(
    (most) => ({
      summary: d.summary,
      mark: view.mark,
      quiet: d.quiet(plain(view.course)),
      title: view.open ? d.titles[view.round === 1 ? 'first' : 'second'] : d.titles.over,
      state: view.open
        ? { text: asks ? d.states.asks : d.states.waits, color: asks ? 'Accent' : 'Default' }
        : { text: d.states.over, color: 'Good' },
      faults: view.faults,
      blocks: [...markdown(view.prompt), ...numbers(view, w, most), ...own(view, w, most)],
      fields: asks ? [choices(view, w)] : [],
      rows: rowsOf(view, w, asks),
      foot: view.open ? [d.count(view.answered, view.players), d.unseen] : [],
    }),
    locale,
  );
}

/** What has been shown: how many chose each, then and now, and how many moved. */
function numbers(view: DilemmaView, w: Words, most: number): Block[] {
  const { dilemma: d } = w;
  const { first, second, moved, options } = view;
  if (first === null) return view.open ? [] : [saidLine({ text: d.nothingShown })];
  return [
    heading(second === null ? d.headings.first : d.headings.both),
    ...options.flatMap(({ text, why }, at): Block[] => [
      saidLine({
        text: clipped(text, most),
        quiet: ` · ${second === null ? d.chose(first[at] ?? 0) : d.choseBoth(first[at] ?? 0, second[at] ?? 0)}`,
        spacing: 'Small',
      }),
      ...markdown(why).map((block): Block => ({ ...block, spacing: 'None' })),
    ]),
    ...(moved === null ? [] : [saidLine({ text: d.moved(moved.moved, moved.both) })]),
    ...(view.after === '' ? [] : markdown(view.after)),
    ...(view.open ? [saidLine({ text: d.talk })] : []),
    ...(view.open || moved !== null ? [] : [quietLine(d.endedEarly)]),
  ];
}

function own(view: DilemmaView, w: Words, most: number): Block[] {
  const mine = view.mine === null ? undefined : view.options[view.mine];
  return mine && view.open ? [saidLine({ lead: w.dilemma.mine, text: clipped(mine.text, most) })] : [];
}

function choices(view: DilemmaView, w: Words): Field {
  const label = view.round === 1 ? w.dilemma.ask.first : w.dilemma.ask.second;
  return choiceField({
    id: 'choice',
    label,
    placeholder: label,
    value: '',
    choices: view.options.map(({ text }, at) => ({ title: text, value: String(at) })),
    faults: view.faults,
  });
}

function rowsOf(view: DilemmaView, w: Words, asks: boolean): Row[] {
  if (!view.open) return [];
  const { actions } = w.dilemma;
  const { dilemma, round } = view;
  return [
    ...(asks
      ? [
          press(
            [{ title: actions.answer, verb: 'dilemma.answer', data: { dilemma, round }, first: true, sends: true }],
            {
              spacing: 'Medium',
            },
          ),
        ]
      : []),
    press([
      ...(view.leads ? [{ title: actions.show, verb: 'dilemma.show', data: { dilemma, round }, first: !asks }] : []),
      { title: actions.refresh, verb: 'dilemma.open', data: { dilemma } },
    ]),
  ];
}
