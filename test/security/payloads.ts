import { legible } from '../../bot/conversation/legible';
import type { Dice } from '../support/cpr-numbers';
import { TENANT } from '../support/town';
import { type Ids, IN_ANOTHER, STAFF } from './cast';
import { type Changed, copyMunicipality } from './ledger';
import { injected, type Mutated, markupIn, mutate, unknownId } from './mutations';
import { inGroups, type OneMeeting, openOneMeeting, PRESSES, type Trial } from './one-meeting';
import { registered } from './registered';

/** Written by every turn, whoever pressed whatever. */
const EVERY_TURN: readonly string[] = ['inbound', 'conversation'];
/** Nothing is theirs in either pathway. */
const RIGHTLESS = ['Kasper', 'Helle', 'Gustav'];
/** Malene is asked to take the other pathway's baton, and to come to its meetings. */
const IN_THE_OTHER = [...IN_ANOTHER, 'Malene'];
const AT_ONCE = 6;

export type Tried = { readonly name: string; readonly press: Mutated; readonly trial: Trial };
export type Counts = { tried: number; pressed: number; changed: number; readonly ways: Map<string, number> };

/**
 * Presses so many mutated payloads, each taken back; tells every fault, and what was tried.
 * @param refusedAtOnce whether a payload does not even fit what its verb reads: of those one in ten is pressed
 */
export async function tryPayloads(
  world: OneMeeting,
  dice: Dice,
  count: number,
  ofAnotherMunicipality: (id: string) => string,
  refusedAtOnce: (press: Mutated) => boolean = () => false,
): Promise<{ readonly faults: string[]; readonly counts: Counts }> {
  const { ids, foreign } = world;
  const own = Object.values<string>(ids);
  const pool = [...own, ...own, ...Object.values<string>(foreign), ...own.map(ofAnotherMunicipality), unknownId()];
  const verbs = Object.keys(PRESSES);
  const counts: Counts = { tried: 0, pressed: 0, changed: 0, ways: new Map() };
  const faults: string[] = [];
  const begun = world.town.faults.length;
  const drawn = Array.from({ length: count }, () => {
    const verb = dice.pick(verbs);
    const { may = [], input = () => ({}) } = PRESSES[verb] ?? {};
    const name = dice.below(2) === 0 ? dice.pick(may) : dice.pick(dice.below(2) === 0 ? RIGHTLESS : STAFF);
    const data = input(dice.below(5) === 0 ? foreign : ids);
    const pressed = dice.below(4) === 0 ? injected(dice, { verb, data }) : { verb, data };
    return { name, press: mutate(dice, pressed, pool, verbs) };
  });
  for (const some of inGroups(drawn, AT_ONCE * 50)) {
    await Promise.all(
      inGroups(some, Math.ceil(some.length / AT_ONCE)).map(async (lane) => {
        for (const { name, press } of lane) {
          counts.tried += 1;
          if (refusedAtOnce(press) && counts.tried % 10 !== 0) continue;
          counts.pressed += 1;
          const trial = await world.press(name, press.verb, press.data as Record<string, unknown>);
          counts.ways.set(press.how, (counts.ways.get(press.how) ?? 0) + 1);
          if (beyondTurn(trial).length > 0) counts.changed += 1;
          for (const fault of faultsOf(world, { name, press, trial }))
            faults.push(`${name} ${press.verb} (${press.how}): ${fault} ${JSON.stringify(press.data).slice(0, 400)}`);
        }
      }),
    );
  }
  faults.push(...world.town.faults.slice(begun).map((line) => `logged: ${line}`));
  return { faults, counts };
}

/** Whether a payload has no verb, or does not fit what its verb reads: it is answered before anything is looked for. */
export function fitsNoVerb({ verb, data }: Mutated): boolean {
  const found = registered().verbs.get(verb);
  return found === undefined || !found.input.safeParse(legible(data)).success;
}

const beyondTurn = ({ changed }: Trial): Changed[] => changed.filter(({ table }) => !EVERY_TURN.includes(table));

/** What a press did that it should not have. */
function faultsOf({ ids, foreign }: OneMeeting, { name, press, trial }: Tried): string[] {
  const found: string[] = [];
  const { answer, audited } = trial;
  if (answer.failed) found.push('the turn failed');
  if (answer === undefined || Object.keys(answer).length === 0) found.push('no answer');
  found.push(...markupIn([answer.replace?.card, answer.post?.map(({ card }) => card)]));
  const tenants = new Set(trial.changed.map(({ row }) => row.tenant_id));
  if (tenants.size > 1) found.push('rows of another municipality changed');
  const changed = beyondTurn(trial);
  if (changed.length === 0) return found;
  const acts = audited.filter(({ act }) => !act.endsWith('.see'));
  const tables = [...new Set(changed.map(({ table }) => table))].join(', ');
  const verb = PRESSES[press.verb];
  if (!verb) return [...found, `an unknown verb changed ${tables}`];
  const onlySeen = changed.every(({ table }) => table === 'audit_row');
  if (!onlySeen && acts.length === 0) found.push(`changed ${tables} without a word in the audit`);
  const pathways = new Set([
    ...audited.map(({ pathwayId }) => pathwayId),
    ...changed.flatMap(({ table, row }) => (table === 'pathway' ? [row.id] : [row.pathway_id])),
  ]);
  if (pathways.has(ids.pathway) && !verb.may.includes(name)) found.push(`without a right: ${tables}`);
  if (pathways.has(foreign.pathway) && !(IN_THE_OTHER.includes(name) || verb.may === STAFF))
    found.push(`in another pathway: ${tables}`);
  if (verb.may !== STAFF && RIGHTLESS.includes(name) && !verb.may.includes(name))
    found.push(`by somebody without any right: ${tables}`);
  return found;
}

/** Every input of every verb, those that only its own cards have, and one that no card has; with what a press carries beside. */
export function inputsOf(ids: Ids): { verb: string; key: string; data: Record<string, unknown> }[] {
  return [...registered().verbs].flatMap(([verb, { input }]) => {
    const shape =
      'shape' in input && typeof input.shape === 'object' && input.shape !== null ? Object.keys(input.shape) : [];
    const data = PRESSES[verb]?.input(ids) ?? {};
    return [...new Set([...shape, ...Object.keys(data), 'note'])].map((key) => ({ verb, key, data }));
  });
}

/** The story of everybody, with a second municipality in the database and every change written down. */
export async function openTried(): Promise<{ world: OneMeeting; moved: (id: string) => string }> {
  const world = await openOneMeeting();
  const moved = await copyMunicipality(world.town.database.adminUrl, TENANT);
  // A turn in another language than the last is remembered: every press of the test is Danish.
  await world.town.inside(({ tx, tenantId }) => tx.person.updateMany({ where: { tenantId }, data: { locale: 'da' } }));
  await world.keepLedger();
  return { world, moved };
}
