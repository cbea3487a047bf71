import { type Locale, type Words, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { choiceField, type Field, type Matter, matterCard, press, section } from '../matter';
import type { Drawn } from '../render';
import { clipped } from '../text';
import { INTAKE_KINDS, type IntakeListView } from './views';

/** So many lines of each list stand on the card. */
const MOST = 12;

/** One's own places, the classes one could join, and for the onboarding lead all that is coming up. */
export function intakeListCard(view: IntakeListView, locale: Locale): Drawn {
  const w = words(locale);
  const { list } = w.intakes;
  const nothing = view.own.length + view.open.length + view.ahead.length + view.waits.length === 0;
  return matterCard((most): Matter => {
    const kept = most === Number.POSITIVE_INFINITY ? MOST : Math.max(3, Math.floor(most / 60));
    const shown = <One>(all: readonly One[]) => ({ some: all.slice(0, kept), rest: Math.max(0, all.length - kept) });
    const titled = (text: string) => clipped(text, Math.min(most, 80));
    const lines = <One>(title: string, all: readonly One[], draw: (one: One) => ReturnType<typeof line>) => {
      const { some, rest } = shown(all);
      return section(title, some.map(draw), { rest: rest === 0 ? '' : w.andMore(rest), spacing: 'Medium' });
    };
    return {
      summary: w.intakes.summary,
      quiet: w.intakes.quiet,
      title: view.lead ? list.titleLead : list.title,
      opening: nothing ? [sentence(view.lead ? list.noneLead : list.none)] : [],
      sections: [
        lines(list.waits, view.waits, (one) => line({ mark: 'Warning', text: waits(one, w, titled) })),
        lines(list.ahead, view.ahead, (one) =>
          line({
            lead: `${w.intakes.kinds[one.kind]}: `,
            text: `${titled(one.title)}, ${list.begins(one.at)}`,
            quiet: ` · ${list.seats(one.booked, one.seats)}`,
          }),
        ),
        lines(list.own, view.own, (one) =>
          line({
            lead: `${w.intakes.kinds[one.kind]}: `,
            text: `${titled(one.title)}, ${list.begins(one.at)}`,
            quiet: ` · ${w.intakes.seat.states[one.state]}`,
          }),
        ),
        lines(list.open, view.open, (one) => line({ text: `${titled(one.title)}, ${list.begins(one.at)}` })),
      ],
      ...picks(view, w, titled),
    };
  }, locale);
}

const waits = (one: IntakeListView['waits'][number], w: Words, titled: (text: string) => string): string =>
  one.what === 'quarter' ? w.intakes.after.quarter : w.intakes.after[one.what](titled(one.title));

function picks(
  view: IntakeListView,
  w: Words,
  titled: (text: string) => string,
): Pick<Matter, 'fields' | 'rows' | 'parts'> {
  const { list } = w.intakes;
  const choices = [
    ...view.waits.map((one) => ({
      title: waits(one, w, titled),
      value: one.what === 'quarter' ? 'quarter|' : `after|${one.intakeId}|${one.what}`,
    })),
    ...view.ahead.map((one) => ({ title: titled(one.title), value: `intake|${one.id}` })),
    ...view.own.map((one) => ({
      title: `${titled(one.title)} (${w.intakes.seat.states[one.state].toLocaleLowerCase()})`,
      value: `seat|${one.id}`,
    })),
    ...view.open.map((one) => ({ title: titled(one.title), value: `ask|${one.id}` })),
  ];
  const [first] = choices;
  const pick: Field[] = first
    ? [
        choiceField({
          id: 'pick',
          label: list.pick,
          placeholder: list.pick,
          value: first.value,
          choices,
          faults: {},
        }),
      ]
    : [];
  return {
    fields: pick,
    rows: first
      ? [press([{ title: list.openIt, verb: 'intake.pick', first: true, sends: true }], { spacing: 'Medium' })]
      : [],
    parts: view.lead
      ? [
          {
            id: 'new',
            shown: true,
            text: '',
            fields: [
              choiceField({
                id: 'kind',
                label: list.what,
                placeholder: list.what,
                value: 'class',
                choices: INTAKE_KINDS.map((kind) => ({ title: w.intakes.kinds[kind], value: kind })),
                faults: {},
              }),
            ],
            rows: [press([{ title: list.create, verb: 'intake.new-form', sends: true }])],
          },
        ]
      : [],
  };
}
