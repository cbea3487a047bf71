import { MOST_SECTIONS } from '../cards/views';
import { agreementsCapability } from './agreements/chat';
import { auditCapability } from './audit/chat';
import type { Caller, Capability, FileVerb } from './capability';
import { makeTurnHandler, pressFrom, type VerbTable } from './conversation/turn-handler';
import type { House } from './db/unit';
import { decisionsCapability } from './decisions/chat';
import { decisionsOfPathway, decisionsSection, withdrawProposalsOf } from './decisions/sections';
import { dilemmasCapability } from './dilemmas/chat';
import { withDilemmas } from './dilemmas/section';
import { planOwnFollowUps } from './followups/change';
import { followUpsCapability } from './followups/chat';
import { endMilestonesOf, reckon } from './followups/reckon';
import { followUpsOfPathway, followUpsSection } from './followups/sections';
import { handoversCapability } from './handovers/chat';
import { endHandoverOf, loseUnreached } from './handovers/end-handover';
import { intakesCapability } from './intakes/chat';
import type { ProgramSeam } from './intakes/parts';
import { makeJournal } from './journal/make-journal';
import type { JournalAdapter } from './journal/port';
import { coursesCapability } from './learning/chat';
import type { Courses } from './learning/course';
import { reviewsCapability } from './learning/reviews/chat';
import { sharingCapability } from './learning/sharing/chat';
import { statisticsCapability } from './learning/statistics-chat';
import { cancelMeetingsOf } from './meetings/change/end-meeting';
import { meetingsHaveNewLead } from './meetings/change/lead-changed';
import { meetingsCapability } from './meetings/chat';
import type { MeetingSection } from './meetings/section';
import { meetingSharing } from './meetings/stop-sharing';
import type { Courier } from './messages/courier';
import type { Letter } from './messages/letter';
import { type Pumped, pump } from './messages/pump';
import { makeShown } from './messages/shown';
import { waitingCapability } from './obligations/chat';
import type { Kind, NoticeLine, Registry, Renderer } from './obligations/kind';
import { type Beat, type Engine, tenantsDue, tick } from './obligations/tick';
import { overviewCapability } from './overview/chat';
import { pathwaysCapability } from './pathways/chat';
import { groundsCapability } from './pathways/ground-chat';
import type { Models } from './pathways/models';
import type { PathwaySection } from './pathways/section';
import { homeCapability } from './people/chat';
import { mandateCapability } from './people/mandate-chat';
import type { Surroundings } from './people/status';
import { programsCapability } from './programs/chat';
import type { Programs } from './programs/read-programs';
import { ripeFor } from './programs/ripe-for';
import { attended, courseDone } from './programs/settle-step';
import type { TurnHandler } from './turn';

export type App = {
  readonly handler: TurnHandler;
  readonly registry: Registry;
  readonly engine: Engine;
  readonly courier: Courier;
  /** One beat for every municipality that has something to do, and then their outboxes. */
  beat(): Promise<Beat>;
  /** What a wake-up asks for: what was opened or moved is planned, and the outbox sent; false when another process sends. */
  work(tenantId: string): Promise<boolean>;
};

export type AppParts = {
  readonly house: House;
  readonly models: Models;
  /** The courses of the house; tests that play none leave them out. */
  readonly courses?: Courses;
  /** The onboarding programmes; without any nobody is given one. */
  readonly programs?: Programs;
  readonly development: boolean;
  readonly courier: Omit<Courier, 'house' | 'engine' | 'letters' | 'unreached' | 'shown'>;
  /** The way to a municipality's specialist system; null where it has none, and its documents wait. */
  readonly journalOf?: (tenantId: string) => JournalAdapter | null;
  /** What `status` tells beyond the database; filled in by main. */
  readonly surroundings: Surroundings;
  /** What the programmes tell of who is ripe for a class, and are told of who was there. */
  readonly seam?: ProgramSeam;
  /** Further capabilities; tests bring kinds of their own. */
  readonly more?: readonly Capability[];
  /** What stands on the cards of meetings and pathways in place of the house's own sections, for tests. */
  readonly sections?: Partial<Sections>;
  /** The planner; tests bring one with a planted fault. */
  readonly plan?: Engine['plan'];
};

/** What capabilities add to the cards of those below them, in the order in which it stands there. */
export type Sections = {
  readonly meetings: readonly MeetingSection[];
  readonly pathways: readonly PathwaySection[];
};

/** The verbs that ladders may call, known before any ladder is read. */
export const LADDER_VERBS: ReadonlySet<string> = new Set([
  'meeting.past',
  'meeting.absence-word-past',
  'pathway.ground-ended',
  'decision.answers-past-due',
  'decision.voice-past-due',
  'decision.talk-past-due',
  'decision.leaders-sought',
  'decision.professional-past-due',
  'decision.ruling-past-due',
  'decision.advice-past-due',
  'decision.question-unanswered',
  'followup.reckon',
  'intake.begun',
  'intake.offer-past-due',
  'program.begin',
  'program.day',
  'program.reckon',
]);

/** Puts the house together: every capability is registered here and nowhere else. */
export function createApp(parts: AppParts): App {
  const kinds = new Map<string, Kind>();
  const renderers = new Map<string, Renderer>();
  const notices = new Map<string, NoticeLine>();
  const registry: Registry = { kinds, renderers, notices, findsLead: 'lead.missing-open' };
  const verbs: VerbTable = new Map();
  const files = new Map<string, FileVerb>();
  const letters = new Map<string, Letter>();
  const press = (caller: Caller, verb: string, input: Readonly<Record<string, string>>) =>
    pressFrom(verbs, caller, verb, input);
  const { models } = parts;
  const sections: Sections = {
    meetings: [decisionsSection(), withDilemmas(followUpsSection(models))],
    pathways: [followUpsOfPathway(models), decisionsOfPathway()],
    ...parts.sections,
  };
  for (const [where, all] of Object.entries(sections))
    if (all.length > MOST_SECTIONS) throw new Error(`The cards of ${where} have room for ${MOST_SECTIONS} sections`);
  const capabilities = [
    homeCapability({ registry: () => registry, surroundings: parts.surroundings }),
    waitingCapability(() => registry, press),
    mandateCapability(),
    pathwaysCapability(
      { models, sections: sections.pathways },
      {
        cancelMeetings: async (unit, pathwayId, byId) => {
          await cancelMeetingsOf(unit, pathwayId, byId, sections.meetings);
          await withdrawProposalsOf(unit, pathwayId, byId);
          await endMilestonesOf(unit, pathwayId, byId);
          await endHandoverOf(unit, pathwayId, byId);
        },
        begun: (unit, pathwayId, byId) => reckon(unit, models, pathwayId, byId),
      },
    ),
    groundsCapability({
      ...meetingSharing,
      // What the young person says themselves, and a birth date that became known with a consent.
      begun: async (unit, pathwayId, byId) => {
        await meetingSharing.begun(unit, pathwayId, byId);
        await reckon(unit, models, pathwayId, byId);
      },
      stopped: async (unit, pathwayId, byId) => {
        await meetingSharing.stopped(unit, pathwayId, byId);
        await reckon(unit, models, pathwayId, byId);
        await planOwnFollowUps(unit, models, pathwayId);
        await loseUnreached(unit, pathwayId);
      },
    }),
    agreementsCapability(),
    meetingsCapability({ models, sections: sections.meetings }, () => registry),
    decisionsCapability(models, () => registry),
    followUpsCapability(models),
    overviewCapability(() => registry),
    handoversCapability({
      changed: async (unit, pathwayId, byId) => {
        await meetingsHaveNewLead(unit, pathwayId, byId);
        await reckon(unit, models, pathwayId, byId);
      },
    }),
    auditCapability(),
    // What a programme asks for settles where it happens.
    coursesCapability({ courses: parts.courses ?? new Map(), done: courseDone }),
    statisticsCapability({ courses: parts.courses ?? new Map() }),
    intakesCapability(parts.seam ?? { ripeFor, attended }),
    programsCapability(parts.programs ?? new Map()),
    reviewsCapability(),
    sharingCapability(),
    dilemmasCapability(),
    ...(parts.more ?? []),
  ];
  const unreached: Map<string, NonNullable<ReturnType<Courier['unreached']['get']>>> = new Map();
  for (const capability of capabilities) {
    for (const kind of capability.kinds ?? []) kinds.set(kind.kind, kind);
    for (const [name, renderer] of Object.entries(capability.renderers ?? {})) renderers.set(name, renderer);
    for (const [name, verb] of Object.entries(capability.verbs ?? {})) verbs.set(name, verb);
    for (const [name, notice] of Object.entries(capability.notices ?? {})) notices.set(name, notice);
    for (const [name, file] of Object.entries(capability.files ?? {})) files.set(name, file);
    for (const [name, letter] of Object.entries(capability.letters ?? {})) letters.set(name, letter);
    for (const [matter, tell] of Object.entries(capability.unreached ?? {})) unreached.set(matter, tell);
  }
  const engine: Engine = { house: parts.house, registry, ...(parts.plan ? { plan: parts.plan } : {}) };
  const shown = makeShown(parts.house.clocks);
  const courier: Courier = { ...parts.courier, house: parts.house, engine, letters, unreached, shown };
  const pumping = new Map<string, Promise<unknown>>();
  /** A beat and a wake-up may want to pump at once: the lease keeps other processes out, and the queue our own. */
  const pumpInTurn = (tenantId: string): Promise<Pumped | undefined> => {
    const mine = (pumping.get(tenantId) ?? Promise.resolve()).then(() => pump(courier, tenantId));
    // Whoever asked hears of a failure; the next in the queue goes on all the same.
    const over = () => undefined;
    pumping.set(tenantId, mine.then(over, over));
    return mine;
  };
  const journal = makeJournal({ house: parts.house, adapterOf: parts.journalOf ?? (() => null) });
  const commands = capabilities.flatMap((capability) => capability.commands ?? []);
  return {
    registry,
    engine,
    courier,
    handler: makeTurnHandler({
      house: parts.house,
      development: parts.development,
      commands,
      verbs,
      files,
      registry,
      shown,
    }),
    beat: async () => {
      const all: Beat = { walked: 0, did: 0, digests: 0, defects: 0, stumbled: 0 };
      for (const tenantId of await tenantsDue(parts.house)) {
        const beat = await tick(engine, tenantId);
        for (const key of ['walked', 'did', 'digests', 'defects', 'stumbled'] as const) all[key] += beat[key];
        await journal.send(tenantId);
        await pumpInTurn(tenantId);
      }
      return all;
    },
    work: async (tenantId) => {
      await tick(engine, tenantId);
      await journal.send(tenantId);
      return (await pumpInTurn(tenantId)) !== undefined;
    },
  };
}
