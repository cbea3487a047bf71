import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Unit } from '../../bot/db/unit';
import { type Anchors, openObligation } from '../../bot/obligations/open';
import type { Plan, PlanInput } from '../../bot/obligations/plan';
import { dueDay, plan } from '../../bot/obligations/plan';
import { handOver, moveAnchor, pause, resume, setPlanned, settle } from '../../bot/obligations/settle';
import { snooze } from '../../bot/obligations/snooze';
import { tick } from '../../bot/obligations/tick';
import { asDay, dateFromDay } from '../../bot/time/day';
import { asMoment, toInstant, ZONE } from '../../bot/time/moment';
import { openTown, TENANT, type Town, type TownOptions, textOf } from '../support/town';
import { type TrialMatter, trialCapability } from '../support/trial-capability';
import { TRIAL_LADDERS, TRIAL_VERBS } from '../support/trial-ladders';
import { check, describe as tell } from './checker';
import { type Chronicle, keyOf, openChronicle } from './chronicle';

const FOLDER = path.resolve('test/support/municipality');
const LADDERS = `${readFileSync(path.resolve('content/policy/ladders.yaml'), 'utf8')}\n${TRIAL_LADDERS}`;

/** A town whose life is written down for the checker. */
class Story {
  readonly matters = new Map<string, TrialMatter>();
  private constructor(
    readonly town: Town,
    readonly chronicle: Chronicle,
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  static async open(options: Omit<TownOptions, 'more' | 'ladders' | 'moreVerbs'>): Promise<Story> {
    const matters = new Map<string, TrialMatter>();
    const did: { at: string; matterId: string }[] = [];
    const more = [
      trialCapability(matters, (unit, _verb, matterId) => did.push({ at: unit.now.toISOString(), matterId })),
    ];
    const town = await openTown({ ...options, more, ladders: TRIAL_LADDERS, moreVerbs: TRIAL_VERBS });
    const at = () => toInstant(asMoment(town.now()), ZONE).toISOString();
    const chronicle = openChronicle({ teams: town.teams, folder: FOLDER, ladders: LADDERS, now: at });
    const rows = await town.inside((unit) => unit.tx.person.findMany({ select: { id: true, entraId: true } }));
    const story = new Story(town, chronicle, new Map(rows.map((one) => [one.entraId, one.id])));
    for (const [id, matter] of matters) story.matters.set(id, matter);
    Object.assign(story, { matters, did });
    return story;
  }

  readonly did: { at: string; matterId: string }[] = [];
  private didSeen = 0;
  at(): string {
    return toInstant(asMoment(this.town.now()), ZONE).toISOString();
  }
  entra(name: string): string {
    return this.town.person(name).entraId;
  }
  idOf(name: string): string {
    return this.ids.get(this.entra(name)) ?? '';
  }
  /** Moves the clock and writes down what the connector took on the way. */
  async until(local: string): Promise<void> {
    await this.town.until(local);
    this.read();
    this.chronicle.reached(this.at());
  }
  read() {
    for (const one of this.did.slice(this.didSeen)) {
      this.chronicle.write({ type: 'did', at: one.at, key: `trial-ruling/${one.matterId}/1`, rung: 'past' });
      this.chronicle.write({ type: 'closed', at: one.at, key: `trial-ruling/${one.matterId}/1`, how: 'lapsed' });
    }
    this.didSeen = this.did.length;
    return this.chronicle.readCards();
  }

  /**
   * Carla calls a meeting of BF-2025-0142; each invitation's card opens an obligation in the journal, and she owes the record
   * of it by `recordOn`, the working day after.
   * @returns the meeting's id
   */
  async calls(on: string, whom: readonly string[], recordOn: string): Promise<string> {
    await this.town.says('Carla', 'forløb BF-2025-0142');
    await this.town.presses('Carla', 'meeting.form');
    const id = this.town.teams
      .chat(this.entra('Carla'))
      .flatMap((message) => this.town.teams.actionsOf(message))
      .filter(({ verb }) => verb === 'meeting.call')
      .map(({ data }) => String(data.form))
      .at(-1);
    if (id === undefined) throw new Error('Carla has no form to call a meeting with');
    const time = '13:00';
    const members = ['Bo', 'Mette', 'Jonas', 'Nanna'];
    const inputs = Object.fromEntries(members.map((name) => [`come-${this.idOf(name)}`, String(whom.includes(name))]));
    await this.town.presses('Carla', 'meeting.call', { ...inputs, date: on, time, place: 'Rådhuset', agreed: 'true' });
    this.noteAsked(`${on}T${time}`);
    this.chronicle.write({
      type: 'opened',
      at: this.at(),
      key: recordKey(id),
      kind: 'meeting-record',
      round: 1,
      ownerId: this.entra('Carla'),
      ownerRole: 'lead',
      roles: { lead: this.entra('Carla') },
      anchors: { meeting: `${on}T${time}`, due: recordOn },
      ownCard: false,
    });
    return id;
  }
  /** The lead says that a meeting was not held, and owes no record of it any more. */
  async wasNotHeld(meeting: string): Promise<void> {
    const carla = this.entra('Carla');
    await this.town.teams.execute(carla, { verb: 'meeting.work', data: { meeting } });
    await this.town.presses('Carla', 'meeting.close-ask');
    await this.town.presses('Carla', 'meeting.not-held');
    this.chronicle.write({ type: 'closed', at: this.at(), key: recordKey(meeting), how: 'cancelled' });
    this.read();
  }
  noteAsked(meeting: string): void {
    const at = this.at();
    for (const mark of this.read()) {
      if (mark.rung !== 'own' || !['invitation-answer', 'hindered-reply'].includes(mark.kind)) continue;
      const known = this.chronicle.events.some((event) => event.type === 'opened' && event.key === keyOf(mark));
      if (known) continue;
      this.chronicle.write({
        type: 'opened',
        at,
        key: keyOf(mark),
        kind: mark.kind,
        round: mark.round,
        ownerId: mark.to,
        ownerRole: mark.kind === 'hindered-reply' ? 'lead' : 'person',
        roles: { lead: this.entra('Carla') },
        anchors: { meeting },
        ownCard: true,
      });
    }
  }
  /** Presses an answer and closes what it settles. */
  async answers(name: string, verb: string, inputs: Record<string, string> = {}): Promise<void> {
    const open = this.openKeys('invitation-answer', name);
    await this.town.presses(name, verb, inputs);
    for (const key of open) this.chronicle.write({ type: 'closed', at: this.at(), key, how: 'met' });
  }
  openKeys(kind: string, owner?: string): string[] {
    const closed = new Set(this.chronicle.events.flatMap((event) => (event.type === 'closed' ? [event.key] : [])));
    return this.chronicle.events.flatMap((event) =>
      event.type === 'opened' &&
      event.kind === kind &&
      !closed.has(event.key) &&
      (owner === undefined || event.ownerId === this.entra(owner))
        ? [event.key]
        : [],
    );
  }
  async opens(
    kind: string,
    owner: string,
    anchors: Record<string, string>,
    more: { ownerRole?: string; lead?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    this.matters.set(id, { owed: true, ref: 'BF-2025-0142', ...(more.lead ? { lead: this.idOf(more.lead) } : {}) });
    const typed = Object.fromEntries(Object.entries(anchors).map(([key, value]) => [key, asDay(value)])) as Anchors;
    await this.town.inside((unit) =>
      openObligation(unit, {
        kind,
        matterKind: 'trial',
        matterId: id,
        round: 1,
        ownerRole: more.ownerRole ?? 'person',
        ownerId: this.idOf(owner),
        anchors: typed,
      }),
    );
    this.chronicle.write({
      type: 'opened',
      at: this.at(),
      key: `${kind}/${id}/1`,
      kind,
      round: 1,
      ownerId: this.entra(owner),
      ownerRole: more.ownerRole ?? 'person',
      roles: more.lead ? { lead: this.entra(more.lead) } : {},
      anchors,
      ownCard: false,
    });
    await this.town.settle();
    this.read();
    return id;
  }
  async change(work: (unit: Unit) => Promise<unknown>): Promise<void> {
    await this.town.inside(work);
    await this.town.settle();
    this.read();
  }
  matter(id: string) {
    return { matterKind: 'trial', matterIds: [id] };
  }
  tellings(): string[] {
    const names = new Map(this.town.teams.people.map((one) => [one.entraId, one.name.split(' ')[0] ?? '']));
    const told = this.chronicle.events.flatMap((event) =>
      event.type === 'told' ? [`${local(event.at)} ${names.get(event.to)} ${event.rung}`] : [],
    );
    // Several people are told at once; which of them first means nothing.
    return told.sort();
  }
  breaches(): string[] {
    return check(this.chronicle.events).breaches.map(tell);
  }
}

const recordKey = (meetingId: string): string => `meeting-record/${meetingId}/1`;

const local = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));

describe('the five hard cases, played on the moved clock with the checker reading', () => {
  test('1. an invitation is moved, answered, confirmed; called at short notice; cancelled', async () => {
    const story = await Story.open({ at: '2026-03-12T09:00' });
    const first = await story.calls('2026-03-26', ['Bo', 'Mette', 'Jonas'], '2026-03-27');
    await story.until('2026-03-13T10:00');
    await story.answers('Mette', 'invitation.come');
    await story.answers('Jonas', 'invitation.come');
    await story.until('2026-03-24T14:00');
    expect(story.tellings()).toEqual([
      '2026-03-16 08:00 Bo first',
      '2026-03-23 09:00 Bo second',
      '2026-03-24 12:00 Sørine manager',
    ]);

    await story.town.says('Carla', 'møde');
    await story.town.presses('Carla', 'meeting.move-form');
    const open = story.openKeys('invitation-answer', 'Bo');
    await story.town.presses('Carla', 'meeting.move', { date: '2026-04-16', time: '13:00', agreed: 'true' });
    for (const key of open)
      story.chronicle.write({ type: 'anchor', at: story.at(), key, anchor: 'meeting', value: '2026-04-16T13:00' });
    for (const [anchor, value] of [
      ['meeting', '2026-04-16T13:00'],
      ['due', '2026-04-17'],
    ] as const)
      story.chronicle.write({ type: 'anchor', at: story.at(), key: recordKey(first), anchor, value });
    story.noteAsked('2026-04-16T13:00');
    expect(story.openKeys('invitation-answer')).toHaveLength(3);
    await story.answers('Mette', 'invitation.come');
    await story.until('2026-03-26T10:00');
    await story.answers('Jonas', 'invitation.hindered', { code: 'other-meeting' });
    story.noteAsked('2026-04-16T13:00');
    await story.until('2026-03-27T10:00');
    await story.town.presses('Carla', 'hindered.manage');
    for (const key of story.openKeys('hindered-reply'))
      story.chronicle.write({ type: 'closed', at: story.at(), key, how: 'met' });
    await story.until('2026-04-14T14:00');
    expect(story.tellings().slice(3)).toEqual([
      // Asked anew on the 24th, answered at ten on the 26th; and the lead about it, before she said that they manage.
      '2026-03-26 08:00 Jonas first',
      '2026-03-27 08:00 Carla first',
      '2026-04-13 09:00 Bo second',
      '2026-04-14 12:00 Sørine manager',
    ]);
    await story.answers('Bo', 'invitation.come');
    await story.until('2026-04-21T10:00');

    // Called on a Tuesday for the Friday: the owner on Wednesday, the manager at noon, then no more.
    const second = await story.calls('2026-04-24', ['Bo'], '2026-04-27');
    await story.until('2026-04-27T09:00');
    expect(story.tellings().slice(7)).toEqual([
      // Of both meetings the lead gets the card on the day; nobody closed the first, and its record is asked for.
      '2026-04-16 08:00 Carla day',
      '2026-04-20 08:00 Carla late',
      '2026-04-22 08:00 Carla later',
      '2026-04-22 09:00 Bo second',
      '2026-04-22 12:00 Sørine manager',
      '2026-04-24 08:00 Carla day',
      '2026-04-27 08:00 Lise manager',
    ]);
    await story.wasNotHeld(first);
    await story.wasNotHeld(second);
    for (const key of story.openKeys('invitation-answer'))
      story.chronicle.write({ type: 'closed', at: '2026-04-24T11:00:00Z', key, how: 'lapsed' });

    const third = await story.calls('2026-05-20', ['Bo', 'Mette'], '2026-05-21');
    await story.until('2026-05-01T10:00');
    await story.town.says('Carla', 'møde');
    await story.town.presses('Carla', 'meeting.cancel-ask');
    const cancelled = story.openKeys('invitation-answer');
    await story.town.presses('Carla', 'meeting.cancel');
    for (const key of [...cancelled, recordKey(third)])
      story.chronicle.write({ type: 'closed', at: story.at(), key, how: 'cancelled' });
    await story.until('2026-05-21T15:00');
    expect(
      story
        .tellings()
        .slice(14)
        .map((one) => one.replace(/^\S+ \S+ /, '')),
    ).toEqual(['Bo first', 'Mette first']);
    expect(story.breaches()).toEqual([]);
    await story.town.close();
  }, 60_000);

  test('2. the clock stops while the team answers, and the date moves by the days it stood still', async () => {
    const story = await Story.open({ at: '2026-03-02T09:00' });
    const id = await story.opens('trial-ruling', 'Sørine', { due: '2026-03-09' });
    await story.until('2026-03-04T10:00');
    await story.change((unit) => pause(unit, story.matter(id)));
    story.chronicle.write({ type: 'paused', at: story.at(), key: `trial-ruling/${id}/1` });
    await story.until('2026-03-10T11:00');
    expect(story.tellings()).toEqual([]);
    await story.change((unit) => resume(unit, story.matter(id)));
    story.chronicle.write({ type: 'resumed', at: story.at(), key: `trial-ruling/${id}/1` });
    await story.until('2026-03-20T10:00');
    expect(story.tellings()).toEqual(['2026-03-11 08:00 Sørine halfway', '2026-03-13 09:00 Sørine last-day']);
    expect(story.did.map((one) => local(one.at))).toEqual(['2026-03-16 08:00']);
    expect(story.breaches()).toEqual([]);
    await story.town.close();
  }, 60_000);

  test('3. a transition that began late: one telling at once, weekly from there, quiet while a meeting is planned', async () => {
    const story = await Story.open({ at: '2026-04-16T10:00' });
    const id = await story.opens(
      'transition',
      'Carla',
      { opens: '2025-08-31', due: '2026-02-28' },
      { ownerRole: 'lead', lead: 'Carla' },
    );
    expect(story.tellings()).toEqual(['2026-04-16 10:00 Carla overdue']);
    await story.until('2026-05-07T12:00');
    const planned = async (on: string | null) => {
      await story.change((unit) => setPlanned(unit, story.matter(id), on === null ? null : asDay(on)));
      story.chronicle.write({ type: 'planned', at: story.at(), key: `transition/${id}/1`, on });
    };
    await planned('2026-05-20');
    await story.until('2026-05-20T10:00');
    expect(story.tellings().at(-1)).toMatch(/^2026-05-07/);
    story.chronicle.write({ type: 'planned', at: story.at(), key: `transition/${id}/1`, on: null });
    await story.change((unit) => setPlanned(unit, story.matter(id), null));
    expect(story.tellings().slice(-2)).toEqual([
      '2026-05-20 10:00 Carla overdue',
      '2026-05-20 10:00 Lise overdue-manager',
    ]);
    await story.until('2026-05-29T10:00');
    await story.change(async (unit) => {
      const matter = story.matters.get(id);
      if (matter) matter.owed = false;
      await settle(unit, story.matter(id), { status: 'met', because: 'held' });
    });
    story.chronicle.write({ type: 'closed', at: story.at(), key: `transition/${id}/1`, how: 'met' });
    // Before the next follow-up is asked for, which the checker of this story knows nothing of.
    await story.until('2026-06-05T10:00');
    expect(story.tellings()).toEqual([
      '2026-04-16 10:00 Carla overdue',
      '2026-04-23 08:00 Lise overdue-manager',
      '2026-04-23 09:00 Carla overdue',
      '2026-04-30 08:00 Lise overdue-manager',
      '2026-04-30 09:00 Carla overdue',
      '2026-05-07 08:00 Lise overdue-manager',
      '2026-05-07 09:00 Carla overdue',
      '2026-05-20 10:00 Carla overdue',
      '2026-05-20 10:00 Lise overdue-manager',
      '2026-05-27 08:00 Lise overdue-manager',
      '2026-05-27 09:00 Carla overdue',
    ]);
    expect(story.breaches()).toEqual([]);
    await story.town.close();
  }, 60_000);

  test('4. digest races: a settle before the walk, a settle and a postponing between assembly and sending, two assemblers', async () => {
    const story = await Story.open({ at: '2026-03-02T09:00' });
    const owners = ['Bo', 'Mette', 'Jonas', 'Henrik'] as const;
    const ids: Record<string, string> = {};
    for (const name of owners) ids[name] = await story.opens('trial-introduction', name, { due: '2026-03-16' });
    await story.until('2026-03-09T16:00');
    // The morning of the 10th: Bo's is settled before the walk; the others are walked and assembled, and nothing is sent yet.
    await story.change((unit) => settle(unit, story.matter(ids.Bo ?? ''), { status: 'met', because: 'done' }));
    story.chronicle.write({ type: 'closed', at: story.at(), key: `trial-introduction/${ids.Bo}/1`, how: 'met' });
    await story.town.moveOnly('2026-03-10T08:00');
    await Promise.all([tick(story.town.app.engine, TENANT), tick(story.town.app.engine, TENANT)]);
    await tick(story.town.app.engine, TENANT);
    expect(await story.town.inside((unit) => unit.tx.digest.count({ where: { on: dateFromDay(unit.today) } }))).toBe(3);
    await story.town.inside((unit) => settle(unit, story.matter(ids.Mette ?? ''), { status: 'met', because: 'done' }));
    story.chronicle.write({ type: 'closed', at: story.at(), key: `trial-introduction/${ids.Mette}/1`, how: 'met' });
    const jonas = await story.town.inside((unit) =>
      unit.tx.obligation.findFirstOrThrow({ where: { matterId: ids.Jonas ?? '' } }),
    );
    await story.town.inside((unit) =>
      snooze(unit, { obligationId: jonas.id, until: '2026-03-12', reason: 'venter på adgang' }, story.idOf('Jonas')),
    );
    story.chronicle.write({
      type: 'snoozed',
      at: story.at(),
      key: `trial-introduction/${ids.Jonas}/1`,
      personId: story.entra('Jonas'),
      untilOn: '2026-03-12',
    });
    await story.until('2026-03-12T09:30');
    expect(story.tellings().filter((one) => !one.includes('set-time'))).toEqual([
      '2026-03-10 08:00 Henrik halfway',
      '2026-03-12 08:00 Jonas halfway',
    ]);
    const ended = await story.town.inside((unit) =>
      unit.tx.message.findMany({
        where: { kind: 'digest' },
        select: { status: true, person: { select: { name: true } } },
      }),
    );
    expect(
      ended
        .filter((one) => one.status === 'withdrawn')
        .map((one) => one.person?.name)
        .sort(),
    ).toEqual(['Jonas Fjord', 'Mette Rosen']);
    expect(story.breaches()).toEqual([]);
    await story.town.close();
  }, 60_000);

  test('5. the date moves during an absence, and is taken back', async () => {
    const story = await Story.open({ at: '2026-03-02T09:00' });
    const id = await story.opens('trial-introduction', 'Bo', { due: '2026-03-16' });
    await story.until('2026-03-10T10:00');
    expect(story.tellings()).toEqual(['2026-03-09 08:00 Sørine set-time', '2026-03-10 08:00 Bo halfway']);
    const absence = { fromOn: dateFromDay(asDay('2026-03-10')), toOn: dateFromDay(asDay('2026-03-27')) };
    story.chronicle.write({
      type: 'absence',
      at: story.at(),
      personId: story.entra('Bo'),
      fromOn: '2026-03-10',
      toOn: '2026-03-27',
    });
    story.chronicle.write({
      type: 'anchor',
      at: story.at(),
      key: `trial-introduction/${id}/1`,
      anchor: 'due',
      value: '2026-04-03',
    });
    await story.change(async (unit) => {
      await unit.tx.absence.create({
        data: { tenantId: TENANT, id: unit.house.newId(), personId: story.idOf('Bo'), ...absence, source: 'test' },
      });
      await moveAnchor(unit, story.matter(id), 'due', asDay('2026-04-03'));
    });
    await story.until('2026-03-30T12:00');
    expect(story.tellings().slice(2)).toEqual(['2026-03-27 08:00 Sørine set-time', '2026-03-30 08:00 Bo halfway']);
    expect(story.breaches()).toEqual([]);
    await story.town.close();

    const back = await Story.open({ at: '2026-03-02T09:00' });
    const other = await back.opens('trial-introduction', 'Bo', { due: '2026-03-16' });
    await back.until('2026-03-10T10:00');
    for (const value of ['2026-04-03', '2026-03-16'] as const) {
      const at = back.at();
      back.chronicle.write({
        type: value === '2026-04-03' ? 'absence' : 'absence-cancelled',
        at,
        personId: back.entra('Bo'),
        fromOn: '2026-03-10',
        toOn: '2026-03-27',
      });
      back.chronicle.write({ type: 'anchor', at, key: `trial-introduction/${other}/1`, anchor: 'due', value });
      await back.change(async (unit) => {
        if (value === '2026-04-03')
          await unit.tx.absence.create({
            data: { tenantId: TENANT, id: unit.house.newId(), personId: back.idOf('Bo'), ...absence, source: 'test' },
          });
        else await unit.tx.absence.deleteMany({ where: { personId: back.idOf('Bo') } });
        await moveAnchor(unit, back.matter(other), 'due', asDay(value));
      });
      await back.until(value === '2026-04-03' ? '2026-03-11T10:00' : '2026-03-13T12:00');
    }
    // Told for the 16th already: nothing of it is told twice.
    expect(back.tellings().slice(2)).toEqual(['2026-03-13 09:00 Bo last']);
    expect(back.breaches()).toEqual([]);
    await back.town.close();
  }, 60_000);
});

describe('an obligation changes hands', () => {
  test('between the walk and the sending: the right one is told, once, and nobody else', async () => {
    const story = await Story.open({ at: '2026-03-02T09:00' });
    const id = await story.opens('trial-ruling', 'Sørine', { due: '2026-03-09' });
    await story.until('2026-03-09T08:30');
    await story.town.moveOnly('2026-03-09T09:00');
    await tick(story.town.app.engine, TENANT);
    await story.town.inside((unit) => handOver(unit, story.matter(id), story.idOf('Malene')));
    story.chronicle.write({
      type: 'owner',
      at: story.at(),
      key: `trial-ruling/${id}/1`,
      ownerId: story.entra('Malene'),
    });
    await story.until('2026-03-09T15:00');
    expect(story.tellings()).toEqual(['2026-03-05 08:00 Sørine halfway', '2026-03-09 09:00 Malene last-day']);
    expect(story.breaches()).toEqual([]);
    await story.town.close();
  }, 60_000);

  test('to nobody: it waits on the list of those without an owner, and is nobody’s in the meantime', async () => {
    const story = await Story.open({ at: '2026-03-02T09:00' });
    const id = await story.opens('trial-ruling', 'Henrik', { due: '2026-03-12' });
    await story.change((unit) => handOver(unit, story.matter(id), null));
    expect(await story.town.says('Henrik', 'venter').then((all) => all.map(textOf).join())).not.toContain(
      'trial-ruling',
    );
    expect(await story.town.says('Sørine', 'venter').then((all) => all.map(textOf).join())).toContain('uden ansvarlig');
    await story.town.close();
  }, 60_000);
});

describe('the checker finds a bot that breaks the rules', () => {
  const shortNotice = async (story: Story) => {
    await story.calls('2026-04-24', ['Bo'], '2026-04-27');
    await story.until('2026-04-27T09:00');
    for (const key of story.openKeys('invitation-answer'))
      story.chronicle.write({ type: 'closed', at: '2026-04-24T11:00:00Z', key, how: 'lapsed' });
  };
  const ladderWithout = (pattern: RegExp): string => {
    const text = readFileSync(path.resolve('content/policy/ladders.yaml'), 'utf8');
    const from = text.indexOf('invitation-answer:');
    const ladder = text.slice(from, text.indexOf('\nstand-in-answer:'));
    const changed = ladder.replace(pattern, '');
    expect(changed).not.toBe(ladder);
    return changed;
  };

  test('without grace the manager is asked before the person had a chance', async () => {
    const story = await Story.open({ at: '2026-04-22T09:30', twinLadders: ladderWithout(/ grace: 1,/) });
    await shortNotice(story);
    expect(check(story.chronicle.events).breaches.map((one) => one.name)).not.toEqual([]);
    await story.town.close();
  }, 60_000);

  test('without breath somebody is told twice in a day', async () => {
    // Each telling forgets the ones before it, but for being walked.
    const breathless = (input: PlanInput): Plan => {
      const { toldAt: _toldAt, ...state } = input.state;
      const walks = input.walks.map((walk) => ({ ...walk, at: asMoment('2026-01-01T08:00') }));
      return plan({
        ...input,
        state: { ...state, ...(input.state.toldAt ? { toldAt: asMoment('2026-01-01T08:00') } : {}) },
        walks,
      });
    };
    const story = await Story.open({ at: '2026-04-21T10:00', plan: breathless });
    await shortNotice(story);
    expect(check(story.chronicle.events).breaches.map((one) => one.name)).not.toEqual([]);
    await story.town.close();
  }, 60_000);

  test('without until somebody is reminded of a meeting that has begun', async () => {
    const story = await Story.open({
      at: '2026-04-23T10:00',
      twinLadders: TRIAL_LADDERS.slice(TRIAL_LADDERS.indexOf('visit:')).replace(', until: meeting', ''),
    });
    // Opened on Thursday for a visit on Friday: the rung of the second working day would come when it is over.
    await story.opens('visit', 'Bo', { meeting: '2026-04-24' });
    await story.until('2026-04-28T10:00');
    expect(check(story.chronicle.events).breaches.map((one) => one.name)).not.toEqual([]);
    await story.town.close();
  }, 60_000);

  test('with walks keyed by the shifted day what was told is told again after a pause', async () => {
    const shifted = (input: PlanInput): Plan => {
      const due = dueDay(input.state, input.calendar);
      return plan({
        ...input,
        state: { ...input.state, anchors: { ...input.state.anchors, ...(due ? { due } : {}) }, shift: 0 },
      });
    };
    const story = await Story.open({ at: '2026-03-02T09:00', plan: shifted });
    const id = await story.opens('trial-ruling', 'Sørine', { due: '2026-03-09' });
    await story.until('2026-03-06T10:00');
    await story.change((unit) => pause(unit, story.matter(id)));
    story.chronicle.write({ type: 'paused', at: story.at(), key: `trial-ruling/${id}/1` });
    await story.until('2026-03-10T11:00');
    await story.change((unit) => resume(unit, story.matter(id)));
    story.chronicle.write({ type: 'resumed', at: story.at(), key: `trial-ruling/${id}/1` });
    await story.until('2026-03-20T10:00');
    expect(check(story.chronicle.events).breaches.map((one) => one.name)).not.toEqual([]);
    await story.town.close();
  }, 60_000);
});
