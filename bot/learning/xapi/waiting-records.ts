import type { Unit } from '../../db/unit';

/** How many statements have been handed over in vain, for `status`; all that are left where the policy has no place for them. */
export async function waitingRecords({ tx, tenantId, policy }: Unit): Promise<number> {
  const inVain = policy.learningRecords === null ? {} : { stumbles: { gt: 0 } };
  return tx.xapiStatement.count({ where: { tenantId, sentAt: null, ...inVain } });
}
