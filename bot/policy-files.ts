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
 * @throws with every fault of all three, each with file and place
 */
export function readMunicipality(folder: string, verbs: ReadonlySet<string>): Municipality {
  const file = path.join(folder, 'ladders.yaml');
  const faults: string[] = [];
  const read = <Part>(part: () => Part): Part | undefined => {
    try {
      return part();
    } catch (fault) {
      faults.push(fault instanceof Error ? fault.message : `The policy in ${folder} cannot be read`);
      return undefined;
    }
  };
  const policy = read(() => readPolicy(folder));
  const ladders = read(() => {
    const text = readFileSync(file, 'utf8');
    const line = lineWithCpr(text);
    if (line !== undefined) throw new Error(`The policy cannot be used:\n  ${cprFault(file, line)}`);
    return readLadders(text, { file, verbs });
  });
  const milestones = read(() => readMilestones(folder));
  if (!policy || !ladders || !milestones) throw new Error(faults.join('\n'));
  return { policy, ladders, milestones };
}
