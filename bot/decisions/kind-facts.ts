import type { Obligation } from '../../prisma/generated/client';
import type { Unit } from '../db/unit';
import type { Facts } from '../obligations/kind';
import type { PathwayWithTeam } from '../pathways/standing';
import { organisation } from '../people/organisation';
import { loadProposals, type ProposalCase } from './store';

export type Org = Awaited<ReturnType<typeof organisation>>;

/** Whether somebody leads another, on any level, or answers for who does. */
export const leads = (id: string, ownerId: string, org: Org): boolean => {
  const chain = org.leadersOf(ownerId);
  return chain.includes(id) || chain.some((leader) => org.atWorkFor(leader) === id);
};

type Judged = Pick<Facts, 'owed' | 'maySee'>;

/** The facts of obligations on proposals, each judged by its proposal; of one that is gone nothing is owed. */
export async function factsBy(
  unit: Unit,
  rows: readonly Obligation[],
  judge: (found: ProposalCase, row: Obligation, org: Org) => Promise<Judged>,
): Promise<Map<string, Facts>> {
  const org = await organisation(unit);
  const found = await loadProposals(
    unit,
    rows.map((row) => row.matterId),
  );
  const facts = new Map<string, Facts>();
  for (const row of rows) {
    const one = found.get(row.matterId);
    facts.set(
      row.id,
      one
        ? { ...(await judge(one, row, org)), roles: rolesOf(one.known) }
        : { owed: false, roles: {}, maySee: () => false },
    );
  }
  return facts;
}

/** Who holds a pathway's roles. */
export const rolesOf = ({ pathway }: PathwayWithTeam): Facts['roles'] => ({
  lead: pathway.leadId,
  coLead: pathway.coLeadId,
});
