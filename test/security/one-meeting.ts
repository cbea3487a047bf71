import { randomUUID } from 'node:crypto';
import { createApp } from '../../bot/app';
import { readModels } from '../../bot/pathways/models';
import type { Standing } from '../../bot/people/rights';
import type { Answer, Turn } from '../../bot/turn';
import { words } from '../../content/words/words';
import type { AuditRow, PrismaClient } from '../../prisma/generated/client';
import type { StagePerson } from '../../stage/connector';
import { callMeeting, newestMeeting, personIds } from '../support/meeting-steps';
import { openTown, TENANT, type Town } from '../support/town';

/** The story of everybody: one pathway, one meeting on its way. */
export const CAST: readonly { readonly name: string; readonly is: string; readonly standings: readonly Standing[] }[] =
  [
    { name: 'Carla', is: 'case lead', standings: ['lead'] },
    { name: 'Nanna', is: 'co-lead, not invited', standings: ['co-lead'] },
    { name: 'Bo', is: 'of the team, invited, has asked Henrik to come instead', standings: ['team', 'invited'] },
    { name: 'Mette', is: 'of the team, invited, hindered', standings: ['team', 'invited'] },
    { name: 'Jonas', is: 'of the team, invited, has not answered', standings: ['team', 'invited'] },
    { name: 'Vibeke', is: 'of the team, from a department without ground', standings: [] },
    { name: 'Dorthe', is: 'case administrator of the department', standings: ['case-administrator'] },
    { name: 'Henrik', is: 'asked to come for Bo', standings: ['stand-in'] },
    { name: 'Sørine', is: "Bo's manager", standings: [] },
    { name: 'Thomas', is: "Mette's manager", standings: [] },
    { name: 'Birgitte', is: "Jonas' manager", standings: [] },
    { name: 'Dora', is: 'director, above all managers', standings: [] },
    { name: 'Lise', is: "the lead's manager", standings: [] },
    { name: 'Helle', is: 'system administrator', standings: [] },
    { name: 'Kasper', is: 'was of the team until January', standings: [] },
    { name: 'Daniel', is: "a colleague in Bo's department", standings: [] },
  ];
export const STAFF = CAST.map(({ name }) => name);
const IN_THE_PATHWAY = ['Carla', 'Nanna', 'Bo', 'Mette', 'Jonas', 'Dorthe'];
const LEADS = ['Carla', 'Nanna'];
const MEMBERS = ['Bo', 'Mette', 'Jonas'];

export type Ids = {
  readonly pathway: string;
  readonly meeting: string;
  /** Jonas'. */
  readonly invitation: string;
  /** Mette's. */
  readonly hindered: string;
  readonly standIn: string;
  /** What Jonas owes. */
  readonly obligation: string;
  /** The ground that reaches the departments of the team. */
  readonly ground: string;
  /** Vibeke's, which no ground reaches. */
  readonly groundless: string;
  readonly kasper: string;
  readonly bo: string;
  readonly form: string;
  /** Bo's place in the team. */
  readonly seat: string;
  /** Another pathway's lead asks whether the two are of one family. */
  readonly link: string;
  /** The pathway's number in a specialist system. */
  readonly caseNumber: string;
  /** Jonas' department. */
  readonly department: string;
};

/** Who may press what, and what a press of it carries. The input with ids that nobody has is the unknown matter. */
type Press = {
  readonly who: string;
  readonly may: readonly string[];
  readonly input: (ids: Ids) => Record<string, unknown>;
};

export const PRESSES: Readonly<Record<string, Press>> = {
  'home.help': { who: 'anybody employed: what one can do here', may: STAFF, input: () => ({}) },
  'home.status': {
    who: 'anybody employed; but for the system administrator it is the same as help',
    may: STAFF,
    input: () => ({}),
  },
  'home.waiting': { who: 'anybody employed: what waits for oneself', may: STAFF, input: () => ({}) },
  'home.pathways': { who: 'anybody employed: the pathways one may see', may: STAFF, input: () => ({}) },
  'home.meetings': { who: 'anybody employed: the meetings one has a part in', may: STAFF, input: () => ({}) },
  'home.mandate': { who: 'anybody employed: what the own department may decide', may: STAFF, input: () => ({}) },
  'mandate.open': {
    who: 'the department’s own people and its manager',
    may: ['Jonas', 'Kasper', 'Birgitte'],
    input: ({ department }) => ({ department }),
  },
  'mandate.form': {
    who: 'the department’s own people and its manager',
    may: ['Jonas', 'Kasper', 'Birgitte'],
    input: ({ department }) => ({ department }),
  },
  'mandate.write': {
    who: 'the department’s manager',
    may: ['Birgitte'],
    input: ({ department }) => ({ department, over: '', text: 'I kan aftale skoleskift.' }),
  },
  'waiting.pick': {
    who: 'anybody employed; what it opens is asked for as if it had been pressed itself',
    may: ['Jonas'],
    input: (ids) => ({ pick: `invitation.open|invitation=${ids.invitation}` }),
  },
  'waiting.snooze-form': { who: 'anybody employed: of what is one’s own', may: STAFF, input: () => ({}) },
  'waiting.snooze': {
    who: 'whoever owes it',
    may: ['Jonas'],
    input: (ids) => ({ obligation: ids.obligation, until: '2026-03-13', reason: 'Skolen svarer i morgen' }),
  },
  'pathway.open': {
    who: 'lead, co-lead, team with ground, case administrator',
    may: IN_THE_PATHWAY,
    input: ({ pathway }) => ({ pathway }),
  },
  'ground.list': {
    who: 'lead, co-lead, team with ground, case administrator',
    may: IN_THE_PATHWAY,
    input: ({ pathway }) => ({ pathway }),
  },
  'ground.back': {
    who: 'lead, co-lead, team with ground, case administrator',
    may: IN_THE_PATHWAY,
    input: ({ pathway }) => ({ pathway }),
  },
  'ground.form': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway }) },
  'ground.register': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway, form, groundless }) => ({
      pathway,
      form,
      kind: 'oral',
      given: 'citizen',
      departments: groundless,
    }),
  },
  'ground.withdraw-ask': {
    who: 'lead, co-lead, team with ground, case administrator: whoever hears it from the citizen',
    may: IN_THE_PATHWAY,
    input: ({ ground }) => ({ ground }),
  },
  'ground.withdraw': {
    who: 'lead, co-lead, team with ground, case administrator: whoever hears it from the citizen',
    may: IN_THE_PATHWAY,
    input: ({ ground }) => ({ ground }),
  },
  'ground.shared': {
    who: 'lead, co-lead, team with ground, case administrator',
    may: IN_THE_PATHWAY,
    input: ({ ground }) => ({ past: ground }),
  },
  'pathway.new': { who: 'anybody employed: an empty form', may: STAFF, input: () => ({}) },
  'pathway.list': { who: 'anybody employed: the pathways one may see', may: STAFF, input: () => ({}) },
  'pathway.begin': {
    who: 'anybody employed, who then leads it',
    may: STAFF,
    input: ({ form }) => ({ form, ref: 'BF-2026-0777', alias: 'Ravn', model: 'ballerup', started: '2026-03-12' }),
  },
  'pathway.back': {
    who: 'lead, co-lead, team with ground, case administrator',
    may: IN_THE_PATHWAY,
    input: ({ pathway }) => ({ pathway }),
  },
  'pathway.team': {
    who: 'lead, co-lead, team with ground, case administrator',
    may: IN_THE_PATHWAY,
    input: ({ pathway }) => ({ pathway }),
  },
  'pathway.more': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway }) },
  'pathway.end-form': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway }) },
  'pathway.end': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway }) => ({ pathway, version: 1, reason: 'goal-reached', date: '2026-03-12', note: '' }),
  },
  'team.find': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway }) => ({ pathway, version: 1, query: 'kasper' }),
  },
  'team.add': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway, kasper }) => ({ pathway, version: 1, person: kasper, query: 'kasper' }),
  },
  'team.rest': {
    who: 'lead and co-lead, of anybody in the team',
    may: LEADS,
    input: ({ pathway, seat }) => ({ pathway, version: 1, seat, query: '' }),
  },
  'team.return': {
    who: 'lead and co-lead, of anybody in the team',
    may: LEADS,
    input: ({ pathway, seat }) => ({ pathway, version: 1, seat, query: '' }),
  },
  'team.out-ask': { who: 'lead and co-lead', may: LEADS, input: ({ pathway, seat }) => ({ pathway, seat }) },
  'team.out': { who: 'lead and co-lead', may: LEADS, input: ({ pathway, seat }) => ({ pathway, version: 1, seat }) },
  'seat.rest': {
    who: 'a member of the team with ground, of their own place',
    may: MEMBERS,
    input: ({ pathway }) => ({ pathway, version: 1 }),
  },
  'seat.return': {
    who: 'a member of the team with ground, of their own place',
    may: MEMBERS,
    input: ({ pathway }) => ({ pathway, version: 1 }),
  },
  'seat.leave-ask': {
    who: 'a member of the team with ground, of their own place',
    may: MEMBERS,
    input: ({ pathway }) => ({ pathway }),
  },
  'seat.leave': {
    who: 'a member of the team with ground, of their own place',
    may: MEMBERS,
    input: ({ pathway }) => ({ pathway, version: 1 }),
  },
  'co-lead.form': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway }) },
  'co-lead.find': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway }) => ({ pathway, version: 1, query: 'bo' }),
  },
  'co-lead.set': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway, bo }) => ({ pathway, version: 1, person: bo, query: '' }),
  },
  'co-lead.remove': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway, version: 1 }) },
  'external.form': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway }) },
  'external.add': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway }) => ({ pathway, version: 1, name: 'Lene Bruun', role: 'læge', email: 'lene@klinik.example' }),
  },
  'link.form': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway }) },
  'link.ask': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway, form }) => ({ pathway, form, ref: 'BF-1999-0001' }),
  },
  'link.open': { who: 'lead and co-lead of the pathway that is asked', may: LEADS, input: ({ link }) => ({ link }) },
  'link.connect': {
    who: 'lead and co-lead of the pathway that is asked',
    may: LEADS,
    input: ({ link }) => ({ link, version: 1 }),
  },
  'link.decline': {
    who: 'lead and co-lead of the pathway that is asked',
    may: LEADS,
    input: ({ link }) => ({ link, version: 1 }),
  },
  'link.end': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway, link }) => ({ pathway, link: `${link}:1` }),
  },
  'case-number.form': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway }) },
  'case-number.save': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway }) => ({ pathway, version: 1, system: 'Fasit', number: 'F-1' }),
  },
  'case-number.remove': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway, caseNumber }) => ({ pathway, version: 1, remove: caseNumber }),
  },
  'meeting.form': { who: 'lead and co-lead', may: LEADS, input: ({ pathway }) => ({ pathway }) },
  'meeting.form-close': { who: 'anybody employed: it does nothing', may: STAFF, input: () => ({}) },
  'meeting.call': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ pathway, form, bo }) => ({
      pathway,
      form,
      kind: 'team-meeting',
      date: '2026-04-08',
      time: '13:00',
      duration: '60',
      where: 'online',
      agreed: 'true',
      [`come-${bo}`]: 'true',
      [`why-${bo}`]: 'du kender vejen til job',
    }),
  },
  'meeting.open': {
    who: 'the pathway, the invited, the stand-in',
    may: [...IN_THE_PATHWAY, 'Henrik'],
    input: ({ meeting }) => ({ meeting }),
  },
  'meeting.back': {
    who: 'the pathway, the invited, the stand-in',
    may: [...IN_THE_PATHWAY, 'Henrik'],
    input: ({ meeting }) => ({ meeting }),
  },
  'meeting.move-form': { who: 'lead and co-lead', may: LEADS, input: ({ meeting }) => ({ meeting }) },
  'meeting.move': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ meeting }) => ({ meeting, version: 1, date: '2026-04-09', time: '10:00', agreed: 'true' }),
  },
  'meeting.cancel-ask': { who: 'lead and co-lead', may: LEADS, input: ({ meeting }) => ({ meeting }) },
  'meeting.cancel': { who: 'lead and co-lead', may: LEADS, input: ({ meeting }) => ({ meeting, version: 1 }) },
  'invitation.open': { who: 'the one invited', may: ['Jonas'], input: ({ invitation }) => ({ invitation }) },
  'invitation.come': {
    who: 'the one invited',
    may: ['Jonas'],
    input: ({ invitation }) => ({ invitation, version: 1 }),
  },
  'invitation.hindered': {
    who: 'the one invited',
    may: ['Jonas'],
    input: ({ invitation }) => ({ invitation, version: 1, code: 'other-meeting' }),
  },
  'invitation.stand-in': {
    who: 'the one invited',
    may: ['Jonas'],
    input: ({ invitation, kasper }) => ({ invitation, version: 1, colleague: kasper }),
  },
  'invitation.change': {
    who: 'the one invited',
    may: ['Jonas'],
    input: ({ invitation }) => ({ invitation, version: 1 }),
  },
  'stand-in.open': { who: 'the colleague asked', may: ['Henrik'], input: ({ standIn }) => ({ standIn }) },
  'stand-in.accept': { who: 'the colleague asked', may: ['Henrik'], input: ({ standIn }) => ({ standIn, version: 1 }) },
  'stand-in.decline': {
    who: 'the colleague asked',
    may: ['Henrik'],
    input: ({ standIn }) => ({ standIn, version: 1 }),
  },
  'stand-in.withdraw': {
    who: 'the colleague asked',
    may: ['Henrik'],
    input: ({ standIn }) => ({ standIn, version: 1 }),
  },
  'hindered.open': { who: 'lead and co-lead', may: LEADS, input: ({ hindered }) => ({ invitation: hindered }) },
  'hindered.manage': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ hindered }) => ({ invitation: hindered, version: 2 }),
  },
  'hindered.somebody': {
    who: 'lead and co-lead',
    may: LEADS,
    input: ({ hindered }) => ({ invitation: hindered, version: 2 }),
  },
  'representation.open': {
    who: 'the leaders above the one invited',
    may: ['Birgitte', 'Dora'],
    input: ({ invitation }) => ({ invitation }),
  },
  'representation.name': {
    who: 'the leaders above the one invited',
    may: ['Birgitte', 'Dora'],
    input: ({ invitation, kasper }) => ({ invitation, version: 1, person: kasper }),
  },
};

/** The house's ladder, but that what Jonas owes can be postponed, as nothing in the house's own policy can be so far. */
export const POSTPONABLE = `
invitation-answer:
  nature: duty
  snooze: 14d
  absence: runs
  ends: matter
  rungs:
    - { key: first, when: opened + 2wd, tell: owner, by: line, until: meeting }
    - { key: second, when: meeting - 3wd, tell: owner, by: card, until: meeting }
    - { key: manager, when: meeting - 2wd, tell: owner.manager, by: card, at: "12:00", grace: 1, until: meeting }
`;
/** Of the same tenant, and not employed. */
const guest: StagePerson = {
  entraId: 'c0000000-0000-4000-8000-000000000001',
  name: 'Gustav Gæst',
  title: '',
  department: '',
  email: 'gustav@guest.example',
};

export const notFound = words('da').turn.notFound;
/** What of an audit row says who did what to what. */
export type Audited = Pick<AuditRow, 'act' | 'actorId' | 'matterKind' | 'matterId' | 'codes'>;
export type Trial = { readonly answer: Answer; readonly audited: readonly Audited[] };

export type OneMeeting = {
  readonly town: Town;
  readonly ids: Ids;
  /** The same with a pathway, meeting, invitation, stand-in and obligation that nobody has. */
  unknownIds(): Ids;
  /** Works a press as the real handler does, and takes back what it changed: one state of things for all of them. */
  press(name: string, verb: string, data: Record<string, unknown>): Promise<Trial>;
};

/** Plays the story of everybody up to where it stands. */
export async function openOneMeeting(): Promise<OneMeeting> {
  const town = await openTown({ at: '2026-03-12T09:00', ladders: POSTPONABLE, strangers: [guest] });
  // A day's presses in a few seconds: Teams, which counts seconds, would take no more answers.
  town.teams.faults.windows(false);
  const idOf = await personIds(town);
  await callMeeting(town, { date: '2026-03-26' });
  await town.presses('Bo', 'invitation.stand-in', { colleague: idOf('Henrik') });
  await town.presses('Mette', 'invitation.hindered', { code: 'absent' });
  const { meeting, invitations } = await newestMeeting(town);
  const invitation = invitations.Jonas?.id ?? '';
  const ids = await town.inside(async ({ tx, tenantId, house, now }): Promise<Ids> => {
    const standIn = await tx.standIn.findFirstOrThrow({ where: { tenantId } });
    const obligation = await tx.obligation.findFirstOrThrow({ where: { tenantId, matterId: invitation } });
    const { pathwayId } = meeting;
    const ground = await tx.ground.findFirstOrThrow({ where: { tenantId, pathwayId } });
    const groundless = await tx.department.findFirstOrThrow({ where: { tenantId, code: 'YDE' } });
    const was = { fromOn: new Date('2025-09-01'), untilOn: new Date('2026-01-31') };
    await tx.teamSeat.create({ data: { tenantId, id: house.newId(), pathwayId, personId: idOf('Kasper'), ...was } });
    const mine = { tenantId, pathwayId };
    const seat = await tx.teamSeat.findFirstOrThrow({ where: { ...mine, personId: idOf('Bo') } });
    const caseNumber = await tx.caseNumber.findFirstOrThrow({ where: mine });
    const other = await tx.pathway.findFirstOrThrow({ where: { tenantId, id: { not: pathwayId } } });
    const link = house.newId();
    const asking = { status: 'asked', askedById: idOf('Bo'), askedFromId: other.id, at: now };
    const [oneId = '', otherId = ''] = [pathwayId, other.id].sort();
    await tx.pathwayLink.create({ data: { tenantId, id: link, oneId, otherId, ...asking } });
    return {
      pathway: pathwayId,
      meeting: meeting.id,
      invitation,
      hindered: invitations.Mette?.id ?? '',
      standIn: standIn.id,
      obligation: obligation.id,
      ground: ground.id,
      groundless: groundless.id,
      kasper: idOf('Kasper'),
      bo: idOf('Bo'),
      form: randomUUID(),
      seat: seat.id,
      link,
      caseNumber: caseNumber.id,
      department: invitations.Jonas?.departmentId ?? '',
    };
  });
  const unknown = () => ({ pathway: randomUUID(), meeting: randomUUID(), invitation: randomUUID() });
  return {
    town,
    ids,
    unknownIds: () => ({
      ...ids,
      ...unknown(),
      hindered: randomUUID(),
      standIn: randomUUID(),
      obligation: randomUUID(),
      link: randomUUID(),
      ground: randomUUID(),
      department: randomUUID(),
    }),
    press: trialPresses(town),
  };
}

function trialPresses(town: Town): OneMeeting['press'] {
  const takenBack = new Error('taken back');
  const models = readModels('content/models');
  type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
  type Transaction = (work: (tx: Tx) => Promise<unknown>, options: object) => Promise<unknown>;
  const begin = town.house.prisma.$transaction.bind(town.house.prisma) as unknown as Transaction;
  const trialWith = (seen: (rows: Audited[]) => void) => {
    const trial: Transaction = async (work, options) => {
      let result: unknown;
      try {
        await begin(async (tx) => {
          result = await work(tx);
          seen(
            await tx.$queryRaw<Audited[]>`
              select act, actor_id as "actorId", matter_kind as "matterKind", matter_id as "matterId", codes
              from audit_row where xmin = pg_current_xact_id()::xid order by id`,
          );
          throw takenBack;
        }, options);
      } catch (fault) {
        if (fault !== takenBack) throw fault;
      }
      return result;
    };
    return trial;
  };
  return async (name, verb, data) => {
    let audited: Audited[] = [];
    const $transaction = trialWith((rows) => {
      audited = rows;
    });
    const prisma = new Proxy(town.house.prisma, {
      get: (target, key) => (key === '$transaction' ? $transaction : Reflect.get(target, key)),
    }) as PrismaClient;
    const app = createApp({
      house: { ...town.house, prisma },
      models,
      development: true,
      courier: town.app.courier,
      surroundings: {
        smtp: false,
        node: 'v24.0.0',
        embedded: true,
        queueAlive: () => true,
        lastBeatAt: () => undefined,
        development: true,
      },
    });
    const answer = await app.handler.handle(turnOf(town, name, { kind: 'press', verb, data }));
    return { answer, audited };
  };
}

/** A turn of somebody's own chat, as the edge reads it. */
export function turnOf(town: Town, name: string, input: Turn['input']): Turn {
  const { entraId } = town.person(name);
  return {
    tenantId: TENANT,
    activityId: randomUUID(),
    where: 'personal',
    entraId,
    locale: 'da',
    place: {
      conversationId: `a:${entraId}`,
      serviceUrl: town.teams.url,
      teamsUserId: `29:${entraId}`,
      botId: '28:rod-traad',
    },
    input,
  };
}

/** The bot's whole answer to a press, as it goes over the wire. */
export async function overTheWire(
  town: Town,
  name: string,
  verb: string,
  data: Record<string, unknown>,
): Promise<string> {
  const answer = await town.teams.raw(
    town.teams.activity(town.person(name).entraId, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    }),
  );
  return JSON.stringify(answer);
}

/** Items in groups of at most so many, to be done at once. */
export function inGroups<T>(items: readonly T[], size: number): T[][] {
  return items.length === 0 ? [] : [items.slice(0, size), ...inGroups(items.slice(size), size)];
}
