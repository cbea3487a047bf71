import { type Locale, type Words, words } from '../../content/words/words';
import { type Line, line } from '../anatomy';
import {
  choiceField,
  type Field,
  type Matter,
  type MatterSection,
  matterCard,
  type Part,
  press,
  section,
  toggles,
} from '../matter';
import type { Drawn } from '../render';
import { clipped, plain } from '../text';
import { dayLine } from './day-lines';
import type { IntakeView, LearnerView } from './views';

const COLORS = { open: 'Accent', full: 'Good', begun: 'Accent', held: 'Good', cancelled: 'Attention' } as const;
/** Names of one list, where nothing is shortened. */
const MOST_NAMES = 60;

/** An intake with everybody in it, to the onboarding lead. */
export function intakeCard(view: IntakeView, locale: Locale): Drawn {
  const w = words(locale);
  const { lead } = w.intakes;
  const held = view.booked.length;
  return matterCard(
    (most): Matter => ({
      summary: lead.summary(clipped(view.title, 80)),
      mark: view.mark,
      quiet: w.intakes.quietOf(w.intakes.kinds[view.kind], view.number),
      title: plain(view.title),
      state: { text: lead.states[view.state], color: COLORS[view.state] },
      faults: view.faults,
      facts: [
        { name: lead.seats, value: lead.taken(held, view.seats) },
        ...(view.cap === null ? [] : [{ name: lead.cap, value: lead.capText(view.cap) }]),
        ...(view.waiting.length === 0 ? [] : [{ name: lead.waiting, value: String(view.waiting.length) }]),
        ...(view.silent.length === 0 ? [] : [{ name: lead.silent, value: String(view.silent.length) }]),
      ],
      sections: [
        section(
          w.intakes.days,
          view.days.map((day) =>
            line({ text: dayLine(day, w, locale, most), quiet: day.noted ? ` · ${lead.noted}` : '' }),
          ),
          { spacing: 'Medium' },
        ),
        list(lead.booked, view.booked, w, most, true),
        list(lead.waiting, view.waiting, w, most),
        list(lead.silent, view.silent, w, most),
        list(lead.no, view.no, w, most),
      ],
      ...actions(view, w, locale),
    }),
    locale,
  );
}

function list(title: string, all: readonly LearnerView[], w: Words, most: number, always = false): MatterSection {
  if (all.length === 0) return section(always ? title : '', always ? [line({ text: w.intakes.lead.nobody })] : []);
  const kept = all.slice(0, most === Number.POSITIVE_INFINITY ? MOST_NAMES : Math.max(3, Math.floor(most / 12)));
  const rest = all.length - kept.length;
  return section(
    title,
    kept.map((one) => learner(one, w, most)),
    {
      rest: rest === 0 ? '' : w.andMore(rest),
      spacing: 'Medium',
    },
  );
}

function learner(one: LearnerView, w: Words, most: number): Line {
  const { lead } = w.intakes;
  const notes = [
    clipped(one.department, Math.min(most, 60)),
    ...(one.offered ? [lead.offered] : []),
    ...one.missed.map(({ n }) => lead.missed(n)),
  ];
  return line({ text: clipped(one.name, Math.min(most, 60)), quiet: ` · ${notes.join(' · ')}`, spacing: 'None' });
}

type Actions = Required<Pick<Matter, 'fields' | 'rows' | 'parts' | 'after'>>;

/** What can be done with it now; of six buttons at most. */
function actions(view: IntakeView, w: Words, locale: Locale): Actions {
  const back = press([{ title: w.intakes.lead.list, verb: 'intake.list' }]);
  const none: Actions = { fields: [], rows: [], parts: [], after: [back] };
  if (view.state === 'cancelled') return { ...none, after: [] };
  if (view.state === 'open' || view.state === 'full') return ahead(view, w, locale, back);
  return { ...none, ...underWay(view, w, locale) };
}

function ahead(view: IntakeView, w: Words, locale: Locale, back: Actions['after'][number]): Actions {
  const { lead } = w.intakes;
  const data = { intake: view.id };
  const days = view.days.filter((day) => day.ahead);
  const [first] = days;
  const only = days.length === 1;
  const parts: Part[] = [
    {
      id: 'cancel',
      shown: false,
      text: lead.cancelText,
      fields: [],
      rows: [press([{ title: lead.cancelSend, verb: 'intake.cancel', data }])],
    },
  ];
  return {
    fields: only || !first ? [] : [dayField('n', lead.which, view, days, w, locale)],
    rows: [
      press(
        [
          { title: lead.call, verb: 'intake.call-form', data, first: true },
          only && first
            ? { title: lead.move, verb: 'intake.move-form', data: { ...data, n: String(first.n) } }
            : { title: lead.move, verb: 'intake.move-form', data, sends: true },
        ],
        { spacing: 'Medium' },
      ),
      toggles([{ title: lead.cancel, shows: ['cancel'] }]),
    ],
    parts,
    after: [back],
  };
}

function dayField(
  id: 'n' | 'day',
  label: string,
  view: IntakeView,
  days: IntakeView['days'],
  w: Words,
  locale: Locale,
): Field {
  const value = days.find((day) => !day.noted) ?? days[0];
  return choiceField({
    id,
    label,
    placeholder: label,
    value: value ? (id === 'n' ? String(value.n) : value.id) : '',
    choices: days.map((day) => ({
      title: `${w.intakes.form.date(day.n)}: ${dayLine(day, w, locale, 30)}`,
      value: id === 'n' ? String(day.n) : day.id,
    })),
    faults: view.faults,
  });
}

/** Who was there, what was made up, and what follows. */
function underWay(view: IntakeView, w: Words, locale: Locale): Pick<Actions, 'fields' | 'rows'> {
  const { lead } = w.intakes;
  const come = view.days.filter((day) => !day.ahead);
  const ahead = view.days.filter((day) => day.ahead);
  const missing = view.booked.flatMap((one) =>
    one.missed.map((day) => ({
      title: `${clipped(one.name, 60)}, ${w.intakes.form.date(day.n).toLocaleLowerCase(locale)}`,
      value: `${one.id}|${day.id}`,
    })),
  );
  const data = { intake: view.id };
  const fields: Field[] = [];
  const rows: Actions['rows'][number][] = [];
  if (come.length > 0) fields.push(dayField('day', lead.attendanceDay, view, come, w, locale));
  const [next] = ahead;
  const buttons = [
    ...(come.length === 0 ? [] : [{ title: lead.attendance, verb: 'intake.day-pick', data, first: true, sends: true }]),
    ...(next ? [{ title: lead.move, verb: 'intake.move-form', data: { ...data, n: String(next.n) } }] : []),
  ];
  if (buttons.length > 0) rows.push(press(buttons, { spacing: 'Medium' }));
  if (missing.length > 0) {
    fields.push(
      choiceField({
        id: 'missed',
        label: lead.missedPick,
        placeholder: lead.missedPick,
        value: missing.length === 1 ? (missing[0]?.value ?? '') : '',
        choices: missing,
        faults: view.faults,
      }),
    );
    rows.push(
      press([{ title: lead.madeUp, verb: 'intake.made-up', data: { ...data, version: view.noted }, sends: true }]),
    );
  }
  if (view.after.length > 0) {
    fields.push(
      choiceField({
        id: 'after',
        label: lead.followPick,
        placeholder: lead.followPick,
        value: view.after[0] ?? '',
        choices: view.after.map((what) => ({
          title: w.intakes.after[what](clipped(view.title, 60)),
          value: what,
        })),
        faults: view.faults,
      }),
    );
    rows.push(
      press([
        { title: lead.followOpen, verb: 'intake.after-form', data, sends: true },
        { title: lead.followSkip, verb: 'intake.skip', data, sends: true },
      ]),
    );
  }
  return { fields, rows };
}
