import { z } from 'zod/v4';
import { dilemmaCard, pickMeetingCard } from '../../cards/dilemmas/dilemma';
import { type Caller, type Capability, faultsIn, notFound, type Refused, saidOf, verb } from '../capability';
import type { Unit } from '../db/unit';
import { courseKey } from '../learning/course';
import { attemptFor } from '../learning/store';
import { myMeetings } from '../meetings/my-meetings';
import type { Answer, Locale, OutCard } from '../turn';
import { answerDilemma, mayLead, showRound } from './answer-dilemma';
import { countsOf, FIRST, movedOf, SECOND, SHOWN } from './rules';
import { meetingToPlayAt, startDilemma, startedAt } from './start-dilemma';
import { DILEMMA, type DilemmaCase, dilemmaFor } from './store';

const count = z.coerce.number().pipe(z.int32());
const ofQuestion = z.looseObject({ attempt: z.uuid(), question: courseKey });
const ofStart = ofQuestion.extend({ meeting: z.string().max(200).optional() });
const ofDilemma = z.looseObject({ dilemma: z.uuid() });
const ofRound = ofDilemma.extend({ round: count });
const ofAnswer = ofRound.extend({ choice: z.string().max(200).optional() });
type Start = z.output<typeof ofStart>;

/** A dilemma of a course, played by a team at its meeting: all answer, talk, answer again, and see in numbers what moved. */
export function dilemmasCapability(): Capability {
  return {
    name: 'dilemmas',
    verbs: {
      'dilemma.pick': verb({ input: ofQuestion, show: (caller, input) => pick(caller, input, 'post') }),
      'dilemma.start': verb<Start>({
        input: ofStart,
        keepsTyped: true,
        act: async ({ unit, person }, input) =>
          z.uuid().safeParse(input.meeting).success
            ? startDilemma(unit, startingOf(input), person.id)
            : { code: 'form', faults: { meeting: 'dilemma-meeting' } },
        show: showStarted,
      }),
      'dilemma.open': verb({ input: ofDilemma, show: (caller, { dilemma }) => show(caller, dilemma) }),
      'dilemma.answer': verb<z.output<typeof ofAnswer>>({
        input: ofAnswer,
        keepsTyped: true,
        act: ({ unit, person }, { dilemma, round, choice = '' }) =>
          answerDilemma(unit, { dilemmaId: dilemma, round, choice }, person.id),
        show: (caller, { dilemma }, refused) => show(caller, dilemma, refused),
      }),
      'dilemma.show': verb<z.output<typeof ofRound>>({
        input: ofRound,
        act: ({ unit, person }, { dilemma, round }) => showRound(unit, { dilemmaId: dilemma, round }, person.id),
        show: (caller, { dilemma }, refused) => show(caller, dilemma, refused),
      }),
    },
    renderers: {
      [DILEMMA]: async (unit, { matterId, personId, locale }) => {
        const found = await dilemmaFor(unit, matterId, personId);
        return found ? draw(unit, found, personId, locale) : 'gone';
      },
    },
  };
}

const startingOf = ({ attempt, question, meeting = '' }: Start) => ({
  attemptId: attempt,
  questionKey: question,
  meetingId: meeting,
});

/** The meetings that somebody works, to play it at one of them. */
async function pick(
  caller: Caller,
  { attempt, question }: z.output<typeof ofQuestion>,
  how: 'post' | 'replace',
  refused?: Refused,
): Promise<Answer> {
  const { unit, person, locale } = caller;
  const going = await attemptFor(unit, attempt, person.id);
  const page = going?.pages.find((one) => one.is === 'question' && one.question.key === question);
  if (!going || page?.is !== 'question' || page.question.kind !== 'dilemma') return notFound(caller);
  const mine = (await myMeetings(unit, person.id)).items;
  const meetings: { readonly id: string; readonly ref: string; readonly at: string }[] = [];
  for (const { id, ref, at } of mine) if (await meetingToPlayAt(unit, id, person.id)) meetings.push({ id, ref, at });
  const card = pickMeetingCard(
    {
      ...{ attempt, question, meetings, today: unit.today },
      course: going.course.title[locale],
      prompt: page.question.prompt[locale],
      faults: faultsIn(caller, refused),
    },
    locale,
  );
  return how === 'post' ? { post: [card] } : { replace: card, ...saidOf(caller, refused) };
}

/** The dilemma as it is played; where it could not begin, the list of meetings again. */
async function showStarted(caller: Caller, input: Start, refused: Refused | undefined): Promise<Answer> {
  const started = refused ? undefined : await startedAt(caller.unit, startingOf(input), caller.person.id);
  return started ? show(caller, started) : pick(caller, input, 'replace', refused);
}

async function show(caller: Caller, id: string, refused?: Refused): Promise<Answer> {
  const { unit, person, locale } = caller;
  const found = await dilemmaFor(unit, id, person.id);
  if (!found) return notFound(caller);
  const faults = refused?.code === 'form' ? faultsIn(caller, refused) : {};
  return { replace: await draw(unit, found, person.id, locale, faults), ...saidOf(caller, refused) };
}

/** Numbers of what has been shown, and nothing of what has not; nobody by name. */
async function draw(
  unit: Unit,
  found: DilemmaCase,
  personId: string,
  locale: Locale,
  faults: Readonly<Record<string, string>> = {},
): Promise<OutCard> {
  const { answers, course, open, players, question, row } = found;
  const countsIn = (round: number) => (row.round > round ? countsOf(question.options.length, answers, round) : null);
  const mine = answers.find((one) => one.personId === personId && one.round === row.round);
  const drawn = dilemmaCard(
    {
      ...{ mark: `dilemma/card/${row.id}/${row.round}`, dilemma: row.id, round: row.round, faults, open },
      course: course.title[locale],
      prompt: question.prompt[locale],
      options: question.options.map(({ text, feedback }) => ({
        text: text[locale],
        // What speaks for and against it comes when both rounds are over: before, it would answer for them.
        why: row.round === SHOWN ? feedback[locale] : '',
      })),
      after: row.round === SHOWN ? question.after[locale] : '',
      first: countsIn(FIRST),
      second: countsIn(SECOND),
      moved: row.round === SHOWN ? movedOf(answers) : null,
      mine: mine ? mine.choice : null,
      answered: answers.filter((one) => one.round === row.round).length,
      players: players.length,
      leads: open && (await mayLead(unit, found, personId)),
    },
    locale,
  );
  return { ...drawn, keep: { kind: DILEMMA, matterKind: DILEMMA, matterId: row.id } };
}
