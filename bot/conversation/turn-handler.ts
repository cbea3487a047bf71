import { createHash } from 'node:crypto';
import { nearestCard } from '../../cards/home/nearest';
import { withWord } from '../../cards/with-word';
import { words } from '../../content/words/words';
import type { Person } from '../../prisma/generated/client';
import type { Caller, Command, FileVerb, Refused, Spoken, Verb } from '../capability';
import { type House, inTenant, Overtaken, type Unit } from '../db/unit';
import { asLocale } from '../messages/claim';
import { cardAt, type Shown } from '../messages/shown';
import type { Registry } from '../obligations/kind';
import { organisation, organisationStands } from '../people/organisation';
import { findCpr, withoutCprIn } from '../privacy/cpr';
import type { Answer, Input, Posted, Turn, TurnHandler } from '../turn';
import { greet, isInAnothersChat, meet, part } from './first-contact';
import { legible } from './legible';
import { nearestCommands } from './nearest';
import { keepPosted } from './posted';

export type VerbTable = Map<string, Verb>;
export type FileTable = ReadonlyMap<string, FileVerb>;

type Parts = {
  readonly house: House;
  readonly development: boolean;
  readonly commands: readonly Command[];
  readonly verbs: VerbTable;
  readonly files: FileTable;
  readonly registry: Registry;
  readonly shown: Shown;
};

const LONGEST_TEXT = 4_000;
/** A delivery that is still being worked is not worked a second time within Teams' own patience. */
const IN_HAND_MS = 15_000;

/** Makes the one door for turns: who is it, may they, has it come before; then the capability's own. */
export function makeTurnHandler(parts: Parts): TurnHandler {
  return {
    handle: async (turn) => {
      try {
        const answer = await withoutNumbers(parts, turn, await handle(parts, turn));
        const at = pressedAt(turn);
        if (at !== undefined && answer.replace) parts.shown.note(at, answer.replace);
        return answer;
      } catch (fault) {
        return apologise(parts, turn, fault);
      }
    },
    answered: (turn, answer, posted) => answered(parts, turn, answer, posted),
  };
}

/** What was written before it was known how a number can be spelled is not shown either. */
async function withoutNumbers(parts: Parts, turn: Turn, answer: Answer): Promise<Answer> {
  const { replace, post = [], say, offer } = answer;
  const cards = [replace, ...post].map((out) => [out?.card, out?.summary]);
  if (findCpr([cards, say, offer?.name, offer?.description]) === undefined) return answer;
  parts.house.log.error({ kind: turn.input.kind }, 'an answer held a CPR number and was not sent');
  return { say: words(turn.locale).turn.cprInside(await administrator(parts, turn)) };
}

/** The card that was pressed, where it is known. */
function pressedAt({ tenantId, place, input }: Turn): string | undefined {
  return input.kind === 'press' && input.cardActivityId && place
    ? cardAt(tenantId, place.conversationId, input.cardActivityId)
    : undefined;
}

async function handle(parts: Parts, turn: Turn): Promise<Answer> {
  const all = words(turn.locale);
  if (turn.where !== 'personal')
    return turn.input.kind === 'met' || turn.input.kind === 'removed' ? {} : { say: all.turn.onlyOneToOne };
  const { after, ...spoken } = await withinTurn(parts, turn);
  return after ? { ...spoken, say: await after() } : spoken;
}

function withinTurn(parts: Parts, turn: Turn): Promise<Spoken> {
  const all = words(turn.locale);
  return inTenant(parts.house, turn.tenantId, async (unit): Promise<Spoken> => {
    const org = await organisation(unit);
    const person = [...org.people.values()].find((one) => one.entraId === turn.entraId);
    const speaks = isSpeaking(turn.input);
    // Whoever is not in the organisation is told whom to ask, and learns nothing else.
    if (!person || !org.isHere(person.id))
      return speaks ? { say: all.turn.unknownPerson(unit.policy.contact[turn.locale]) } : {};
    if (await isInAnothersChat(unit, person, turn)) return speaks ? { say: all.turn.notFound } : {};
    if (turn.input.kind === 'removed') {
      await part(unit, person);
      return {};
    }
    await meet(unit, person, turn);
    // Of the two events of one installation the one names a language and the other does not: what was said last holds.
    const locale = turn.input.kind === 'met' ? asLocale(person.locale) : turn.locale;
    const caller: Caller = {
      unit,
      person,
      organisation: org,
      locale,
      words: words(locale),
      place: turn.place,
      development: parts.development,
    };
    switch (turn.input.kind) {
      case 'met':
        return greet(caller, parts.registry);
      case 'text':
        return (await isNew(unit, turn)) ? said(parts, caller, turn.input.text) : {};
      case 'press': {
        const fresh = await isNew(unit, turn);
        const answer = worded(caller, await pressed(parts, caller, turn.input.verb, turn.input.data));
        if (fresh) return answer;
        // Delivered again: the card shows how things stand, and nothing is put into the chat a second time.
        const { post: _sentBefore, offer: _offeredBefore, ...shown } = answer;
        return shown;
      }
      case 'file':
        return (await isNew(unit, turn)) ? taken(parts, caller, turn.input) : {};
      default:
        return turn.input satisfies never;
    }
  });
}

/** A word stands on the card that takes the pressed one's place. A press whose answer is a new card says where to look. */
function worded(caller: Caller, answer: Answer): Answer {
  const { say, ...rest } = answer;
  if (answer.replace && say !== undefined)
    return { ...rest, replace: { ...answer.replace, card: withWord(answer.replace.card, say) } };
  return (answer.post || answer.offer) && !answer.replace && answer.say === undefined
    ? { ...answer, say: caller.words.turn.below }
    : answer;
}

/** Whether somebody did something and waits for what comes of it. */
function isSpeaking(input: Input): boolean {
  return input.kind === 'text' || input.kind === 'press' || input.kind === 'file';
}

/** An activity that came before is not answered a second time, unless the first answer was cut off. */
async function isNew(unit: Unit, turn: Turn): Promise<boolean> {
  const key = `activity:${turn.activityId}`;
  const made = await unit.tx.inbound.createMany({
    data: { tenantId: unit.tenantId, id: unit.house.newId(), key, at: unit.wallNow },
    skipDuplicates: true,
  });
  if (made.count > 0) return true;
  const cutOff = new Date(unit.wallNow.getTime() - IN_HAND_MS);
  const taken = await unit.tx.inbound.updateMany({
    where: { tenantId: unit.tenantId, key, answeredAt: null, at: { lte: cutOff } },
    data: { at: unit.wallNow },
  });
  return taken.count > 0;
}

async function said(parts: Parts, caller: Caller, text: string): Promise<Spoken> {
  const legibly = legible(text);
  if (findCpr(legibly) !== undefined) return { say: caller.words.turn.cpr };
  const plain = legibly
    .slice(0, LONGEST_TEXT)
    .trim()
    .toLocaleLowerCase('da')
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '');
  const open = parts.commands.filter((one) => !one.developmentOnly || parts.development);
  for (const command of open) {
    const found = command.pattern.exec(plain);
    if (found) return command.run(caller, found.groups?.rest ?? '');
  }
  return { post: [nearestCard({ commands: nearestCommands(plain, open) }, caller.locale)] };
}

async function pressed(
  parts: Parts,
  caller: Caller,
  name: string,
  given: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const verb = parts.verbs.get(name);
  if (!verb) return { say: caller.words.turn.tampered };
  const data = legible(given);
  if (findCpr(data) !== undefined) return withoutCpr(caller, verb, data);
  const parsed = verb.input.safeParse(data);
  if (!parsed.success) return { say: caller.words.turn.tampered };
  if (!verb.act) return verb.show(caller, parsed.data, undefined);
  const refused = await actOnce(caller, verb, name, parsed.data);
  if (refused?.code === 'not-yours') return { say: caller.words.turn.notFound };
  return verb.show(caller, parsed.data, refused);
}

/** The file as it is now, for whoever took it, if they may (still) have it. */
async function taken(parts: Parts, caller: Caller, input: Extract<Input, { kind: 'file' }>): Promise<Answer> {
  const file = parts.files.get(input.verb);
  const parsed = file?.input.safeParse(input.data);
  if (!file || !parsed?.success) return { say: caller.words.turn.tampered };
  if (!input.accepted) return { say: caller.words.files.declined };
  const made = await file.make(caller, parsed.data);
  return made ? { file: made } : { say: caller.words.turn.notFound };
}

/** The number is kept nowhere; a form stands again with all else that was typed, and says so beside the input. */
async function withoutCpr(caller: Caller, verb: Verb, data: Readonly<Record<string, unknown>>): Promise<Answer> {
  const holding = Object.keys(data).filter((input) => findCpr(data[input]) !== undefined);
  const kept = (value: unknown): string => (typeof value === 'string' ? withoutCprIn(value) : '');
  const rest = { ...data, ...Object.fromEntries(holding.map((input) => [input, kept(data[input])])) };
  const parsed = verb.keepsTyped && findCpr(rest) === undefined ? verb.input.safeParse(rest) : undefined;
  if (!parsed?.success) return { say: caller.words.turn.cpr };
  const faults = Object.fromEntries(holding.map((input) => [input, 'cpr']));
  const shown = await verb.show(caller, parsed.data, { code: 'form', faults });
  // The number stood in place of the matter itself: there is no form to show again.
  return shown.say === caller.words.turn.notFound ? { say: caller.words.turn.cpr } : shown;
}

/** However often Teams delivers a press, with the same activity id or another, its change happens once. */
async function actOnce(caller: Caller, verb: Verb, name: string, input: unknown): Promise<Refused | undefined> {
  const { unit, person } = caller;
  // One hash of it all: verb and person side by side would say who was hindered long after the meeting.
  const hash = createHash('sha256')
    .update(JSON.stringify([name, person.id, input]))
    .digest('base64url');
  const key = `press:${hash}`;
  const made = await unit.tx.inbound.createMany({
    data: { tenantId: unit.tenantId, id: unit.house.newId(), key, at: unit.wallNow },
    skipDuplicates: true,
  });
  if (made.count === 0) return undefined;
  unit.rights.held = true;
  const refused = await verb.act?.(caller, input);
  unit.rights.held = false;
  if (!(await organisationStands(unit))) throw new Overtaken();
  // A press that was refused changed nothing, and may be tried again when things stand otherwise.
  if (refused !== undefined) await unit.tx.inbound.deleteMany({ where: { tenantId: unit.tenantId, key } });
  return refused;
}

/** A verb that only shows, called from another card's choice; changes go by their own press. */
export async function pressFrom(
  verbs: VerbTable,
  caller: Caller,
  name: string,
  input: Readonly<Record<string, string>>,
): Promise<Answer> {
  const verb = verbs.get(name);
  const parsed = verb?.act ? undefined : verb?.input.safeParse(input);
  return verb && parsed?.success ? verb.show(caller, parsed.data, undefined) : { say: caller.words.turn.tampered };
}

async function answered(parts: Parts, turn: Turn, answer: Answer, posted: Posted): Promise<void> {
  try {
    await inTenant(parts.house, turn.tenantId, async (unit) => {
      const person = await unit.tx.person.findUnique({
        where: { tenantId_entraId: { tenantId: unit.tenantId, entraId: turn.entraId } },
      });
      if (!person) return;
      if (isSpeaking(turn.input)) {
        await unit.tx.inbound.updateMany({
          where: { tenantId: unit.tenantId, key: `activity:${turn.activityId}` },
          data: { answeredAt: unit.wallNow },
        });
      }
      await keepPosted(unit, person.id, turn, answer, posted);
    });
  } catch (fault) {
    // The answer has reached the person; what is lost is only that its card can be drawn anew.
    parts.house.log.error({ fault: nameOf(fault) }, 'an answer could not be written down');
  }
  const at = pressedAt(turn);
  if (at !== undefined) parts.shown.written(at);
}

async function apologise(parts: Parts, turn: Turn, fault: unknown): Promise<Answer> {
  const code = createHash('sha256')
    .update(`${turn.activityId}${parts.house.clocks.wall().getTime()}`)
    .digest('hex')
    .slice(0, 4)
    .toUpperCase();
  parts.house.log.error({ code, kind: turn.input.kind, fault: nameOf(fault), where: placeOf(fault) }, 'a turn failed');
  return { say: words(turn.locale).turn.fault(code, await administrator(parts, turn)), failed: true };
}

async function administrator(parts: Parts, turn: Turn): Promise<string> {
  const found = await inTenant(parts.house, turn.tenantId, async (unit): Promise<Person | null> => {
    const role = await unit.tx.personRole.findFirst({
      where: { tenantId: unit.tenantId, role: 'administrator' },
      include: { person: true },
    });
    return role?.person ?? null;
  }).catch(() => null);
  return found?.name.split(' ')[0] ?? words(turn.locale).turn.administrator;
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');

/** Where it was thrown, from our own files: never the message, which may hold what somebody wrote. */
function placeOf(fault: unknown): string | undefined {
  const lines = fault instanceof Error ? (fault.stack ?? '').split('\n') : [];
  return lines
    .find((line) => /\/(bot|cards|content)\//.test(line))
    ?.trim()
    .replace(/^at\s+/, '')
    .replace(/\(?\/.*\/(bot|cards|content)\//, '$1/')
    .slice(0, 120);
}
