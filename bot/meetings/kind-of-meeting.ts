import { words } from '../../content/words/words';
import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Facts, Kind, Line, LineInput } from '../obligations/kind';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import { standingsAt } from './standing';
import { loadMeetings, lockMeeting, type MeetingCase } from './store';

type Judge = (found: MeetingCase, row: Obligation, org: Organisation) => Pick<Facts, 'owed' | 'maySee'>;

export const NOBODY: Facts = { owed: false, roles: {}, maySee: () => false };

export const lockOne = async (unit: Unit, id: string): Promise<void> => {
  await lockMeeting(unit, id);
};

export async function ofMeetings(unit: Unit, rows: readonly Obligation[], judge: Judge): Promise<Map<string, Facts>> {
  const org = await organisation(unit);
  const cases = await loadMeetings(
    unit,
    rows.map((row) => row.matterId),
  );
  return new Map(
    rows.map((row): [string, Facts] => {
      const found = cases.get(row.matterId);
      if (!found) return [row.id, NOBODY];
      const { leadId, coLeadId } = found.known.pathway;
      const judged = judge(found, row, org);
      const manager = leadId === null ? undefined : org.managerOf(leadId);
      return [
        row.id,
        {
          owed: judged.owed,
          roles: { lead: leadId, coLead: coLeadId },
          // The lead's manager gets a notice: reference, kind and date, and nothing of the pathway.
          maySee: (id) =>
            judged.maySee(id) || (manager !== undefined && (id === manager || id === org.atWorkFor(manager))),
        },
      ];
    }),
  );
}

type Lined = {
  readonly found: MeetingCase;
  readonly input: LineInput;
  readonly upward: boolean;
  readonly now: Date;
};

/** A line about a meeting: to the lead, or as a notice to somebody above. */
export function lineOfMeeting(say: (all: ReturnType<typeof words>, lined: Lined) => Line | undefined): Kind['line'] {
  return async (unit, input) => {
    const found = (await loadMeetings(unit, [input.obligation.matterId])).get(input.obligation.matterId);
    if (!found) return undefined;
    const upward = !may('meeting.see', standingsAt(found, input.personId, await organisation(unit)));
    return say(words(input.locale), { found, input, upward, now: unit.now });
  };
}
