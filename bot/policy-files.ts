import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Municipality } from './db/unit';
import { readLadders } from './obligations/ladder';
import { readMilestones } from './people/milestones';
import { readPolicy } from './people/policy';

/**
 * Reads a municipality's policy folder: house.yaml, ladders.yaml and milestones.yaml.
 * @throws with every fault, file and place
 */
export function readMunicipality(folder: string, verbs: ReadonlySet<string>): Municipality {
  const file = path.join(folder, 'ladders.yaml');
  return {
    policy: readPolicy(folder),
    ladders: readLadders(readFileSync(file, 'utf8'), { file, verbs }),
    milestones: readMilestones(folder),
  };
}
