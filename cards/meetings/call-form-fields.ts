import { z } from 'zod/v4';
import { spokenDay } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { choices } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import { type CallFormView, MEETING_ROLES } from '../views';
import template from './call-form.json';
import { externalRows, isMoreOpen, memberRows, person, roleRows, roles } from './call-form-people';
import { LONGEST } from './work-views';

/** A reason may be so long, where the card has room for it. */
export const LONGEST_WHY = 500;
/** A place, and the citizen's guests. */
export const LONGEST_PLACE = 200;

const INPUTS = [
  ...['kind', 'date', 'time', 'duration', 'agreed', 'citizenView', 'where', 'place', 'guests'],
  ...['meetingGround', 'givenBy'],
] as const;
const perInput = z.strictObject({
  kind: z.string(),
  date: z.string(),
  time: z.string(),
  duration: z.string(),
  agreed: z.string(),
  citizenView: z.string(),
  where: z.string(),
  place: z.string(),
  guests: z.string(),
  meetingGround: z.string(),
  givenBy: z.string(),
});
const labels = perInput.omit({ meetingGround: true }).extend({
  citizenViewExample: z.string(),
  atPlace: z.string(),
  online: z.string(),
  home: z.string(),
  placeExample: z.string(),
  members: z.string(),
  membersText: z.string(),
  meetingGround: z.string(),
  placeholder: z.string(),
  more: z.string(),
  guestsExample: z.string(),
  externals: z.string(),
  externalsText: z.string(),
  call: z.string(),
  undo: z.string(),
});

const draw = defineCard({
  name: 'call-form',
  template,
  schema: z.strictObject({
    pathway: z.string(),
    form: z.string(),
    seen: z.string(),
    quiet: z.string(),
    title: z.string(),
    about: z.strictObject({ lead: z.string(), alias: z.string() }),
    general: z.string(),
    clash: z.string(),
    leadClash: z.strictObject({ lead: z.string(), text: z.string() }),
    kinds: choices,
    notices: z.array(z.strictObject({ text: z.string() })),
    earliest: z.string(),
    durations: choices,
    asks: z.strictObject({ agreed: z.boolean(), view: z.boolean(), ground: z.boolean() }),
    room: z.strictObject({ citizenView: z.number() }),
    values: perInput,
    faults: perInput.extend({ members: z.string() }),
    missing: z.strictObject({ date: z.string(), time: z.string() }),
    members: z.array(person),
    rest: z.string(),
    givers: choices,
    more: z.boolean(),
    roles,
    hasExternals: z.boolean(),
    externals: z.array(person),
    externalsRest: z.string(),
    labels,
  }),
});

/** Draws the form with what stands in the view; `room` is what each reason may have. */
export function drawCallForm(
  view: CallFormView,
  rest: { readonly members: number; readonly externals: number },
  room: number,
  locale: Locale,
): Drawn {
  const w = words(locale);
  const form = w.callForm;
  const clashes = view.clashesSeen !== '';
  const { leadClash, values } = view;
  return draw(
    {
      pathway: view.pathwayId,
      form: view.form,
      seen: view.clashesSeen,
      quiet: form.quiet(plain(view.ref)),
      title: form.title,
      about: { lead: `${form.about}: `, alias: view.alias },
      general: Object.keys(view.faults).some((input) => input !== 'clashes') ? w.turn.seeBelow : '',
      clash: clashes ? w.refusals.clash : '',
      leadClash:
        leadClash === null
          ? { lead: '', text: '' }
          : { lead: `${leadClash.name}: `, text: `${capitalised(leadClash.clash)}.` },
      kinds: view.kinds.map(({ kind, duration }) => ({
        title: `${capitalised(w.kindNames[kind] ?? w.anyKind)} (${w.duration(duration)})`,
        value: kind,
      })),
      notices: notices(view, w, locale),
      earliest: view.earliest,
      durations: durations(values.duration).map((n) => ({ title: w.duration(n), value: String(n) })),
      asks: {
        agreed: view.kinds.some((kind) => kind.citizenTakesPart),
        view: view.kinds.some((kind) => !kind.citizenTakesPart),
        ground: view.offersMeetingGround,
      },
      room: { citizenView: Math.max(LONGEST.note, values.citizenView.length) },
      values: {
        kind: values.kind,
        date: values.date,
        time: values.time,
        duration: values.duration,
        agreed: String(values.agreed),
        citizenView: values.citizenView,
        where: values.where,
        place: values.place,
        guests: values.guests,
        meetingGround: String(values.meetingGround),
        givenBy: values.givenBy,
      },
      faults: faultsOf(view),
      missing: { date: w.refusals['bad-date'], time: w.refusals['bad-time'] },
      members: memberRows(view, room, w),
      rest: rest.members === 0 ? '' : w.andMore(rest.members),
      givers: (['citizen', 'custody-holder', 'young-person'] as const).map((giver) => ({
        title: form.givers[giver],
        value: giver,
      })),
      more: isMoreOpen(view),
      roles: roleRows(view, w),
      hasExternals: view.externals.length > 0,
      externals: externalRows(view, room, w),
      externalsRest: rest.externals === 0 ? '' : w.andMore(rest.externals),
      labels: labelsOf(view, clashes, w),
    },
    form.summary(view.ref),
    locale,
  );
}

/** Time that a model gives the citizen; which kind it goes for is said where only some have it. */
function notices(view: CallFormView, w: Words, locale: Locale): { text: string }[] {
  const said = view.kinds.flatMap(({ kind, notice }) => (notice === null ? [] : [{ kind, notice }]));
  const spans = new Set(said.map(({ notice }) => notice.span));
  const same = spans.size === 1 && said.length === view.kinds.length;
  return (same ? said.slice(0, 1) : said).map(({ kind, notice }) => {
    const text = w.callForm.notice(w.callForm.span(notice.span), spokenDay(notice.from, locale, view.earliest));
    return { text: same ? text : `${capitalised(w.kindNames[kind] ?? w.anyKind)}: ${text}` };
  });
}

/** In minutes; the one asked for is always among them. */
function durations(asked: string): number[] {
  const usual = [30, 45, 60, 90, 120];
  const own = Number(asked);
  return Number.isInteger(own) && own > 0 && !usual.includes(own) ? [...usual, own].sort((a, b) => a - b) : usual;
}

/** Faults that belong to no input on the card ("choose at least one") stand above the people; clashes stand on top. */
function faultsOf(view: CallFormView): z.input<typeof perInput> & { members: string } {
  const { faults } = view;
  const known = new Set<string>([
    ...INPUTS,
    'clashes',
    ...view.members.flatMap(({ id }) => [`come-${id}`, `why-${id}`]),
    ...view.externals.flatMap(({ id }) => [`ext-${id}`, `extwhy-${id}`]),
    ...MEETING_ROLES.map((role) => `role-${role}`),
  ]);
  const others = Object.entries(faults).filter(([input]) => !known.has(input));
  return {
    kind: faults.kind ?? '',
    date: faults.date ?? '',
    time: faults.time ?? '',
    duration: faults.duration ?? '',
    agreed: faults.agreed ?? '',
    citizenView: faults.citizenView ?? '',
    where: faults.where ?? '',
    place: faults.place ?? '',
    guests: faults.guests ?? '',
    meetingGround: faults.meetingGround ?? '',
    givenBy: faults.givenBy ?? '',
    members: others.map(([, fault]) => fault).join(' '),
  };
}

function labelsOf(view: CallFormView, clashes: boolean, w: Words): z.input<typeof labels> {
  const form = w.callForm;
  const mixed = new Set(view.kinds.map((kind) => kind.citizenTakesPart)).size > 1;
  return {
    kind: form.kind,
    date: form.date,
    time: form.time,
    duration: form.duration,
    agreed: mixed ? form.agreedWhere : form.agreed,
    citizenView: mixed ? form.citizenViewWhere : form.citizenView,
    citizenViewExample: form.citizenViewExample,
    where: form.where,
    atPlace: form.atPlace,
    online: form.online,
    home: form.home,
    place: form.place,
    placeExample: form.placeExample,
    members: form.members,
    membersText: form.membersText,
    meetingGround: form.meetingGround,
    givenBy: form.givenBy,
    placeholder: w.invitation.placeholder,
    more: form.more,
    guests: form.guests,
    guestsExample: form.guestsExample,
    externals: form.externals,
    externalsText: form.externalsText,
    call: clashes ? form.callAnyway : form.call,
    undo: w.actions.undo,
  };
}
