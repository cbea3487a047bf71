import { z } from 'zod/v4';
import { onboardingCard } from '../../cards/programs/onboarding';
import { type Caller, type Command, faultsIn, notFound, type Refused, saidOf, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { drawMentorAnswer, drawMentorFind, drawPartners, drawProgram } from './draw';
import { acceptMentor, askMentor, declineMentor } from './mentors';
import { sayDone, sayMet, waiveStep } from './settle-step';
import type { Again } from './show';
import { onboardingView } from './show-onboarding';
import { openOnboardingOf } from './store';

const text = z.string().max(4_000);
const ofRun = z.strictObject({ run: z.uuid() });
const stepInput = z.looseObject({
  run: z.uuid(),
  step: text.optional(),
  waived: text.optional(),
  reason: text.optional(),
});
const askInput = z.looseObject({
  run: z.uuid(),
  form: z.uuid(),
  mentor: text.optional(),
  who: text.optional(),
  found: text.optional(),
});
const ofMentorship = z.strictObject({ mentorship: z.uuid(), reason: text.optional() });
const UUID = z.uuid();

type How = 'post' | 'replace';
type Typed = Readonly<Record<string, unknown>>;

/** What a refused form comes back with. */
function againOf(caller: Caller, refused: Refused | undefined, input: Typed): Again {
  if (refused?.code !== 'form') return {};
  const typed = Object.entries(input).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []));
  return { typed: Object.fromEntries(typed), faults: faultsIn(caller, refused) };
}

/** One of the cards, in the pressed one's place or as a new one; that it was seen is written down. */
function showing(draw: typeof drawProgram, matterKind: 'program-run' | 'mentorship') {
  return async (caller: Caller, id: string, how: How, refused?: Refused, input: Typed = {}): Promise<Answer> => {
    const { unit, person, locale } = caller;
    const again = againOf(caller, refused, input);
    const card = await draw({ unit, personId: person.id, locale }, id, { again });
    if (card === undefined || card === 'gone') return notFound(caller);
    unit.audit({ act: 'program.see', actorId: person.id, matterKind, matterId: id });
    return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...saidOf(caller, refused) };
  };
}

const showProgram = showing(drawProgram, 'program-run');
const showFind = showing(drawMentorFind, 'program-run');
const showPartners = showing(drawPartners, 'program-run');
const showAnswer = showing(drawMentorAnswer, 'mentorship');

/** `mit program` / `onboarding`: one's own picture, and those whose onboarding one follows. */
export function programCommand(): Command {
  const run = async (caller: Caller): Promise<Answer> => {
    const { unit, person, locale } = caller;
    const own = await openOnboardingOf(unit, person.id);
    const mine = own && (await drawProgram({ unit, personId: person.id, locale }, own.run.id));
    const followed = await onboardingView(unit, person.id);
    const follows = followed.open.length > 0 || followed.cohorts !== null;
    if (own) unit.audit({ act: 'program.see', actorId: person.id, matterKind: 'program-run', matterId: own.run.id });
    if (follows) {
      const codes = followed.open.map((one) => one.runId);
      unit.audit({ act: 'program.see', actorId: person.id, matterKind: 'program-run', matterId: null, codes });
    }
    const post = [
      ...(mine === undefined || mine === 'gone' ? [] : [mine]),
      ...(follows ? [onboardingCard(followed, locale)] : []),
    ];
    return post.length === 0 ? { say: caller.words.programs.none } : { post };
  };
  return {
    key: 'onboarding',
    pattern: /^(?:onboarding|mit program|mit onboardingprogram|program(?:me)?|my program(?:me)?|mentor)$/,
    names: ['onboarding', 'mit program', 'my programme'],
    run,
  };
}

export function programVerbs(): Record<string, Verb> {
  const step = (id: string | undefined) => (UUID.safeParse(id).success ? id : undefined);
  return {
    'program.open': verb({ input: ofRun, show: (caller, { run }) => showProgram(caller, run, 'post') }),
    'program.partners': verb({ input: ofRun, show: (caller, { run }) => showPartners(caller, run, 'post') }),
    'program.pick': verb({
      input: z.looseObject({ run: text.optional() }),
      show: (caller, { run = '' }) =>
        UUID.safeParse(run).success ? showProgram(caller, run, 'post') : Promise.resolve(notFound(caller)),
    }),
    'program.met': verb({
      input: ofRun,
      act: (caller, { run }) => sayMet(caller.unit, run, caller.person.id),
      show: (caller, { run }, refused) => showProgram(caller, run, 'replace', refused),
    }),
    'program.done': verb({
      input: stepInput,
      keepsTyped: true,
      act: async (caller, input) => {
        const stepId = step(input.step);
        if (stepId === undefined) return { code: 'form', faults: { step: 'pick-a-step' } };
        return sayDone(caller.unit, { runId: input.run, stepId }, caller.person.id);
      },
      show: (caller, input, refused) => showProgram(caller, input.run, 'replace', refused, input),
    }),
    'program.waive': verb({
      input: stepInput,
      keepsTyped: true,
      act: async (caller, input) => {
        const stepId = step(input.waived);
        if (stepId === undefined) return { code: 'form', faults: { waived: 'pick-a-step' } };
        return waiveStep(caller.unit, { runId: input.run, stepId, reason: input.reason ?? '' }, caller.person.id);
      },
      show: (caller, input, refused) => showProgram(caller, input.run, 'replace', refused, input),
    }),
    'mentor.form': verb({ input: ofRun, show: (caller, { run }) => showFind(caller, run, 'post') }),
    'mentor.ask': verb({
      input: askInput,
      keepsTyped: true,
      act: (caller, input) => {
        const { run, form, mentor = '', who = '', found = '' } = input;
        return askMentor(caller.unit, { runId: run, form, picked: mentor, who, found }, caller.person.id);
      },
      show: (caller, input, refused) => showFind(caller, input.run, 'replace', refused, input),
    }),
    'mentor.open': verb({ input: ofMentorship, show: (caller, input) => showAnswer(caller, input.mentorship, 'post') }),
    'mentor.accept': verb({
      input: ofMentorship,
      act: (caller, input) => acceptMentor(caller.unit, input.mentorship, caller.person.id),
      show: (caller, input, refused) => showAnswer(caller, input.mentorship, 'replace', refused),
    }),
    'mentor.decline': verb({
      input: ofMentorship,
      keepsTyped: true,
      act: (caller, input) =>
        declineMentor(caller.unit, { id: input.mentorship, reason: input.reason ?? '' }, caller.person.id),
      show: (caller, input, refused) => showAnswer(caller, input.mentorship, 'replace', refused, input),
    }),
  };
}
