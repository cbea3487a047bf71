import { z } from 'zod/v4';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import { touchCards } from '../messages/touch';
import { settle } from '../obligations/settle';
import { may } from '../people/rights';
import { dateFromDay, isDay } from '../time/day';
import { askOfStart, TELL_ROUND } from './follow-outcome';
import { opening, seeProposal, showCard, stepping, typedIn } from './press';
import { standingsOn } from './standing';
import { loadProposal, type ProposalCase } from './store';

const LONGEST = 600;
const HOW = ['talk', 'phone', 'meeting', 'letter'] as const;
const GRANTED = ['granted', 'partly', 'refused'] as const;
const textIn = (input: Readonly<Record<string, unknown>>, name: string) =>
  typedIn(input, name).trim().slice(0, LONGEST);

const aboutInput = z.looseObject({
  proposal: z.uuid(),
  n: z.coerce.number().pipe(z.int32()).optional(),
  round: z.coerce.number().pipe(z.int32()).optional(),
});
type About = z.output<typeof aboutInput>;

/** Advice, the citizen's answer, what another body grants, the start, and telling the citizen. */
export function afterVerbs(): Record<string, Verb> {
  const advise = (given: boolean) =>
    stepping({
      right: 'advice.give',
      card: 'advice',
      event: ({ person }, { state }, input) => {
        if (!state.advisers.some((one) => one.personId === person.id && one.state === 'asked'))
          return { code: 'closed' };
        if (given && textIn(input, 'advice') === '') return { code: 'form', faults: { advice: 'advice-missing' } };
        return { kind: 'advised', personId: person.id };
      },
      before: ({ unit, person }, found, input) =>
        given ? keepAdvice(unit, found, person.id, textIn(input, 'advice')) : Promise.resolve(),
    });
  const citizen = (answer: 'yes' | 'no') =>
    stepping({
      right: 'proposal.lead',
      card: 'citizen-answer',
      event: (_caller, _found, input) =>
        textIn(input, 'words') === ''
          ? { code: 'form', faults: { words: 'words-missing' } }
          : { kind: 'citizen-answers', answer },
      before: async ({ unit }, { row }, input) => {
        await unit.tx.proposal.update({
          where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
          data: { citizenWordsSealed: unit.seal('proposal', 'citizen_words_sealed', row.id, textIn(input, 'words')) },
        });
      },
    });
  return {
    'advice.open': opening('advice'),
    'advice.give': advise(true),
    'advice.none': advise(false),
    'advice.taken-open': opening('advice-taken'),
    'advice.take': stepping({
      right: 'proposal.lead',
      card: 'advice-taken',
      event: (_caller, _found, input) =>
        textIn(input, 'taken') === '' ? { code: 'form', faults: { taken: 'taken-missing' } } : { kind: 'advice-taken' },
      before: async ({ unit }, { row }, input) => {
        await unit.tx.proposal.update({
          where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
          data: { takenSealed: unit.seal('proposal', 'taken_sealed', row.id, textIn(input, 'taken')) },
        });
      },
    }),
    'citizen.open': opening('citizen-answer'),
    'citizen.yes': citizen('yes'),
    'citizen.no': citizen('no'),
    'visitation.open': opening('visitation'),
    'visitation.sent': stepping({
      right: 'decision.carry-out',
      card: 'visitation',
      event: ({ unit }, _found, input) => {
        const [sentTo, askedOn, answerDue] = [
          textIn(input, 'sentTo'),
          typedIn(input, 'askedOn'),
          typedIn(input, 'answerDue'),
        ];
        const faults: Record<string, string> = {};
        if (sentTo === '') faults.sentTo = 'sent-to-missing';
        if (!isDay(askedOn)) faults.askedOn = 'bad-date';
        else if (askedOn > unit.today) faults.askedOn = 'future-date';
        if (!isDay(answerDue) || answerDue <= unit.today) faults.answerDue = 'answer-due-bad';
        if (Object.keys(faults).length > 0 || !isDay(answerDue)) return { code: 'form', faults };
        return { kind: 'sent', answerDueOn: answerDue };
      },
      before: ({ unit }, found, input) => keepSent(unit, found, input),
    }),
    'visitation.answered': stepping({
      right: 'decision.carry-out',
      card: 'visitation',
      event: (_caller, _found, input) => {
        const answer = GRANTED.find((one) => one === typedIn(input, 'answer'));
        if (!answer) return { code: 'form', faults: { answer: 'pick-an-answer' } };
        return { kind: 'visitation-answered', answer, text: textIn(input, 'text') };
      },
    }),
    'start.open': opening('start-check'),
    'start.yes': started('yes'),
    'start.later': started('later'),
    'start.no': started('no'),
    'tell.open': opening('tell'),
    'tell.done': verb<About>({
      input: aboutInput,
      keepsTyped: true,
      act: tellCitizen,
      show: (caller, input, refused) =>
        showCard(
          caller,
          input.proposal,
          'tell',
          'replace',
          refused,
          refused?.code === 'form' ? input : { round: String(input.round ?? '') },
        ),
    }),
    'owed.open': verb({
      input: z.looseObject({ proposal: z.uuid(), kind: z.enum(Object.keys(OPENS)) }),
      show: (caller, input) => showCard(caller, input.proposal, OPENS[input.kind] ?? 'proposal', 'post'),
    }),
  };
}

/** The card of each kind that may wait for somebody. */
const OPENS: Readonly<Record<string, string>> = {
  'department-voice': 'voice',
  'professional-decision': 'professional',
  ruling: 'ruling',
  advice: 'advice',
  'advice-taken': 'advice-taken',
  'citizen-answer': 'citizen-answer',
  'visitation-send': 'visitation',
  'visitation-answer': 'visitation',
  'start-check': 'start-check',
  'tell-outcome': 'tell',
};

async function keepAdvice(
  unit: Caller['unit'],
  { row: proposal, state }: ProposalCase,
  personId: string,
  text: string,
): Promise<void> {
  const { tx, tenantId } = unit;
  const where = { tenantId_proposalId_n_personId: { tenantId, proposalId: proposal.id, n: state.n, personId } };
  const row = await tx.adviser.findUniqueOrThrow({ where });
  await tx.adviser.update({ where, data: { adviceSealed: unit.seal('adviser', 'advice_sealed', row.id, text) } });
}

async function keepSent(
  unit: Caller['unit'],
  { row, state }: ProposalCase,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const [askedOn, answerDue] = [typedIn(input, 'askedOn'), typedIn(input, 'answerDue')];
  if (state.stage.is !== 'to-send' || !isDay(askedOn) || !isDay(answerDue)) return;
  const id = unit.house.newId();
  await unit.tx.visitation.create({
    data: {
      tenantId: unit.tenantId,
      id,
      proposalId: row.id,
      sentToSealed: unit.seal('visitation', 'sent_to_sealed', id, textIn(input, 'sentTo')),
      askedOn: dateFromDay(askedOn),
      answerDueOn: dateFromDay(answerDue),
    },
  });
}

/** Has it started: yes, later on another day because, or it will not because. The newest asking only. */
function started(answer: 'yes' | 'later' | 'no'): Verb {
  return verb<About>({
    input: aboutInput,
    keepsTyped: true,
    act: async (caller, input) => {
      const { unit, person, organisation } = caller;
      const found = await loadProposal(unit, input.proposal, { lock: true });
      if (!found || !may('decision.carry-out', standingsOn(found, person.id, organisation)))
        return { code: 'not-yours' };
      const check = found.row.startCheckProposal.find((one) => one.n === input.n);
      if (!check || check.answer !== null) return { code: 'closed' };
      const [later, because] = [typedIn(input, 'later'), textIn(input, 'because')];
      const faults: Record<string, string> = {};
      if (answer !== 'yes' && because === '') faults.because = 'reason-missing';
      if (answer === 'later' && !isDay(later)) faults.later = 'bad-date';
      else if (answer === 'later' && later <= unit.today) faults.later = 'past-date';
      if (Object.keys(faults).length > 0) return { code: 'form', faults };
      await unit.tx.startCheck.update({
        where: { tenantId_id: { tenantId: unit.tenantId, id: check.id } },
        data: {
          answer,
          answeredAt: unit.now,
          becauseSealed: because === '' ? null : unit.seal('start_check', 'because_sealed', check.id, because),
        },
      });
      const which = { matterKind: 'proposal', matterIds: [found.row.id], kind: 'start-check', round: check.n };
      await settle(unit, which, { status: 'met', byId: person.id, because: answer });
      unit.audit({
        act: `start.${answer}`,
        actorId: person.id,
        matterKind: 'proposal',
        matterId: found.row.id,
        pathwayId: found.row.pathwayId,
      });
      if (answer === 'later' && isDay(later)) await askOfStart(unit, found, check.n + 1, later);
      if (answer === 'no') tellLead(caller, found);
      await touchCards(unit, 'proposal', [found.row.id]);
      return undefined;
    },
    show: (caller, input, refused) =>
      showCard(caller, input.proposal, 'start-check', 'replace', refused, refused?.code === 'form' ? input : undefined),
  });
}

/** It will not start: the lead hears of it, since it is the team's again. */
function tellLead({ unit, person }: Caller, { row, known }: ProposalCase): void {
  const { leadId } = known.pathway;
  if (leadId === null || leadId === person.id) return;
  unit.message({
    naturalKey: `not-started:${row.id}:${leadId}`,
    personId: leadId,
    class: 'notice',
    kind: 'proposal',
    matterKind: 'proposal',
    matterId: row.id,
    pathwayId: row.pathwayId,
  });
}

async function tellCitizen(caller: Caller, input: About): Promise<Refused | undefined> {
  const { unit, person } = caller;
  const found = await loadProposal(unit, input.proposal, { lock: true });
  if (!found || !(await seeProposal(caller, input.proposal, 'proposal.lead'))) return { code: 'not-yours' };
  const round = input.round === TELL_ROUND.waiting ? TELL_ROUND.waiting : TELL_ROUND.outcome;
  if (round === TELL_ROUND.outcome && found.state.stage.is !== 'closed') return { code: 'closed' };
  if (found.row.citizenToldProposal.some((one) => one.round === round)) return { code: 'closed' };
  const [how, toldOn, saidBy] = [
    HOW.find((one) => one === typedIn(input, 'how')),
    typedIn(input, 'toldOn'),
    textIn(input, 'said'),
  ];
  const faults: Record<string, string> = {};
  if (!how) faults.how = 'told-missing';
  if (!isDay(toldOn)) faults.toldOn = 'bad-date';
  else if (toldOn > unit.today) faults.toldOn = 'future-date';
  if (saidBy === '') faults.said = 'said-missing';
  if (Object.keys(faults).length > 0 || !how || !isDay(toldOn)) return { code: 'form', faults };
  const id = unit.house.newId();
  await unit.tx.citizenTold.create({
    data: {
      tenantId: unit.tenantId,
      id,
      proposalId: found.row.id,
      round,
      toldOn: dateFromDay(toldOn),
      how,
      saidSealed: unit.seal('citizen_told', 'said_sealed', id, saidBy),
      byId: person.id,
      at: unit.now,
    },
  });
  const which = { matterKind: 'proposal', matterIds: [found.row.id], kind: 'tell-outcome', round };
  await settle(unit, which, { status: 'met', byId: person.id, because: 'told' });
  unit.audit({
    act: 'citizen.told',
    actorId: person.id,
    matterKind: 'proposal',
    matterId: found.row.id,
    pathwayId: found.row.pathwayId,
    codes: [how],
  });
  await touchCards(unit, 'proposal', [found.row.id]);
  return undefined;
}
