import type { Holders } from '../journal';
import { after } from '../model-text';
import { keyOf } from './journal-writer';
import { type Leadership, leadershipOf } from './leadership';
import { rolesOf } from './meetings';
import { isHere, managerOf, type Pathway } from './organisation';
import type { Town } from './town-life';

type Naming = { readonly manager: string; readonly person: string };

/** A baton on its way, as whoever passes it on knows it. */
export type Handover = {
  readonly id: string;
  readonly pathway: Pathway;
  /** Whom it was asked of, in turn; the last is asked now, unless nobody is. */
  readonly asked: string[];
  isAsking: boolean;
  declines: number;
  /** The managers who find a lead, once two have said no. */
  settlers: readonly string[];
  readonly namings: Naming[];
  status: 'open' | 'settling' | 'over';
};

const ANSWER = '3wd';
const SETTLE = '3wd';
const TELL = '2wd';
const MOST_DECLINES = 2;

/** Writes down what a handover makes people owe, by what was done and by the rules, and not by what the bot has made of it. */
export function handoverBook(town: Town) {
  const { journal, organisation } = town;
  const all: Handover[] = [];
  const leads = (): Leadership => leadershipOf(organisation, town.today());
  const opensTo = ({ pathway: { ref } }: Handover, personId: string, isOpen: boolean): void =>
    journal.write({ type: 'matter', at: journal.now(), ref, personId, isOpen });
  const answerKey = ({ id, asked }: Handover): string =>
    keyOf({ kind: 'handover-answer', matterId: id, round: asked.length });
  const owedBy = ({ id }: Handover, manager: string) =>
    journal.openOnes(id).filter((one) => one.kind === 'handover-settle' && one.ownerKey === manager);

  const askManager = (handover: Handover, manager: string, round: number): void => {
    const chains = handover.settlers.map((id) => [id, ...leads().above(id)]);
    const [first, ...others] = chains;
    const alone = others.length === 0 ? first?.slice(1) : first;
    const common = alone?.find((id) => others.every((chain) => chain.includes(id)));
    const roles: Holders = {
      ...rolesOf(handover.pathway),
      ...(common === undefined ? {} : { 'common-leader': common }),
    };
    journal.open({
      kind: 'handover-settle',
      matterId: handover.id,
      round,
      ownerId: manager,
      ownerRole: 'person',
      ownerKey: manager,
      roles,
      anchors: { due: after(town.today(), SETTLE) },
      about: handover.id,
      ref: handover.pathway.ref,
    });
  };
  const closeManager = (handover: Handover, manager: string, how: 'met' | 'cancelled'): void => {
    for (const one of owedBy(handover, manager)) journal.close(keyOf(one), how);
  };
  /** What was counted of askings of one manager, by which the next is named. */
  const rounds = new Map<string, number>();
  const ask = (handover: Handover, manager: string): void => {
    const key = `${handover.id} ${manager}`;
    const round = (rounds.get(key) ?? 0) + 1;
    rounds.set(key, round);
    // What it is about is open to whoever is asked to settle it, and to whoever answers for them.
    for (const id of [manager, organisation.staff.get(manager)?.deputy ?? null])
      if (id !== null) opensTo(handover, id, true);
    askManager(handover, manager, round);
  };
  const stopAsking = (handover: Handover, how: 'met' | 'cancelled'): void => {
    const asked = handover.asked.at(-1);
    if (!handover.isAsking || asked === undefined) return;
    journal.close(answerKey(handover), how);
    handover.isAsking = false;
    opensTo(handover, asked, false);
  };

  /** Somebody new leads: the team, what the lead owes, and that the citizen is told. */
  const take = (handover: Handover, lead: string): void => {
    handover.status = 'over';
    const { pathway } = handover;
    const { ref } = pathway;
    const former = pathway.lead;
    if (former !== lead) {
      const at = pathway.team.indexOf(lead);
      if (at >= 0) pathway.team.splice(at, 1);
      if (former !== pathway.coLead && isHere(organisation, former, town.today()) && !pathway.team.includes(former))
        pathway.team.push(former);
      pathway.lead = lead;
      if (pathway.coLead === lead) pathway.coLead = null;
      const { department: departmentId, coLead: coLeadId, team } = pathway;
      journal.write({ type: 'pathway', at: journal.now(), ref, departmentId, leadId: lead, coLeadId, team: [...team] });
      for (const one of journal.openOnes())
        if (one.ref === ref && one.ownerRole === 'lead') journal.hand(keyOf(one), lead);
      journal.roles(ref, rolesOf(pathway));
    }
    for (const one of journal.openOnes())
      if (one.ref === ref && one.kind === 'tell-citizen-lead') journal.close(keyOf(one), 'cancelled');
    journal.open({
      kind: 'tell-citizen-lead',
      matterId: handover.id,
      round: 1,
      ownerId: lead,
      ownerRole: 'lead',
      roles: rolesOf(pathway),
      anchors: { due: after(town.today(), TELL) },
      about: handover.id,
      ref,
    });
  };

  return {
    /** The one of a pathway that is not over. */
    current: (pathway: Pathway) => all.find((one) => one.pathway === pathway && one.status !== 'over'),
    begins(id: string, pathway: Pathway): Handover {
      const handover: Handover = {
        id,
        pathway,
        asked: [],
        isAsking: false,
        declines: 0,
        settlers: [],
        namings: [],
        status: 'open',
      };
      all.push(handover);
      return handover;
    },
    asks(handover: Handover, person: string): void {
      handover.asked.push(person);
      handover.isAsking = true;
      opensTo(handover, person, true);
      journal.open({
        kind: 'handover-answer',
        matterId: handover.id,
        round: handover.asked.length,
        ownerId: person,
        ownerRole: 'person',
        roles: rolesOf(handover.pathway),
        anchors: { due: after(town.today(), ANSWER) },
        about: handover.id,
        ref: handover.pathway.ref,
      });
    },
    /** Whether somebody is asked now. */
    isAsked: (handover: Handover, person: string): boolean =>
      handover.status === 'open' && handover.isAsking && handover.asked.at(-1) === person,
    accepts(handover: Handover, person: string): void {
      stopAsking(handover, 'met');
      take(handover, person);
    },
    declines(handover: Handover, person: string): void {
      stopAsking(handover, 'met');
      handover.declines += 1;
      const today = town.today();
      const managers = [handover.pathway.lead, person].flatMap((id) => managerOf(organisation, id, today) ?? []);
      if (handover.declines < MOST_DECLINES || managers.length === 0) return;
      handover.status = 'settling';
      handover.settlers = [...new Set(managers)];
      for (const manager of handover.settlers) ask(handover, manager);
    },
    /** The managers' places that somebody answers for. */
    places: (handover: Handover, by: string): readonly string[] =>
      handover.status === 'settling' ? handover.settlers.filter((id) => leads().answersFor(id, by)) : [],
    names(handover: Handover, places: readonly string[], person: string): void {
      const { settlers, namings } = handover;
      for (const manager of places) namings.push({ manager, person });
      const last = new Map(namings.map((one) => [one.manager, one.person]));
      if (settlers.every((id) => last.get(id) === person)) {
        for (const manager of settlers) closeManager(handover, manager, 'met');
        take(handover, person);
        return;
      }
      const spoke = namings.at(-1)?.manager;
      for (const manager of settlers) {
        if (manager === spoke) closeManager(handover, manager, 'met');
        else if (owedBy(handover, manager).length === 0) ask(handover, manager);
      }
    },
    /** Whoever was asked has left; or a manager, for whom whoever manages now steps in. */
    left(handover: Handover, kind: string): void {
      if (kind === 'handover-answer') stopAsking(handover, 'cancelled');
      if (kind !== 'handover-settle') return;
      const today = town.today();
      const [lead, asked] = [handover.pathway.lead, handover.asked.at(-1) ?? ''];
      const gone = handover.settlers.filter((id) => !isHere(organisation, id, today));
      const instead = [lead, asked].flatMap((id) => managerOf(organisation, id, today) ?? []);
      const after = [...new Set([...handover.settlers.filter((id) => !gone.includes(id)), ...instead])];
      for (const manager of gone) closeManager(handover, manager, 'cancelled');
      const before = handover.settlers;
      handover.settlers = after;
      for (const manager of after) if (!before.includes(manager)) ask(handover, manager);
    },
    find: (id: string) => all.find((one) => one.id === id),
  };
}
