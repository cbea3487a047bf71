import { z } from 'zod/v4';
import { askToShareCard, sharedCard } from '../../../cards/learning/sharing';
import { type Caller, type Capability, notFound, type Refused, saidOf, verb } from '../../capability';
import { organisation } from '../../people/organisation';
import type { Answer } from '../../turn';
import { courseKey } from '../course';
import { courseCard } from '../show';
import { enrolmentFor } from '../store';
import { shareReflection } from './share-reflection';
import { mentorOf, SHARED, sharedFor, textOf, writtenFor } from './store';

const ofReflection = z.looseObject({ attempt: z.uuid(), question: courseKey });
const ofSharing = ofReflection.extend({ response: z.uuid(), mentor: z.uuid() });

/** What a learner wrote to think of, shared with their mentor: asked for once more, and open to the two of them alone. */
export function sharingCapability(): Capability {
  return {
    name: 'sharing',
    verbs: {
      'reflection.share-ask': verb({ input: ofReflection, show: ask }),
      'reflection.share': verb<z.output<typeof ofSharing>>({
        input: ofSharing,
        act: ({ unit, person }, { attempt, question, response, mentor }) =>
          shareReflection(
            unit,
            { attemptId: attempt, questionKey: question, responseId: response, withId: mentor },
            person.id,
          ),
        show: back,
      }),
    },
    renderers: {
      [SHARED]: async (unit, { matterId, personId, locale }) => {
        const found = await sharedFor(unit, matterId, personId);
        if (!found) return 'gone';
        const { written } = found;
        const org = await organisation(unit);
        return {
          ...sharedCard(
            {
              learner: org.people.get(written.personId)?.name ?? '',
              course: written.course.title[locale],
              prompt: written.question.prompt[locale],
              text: textOf(unit, written.response),
            },
            locale,
          ),
          keep: { kind: SHARED, matterKind: SHARED, matterId },
        };
      },
    },
  };
}

type Reflection = z.output<typeof ofReflection>;

/** Asked once more, with what would be shared and how long it can be read. */
async function ask(caller: Caller, { attempt, question }: Reflection): Promise<Answer> {
  const { unit, person, locale } = caller;
  const written = await writtenFor(unit, { attemptId: attempt, questionKey: question }, person.id);
  const mentor = written && (await mentorOf(unit, person.id));
  if (!written || !mentor) return notFound(caller);
  const view = {
    ...{ attempt, question, response: written.response.id, enrolment: written.enrolmentId, mentor },
    course: written.course.title[locale],
    text: textOf(unit, written.response),
  };
  const keep = { kind: 'course', matterKind: 'course', matterId: written.enrolmentId };
  return { replace: { ...askToShareCard(view, locale), keep } };
}

/** Back on the page of the course, which says that it is shared. */
async function back(caller: Caller, { attempt, question }: Reflection, refused: Refused | undefined): Promise<Answer> {
  const { unit, person, locale } = caller;
  const written = await writtenFor(unit, { attemptId: attempt, questionKey: question }, person.id);
  const enrolment = written && (await enrolmentFor(unit, written.enrolmentId, person.id));
  const card = enrolment && (await courseCard(unit, enrolment, locale));
  return card ? { replace: card, ...saidOf(caller, refused) } : notFound(caller);
}
