import type { Town } from '../support/town';
import { SECRETS } from './full-story';
import { playProgram } from './program-presses';
import { turnOf } from './turn-of';

/** A new colleague's onboarding, in every way that leaves a text, each in words that stand nowhere else. */
export async function onboardInSecret(town: Town): Promise<void> {
  const press = async (name: string, verb: string, data: object) => {
    const answer = await town.app.handler.handle(turnOf(town, name, { kind: 'press', verb, data: { ...data } }));
    if (!answer.replace && !answer.post) throw new Error(`${name} ${verb}: ${answer.say}`);
  };
  const { run, programStep, mentorship } = await playProgram(town);
  await press('Birgitte', 'program.waive', { run, waived: programStep, reason: SECRETS.stepWaived });
  await press('Jonas', 'mentor.decline', { mentorship, reason: SECRETS.noMentor });
}
