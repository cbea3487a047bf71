import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { importFolder } from '../../../bot/people/import/import-folder';
import { dayOf as dayOfMoment, toMoment, ZONE } from '../../../bot/time/moment';
import type { PressOutcome } from '../../../stage/chat';
import { dayOf, minutesOf } from '../calendar';
import { FREE_DAYS } from '../model-text';
import { type Agenda, openAgenda } from './agenda';
import type { Wanted } from './arguments';
import { type Clock, openClock } from './clock';
import type { RunDatabase } from './database';
import { type Life, openLife, TENANT } from './house';
import { type JournalWriter, openJournal } from './journal-writer';
import { makeNewcomers } from './make-newcomers';
import { makeTown, type Random } from './make-town';
import { type Milestones, openMilestones } from './milestones';
import { type Executioner, openExecutioner } from './mishaps';
import { managerOf, personEvents, stagePeople, writeFiles } from './organisation';
import { openPeople, type People } from './people';
import { planted } from './plants';
import { type InProcessTeams, openTeams } from './teams';
import { openTownLife, type Town, ZONE_HOUSE } from './town-life';
import { watchLife } from './watch';

const { zone } = ZONE_HOUSE;
/** The kinds that the simulation says of when they begin and end. */
const JUDGED: ReadonlySet<string> = new Set([
  'invitation-answer',
  'stand-in-answer',
  'hindered-reply',
  'representation',
  'meeting-start',
  'meeting-record',
  'next-meeting',
  'follow-up',
  'transition',
  'proposal-answer',
  'department-voice',
  'decision-talk',
  'ruling',
  'leader-missing',
  'question-answer',
  'tell-outcome',
  'start-check',
  'handover-answer',
  'handover-settle',
  'tell-citizen-lead',
  'introduction',
]);

/** Everything that a run's days are lived on. */
export type Setting = {
  readonly clock: Clock;
  readonly teams: InProcessTeams;
  readonly agenda: Agenda;
  readonly journal: JournalWriter;
  readonly town: Town;
  readonly people: People;
  readonly milestones: Milestones;
  readonly names: Client;
  readonly executioner: Executioner;
  readonly faults: readonly string[];
  readonly restarts: () => number;
  /** Imports the files of the organisation as it is now. */
  imports(): Promise<void>;
  /** One beat of the bot; begins a new life of it where it died, and says so. */
  beat(): Promise<'done' | 'died'>;
  /** Ends the bot in order, and starts it again. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export async function openSetting(
  wanted: Wanted,
  o: {
    readonly database: Omit<RunDatabase, 'close'>;
    readonly random: Random;
    readonly from: string;
    readonly until: string;
  },
): Promise<Setting> {
  const { random, from, database } = o;
  const clock = openClock(zone.instantAt(dayOf(from), minutesOf('07:00')));
  const organisation = makeTown({
    random,
    people: wanted.people,
    pathways: wanted.pathways,
    from,
    months: wanted.months,
  });
  const coming = makeNewcomers({ ...wanted, departments: organisation.departments.keys(), from });
  const everybody = [...organisation.staff.values(), ...coming.map((one) => one.staff)];
  const teams = openTeams({ people: stagePeople(everybody), tenantId: TENANT, now: clock.now });
  const journal = openJournal({
    clock,
    judged: JUDGED,
    deputyOf: (id) => organisation.staff.get(id)?.deputy ?? null,
  });
  const faults: string[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-simulated-'));
  const names = new Client({ connectionString: database.adminUrl });
  names.on('error', () => undefined);
  await names.connect();
  const executioner = openExecutioner(decodeURIComponent(new URL(database.appUrl).username));
  let people: People | undefined;
  const plant = planted(wanted.plant, teams, () =>
    (people?.newcomers.done() ?? []).map(({ runId, personId }) => ({
      runId,
      managerId: managerOf(organisation, personId, clock.local().slice(0, 10)),
    })),
  );
  const entraOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  let made = 0;
  /** Rising with the clock, as the bot's own, and the same in every run. */
  const newId = (): string => {
    made += 1;
    const at = clock.now().getTime().toString(16).padStart(12, '0');
    return `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-${made.toString(16).padStart(12, '0')}`;
  };
  let died = 0;

  const begin = async (): Promise<Life> => {
    const isOver = executioner.watchLife();
    const life = await openLife({
      appUrl: database.appUrl,
      clock,
      newId,
      teams: plant.port,
      mailed: () => undefined,
      // A life that was cut short complains of its end; nobody is there to hear it.
      fault: (text) => void (isOver() || faults.push(`${clock.local()} ${text}`)),
      isDead: isOver,
      ...plant.parts,
    });
    teams.serve(life.app.handler);
    watchLife(life, {
      deadline: (seen) => people?.wentOff({ ...seen, ownerKey: entraOf.get(seen.ownerKey) ?? seen.ownerKey }),
      inherits: (seen) => people?.inherits(seen),
    });
    return life;
  };
  let life = await begin();
  /** Begins a new life where the last one died. */
  const rise = async (): Promise<void> => {
    if (!executioner.isDead()) return;
    died += 1;
    const { close } = life;
    executioner.revive();
    life = await begin();
    close().catch(() => undefined);
    // What the dead one had in hand is free again once its leases are over.
    clock.pass(LEASES_MS);
  };
  /** The municipality's nightly import; one that was cut short is run again, as the municipality's job does. */
  const imports = async (): Promise<void> => {
    try {
      await importOnce();
    } catch (fault) {
      if (!executioner.isDead()) throw fault;
      await rise();
      await importOnce();
    }
    await meetNew();
  };
  /** Whoever the files name for the first time gets the bot, as the municipality gives it to everybody. */
  const meetNew = async (): Promise<void> => {
    const { rows } = await names.query<{ id: string; entra_id: string }>('select id, entra_id from person order by id');
    for (const row of rows) {
      if (entraOf.has(row.id)) continue;
      entraOf.set(row.id, row.entra_id);
      idOf.set(row.entra_id, row.id);
      await teams.meet(row.entra_id);
      if (!executioner.isDead()) continue;
      await rise();
      await teams.meet(row.entra_id);
    }
  };
  const importOnce = async (): Promise<void> => {
    writeFiles(organisation, folder);
    const { house } = life;
    const imported = await importFolder({
      prisma: house.prisma,
      tenantId: TENANT,
      folder,
      name: 'Tråby Kommune',
      seal: (place, text) => house.sealer.seal({ tenantId: TENANT, ...place }, text),
      open: (place, sealed) => house.sealer.open({ tenantId: TENANT, ...place }, sealed),
      newId: house.newId,
      now: clock.now(),
      today: dayOfMoment(toMoment(clock.now(), ZONE)),
    });
    if (!imported.ok) throw new Error(`The import has faults: ${JSON.stringify(imported.faults.slice(0, 3))}`);
  };
  const at = journal.now();
  journal.write({ type: 'ladders', at, ladders: readFileSync(path.resolve('content/policy/ladders.yaml'), 'utf8') });
  journal.write({ type: 'house', at, zone: ZONE, opens: '08:00', closes: '16:00', freeDays: [...FREE_DAYS] });
  journal.people(personEvents(organisation, at, from));
  for (const { ref, department: departmentId, lead: leadId, coLead: coLeadId, team } of organisation.pathways)
    journal.write({ type: 'pathway', at, ref, departmentId, leadId, coLeadId, team: [...team] });
  journal.watchFor(organisation.pathways);
  await imports();

  const agenda = openAgenda();
  const town = openTownLife({
    clock,
    teams,
    organisation,
    random,
    agenda,
    journal,
    names,
    people: { entraOf: (id) => entraOf.get(id) ?? '', idOf: (entraId) => idOf.get(entraId) ?? '' },
    until: zone.instantAt(dayOf(o.until), 0),
    pressing: async (press: () => Promise<PressOutcome>) => {
      try {
        const outcome = await press();
        if (!executioner.isDead()) return outcome;
      } catch (fault) {
        if (!executioner.isDead()) throw fault;
      }
      await rise();
      return press();
    },
  });
  const milestones = openMilestones(town, from);
  people = openPeople(town, milestones, coming);
  return {
    clock,
    teams,
    agenda,
    journal,
    town,
    people,
    milestones,
    names,
    executioner,
    faults,
    restarts: () => died,
    imports,
    async beat() {
      try {
        await life.app.beat();
      } catch (fault) {
        if (!executioner.isDead()) throw fault;
      }
      const outcome = executioner.isDead() ? 'died' : 'done';
      await rise();
      return outcome;
    },
    async restart() {
      await life.close();
      life = await begin();
      died += 1;
    },
    async close() {
      executioner.remove();
      await life.close();
      await names.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Longer than the bot's leases, and its patience with what it was sending. */
const LEASES_MS = 31_000;
