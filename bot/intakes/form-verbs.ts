import { z } from 'zod/v4';
import { callCard } from '../../cards/intakes/call';
import { intakeFormCard, moveCard } from '../../cards/intakes/forms';
import { type Caller, faultsIn, notFound, type Refused, type Verb, verb } from '../capability';
import { addDays, type Day } from '../time/day';
import { addMinutes, dayOf, timeOf } from '../time/moment';
import type { Answer } from '../turn';
import { type How, placed, viewerOf } from './answer';
import { callOne, callPeople } from './call-people';
import { moveDay } from './change-intake';
import { drawIntake } from './draw';
import { findWho } from './find-who';
import { type NewIntake, openIntake } from './open-intake';
import type { ProgramSeam } from './parts';
import { followedClass } from './propose';
import { AFTER_CLASS, type AfterClass, type IntakeKind, KINDS, usualSeats, windowAfter } from './rules';
import { type CallAgain, callView } from './show';
import { mayLead } from './standing';
import { type IntakeCase, lastOn, loadIntake, momentOf } from './store';

const text = z.string().max(4_000);
type Typed = Readonly<Record<string, string>>;
type After = { readonly intakeId: string; readonly what: AfterClass };

const DAYS = [1, 2, 3] as const;

/** The inputs that a press carried, as they were typed. */
const typedIn = (input: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );

const isLead = ({ organisation, person }: Caller): boolean => mayLead(organisation, person.id);

const kindAfter = (what: AfterClass): IntakeKind => (what === 'learning-day' ? 'learning-day' : 'supervision');

/** An empty form of a kind, for the onboarding lead. */
export async function showNewForm(caller: Caller, kind: IntakeKind, how: How): Promise<Answer> {
  return newForm(caller, { kind, form: caller.unit.house.newId(), how });
}

/** A form of what follows a class, for the onboarding lead. */
export async function showAfterForm(caller: Caller, after: After, how: How): Promise<Answer> {
  return newForm(caller, { kind: kindAfter(after.what), form: caller.unit.house.newId(), how, after });
}

async function newForm(
  caller: Caller,
  asked: { readonly kind: IntakeKind; readonly form: string; readonly how: How; readonly after?: After },
  { typed, refused }: { readonly typed?: Typed; readonly refused?: Refused } = {},
): Promise<Answer> {
  if (!isLead(caller)) return notFound(caller);
  const followed = asked.after && (await followedClass(caller.unit, asked.after.intakeId));
  if (asked.after && !followed) return notFound(caller);
  const { unit, locale } = caller;
  const window = asked.after && followed ? windowAfter(asked.after.what, lastOn(followed)) : undefined;
  const title =
    asked.after && followed ? caller.words.intakes.after[asked.after.what](followed.intake.title).slice(0, 80) : '';
  const card = intakeFormCard(
    {
      form: asked.form,
      kind: asked.kind,
      after: asked.after && window ? { ...asked.after, ...window } : null,
      earliest: addDays(unit.today, 1),
      values: typed ?? { title, seats: String(usualSeats(asked.kind)) },
      faults: faultsIn(caller, refused),
    },
    locale,
  );
  return placed(caller, card, asked.how);
}

const newInput = z.looseObject({
  form: z.uuid(),
  kind: z.enum(KINDS),
  after: z.uuid().optional(),
  what: z.enum(AFTER_CLASS).optional(),
  title: text.optional(),
  seats: text.optional(),
});
type New = z.output<typeof newInput>;

const afterOf = ({ after, what }: New): { readonly after?: After } =>
  after && what ? { after: { intakeId: after, what } } : {};

function asked(input: New): NewIntake {
  const typed = typedIn(input);
  return {
    form: input.form,
    kind: input.kind,
    title: input.title ?? '',
    seats: input.seats ?? '',
    days: DAYS.map((n) => ({
      date: typed[`date${n}`] ?? '',
      span: typed[`span${n}`] ?? '',
      place: typed[`place${n}`] ?? '',
    })),
    ...afterOf(input),
  };
}

/** The forms: a new intake, who is called, another time for a day. Each comes back with what was typed. */
export function formVerbs(seam: ProgramSeam): Record<string, Verb> {
  return { ...newVerbs(), ...callVerbs(seam), ...moveVerbs() };
}

function newVerbs(): Record<string, Verb> {
  return {
    'intake.new-form': verb({
      input: z.looseObject({ kind: z.string().max(40).optional() }),
      show: async (caller, { kind = 'class' }) => {
        const known = KINDS.find((one) => one === kind);
        return known ? showNewForm(caller, known, 'post') : notFound(caller);
      },
    }),
    'intake.new': verb<New>({
      input: newInput,
      keepsTyped: true,
      act: ({ unit, person }, input) => openIntake(unit, asked(input), person.id),
      show: async (caller, input, refused) => {
        if (refused?.code === 'form')
          return newForm(
            caller,
            { kind: input.kind, form: input.form, how: 'replace', ...afterOf(input) },
            { typed: typedIn(input), refused },
          );
        return drawn(caller, input.form, refused);
      },
    }),
  };
}

async function drawn(caller: Caller, intakeId: string, refused?: Refused): Promise<Answer> {
  return placed(caller, await drawIntake(viewerOf(caller), intakeId, faultsIn(caller, refused)), 'replace', refused);
}

const inCall = z.looseObject({
  intake: z.uuid(),
  people: text.optional(),
  who: text.optional(),
  person: text.optional(),
});
type Call = z.output<typeof inCall>;

function callVerbs(seam: ProgramSeam): Record<string, Verb> {
  const form = async (caller: Caller, intakeId: string, again: CallAgain = {}, refused?: Refused): Promise<Answer> => {
    const found = await loadIntake(caller.unit, intakeId);
    if (!found || !isLead(caller)) return notFound(caller);
    return placed(caller, callCard(await callView(caller.unit, seam, found, again), caller.locale), 'replace', refused);
  };
  const typedAgain = ({ people, who = '', person = '' }: Call, refused: Refused): CallAgain => ({
    values: { ...(people === undefined ? {} : { people: idsIn(people) }), who, person },
    faults: refused.faults ?? {},
  });
  const after =
    (hits: (caller: Caller, input: Call) => CallAgain['hits']) =>
    (caller: Caller, input: Call, refused: Refused | undefined): Promise<Answer> => {
      if (refused?.code !== 'form') return drawn(caller, input.intake, refused);
      const again = {
        ...typedAgain(input, refused),
        faults: faultsIn(caller, refused),
        hits: hits(caller, input) ?? [],
      };
      return form(caller, input.intake, again);
    };
  return {
    'intake.call-form': verb({
      input: z.looseObject({ intake: z.uuid() }),
      show: (caller, { intake }) => form(caller, intake),
    }),
    'intake.call': verb<Call>({
      input: inCall,
      keepsTyped: true,
      act: ({ unit, person }, { intake, people = '' }) =>
        callPeople(unit, seam, { intakeId: intake, people: idsIn(people) }, person.id),
      show: after(() => []),
    }),
    'intake.call-one': verb<Call>({
      input: inCall,
      keepsTyped: true,
      act: async (caller, { intake, who = '', person: picked = '' }) => {
        if (!isLead(caller)) return { code: 'not-yours' };
        const found = findWho(caller.organisation, who, picked);
        if ('fault' in found) return { code: 'form', faults: { [found.input]: found.fault } };
        return callOne(caller.unit, { intakeId: intake, personId: found.personId }, caller.person.id);
      },
      show: after((caller, { who = '', person = '' }) => {
        const found = findWho(caller.organisation, who, person);
        return 'fault' in found ? found.hits : [];
      }),
    }),
  };
}

const idsIn = (people: string): string[] => people.split(',').filter((id) => id !== '');

const inMove = z.looseObject({
  intake: z.uuid(),
  version: z.coerce.number().pipe(z.int32()).default(0),
  n: z.coerce.number().pipe(z.int32()),
  date: text.optional(),
  span: text.optional(),
  place: text.optional(),
});
type Move = z.output<typeof inMove>;

function moveVerbs(): Record<string, Verb> {
  const form = async (
    caller: Caller,
    { intake, n }: { readonly intake: string; readonly n: number },
    more: { readonly typed?: Typed; readonly refused?: Refused } = {},
  ): Promise<Answer> => {
    const found = await loadIntake(caller.unit, intake);
    const day = found?.days.find((one) => one.n === n);
    if (!found || !day || !isLead(caller)) return notFound(caller);
    const at = momentOf(day);
    const hours = (time: string) => time.replace(/^0/, '').replace(':00', '').replace(':', '.');
    const span = `${hours(timeOf(at))}-${hours(timeOf(addMinutes(at, day.duration)))}`;
    const card = moveCard(
      {
        id: intake,
        version: found.intake.version,
        number: found.intake.number,
        kind: found.kind,
        n,
        ...boundsOf(found, n, caller.unit.today),
        values: more.typed ?? { date: dayOf(at), span, place: day.place },
        faults: faultsIn(caller, more.refused),
      },
      caller.locale,
    );
    return placed(caller, card, 'replace');
  };
  return {
    'intake.move-form': verb({
      input: z.looseObject({ intake: z.uuid(), n: z.coerce.number().pipe(z.int32()).default(1) }),
      show: (caller, { intake, n }) => form(caller, { intake, n }),
    }),
    'intake.move': verb<Move>({
      input: inMove,
      keepsTyped: true,
      act: ({ unit, person }, { intake, version, n, date = '', span = '', place = '' }) =>
        moveDay(unit, { intakeId: intake, version, n, day: { date, span, place } }, person.id),
      show: (caller, input, refused) =>
        refused?.code === 'form'
          ? form(caller, input, { typed: typedIn(input), refused })
          : drawn(caller, input.intake, refused),
    }),
  };
}

/** Between the days before and after it, and after today. */
function boundsOf(found: IntakeCase, n: number, today: Day): { readonly earliest: string; readonly latest: string } {
  const before = found.days.find((one) => one.n === n - 1);
  const next = found.days.find((one) => one.n === n + 1);
  const previous = before ? dayOf(momentOf(before)) : today;
  return {
    earliest: addDays(previous > today ? previous : today, 1),
    latest: next ? addDays(dayOf(momentOf(next)), -1) : '',
  };
}
