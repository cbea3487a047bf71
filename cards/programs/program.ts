import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import {
  choiceField,
  type Matter,
  matterCard,
  type Part,
  press,
  type Row,
  section,
  textField,
  toggles,
} from '../matter';
import type { Drawn } from '../render';
import { clipped, plain } from '../text';
import { LONGEST, type ProgramView, type StepMood, type StepView } from './views';

export const moodColors = {
  done: 'Good',
  waived: 'Default',
  fallen: 'Default',
  overdue: 'Attention',
  open: 'Warning',
  ahead: 'Default',
} as const;

/** With less than this left to each text, the steps' sentences are left out. */
const ENOUGH = 100;

/** The whole programme as one picture: each step with its day and how it stands, and the one thing to do next. */
export function programCard(view: ProgramView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: ProgramView, most: number, w: Words, locale: Locale): Matter {
  const card = w.programs;
  const name = clipped(plain(view.name), Math.min(most, 80));
  const open = view.state === 'open';
  const late = view.parts.some((one) => one.steps.some((step) => step.mood === 'overdue'));
  const all = view.parts.flatMap((one) => one.steps);
  // Where the next course stands, so that whoever begins need not read to the end; it is one of this part's steps.
  const beside = view.parts.find((one) => one.steps.some((step) => step.id === view.course?.stepId));
  const done = all.filter((one) => one.mood === 'done' || one.mood === 'waived').length;
  return {
    summary: view.own ? card.summary : card.summaryOf,
    mark: view.mark,
    quiet: view.program[locale],
    title: view.own ? card.title[view.state](name) : card.titleOf[view.state](name),
    state: open
      ? { text: card.progress(done, all.length), color: late ? 'Attention' : 'Accent' }
      : { text: card.states[view.state], color: view.state === 'done' ? 'Good' : 'Default' },
    repeated: view.repeated,
    faults: view.faults,
    opening: open ? [sentence(opening(view, w))] : [],
    facts: open ? whoHelps(view, w, locale) : [],
    later: view.parts.map((one) =>
      section(
        one.title[locale],
        one.steps.map((step) => stepLine(step, most, view, w, locale)),
        { rows: one === beside ? beginning(view, w, locale) : [] },
      ),
    ),
    ...(open ? acting(view, w, locale) : {}),
    foot: open ? [card.foot] : [],
  };
}

function opening(view: ProgramView, w: Words): string {
  const card = w.programs;
  if (!view.own) return card.whyOf;
  return view.reminder ? card.reminder : card.why;
}

function whoHelps(view: ProgramView, w: Words, locale: Locale) {
  const card = w.programs;
  const mentor =
    view.mentor !== '' ? view.mentor : view.askedMentor === '' ? card.noMentor : card.mentorAsked(view.askedMentor);
  return [
    { name: card.facts.start, value: spokenDay(view.startsOn, locale, view.today) },
    { name: card.facts.manager, value: view.manager === '' ? card.noManager : view.manager },
    { name: card.facts.mentor, value: mentor },
  ];
}

function stepLine(step: StepView, most: number, { today }: ProgramView, w: Words, locale: Locale) {
  const card = w.programs;
  // A card that is full says what is due and when, and leaves the rest.
  const room = most > ENOUGH && (step.mood === 'open' || step.mood === 'overdue');
  const what = room ? ` ${clipped(step.what[locale], most)}` : '';
  return line({
    mark: moodColors[step.mood],
    lead: `${card.moods[step.mood]}: `,
    text: `${clipped(step.title[locale], most - 15)}, ${when(step, today, w, locale)}.`,
    quiet: what,
  });
}

function when(step: StepView, today: string, w: Words, locale: Locale): string {
  const card = w.programs;
  const day = (on: string) => spokenDay(on, locale, today);
  const says: Readonly<Record<StepMood, string>> = {
    done: card.when.done(day(step.endedOn ?? step.dueOn)),
    waived: card.when.done(day(step.endedOn ?? step.dueOn)),
    fallen: card.when.due(day(step.dueOn)),
    overdue: card.when.overdue(day(step.dueOn)),
    open: card.when.due(day(step.dueOn)),
    ahead: card.when.ahead(day(step.opensOn), day(step.dueOn)),
  };
  return says[step.mood];
}

function beginning({ course }: ProgramView, w: Words, locale: Locale): Row[] {
  const card = w.programs;
  if (!course) return [];
  return [
    press(
      [
        {
          title: course.begun ? card.goOn : card.begin,
          tooltip: course.title[locale],
          verb: 'course.open',
          data: { course: course.key },
          first: true,
        },
      ],
      { spacing: 'Medium' },
    ),
  ];
}

/** The first row of buttons stands off from the last step. */
const below = (rows: readonly Row[]) => ({ spacing: rows.length === 0 ? 'Medium' : 'Small' }) as const;

function acting(view: ProgramView, w: Words, locale: Locale): { rows: Row[]; parts: Part[] } {
  const card = w.programs;
  const steps = (all: readonly StepView[]) => all.map((one) => ({ title: one.title[locale], value: one.id }));
  const rows: Row[] = [];
  const parts: Part[] = [];
  const toggled = [
    ...(view.mine.length === 0 ? [] : [{ title: card.sayDone, shows: ['done'], hides: ['waive'] }]),
    ...(view.waivable.length === 0 ? [] : [{ title: card.waive, shows: ['waive'], hides: ['done'] }]),
  ];
  if (toggled.length > 0) rows.push(toggles(toggled, 'Medium'));
  if (view.meetsPartners)
    rows.push(press([{ title: card.meetPartners, verb: 'program.partners', data: { run: view.id } }], below(rows)));
  if (view.mayFindMentor)
    rows.push(
      press(
        [
          {
            title: view.mentor === '' ? card.findMentor : card.changeMentor,
            verb: 'mentor.form',
            data: { run: view.id },
          },
        ],
        below(rows),
      ),
    );
  if (view.mine.length > 0)
    parts.push({
      id: 'done',
      shown: view.faults.step !== undefined,
      text: '',
      fields: [
        choiceField({
          id: 'step',
          label: card.whichDone,
          placeholder: card.pickStep,
          value: view.typed.step ?? view.mine[0]?.id ?? '',
          choices: steps(view.mine),
          faults: view.faults,
        }),
      ],
      rows: [press([{ title: card.sendDone, verb: 'program.done', data: { run: view.id }, sends: true }])],
    });
  if (view.waivable.length > 0)
    parts.push({
      id: 'waive',
      shown: view.faults.waived !== undefined || view.faults.reason !== undefined,
      text: card.waiveText,
      fields: [
        choiceField({
          id: 'waived',
          label: card.whichWaived,
          placeholder: card.pickStep,
          value: view.typed.waived ?? '',
          choices: steps(view.waivable),
          faults: view.faults,
        }),
        textField({
          id: 'reason',
          label: card.reason,
          placeholder: card.reasonExample,
          value: view.typed.reason ?? '',
          longest: LONGEST,
          faults: view.faults,
        }),
      ],
      rows: [press([{ title: card.sendWaive, verb: 'program.waive', data: { run: view.id }, sends: true }])],
    });
  return { rows, parts };
}
