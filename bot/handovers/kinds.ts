import { words } from '../../content/words/words';
import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Facts, Kind, Line, LineInput } from '../obligations/kind';
import { settle } from '../obligations/settle';
import { standingsIn } from '../pathways/standing';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { dayFromDate } from '../time/day';
import { askManager, leavingManagerOf } from './begin-settling';
import { loseAsked } from './end-handover';
import { agreedOn, settlersOf } from './rules';
import { answersFor, isAbove, mayFollow, settlersIn, standingsOnAsking, standingsOnSettling } from './standing';
import { changeHandover, currentAsking, type HandoverCase, loadHandover, loadHandovers, lockHandover } from './store';
import { isNewest } from './tell-citizen';

type Judged = Pick<Facts, 'owed' | 'maySee'> & Partial<Pick<Facts, 'roles'>>;
type Judge = (found: HandoverCase, row: Obligation, org: Organisation, unit: Unit) => Judged | Promise<Judged>;

const factsBy =
  (judge: Judge): Kind['facts'] =>
  async (unit, rows) => {
    const org = await organisation(unit);
    const found = await loadHandovers(
      unit,
      rows.map((row) => row.matterId),
    );
    const facts = new Map<string, Facts>();
    for (const row of rows) {
      const one = found.get(row.matterId);
      if (!one) {
        facts.set(row.id, { owed: false, roles: {}, maySee: () => false });
        continue;
      }
      const { leadId, coLeadId } = one.known.pathway;
      facts.set(row.id, { roles: { lead: leadId, coLead: coLeadId }, ...(await judge(one, row, org, unit)) });
    }
    return facts;
  };

const lock = async (unit: Unit, id: string): Promise<void> => {
  await lockHandover(unit, id);
};

const isOpen = ({ known }: HandoverCase): boolean => known.pathway.status === 'open';

/** A line, its words by whether its reader may do it, or is told of it as a leader. */
async function lineFor(
  unit: Unit,
  input: LineInput,
  made: {
    may(found: HandoverCase, org: Organisation): boolean;
    readonly own: 'handoverAnswer' | 'handoverSettle' | 'tellLead';
    readonly verb: string;
    name(found: HandoverCase): string | null;
  },
): Promise<Line | undefined> {
  const { obligation, locale } = input;
  const found = await loadHandover(unit, obligation.matterId);
  if (!found) return undefined;
  const org = await organisation(unit);
  const all = words(locale);
  const { ref } = found.known.pathway;
  const dueOn = obligation.dueOn === null ? unit.today : dayFromDate(obligation.dueOn);
  const nameOf = (id: string | null) => org.people.get(id ?? '')?.name ?? all.handovers.theLead;
  if (!made.may(found, org))
    return { text: all.lines[`${made.own}Upward`]({ name: nameOf(obligation.ownerId), ref, dueOn }), group: ref };
  return {
    text: all.lines[made.own]({ name: nameOf(made.name(found)), ref, dueOn }),
    group: ref,
    action: {
      title: made.own === 'tellLead' ? all.actions.open : all.actions.answer,
      verb: made.verb,
      input: { handover: found.row.id },
    },
  };
}

/** Whether somebody takes the baton. */
function answerKind(): Kind {
  const asks = (found: HandoverCase, id: string, org: Organisation) =>
    may('handover.answer', standingsOnAsking(found, id, org)) && currentAsking(found)?.toId === id;
  return {
    kind: 'handover-answer',
    cardKind: () => 'handover-answer',
    facts: factsBy((found, row, org) => ({
      owed: isOpen(found) && currentAsking(found)?.n === row.round,
      // Whoever passes it on hears that no answer comes: they may ask somebody else.
      maySee: (id) =>
        asks(found, id, org) || mayFollow(found, id, org) || (row.ownerId !== null && isAbove(id, row.ownerId, org)),
    })),
    line: (unit, input) =>
      lineFor(unit, input, {
        may: (found, org) => asks(found, input.personId, org),
        own: 'handoverAnswer',
        verb: 'handover.answer-open',
        name: (found) => currentAsking(found)?.askedById ?? null,
      }),
    lock,
    deadlines: {},
    inherit: async (unit, obligation) => {
      const found = await loadHandover(unit, obligation.matterId);
      if (found) await loseAsked(unit, found);
    },
  };
}

/** Two managers find a lead together. */
function settleKind(): Kind {
  return {
    kind: 'handover-settle',
    cardKind: () => 'handover-settle',
    facts: factsBy((found, row, org) => {
      const settlers = settlersIn(found);
      const outcome = agreedOn(settlers, found.namings);
      const waits = 'waitsFor' in outcome && outcome.waitsFor.includes(row.ownerKey);
      return {
        owed: isOpen(found) && found.status === 'settling' && waits,
        // The leader whom both have in common is the one above the two managers, whoever leads the pathway.
        roles: { lead: settlers.find((id) => id !== row.ownerKey) ?? row.ownerKey },
        maySee: (id) => answersFor(row.ownerKey, id, org) || isAbove(id, row.ownerKey, org),
      };
    }),
    line: (unit, input) =>
      lineFor(unit, input, {
        may: (found, org) => may('handover.settle', standingsOnSettling(found, input.personId, org)),
        own: 'handoverSettle',
        verb: 'handover.settle-open',
        name: () => input.obligation.ownerId,
      }),
    lock,
    deadlines: {},
    inherit: replaceManager,
  };
}

/** A manager has left: whoever manages now finds a lead instead. */
async function replaceManager(unit: Unit, obligation: Obligation): Promise<void> {
  const found = await loadHandover(unit, obligation.matterId);
  if (found?.status !== 'settling') return;
  const { row } = found;
  const org = await organisation(unit);
  const lastAsked = found.askings.at(-1)?.toId ?? '';
  const instead = (id: string | null, now: string | undefined) => (id === obligation.ownerKey ? (now ?? null) : id);
  const leaving = instead(row.leavingManagerId, leavingManagerOf(found, org));
  const asked = instead(row.askedManagerId, org.managerOf(lastAsked));
  const before = settlersIn(found);
  const after = settlersOf(leaving, asked);
  // With nobody to take over it stands without an owner, on the list.
  if (after.length === 0) return;
  await changeHandover(unit, row.id, { leavingManagerId: leaving, askedManagerId: asked }, false);
  await settle(
    unit,
    { matterKind: 'handover', matterIds: [row.id], kind: 'handover-settle', ownerKey: obligation.ownerKey },
    { status: 'cancelled', because: 'left' },
  );
  for (const managerId of after) if (!before.includes(managerId)) await askManager(unit, found, managerId, 1);
}

/** The citizen is told who leads. */
function tellKind(): Kind {
  return {
    kind: 'tell-citizen-lead',
    cardKind: () => 'lead-told',
    facts: factsBy(async (found, row, org, unit) => ({
      owed: isOpen(found) && found.row.leadToldHandover.length === 0 && (await isNewest(unit, found)),
      maySee: (id) =>
        may('lead.tell', standingsIn(found.known, id, org)) || (row.ownerId !== null && isAbove(id, row.ownerId, org)),
    })),
    line: (unit, input) =>
      lineFor(unit, input, {
        may: (found, org) => may('lead.tell', standingsIn(found.known, input.personId, org)),
        own: 'tellLead',
        verb: 'lead.told-open',
        name: (found) => found.known.pathway.leadId,
      }),
    lock,
    deadlines: {},
  };
}

/** What a handover makes people owe. */
export const handoverKinds = (): Kind[] => [answerKind(), settleKind(), tellKind()];
