import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { dayOf } from '../calendar';
import { after, before } from '../model-text';
import { keyOf } from './journal-writer';
import { type Meeting, rolesOf } from './meetings';
import type { Pathway } from './organisation';
import type { Town } from './town-life';

/** The rhythm of the model that the simulation's pathways have (Ballerup's): due, asked for, and how far two are apart. */
const DUE = '3m';
const OPENS = '3w';
const APART_DAYS = 30;
const OF_AGE = '216m';

type Dated = { readonly opensOn: string; readonly dueOn: string };
type Open = Dated & { readonly key: string };
type State = {
  readonly pathway: Pathway;
  readonly id: string;
  followUp: Open | null;
  /** The day of the last meeting that counted as a follow-up. */
  lastOn: string | null;
  transitions: readonly Open[];
  readonly planned: Map<string, string | null>;
};

/** The follow-ups and transition meetings that pathways come to, by the calendar and by what was held. */
export type Milestones = {
  /** The house has come to know its pathways: called in the hour in which it works out what they come to. */
  begin(): Promise<void>;
  /** Whose it is. */
  pathwayOf(matterId: string): Pathway | undefined;
  /** A meeting was called, moved, cancelled or held; `agreed`: the next date that the last one agreed and nobody has called. */
  changed(meeting: Meeting, agreed: string | undefined): Promise<void>;
};

export function openMilestones(town: Town, since: string): Milestones {
  const { journal, names } = town;
  const states = new Map<string, State>();
  const owners = new Map<string, Pathway>();
  const policies = meetingsByAge();

  /** Ids for the keys of the journal; nothing else is taken from the bot's tables. */
  const idsOf = async (
    refs: readonly string[],
  ): Promise<{ id: string; key: string; ref: string; pathway: string }[]> => {
    const { rows } = await names.query(
      `select m.id, m.key, p.ref, p.id as pathway from milestone m join pathway p on p.tenant_id = m.tenant_id and p.id = m.pathway_id
       where p.ref = any($1) and m.status = 'open' order by m.id`,
      [refs],
    );
    return rows;
  };
  const open = (state: Pick<State, 'pathway'>, kind: string, matterId: string, { opensOn, dueOn }: Dated): Open => {
    const { pathway } = state;
    owners.set(matterId, pathway);
    journal.open({
      kind,
      matterId,
      round: 1,
      ownerId: pathway.lead,
      ownerRole: 'lead',
      roles: rolesOf(pathway),
      anchors: { opens: opensOn, due: dueOn },
      about: pathway.ref,
      ref: pathway.ref,
    });
    return { key: keyOf({ kind, matterId, round: 1 }), opensOn, dueOn };
  };
  const openFollowUp = async (state: State, from: string): Promise<void> => {
    const known = state.followUp?.key;
    const found = (await idsOf([state.pathway.ref])).filter(
      ({ key, id }) => key === 'follow-up' && !known?.includes(id),
    );
    const dueOn = after(from, DUE);
    // Without one the checker finds that nobody is told of it.
    state.followUp = open(state, 'follow-up', found.at(-1)?.id ?? `none-${state.pathway.ref}-${from}`, {
      dueOn,
      opensOn: followUpOpens(dueOn),
    });
  };
  const notePlanned = (state: State, current: Meeting | undefined, agreed: string | undefined): void => {
    const note = (one: Open, on: string | null): void => {
      if (!journal.isOpen(one.key) || (state.planned.get(one.key) ?? null) === on) return;
      state.planned.set(one.key, on);
      journal.write({ type: 'planned', at: journal.now(), key: one.key, on });
    };
    const on = current?.start.slice(0, 10) ?? null;
    const { followUp } = state;
    if (followUp) {
      const isAhead = agreed !== undefined && !current && agreed > town.clock.local();
      const inHand = isAhead && agreed.slice(0, 10) <= followUp.dueOn ? agreed.slice(0, 10) : null;
      note(followUp, current?.kind === 'team-meeting' ? on : inHand);
    }
    for (const one of state.transitions)
      note(one, current?.kind === 'transition-meeting' && on !== null && on >= one.opensOn ? on : null);
  };

  return {
    pathwayOf: (matterId) => owners.get(matterId),
    async begin() {
      const rows = await idsOf(town.organisation.pathways.map(({ ref }) => ref));
      for (const pathway of town.organisation.pathways) {
        const own = rows.filter(({ ref }) => ref === pathway.ref);
        const known = own[0]?.pathway ?? '';
        const state: State = { pathway, id: known, followUp: null, lastOn: null, transitions: [], planned: new Map() };
        states.set(pathway.ref, state);
        await openFollowUp(state, since);
        const wanted = transitionsOf(pathway.bornOn, since, policies);
        state.transitions = wanted.map(({ key, ...dated }) =>
          open(state, 'transition', own.find((row) => row.key === key)?.id ?? `none-${pathway.ref}-${key}`, dated),
        );
      }
    },
    async changed(meeting, agreed) {
      const state = states.get(meeting.pathway.ref);
      if (!state) return;
      const on = meeting.start.slice(0, 10);
      if (meeting.status === 'held' && meeting.kind === 'transition-meeting')
        for (const one of state.transitions) if (one.opensOn <= on) journal.close(one.key, 'met');
      if (meeting.status === 'held' && meeting.kind === 'team-meeting') {
        const isAnother = state.lastOn === null || dayOf(on) - dayOf(state.lastOn) >= APART_DAYS;
        if (isAnother) {
          if (state.followUp) journal.close(state.followUp.key, 'met');
          state.lastOn = on;
          await openFollowUp(state, on);
        }
      }
      const isOver = meeting.status === 'held' || meeting.status === 'cancelled';
      notePlanned(state, isOver ? undefined : meeting, agreed);
    },
  };
}

/** July is foreseen in June: what is due or asked for in July is asked for so long before its first day. */
function followUpOpens(dueOn: string): string {
  const usual = before(dueOn, OPENS);
  const isJuly = (day: string): boolean => day.slice(5, 7) === '07';
  if (!isJuly(dueOn) && !isJuly(usual)) return usual;
  const foreseen = before(`${dueOn.slice(0, 4)}-07-01`, OPENS);
  return foreseen < usual ? foreseen : usual;
}

type ByAge = { readonly key: string; readonly months: number; readonly opens: number };

/** The transition meetings that the municipality's policy asks for, read without the bot's reader. */
function meetingsByAge(): readonly ByAge[] {
  const all = parse(readFileSync(path.resolve('content/policy/milestones.yaml'), 'utf8')) as Readonly<
    Record<string, { readonly is: string; readonly age: string; readonly opens: string }>
  >;
  const monthsOf = (text: string): number => {
    const [, years, months] = /^(?:(\d+)y)?(?:(\d+)m)?$/.exec(text) ?? [];
    return Number(years ?? 0) * 12 + Number(months ?? 0);
  };
  return Object.entries(all)
    .filter(([, one]) => one.is === 'meeting')
    .map(([key, one]) => ({ key, months: monthsOf(one.age), opens: monthsOf(one.opens) }));
}

/**
 * The transition meetings of somebody young, by the birth date. None of who was grown up before; whoever comes late is overdue
 * at once, but where the next has opened as well, that one is enough.
 */
function transitionsOf(
  bornOn: string,
  since: string,
  policies: readonly ByAge[],
): readonly (Dated & { key: string })[] {
  if (after(bornOn, OF_AGE) <= since) return [];
  const dated = policies.map(({ key, months, opens }) => {
    const dueOn = after(bornOn, `${months}m`);
    return { key, dueOn, opensOn: before(dueOn, `${opens}m`) };
  });
  return dated.filter(({ dueOn }, n) => dueOn >= since || !dated.slice(n + 1).some(({ opensOn }) => opensOn <= since));
}
