import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { beginProgram } from '../../bot/programs/begin-program';
import { keepPrograms } from '../../bot/programs/keep-programs';
import { askMentor } from '../../bot/programs/mentors';
import { readPrograms } from '../../bot/programs/read-programs';
import { addDays } from '../../bot/time/day';
import { personIds } from '../support/meeting-steps';
import type { Town } from '../support/town';
import type { Press, ProgramIds } from './cast';

const MANAGER = 'the new colleague’s nearest manager';
const ASKED = 'whoever is asked to be the mentor';
const ofRun = (
  who: string,
  may: readonly string[],
  more: (ids: ProgramIds) => Readonly<Record<string, unknown>> = () => ({}),
): Press => ({
  who,
  may,
  input: (ids) => ({ run: ids.run, ...more(ids) }),
});
const ofMentor = (more: Readonly<Record<string, unknown>> = {}): Press => ({
  who: ASKED,
  may: ['Jonas'],
  input: ({ mentorship }) => ({ mentorship, ...more }),
});

/** Kasper's onboarding: his own, his manager's, and Jonas', who is asked to be his mentor. */
export const PROGRAM_PRESSES: Readonly<Record<string, Press>> = {
  'program.open': ofRun('the new colleague and their manager', ['Kasper', 'Birgitte']),
  'program.pick': ofRun('the new colleague and their manager', ['Kasper', 'Birgitte']),
  'program.met': ofRun('the new colleague', ['Kasper']),
  'program.partners': ofRun('the new colleague', ['Kasper']),
  'program.done': ofRun(MANAGER, ['Birgitte'], ({ programStep }) => ({ step: programStep })),
  'program.waive': ofRun(MANAGER, ['Birgitte'], ({ programStep }) => ({
    waived: programStep,
    reason: 'Har prøvet det før',
  })),
  'mentor.form': ofRun(MANAGER, ['Birgitte']),
  'mentor.ask': {
    who: MANAGER,
    may: ['Birgitte'],
    input: ({ run, form, bo }) => ({ run, form, mentor: 'other', who: 'Gitte', found: bo }),
  },
  'mentor.open': ofMentor(),
  'mentor.accept': ofMentor(),
  'mentor.decline': ofMentor({ reason: 'Ikke lige nu' }),
};

export const PROGRAM_MATTERS = ['run', 'programStep', 'mentorship'] as const satisfies readonly (keyof ProgramIds)[];

/** Kasper is new, and Jonas is asked to be his mentor. */
export async function playProgram(town: Town): Promise<ProgramIds> {
  const idOf = await personIds(town);
  const personId = idOf('Kasper');
  const ids = await town.inside(async (unit) => {
    const { tx, tenantId } = unit;
    await tx.person.update({
      where: { tenantId_id: { tenantId, id: personId } },
      data: { hiredOn: new Date(unit.today) },
    });
    return { mentorship: unit.house.newId() };
  });
  const run = await town.inside((unit) => beginProgram(unit, readPrograms(path.resolve('content/programs')), personId));
  if (run === undefined) throw new Error('Kasper has no programme');
  await town.inside((unit) =>
    askMentor(unit, { runId: run, form: ids.mentorship, picked: 'other', who: 'Jonas', found: '' }, idOf('Birgitte')),
  );
  // He began two months ago, so that he is to meet partner units by now.
  await town.inside(async (unit) => {
    const { tx, tenantId } = unit;
    const began = new Date(addDays(unit.today, -60));
    await tx.person.update({ where: { tenantId_id: { tenantId, id: personId } }, data: { hiredOn: began } });
    await tx.programRun.update({
      where: { tenantId_id: { tenantId, id: run } },
      data: { openedAt: began, startsOn: began },
    });
  });
  await town.inside(keepPrograms);
  await town.settle();
  const step = await town.inside(({ tx, tenantId }) =>
    tx.programStep.findFirstOrThrow({ where: { tenantId, runId: run, key: 'own-plan' } }),
  );
  return { run, programStep: step.id, mentorship: ids.mentorship };
}

/** Nobody else's: an onboarding belongs to no pathway. */
export const noProgram = (): ProgramIds => ({ run: randomUUID(), programStep: randomUUID(), mentorship: randomUUID() });
