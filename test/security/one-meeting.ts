import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { createApp } from '../../bot/app';
import { firstIdAt } from '../../bot/audit/chain';
import { drawSample } from '../../bot/audit/draw-sample';
import { readModels } from '../../bot/pathways/models';
import type { Answer, Turn } from '../../bot/turn';
import { words } from '../../content/words/words';
import type { AuditRow, PrismaClient } from '../../prisma/generated/client';
import type { StagePerson } from '../../stage/connector';
import { personIds, REF } from '../support/meeting-steps';
import { COURSES } from '../support/sample-courses';
import { openTown, TENANT, type Town } from '../support/town';
import { AT_THE_MEETING, type Ids, IN_THE_PATHWAY, LEADS, MEMBERS, type Press, STAFF } from './cast';
import { COURSE_MATTERS, COURSE_PRESSES, playCourses } from './course-presses';
import { DECISION_MATTERS, DECISION_PRESSES, playDecisions } from './decision-presses';
import { FOLLOW_UP_MATTERS, FOLLOW_UP_PRESSES, playFollowUps } from './follow-up-presses';
import { HANDOVER_MATTERS, HANDOVER_PRESSES, playHandovers } from './handover-presses';
import { INTAKE_MATTERS, INTAKE_PRESSES, playIntakes } from './intake-presses';
import { CHANGED, type Changed, keepLedger } from './ledger';
import { playMeetings } from './meetings-of-all-kinds';
import { noProgram, PROGRAM_MATTERS, PROGRAM_PRESSES, playProgram } from './program-presses';
import { playReviews, REVIEW_MATTERS, REVIEW_PRESSES } from './review-presses';
import { turnOf } from './turn-of';
import { WORK_PRESSES } from './work-presses';

export const PRESSES: Readonly<Record<string, Press>> = {
  'home.help': { who: 'anybody employed: what one can do here', may: STAFF, input: () => ({}) },
  'home.status': {
    who: 'anybody employed; but for the system administrator it is the same as help',
    may: STAFF,
    input: () => ({}),
  },
  'home.waiting': { who: 'anybody employed: what waits for oneself', may: STAFF, input: () => ({}) },
  'home.pathways': { who: 'anybody employed: the pathways one may see', may: STAFF, input: () => ({}) },
  'home.overview': {
    who: 'anybody employed: what one leads, and notices of what is late among those whom one leads',
    may: STAFF,
    input: () => ({}),
  },
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
    may: AT_THE_MEETING,
    input: ({ meeting }) => ({ meeting }),
  },
  'meeting.back': {
    who: 'the pathway, the invited, the stand-in',
    may: AT_THE_MEETING,
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
  ...WORK_PRESSES,
  ...DECISION_PRESSES,
  ...FOLLOW_UP_PRESSES,
  ...HANDOVER_PRESSES,
  ...COURSE_PRESSES,
  'course.statistics': { who: 'the onboarding lead', may: ['Helle'], input: ({ course }) => ({ course }) },
  ...INTAKE_PRESSES,
  ...PROGRAM_PRESSES,
  ...REVIEW_PRESSES,
  'audit.sample-open': {
    who: 'whoever the policy names now',
    may: ['Helle'],
    input: ({ sample }) => ({ sample }),
  },
  'audit.sample-sign': {
    who: 'whoever the policy names now',
    may: ['Helle'],
    input: ({ sample }) => ({ sample, closer: '1', note: 'Spørg lederen' }),
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
export type Audited = Pick<AuditRow, 'act' | 'actorId' | 'matterKind' | 'matterId' | 'pathwayId' | 'codes'>;
export type Trial = {
  readonly answer: Answer;
  readonly audited: readonly Audited[];
  /** Every row that was written, where the ledger is kept. */
  readonly changed: readonly Changed[];
};

export type OneMeeting = {
  readonly town: Town;
  readonly ids: Ids;
  /** The matters of another pathway of the municipality, Bo's, in which the same was played by others. */
  readonly foreign: Ids;
  /** What Daniel agreed to do at the meeting that he came to in Bo's place, and his place there. */
  readonly daniels: { readonly agreement: string; readonly standIn: string };
  /** The same with matters that nobody has. */
  unknownIds(): Ids;
  /** Works a press as the real handler does, and takes back what it changed: one state of things for all of them. */
  press(name: string, verb: string, data: Record<string, unknown>): Promise<Trial>;
  /** From now on the database writes down what each press changes. */
  keepLedger(): Promise<void>;
  /** Takes an offered file, likewise. */
  take(name: string, verb: string, data: Record<string, unknown>): Promise<Trial>;
};

const FOREIGN_REF = 'BF-2025-0200';

/** Plays the story of everybody up to where it stands. */
export async function openOneMeeting(): Promise<OneMeeting> {
  // A day's presses in a few seconds: nobody counts how many Teams would take.
  const town = await openTown({
    at: '2026-03-12T09:00',
    ladders: POSTPONABLE,
    auditSample: { every: '1w', rows: 5, responsible: 'helle@by.example' },
    strangers: [guest],
    courses: COURSES,
  });
  const idOf = await personIds(town);
  const { pathway, other } = await seat(town, idOf);
  const own = await playMeetings(town, {
    at: ['10:00', '12:00', '14:00', '13:00'],
    ...{ pathway, lead: 'Carla', invited: ['Bo', 'Mette', 'Jonas'], silent: 'Jonas', hindered: 'Mette' },
    ...{ asks: 'Bo', colleagueAhead: 'Henrik', colleagueNow: 'Henrik', colleagueThen: 'Daniel' },
    ...{ takesNotes: 'Mette', there: ['Carla', 'Daniel', 'Mette'], missed: 'Jonas', owner: 'Bo' },
  });
  const theirs = await playMeetings(town, {
    at: ['09:30', '11:00', '15:00', '09:00'],
    ...{ pathway: other, lead: 'Bo', invited: ['Gitte', 'Daniel'], silent: 'Daniel', hindered: 'Gitte' },
    ...{ asks: 'Daniel', colleagueAhead: 'Malene', colleagueNow: 'Malene', colleagueThen: 'Malene' },
    ...{ takesNotes: 'Gitte', there: ['Bo', 'Malene'], missed: 'Gitte', owner: 'Daniel' },
  });
  const decided = await playDecisions(town, {
    ...{ pathway, lead: 'Carla', others: ['Nanna', 'Bo', 'Mette', 'Jonas'], responsible: 'Jonas', against: 'Mette' },
    ...{ leader: 'Thomas', leftOut: 'Jonas', adviser: 'Birgitte', asks: 'Birgitte' },
    professional: { department: 'school', leftOut: [] },
  });
  const decidedThere = await playDecisions(town, {
    ...{ pathway: other, lead: 'Bo', others: ['Gitte', 'Daniel'], responsible: 'Daniel', against: 'Gitte' },
    ...{ leader: 'Lise', leftOut: 'Gitte', adviser: 'Sørine', asks: 'Sørine' },
    professional: { department: 'employment', leftOut: ['Bo'] },
  });
  const comes = await playFollowUps(town, { pathway, own: idOf('Jonas') });
  const comesThere = await playFollowUps(town, { pathway: other, own: idOf('Daniel') });
  const batons = await playHandovers(town, {
    ...{ pathway, lead: 'Carla', asked: 'Nikolaj', other: 'Gitte', managers: ['Lise', 'Thomas'], names: 'Dorthe' },
    ...{ department: 'FAM', leaver: 'SKO', ref: 'BF-2025-040' },
  });
  const batonsThere = await playHandovers(town, {
    ...{ pathway: other, lead: 'Bo', asked: 'Malene', other: 'Gitte', managers: ['Sørine', 'Dora'], names: 'Dorthe' },
    ...{ department: 'JOB', leaver: 'JOB', ref: 'BF-2025-050' },
  });
  const learns = await playCourses(town, idOf('Jonas'));
  const learnsThere = await playCourses(town, idOf('Daniel'));
  const onboarding = await playProgram(town);
  const comesBack = await playReviews(town, {
    ...{ personId: idOf('Jonas'), attempt: learns.attempt, meeting: own.running },
    ...{ mentorId: idOf('Kasper'), leadId: idOf('Carla'), workerId: idOf('Nanna') },
  });
  const comesBackThere = await playReviews(town, {
    ...{ personId: idOf('Daniel'), attempt: learnsThere.attempt, meeting: theirs.running },
    ...{ mentorId: idOf('Malene'), leadId: idOf('Bo'), workerId: idOf('Bo') },
  });
  const sample = await sampled(town, [pathway, other], idOf);
  const classes = await playIntakes(town, idOf);
  const around = (pathwayId: string, seated: string, department: string) =>
    town.inside(async ({ tx, tenantId }) => {
      const mine = { tenantId, pathwayId };
      const found = {
        ground: await tx.ground.findFirstOrThrow({ where: mine }),
        groundless: await tx.department.findFirstOrThrow({ where: { tenantId, code: 'YDE' } }),
        seat: await tx.teamSeat.findFirstOrThrow({ where: { ...mine, personId: idOf(seated) } }),
        caseNumber: await tx.caseNumber.findFirstOrThrow({ where: mine }),
        link: await tx.pathwayLink.findFirstOrThrow({ where: { tenantId, oneId: pathwayId } }),
        department: await tx.department.findFirstOrThrow({ where: { tenantId, code: department } }),
      };
      const people = { kasper: idOf('Kasper'), bo: idOf('Bo'), form: randomUUID(), sample, course: 'intro' };
      return { ...people, ...idsOf(found) };
    });
  const ids: Ids = {
    ...own,
    ...decided,
    ...comes,
    ...learns,
    ...batons,
    ...classes,
    ...onboarding,
    ...comesBack,
    ...(await around(pathway, 'Bo', 'SKO')),
  };
  return {
    town,
    ids,
    foreign: {
      ...theirs,
      ...decidedThere,
      ...comesThere,
      ...learnsThere,
      ...comesBackThere,
      ...batonsThere,
      ...noProgram(),
      ...(await around(other, 'Daniel', 'FAM')),
      // A sample is of no pathway: there is no other's.
      sample: randomUUID(),
      // Nor is a course.
      course: randomUUID(),
      // Nor is a class.
      ...{ intake: randomUUID(), intakeKind: randomUUID(), intakeSeat: randomUUID() },
      ...{ intakeDay: randomUUID(), heldClass: randomUUID() },
    },
    daniels: { agreement: own.agreementOfColleague, standIn: own.standInHeld },
    unknownIds: () => ({ ...ids, ...Object.fromEntries(MATTERS.map((matter) => [matter, randomUUID()])) }),
    ...trials(town),
  };
}

/** What can be unknown, or another pathway's. */
const MATTERS = [
  ...PROGRAM_MATTERS,
  'pathway',
  'meeting',
  'today',
  'running',
  'held',
  'invitation',
  'hindered',
  'standIn',
  'missed',
  'obligation',
  'preparation',
  'agreement',
  'draft',
  'ground',
  'link',
  'department',
  'sample',
  'course',
  ...DECISION_MATTERS,
  ...FOLLOW_UP_MATTERS,
  ...HANDOVER_MATTERS,
  ...COURSE_MATTERS,
  ...INTAKE_MATTERS,
  ...REVIEW_MATTERS,
] as const satisfies readonly (keyof Ids)[];

const idsOf = <Key extends string>(rows: Readonly<Record<Key, { readonly id: string }>>) =>
  Object.fromEntries(Object.entries<{ readonly id: string }>(rows).map(([key, row]) => [key, row.id])) as Record<
    Key,
    string
  >;

/** Who has left the team, who rests in it, and what is asked of the two pathways by others. */
async function seat(town: Town, idOf: (name: string) => string): Promise<{ pathway: string; other: string }> {
  return town.inside(async ({ tx, tenantId, house, now }) => {
    const { id: pathway } = await tx.pathway.findFirstOrThrow({ where: { tenantId, ref: REF } });
    const theirs = await tx.pathway.findFirstOrThrow({ where: { tenantId, ref: FOREIGN_REF } });
    const seats = [
      { pathwayId: pathway, personId: idOf('Kasper'), untilOn: new Date('2026-01-31') },
      { pathwayId: pathway, personId: idOf('Nikolaj'), resting: true },
    ];
    const fromOn = new Date('2025-09-01');
    await tx.teamSeat.createMany({ data: seats.map((one) => ({ tenantId, id: house.newId(), fromOn, ...one })) });
    const caseNumber = house.newId();
    const value = {
      valueSealed: house.sealer.seal(
        { tenantId, table: 'case_number', column: 'value_sealed', rowId: caseNumber },
        '77-1',
      ),
    };
    await tx.caseNumber.create({
      data: { tenantId, id: caseNumber, pathwayId: theirs.id, system: 'Fasit', ...value },
    });
    // A third pathway asks each of the two whether they are of one family.
    const id = house.newId();
    const alias = house.sealer.seal({ tenantId, table: 'pathway', column: 'alias_sealed', rowId: id }, 'Falk');
    const third = await tx.pathway.create({
      data: { ...theirs, id, ref: 'BF-2025-0300', leadId: idOf('Gitte'), aliasSealed: alias, bornOnSealed: null },
    });
    const asking = { status: 'asked', askedById: idOf('Gitte'), askedFromId: third.id, at: now };
    for (const oneId of [pathway, theirs.id])
      await tx.pathwayLink.create({ data: { tenantId, id: house.newId(), oneId, otherId: third.id, ...asking } });
    return { pathway, other: theirs.id };
  });
}

/** An act in each pathway of the week before, and the sample that is drawn of them. */
async function sampled(town: Town, pathways: readonly string[], idOf: (name: string) => string): Promise<string> {
  await town.inside(({ tx, tenantId }) =>
    tx.auditRow.createMany({
      data: pathways.map((pathwayId) => ({
        ...{ tenantId, id: firstIdAt(new Date('2026-03-01')).replace(/0$/, () => String(pathways.indexOf(pathwayId))) },
        ...{ at: new Date('2026-03-03T09:00:00Z'), actorId: idOf('Kasper'), act: 'pathway.see', codes: [] },
        ...{ matterKind: 'pathway', matterId: pathwayId, pathwayId },
      })),
    }),
  );
  const drawn = await drawSample(town.house, TENANT);
  if (drawn === undefined) throw new Error('No sample was drawn');
  return drawn;
}

function trials(town: Town): Pick<OneMeeting, 'press' | 'take' | 'keepLedger'> {
  let ledgerIsKept = false;
  const takenBack = new Error('taken back');
  type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
  type Transaction = (work: (tx: Tx) => Promise<unknown>, options: object) => Promise<unknown>;
  const begin = town.house.prisma.$transaction.bind(town.house.prisma) as unknown as Transaction;
  /** Where the press that is under way keeps the audit rows it wrote. */
  const seen = new AsyncLocalStorage<{ audited: Audited[]; changed: Changed[] }>();
  const $transaction: Transaction = async (work, options) => {
    const trial = seen.getStore();
    let result: unknown;
    try {
      await begin(async (tx) => {
        result = await work(tx);
        const audited = await tx.$queryRaw<Audited[]>`
          select act, actor_id as "actorId", matter_kind as "matterKind", matter_id as "matterId", pathway_id as "pathwayId", codes
          from audit_row where xmin = pg_current_xact_id()::xid order by id`;
        if (trial) trial.audited = audited;
        if (trial && ledgerIsKept) trial.changed.push(...(await tx.$queryRawUnsafe<Changed[]>(CHANGED)));
        throw takenBack;
      }, options);
    } catch (fault) {
      if (fault !== takenBack) throw fault;
    }
    return result;
  };
  const prisma = new Proxy(town.house.prisma, {
    get: (target, key) => (key === '$transaction' ? $transaction : Reflect.get(target, key)),
  }) as PrismaClient;
  const app = createApp({
    house: { ...town.house, prisma },
    models: readModels('content/models'),
    courses: COURSES,
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
  const works = async (name: string, input: Turn['input']): Promise<Trial> => {
    const trial: { audited: Audited[]; changed: Changed[] } = { audited: [], changed: [] };
    const answer = await seen.run(trial, () => app.handler.handle(turnOf(town, name, input)));
    return { answer, ...trial };
  };
  return {
    keepLedger: async () => {
      await keepLedger(town.database.adminUrl);
      ledgerIsKept = true;
    },
    press: (name, verb, data) => works(name, { kind: 'press', verb, data }),
    take: (name, verb, data) => works(name, { kind: 'file', verb, data, accepted: true }),
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
