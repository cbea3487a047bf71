import { z } from 'zod/v4';
import { capitalised } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard, MOST_CHARACTERS } from '../render';
import { clipped, firstName, fitting, plain } from '../text';
import type { CallFormView } from '../views';
import template from './call-form.json';

const inputs = ['kind', 'date', 'time', 'duration', 'agreed', 'where', 'place'] as const;
const perInput = z.strictObject({
  kind: z.string(),
  date: z.string(),
  time: z.string(),
  duration: z.string(),
  agreed: z.string(),
  where: z.string(),
  place: z.string(),
});

const draw = defineCard({
  name: 'call-form',
  template,
  schema: z.strictObject({
    pathway: z.string(),
    form: z.string(),
    quiet: z.string(),
    title: z.string(),
    about: z.strictObject({ lead: z.string(), alias: z.string() }),
    general: z.string(),
    earliest: z.string(),
    rest: z.string(),
    kinds: choices,
    durations: choices,
    values: perInput,
    faults: perInput.extend({ members: z.string() }),
    missing: z.strictObject({ date: z.string(), time: z.string() }),
    members: z.array(
      z.strictObject({
        open: z.boolean(),
        come: z.string(),
        name: z.string(),
        value: z.string(),
        comeFault: z.string(),
        whyId: z.string(),
        label: z.string(),
        why: z.string(),
        room: z.number(),
        whyFault: z.string(),
        closed: z.string(),
      }),
    ),
    labels: z.strictObject({
      kind: z.string(),
      date: z.string(),
      time: z.string(),
      duration: z.string(),
      agreed: z.string(),
      where: z.string(),
      atPlace: z.string(),
      online: z.string(),
      place: z.string(),
      placeExample: z.string(),
      members: z.string(),
      membersText: z.string(),
      call: z.string(),
      undo: z.string(),
    }),
  }),
});

/** A reason may be so long, where the card has room for it. */
const LONGEST_WHY = 500;

/**
 * The form for calling a meeting: when, where, who comes, and why each. Members without ground get no inputs.
 * Of a large team the reasons share the room that the card has; each may then be shorter than 500 characters.
 */
export function callFormCard(view: CallFormView, locale: Locale): Drawn {
  const { kept, rest } = fitting(
    view.members.map((member) => ({ ...member, why: '.' })),
    5_000,
  );
  const shown = view.members.slice(0, kept.length);
  const asking = shown.filter((member) => member.ground);
  const without = JSON.stringify(drawn({ ...view, members: kept }, rest, LONGEST_WHY, locale).card).length;
  const room = Math.min(LONGEST_WHY, Math.floor((MOST_CHARACTERS - without) / Math.max(1, asking.length)));
  const whole = asking.reduce((sum, member) => sum + asJson(member.why), 0) <= room * asking.length;
  const members = shown.map((member) => ({ ...member, why: whole ? member.why : clippedJson(member.why, room) }));
  return drawn({ ...view, members }, rest, room, locale);
}

/** How many characters of JSON a text makes: some count double. */
const asJson = (text: string): number => JSON.stringify(text).length - 2;

function clippedJson(text: string, characters: number): string {
  let short = clipped(text, characters);
  while (asJson(short) > characters) short = clipped(short, short.length - 1);
  return short;
}

function drawn(view: CallFormView, rest: number, room: number, locale: Locale): Drawn {
  const w = words(locale);
  const form = w.callForm;
  const known = new Set<string>([
    ...inputs,
    ...view.members.flatMap((member) => [`come-${member.id}`, `why-${member.id}`]),
  ]);
  // Faults that belong to no input on the card ("choose at least one") stand above the people.
  const others = Object.entries(view.faults).filter(([input]) => !known.has(input));
  return draw(
    {
      pathway: view.pathwayId,
      form: view.form,
      quiet: form.quiet(plain(view.ref)),
      title: form.title,
      about: { lead: `${form.about}: `, alias: view.alias },
      general: Object.keys(view.faults).length === 0 ? '' : w.turn.seeBelow,
      earliest: view.earliest,
      rest: rest === 0 ? '' : w.andMore(rest),
      kinds: view.kinds.map((kind) => ({ title: capitalised(w.kindNames[kind] ?? w.anyKind), value: kind })),
      durations: durations(view.values.duration).map((n) => ({ title: w.duration(n), value: String(n) })),
      values: { ...view.values, agreed: String(view.values.agreed) },
      faults: {
        ...valuesOf((input) => view.faults[input] ?? ''),
        members: others.map(([, fault]) => fault).join(' '),
      },
      missing: { date: w.refusals['bad-date'], time: w.refusals['bad-time'] },
      members: view.members.map((member) => {
        const name = `${member.name}, ${clipped(member.department, 60)}`;
        return {
          open: member.ground,
          come: `come-${member.id}`,
          name: plain(member.ground && member.awayThen ? `${name} (${form.away})` : name),
          value: String(member.come),
          comeFault: view.faults[`come-${member.id}`] ?? '',
          whyId: `why-${member.id}`,
          label: form.why(clipped(firstName(member.name), 24)),
          why: member.why,
          room: Math.max(room, member.why.length),
          whyFault: view.faults[`why-${member.id}`] ?? '',
          closed: member.ground ? '' : form.noGround,
        };
      }),
      labels: {
        kind: form.kind,
        date: form.date,
        time: form.time,
        duration: form.duration,
        agreed: form.agreed,
        where: form.where,
        atPlace: form.atPlace,
        online: form.online,
        place: form.place,
        placeExample: form.placeExample,
        members: form.members,
        membersText: form.membersText,
        call: form.call,
        undo: w.actions.undo,
      },
    },
    form.summary(view.ref),
    locale,
  );
}

/** In minutes; the one asked for is always among them. */
function durations(asked: string): number[] {
  const usual = [30, 45, 60, 90, 120];
  const own = Number(asked);
  return Number.isInteger(own) && own > 0 && !usual.includes(own) ? [...usual, own].sort((a, b) => a - b) : usual;
}

function valuesOf(value: (input: string) => string): z.input<typeof perInput> {
  return {
    kind: value('kind'),
    date: value('date'),
    time: value('time'),
    duration: value('duration'),
    agreed: value('agreed'),
    where: value('where'),
    place: value('place'),
  };
}
