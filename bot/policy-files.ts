import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Municipality } from './db/unit';
import { readHere } from './learning/read-here';
import { readLadders } from './obligations/ladder';
import { readMilestones } from './people/milestones';
import { readPolicy } from './people/policy';
import { cprFault } from './people/read-yaml';
import { lineWithCpr } from './privacy/cpr';

/**
 * Reads a municipality's policy folder: house.yaml, ladders.yaml, milestones.yaml, and here/ with what it has written to courses.
 * @param courses the courses that there are; without it any course may be written to
 * @throws with every fault of all of them, each with file and place
 */
export function readMunicipality(
  folder: string,
  verbs: ReadonlySet<string>,
  courses?: ReadonlySet<string>,
): Municipality {
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
  const here = read(() => readHere(folder, courses));
  if (!policy || !ladders || !milestones || !here) throw new Error(faults.join('\n'));
  return { policy, ladders, milestones, here };
}
