import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Municipality } from './db/unit';
import { readLadders } from './obligations/ladder';
import { readMilestones } from './people/milestones';
import { readPolicy } from './people/policy';
import { cprFault } from './people/read-yaml';
import { lineWithCpr } from './privacy/cpr';

/**
 * Reads a municipality's policy folder: house.yaml, ladders.yaml and milestones.yaml.
 * @throws with every fault, file and place
 */
export function readMunicipality(folder: string, verbs: ReadonlySet<string>): Municipality {
  const file = path.join(folder, 'ladders.yaml');
  const ladders = readFileSync(file, 'utf8');
  const line = lineWithCpr(ladders);
  if (line !== undefined) throw new Error(`The policy cannot be used:\n  ${cprFault(file, line)}`);
  return {
    policy: readPolicy(folder),
    ladders: readLadders(ladders, { file, verbs }),
    milestones: readMilestones(folder),
  };
}
