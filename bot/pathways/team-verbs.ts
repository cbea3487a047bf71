import { z } from 'zod/v4';
import { findPersonCard } from '../../cards/pathways/find-person';
import { seatAskCard } from '../../cards/pathways/seat-ask';
import { teamCard } from '../../cards/pathways/team';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import { may } from '../people/rights';
import type { Answer } from '../turn';
import { addMember } from './add-member';
import { changeBy, isId, outcome, sentencesOf, showFor, showPathway } from './answers';
import { leaveTeam, takeOut } from './close-seat';
import { findColleagues } from './find-colleague';
import { externalsIn, membersOf, ownPlace, type PathwayParts } from './read';
import { restSeat } from './rest-seat';
import { aliasOf, type PathwayWithTeam, standingsIn } from './standing';

const version = z.coerce.number().pipe(z.int32());
const text = z.string().max(2_000);
const pathway = z.uuid();
/** The team's card sends both of its inputs with every press. */
const onTeamCard = { query: text.optional(), seat: text.optional() };
const seatInput = z.strictObject({ pathway, version, ...onTeamCard });
const ownInput = z.strictObject({ pathway, version });

type TypedTeam = { readonly query?: string | undefined; readonly seat?: string | undefined };

/** Who is in the team: found, added, taken out, resting and back; and one's own place. */
export function teamVerbs(parts: PathwayParts): Record<string, Verb> {
  const rest = (resting: boolean) =>
    verb({
      input: seatInput,
      keepsTyped: true,
      act: async (caller, given) =>
        isId(given.seat)
          ? restSeat(caller.unit, changeBy(caller, given), { seatId: given.seat }, resting)
          : { code: 'form', faults: { seat: 'pick-a-member' } },
      show: (caller, given, refused) => showTeam(caller, given.pathway, refused ? given : {}, refused),
    });
  const own = (resting: boolean) =>
    verb({
      input: ownInput,
      act: (caller, given) => restSeat(caller.unit, changeBy(caller, given, 'seat.own'), 'own', resting),
      show: (caller, given) => showPathway(caller, parts, given.pathway, 'replace'),
    });
  return {
    'pathway.team': verb({
      input: z.strictObject({ pathway }),
      show: (caller, given) => showTeam(caller, given.pathway, {}, undefined),
    }),
    'team.find': verb({
      input: z.strictObject({ pathway, version, person: text.optional(), ...onTeamCard }),
      keepsTyped: true,
      show: (caller, given, refused) => showFound(caller, given, refused),
    }),
    'team.add': verb({
      input: z.strictObject({ pathway, version, person: text.optional(), query: text.optional() }),
      keepsTyped: true,
      act: async (caller, given) =>
        isId(given.person)
          ? addMember(caller.unit, changeBy(caller, given), given.person)
          : { code: 'form', faults: { person: 'pick-somebody' } },
      show: (caller, given, refused) =>
        refused ? showFound(caller, given, refused) : showAdded(caller, given.pathway, given.person ?? ''),
    }),
    'team.rest': rest(true),
    'team.return': rest(false),
    'team.out-ask': verb({
      input: z.strictObject({ pathway, ...onTeamCard }),
      keepsTyped: true,
      show: (caller, given) => askOut(caller, given),
    }),
    'team.out': verb({
      input: z.strictObject({ pathway, version, seat: z.uuid() }),
      act: (caller, given) => takeOut(caller.unit, changeBy(caller, given), given.seat),
      show: (caller, given, refused) => showTeam(caller, given.pathway, {}, refused),
    }),
    'seat.rest': own(true),
    'seat.return': own(false),
    'seat.leave-ask': verb({
      input: z.strictObject({ pathway }),
      show: (caller, given) => askLeave(caller, given.pathway),
    }),
    'seat.leave': verb({
      input: ownInput,
      act: (caller, given) => leaveTeam(caller.unit, changeBy(caller, given, 'seat.own')),
      show: async (caller, given, refused) => {
        if (refused) return askLeave(caller, given.pathway);
        const { left } = caller.words.pathwayTeam;
        const card = { pathwayId: given.pathway, quiet: caller.words.pathways.quiet, summary: left.title };
        return outcome(caller, { ...card, title: left.title, texts: [left.text], next: [] });
      },
    }),
  };
}

/** The team's card for whoever sees the pathway; those who lead it may change it, a member their own place. */
async function showTeam(
  caller: Caller,
  pathwayId: string,
  typed: TypedTeam,
  refused: Refused | undefined,
): Promise<Answer> {
  const { unit, organisation: org, person } = caller;
  return showFor(caller, pathwayId, 'pathway.see', async (known) => {
    const standings = standingsIn(known, person.id, org);
    const open = known.pathway.status === 'open';
    const seats = await seatIds(caller, known);
    const view = {
      pathwayId,
      version: known.pathway.version,
      ref: known.pathway.ref,
      alias: aliasOf(unit, known.pathway),
      members: membersOf(known, org).flatMap(({ id, ...one }) => {
        const seatId = seats.get(id);
        return seatId === undefined ? [] : [{ ...one, seatId }];
      }),
      externals: (await externalsIn(unit, known)).flatMap(({ id, ...one }) => {
        const seatId = seats.get(id);
        return seatId === undefined ? [] : [{ ...one, seatId }];
      }),
      mayChange: open && may('pathway.change', standings),
      own: open ? ownPlace(known, person.id, standings) : null,
      values: { query: typed.query ?? '', seat: typed.seat ?? '' },
      faults: sentencesOf(caller, refused),
    };
    return { replace: teamCard(view, caller.locale) };
  });
}

/** Open places of the team by whose they are. */
async function seatIds({ unit }: Caller, { pathway: { id } }: PathwayWithTeam): Promise<Map<string, string>> {
  const rows = await unit.tx.teamSeat.findMany({
    where: { tenantId: unit.tenantId, pathwayId: id, untilOn: null },
    select: { id: true, personId: true, externalId: true },
  });
  return new Map(rows.map((row) => [row.personId ?? row.externalId ?? '', row.id]));
}

async function showFound(
  caller: Caller,
  given: TypedTeam & { readonly pathway: string; readonly person?: string | undefined },
  refused: Refused | undefined,
): Promise<Answer> {
  const { organisation: org } = caller;
  return showFor(caller, given.pathway, 'pathway.change', (known) => {
    const { pathway: row, seats, grounds } = known;
    if (row.status !== 'open') return showTeam(caller, row.id, {}, { code: 'closed' });
    const taken = new Set([...seats, row.leadId, row.coLeadId].flatMap((id) => id ?? []));
    const found = findColleagues(org, given.query ?? '', taken);
    const hits = 'fault' in found ? [] : found.hits;
    const fault: Refused | undefined = 'fault' in found ? { code: 'form', faults: { query: found.fault } } : undefined;
    return {
      replace: findPersonCard(
        {
          pathwayId: row.id,
          version: row.version,
          ref: row.ref,
          purpose: 'team',
          query: given.query ?? '',
          hits: hits.map((one) => ({
            id: one.id,
            name: one.name,
            department: org.departments.get(one.departmentId)?.name ?? '',
            ground: grounds.has(one.departmentId),
          })),
          more: 'fault' in found ? 0 : found.more,
          faults: sentencesOf(caller, refused ?? fault),
        },
        caller.locale,
      ),
    };
  });
}

/** What the lead hears when somebody was added: whether they have been told, and what is missing if not. */
async function showAdded(caller: Caller, pathwayId: string, personId: string): Promise<Answer> {
  const { organisation: org } = caller;
  const { pathwayTeam: w } = caller.words;
  return showFor(caller, pathwayId, 'pathway.change', (known) => {
    const person = org.people.get(personId);
    if (!person || !known.seats.includes(personId)) return showTeam(caller, pathwayId, {}, undefined);
    const ground = known.grounds.has(person.departmentId);
    const department = org.departments.get(person.departmentId)?.name ?? '';
    return outcome(caller, {
      pathwayId,
      quiet: w.quiet(known.pathway.ref),
      title: w.added.title(person.name),
      texts: [ground ? w.added.told(person.name) : w.added.noGround(person.name, department)],
      summary: w.summary(known.pathway.ref),
      next: [
        ...(ground ? [] : [{ title: w.added.ground, verb: 'ground.form' }]),
        { title: w.added.another, verb: 'pathway.team' },
        { title: w.toPathway, verb: 'pathway.back' },
      ],
    });
  });
}

async function askOut(caller: Caller, given: TypedTeam & { readonly pathway: string }): Promise<Answer> {
  return showFor(caller, given.pathway, 'pathway.change', async (known) => {
    const whose = [...(await seatIds(caller, known))].find(([, seatId]) => seatId === given.seat)?.[0];
    if (whose === undefined || given.seat === undefined || known.pathway.status !== 'open')
      return showTeam(caller, given.pathway, given, { code: 'form', faults: { seat: 'pick-somebody' } });
    const external = (await externalsIn(caller.unit, known)).find((one) => one.id === whose);
    const name = caller.organisation.people.get(whose)?.name ?? external?.name ?? '';
    const view = {
      pathwayId: known.pathway.id,
      version: known.pathway.version,
      ref: known.pathway.ref,
      invited: await isInvited(caller, known, whose),
      about: { is: 'other' as const, seatId: given.seat, name },
    };
    return { replace: seatAskCard(view, caller.locale) };
  });
}

async function askLeave(caller: Caller, pathwayId: string): Promise<Answer> {
  return showFor(caller, pathwayId, 'seat.own', async (known) => {
    const { leadId, ref, version: now } = known.pathway;
    const view = {
      pathwayId,
      version: now,
      ref,
      invited: await isInvited(caller, known, caller.person.id),
      about: { is: 'own' as const, leadName: caller.organisation.people.get(leadId ?? '')?.name ?? null },
    };
    return { replace: seatAskCard(view, caller.locale) };
  });
}

/** Whether somebody is invited to a meeting of the pathway that is still ahead. */
async function isInvited({ unit }: Caller, known: PathwayWithTeam, id: string): Promise<boolean> {
  const { tx, tenantId, now } = unit;
  const meeting = { pathwayId: known.pathway.id, status: 'called', startsAt: { gt: now } };
  const own = await tx.invitation.count({ where: { tenantId, personId: id, meeting } });
  return (
    own > 0 ||
    (await tx.externalInvitation.count({ where: { tenantId, externalId: id, withdrawnAt: null, meeting } })) > 0
  );
}
