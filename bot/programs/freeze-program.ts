import { freeze, frozen } from '../db/freeze';
import type { Unit } from '../db/unit';
import { contentOf, frozenProgram, type Program } from './read-programs';

/** Keeps a programme as it stands now: who has begun by it goes on by it. @returns the release's id */
export const freezeProgram = (unit: Unit, program: Program): Promise<string> =>
  freeze(unit, 'program', program.key, contentOf(program));

/** The programme by which somebody's onboarding goes on. @throws when there is no such release */
export const programOf = (unit: Unit, releaseId: string): Promise<Program> => frozen(unit, releaseId, frozenProgram);
