import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Facts, Kind } from '../obligations/kind';
import { openObligation } from '../obligations/open';
import { moveAnchor, settle } from '../obligations/settle';
import { anchorsOf } from '../obligations/store';
import { isNewHire } from '../people/new-hire';
import { organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { dayOf, toMoment } from '../time/moment';
import { beginProgram } from './begin-program';
import { keepPrograms } from './keep-programs';
import type { Programs } from './read-programs';
import { holdNewcomer } from './store';

/**
 * What the house does by itself: begin somebody's onboarding on their first day, bring what is open into line after an
 * import, and every morning.
 */
export function programTimers(programs: Programs): Kind[] {
  return [beginning(programs), keeping('program-day', 'day'), keeping('program-reckoning', 'reckon')];
}

const house = {
  cardKind: () => 'program',
  facts: async (_unit: Unit, rows: readonly Obligation[]) =>
    new Map(rows.map((row): [string, Facts] => [row.id, { owed: true, roles: {}, maySee: () => false }])),
  line: async () => undefined,
} satisfies Partial<Kind>;

const timer = (kind: string, { matterKind, matterId }: Obligation) => ({ matterKind, matterIds: [matterId], kind });

function beginning(programs: Programs): Kind {
  return {
    ...house,
    kind: 'program-begin',
    lock: holdNewcomer,
    deadlines: {
      begin: async (unit, obligation) => {
        const org = await organisation(unit);
        const { matterId: personId, kind } = obligation;
        const hiredOn = org.people.get(personId)?.hiredOn;
        // The file may have moved the first day since: then it is awaited.
        if (hiredOn && org.isHere(personId) && dayFromDate(hiredOn) > unit.today)
          return moveAnchor(unit, timer(kind, obligation), 'start', dayFromDate(hiredOn));
        // A date that turns out to lie long ago was a slip of the file's.
        const seenOn = dayOf(toMoment(obligation.openedAt, unit.policy.zone));
        const isNew = hiredOn ? isNewHire(dayFromDate(hiredOn), seenOn) : false;
        const runId = isNew ? await beginProgram(unit, programs, personId) : undefined;
        if (runId !== undefined) await openDaily(unit);
        const how = runId === undefined ? ({ status: 'cancelled', because: 'nothing-to-begin' } as const) : BEGUN;
        await settle(unit, timer(kind, obligation), how);
      },
    },
  };
}

const BEGUN = { status: 'met', because: 'begun' } as const;

/** From the first onboarding on there is one such timer in a municipality, for good: it moves on by itself. */
async function openDaily(unit: Unit): Promise<void> {
  await openObligation(unit, {
    kind: 'program-day',
    matterKind: 'programs',
    matterId: unit.tenantId,
    round: 1,
    ownerRole: 'house',
    ownerId: null,
    anchors: { start: unit.today },
  });
}

function keeping(kind: string, verb: string): Kind {
  return {
    ...house,
    kind,
    lock: async ({ tx, tenantId }) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/onboarding`}, 0))`;
    },
    deadlines: {
      [verb]: async (unit, obligation) => {
        await keepPrograms(unit);
        await movedStarts(unit);
        if (kind === 'program-day') await moveAnchor(unit, timer(kind, obligation), 'start', unit.today);
        else await settle(unit, timer(kind, obligation), { status: 'met', because: 'reckoned' });
      },
    },
  };
}

/** Whoever has not begun yet begins on the day that the file says now, an earlier one too. */
async function movedStarts(unit: Unit): Promise<void> {
  const org = await organisation(unit);
  const waiting = await unit.tx.obligation.findMany({
    where: { tenantId: unit.tenantId, kind: 'program-begin', closedAt: null },
    orderBy: { id: 'asc' },
  });
  for (const row of waiting) {
    const hiredOn = org.people.get(row.matterId)?.hiredOn;
    if (!hiredOn || anchorsOf(row).start === dayFromDate(hiredOn)) continue;
    await moveAnchor(unit, timer(row.kind, row), 'start', dayFromDate(hiredOn));
  }
}
