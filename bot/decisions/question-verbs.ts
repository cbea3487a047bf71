import { z } from 'zod/v4';
import { questionCard } from '../../cards/decisions/question';
import { questionFormCard } from '../../cards/decisions/question-form';
import { type Caller, type Refused, type Verb, verb } from '../capability';
import { isClosed } from '../meetings/rules';
import { standingsAt } from '../meetings/standing';
import { loadMeetings, lockMeeting } from '../meetings/store';
import { holdPathways } from '../pathways/hold';
import { aliasOf, type PathwayWithTeam, pathwaysWithTeam, standingsIn } from '../pathways/standing';
import { may } from '../people/rights';
import type { Answer } from '../turn';
import { faultsIn, said, showCard, typedIn } from './press';
import { answerQuestion, askLeaders, lockSeat } from './questions';
import { departmentNames, nameIn } from './show';
import { questionSeatOf, questionView } from './show-after';
import { standingsOn, standingsOnQuestion } from './standing';
import { loadProposal, lockProposal, type ProposalCase } from './store';
import { takeStep } from './take-step';

const where = { pathway: z.uuid(), meeting: z.string().optional(), proposal: z.string().optional() };
const formInput = z.looseObject(where);
const askInput = z.looseObject({ ...where, form: z.uuid() });
type Where = {
  readonly pathway: string;
  readonly meeting?: string | undefined;
  readonly proposal?: string | undefined;
};

type Asking = {
  readonly known: PathwayWithTeam;
  readonly meetingId: string | null;
  readonly proposalId: string | null;
};

/** Questions to leaders of those involved, and the answers to all questions. */
export function questionVerbs(): Record<string, Verb> {
  return {
    'question.form': verb({
      input: formInput,
      show: async (caller, input) => {
        const asking = await askingFor(caller, input);
        if (!asking) return { say: caller.words.turn.notFound };
        return form(caller, asking, caller.unit.house.newId(), {});
      },
    }),
    'question.ask': verb({
      input: askInput,
      keepsTyped: true,
      act: async (caller, input): Promise<Refused | undefined> => {
        await lockWhere(caller, input);
        const asking = await askingFor(caller, input);
        if (!asking) return { code: 'not-yours' };
        const { unit, person } = caller;
        const known = await unit.tx.question.count({ where: { tenantId: unit.tenantId, id: input.form } });
        if (known > 0) return undefined;
        const offered = leadersIn(caller, asking).map((one) => one.id);
        const leaders = typedIn(input, 'leaders')
          .split(',')
          .filter((id) => offered.includes(id));
        const text = typedIn(input, 'question');
        const faults = {
          ...(leaders.length === 0 ? { leaders: 'pick-a-leader' } : {}),
          ...(text.trim() === '' ? { question: 'question-missing' } : {}),
        };
        if (Object.keys(faults).length > 0) return { code: 'form', faults };
        const { meetingId, proposalId } = asking;
        const waits = proposalId === null ? undefined : await firstAskedBy(caller, proposalId);
        await askLeaders(unit, asking.known, { id: input.form, text, byId: person.id, leaders, meetingId, proposalId });
        if (waits)
          await takeStep(unit, waits, { event: { kind: 'leaders-asked', personId: person.id }, byId: person.id });
        return undefined;
      },
      show: async (caller, input, refused) => {
        const asking = await askingFor(caller, input);
        if (!asking) return { say: caller.words.turn.notFound };
        if (refused?.code === 'form') {
          const values = {
            leaders: typedIn(input, 'leaders')
              .split(',')
              .filter((id) => id !== ''),
            question: typedIn(input, 'question'),
          };
          return form(caller, asking, input.form, { values, faults: faultsIn(caller, refused) });
        }
        if (refused) return { say: caller.words.turn.notFound };
        if (asking.proposalId !== null) return showCard(caller, asking.proposalId, 'proposal', 'replace');
        return { say: caller.words.turn.below };
      },
    }),
    'question.open': verb({
      input: z.looseObject({ seat: z.uuid() }),
      show: (caller, input) => question(caller, input.seat, 'post'),
    }),
    'question.answer': verb({
      input: z.looseObject({ seat: z.uuid() }),
      keepsTyped: true,
      act: async (caller, input) => {
        await lockSeat(caller.unit, input.seat);
        if (!(await isAsked(caller, input.seat))) return { code: 'not-yours' };
        return answerQuestion(caller.unit, input.seat, typedIn(input, 'answer'), caller.person.id);
      },
      show: (caller, input, refused) => question(caller, input.seat, 'replace', refused, typedIn(input, 'answer')),
    }),
  };
}

/**
 * The proposal, locked, whose responsible asks leaders before they say yes: their own date waits for the answer, the first time
 * they ask. Undefined where nothing waits for it.
 */
async function firstAskedBy({ unit, person }: Caller, proposalId: string): Promise<ProposalCase | undefined> {
  const found = await loadProposal(unit, proposalId, { lock: true });
  if (!found) return undefined;
  const where = { tenantId: unit.tenantId, proposalId, askedById: person.id };
  const asked = found.state.seats.some((seat) => seat.personId === person.id && seat.state === 'asked');
  if (found.state.rule !== 'agreed-with-citizen' || !asked || found.state.answersDueOn === null) return undefined;
  return (await unit.tx.question.count({ where })) === 0 ? found : undefined;
}

/** Locks what a question would be asked at, in the order of the house. */
async function lockWhere({ unit }: Caller, { pathway, meeting, proposal }: Where): Promise<void> {
  await holdPathways(unit, [pathway]);
  if (z.uuid().safeParse(meeting).success) await lockMeeting(unit, String(meeting));
  if (z.uuid().safeParse(proposal).success) await lockProposal(unit, String(proposal));
}

/** Where somebody may ask leaders: the pathway's leads, whoever has a role at the meeting, and a responsible who cannot decide alone. */
async function askingFor({ unit, person, organisation }: Caller, input: Where): Promise<Asking | undefined> {
  const id = (text: string | undefined) => (z.uuid().safeParse(text).success ? String(text) : null);
  const [meetingId, proposalId] = [id(input.meeting), id(input.proposal)];
  const known = (await pathwaysWithTeam(unit, [input.pathway])).get(input.pathway);
  if (known?.pathway.status !== 'open') return undefined;
  const standings = standingsIn(known, person.id, organisation);
  if (proposalId !== null) {
    const found = await loadProposal(unit, proposalId);
    if (!found || found.row.pathwayId !== input.pathway || found.state.stage.is === 'closed') return undefined;
    for (const one of standingsOn(found, person.id, organisation)) standings.add(one);
  }
  if (meetingId !== null) {
    const meeting = (await loadMeetings(unit, [meetingId])).get(meetingId);
    if (!meeting || meeting.meeting.pathwayId !== input.pathway || isClosed(meeting.meeting)) return undefined;
    for (const one of standingsAt(meeting, person.id, organisation)) standings.add(one);
  }
  return may('question.ask', standings) ? { known, meetingId, proposalId } : undefined;
}

/** The leaders of those involved: of the team's departments, each once. */
function leadersIn({ organisation: org }: Caller, { known }: Asking) {
  const { pathway, seats, grounds } = known;
  const people = [pathway.leadId, pathway.coLeadId, ...seats].flatMap((id) => id ?? []);
  const departments = [...new Set(people.map((id) => org.people.get(id)?.departmentId ?? ''))].filter((id) =>
    grounds.has(id),
  );
  const leaders = new Map<string, string[]>();
  for (const department of departments) {
    const leader = org.managerOfDepartment(department);
    if (leader !== undefined) leaders.set(leader, [...(leaders.get(leader) ?? []), department]);
  }
  return [...leaders].map(([id, ids]) => ({ id, name: nameIn(org, id), departments: departmentNames(org, ids) }));
}

async function form(
  caller: Caller,
  asking: Asking,
  id: string,
  again: {
    readonly values?: { readonly leaders: readonly string[]; readonly question: string };
    readonly faults?: Readonly<Record<string, string>>;
  },
): Promise<Answer> {
  const { known, meetingId, proposalId } = asking;
  const { pathway } = known;
  caller.unit.audit({
    act: 'pathway.see',
    actorId: caller.person.id,
    matterKind: 'pathway',
    matterId: pathway.id,
    pathwayId: pathway.id,
  });
  const view = {
    pathwayId: pathway.id,
    form: id,
    meetingId,
    proposalId,
    ref: pathway.ref,
    alias: aliasOf(caller.unit, pathway),
    leaders: leadersIn(caller, asking).sort((a, b) => a.name.localeCompare(b.name, 'da')),
    values: again.values ?? { leaders: [], question: '' },
    faults: again.faults ?? {},
    back:
      proposalId !== null
        ? { verb: 'proposal.back', data: { proposal: proposalId } }
        : meetingId !== null
          ? { verb: 'meeting.work-back', data: { meeting: meetingId } }
          : { verb: 'decisions.of-pathway', data: { pathway: pathway.id } },
  };
  const keep = { kind: 'proposal', matterKind: 'proposal-form', matterId: pathway.id };
  return { replace: { ...questionFormCard(view, caller.locale), keep } };
}

async function isAsked({ unit, person, organisation }: Caller, seatId: string): Promise<boolean> {
  const seat = await questionSeatOf(unit, seatId);
  const known = seat && (await pathwaysWithTeam(unit, [seat.question.pathwayId])).get(seat.question.pathwayId);
  return seat && known ? may('question.answer', standingsOnQuestion(known, seat, person.id, organisation)) : false;
}

async function question(
  caller: Caller,
  seatId: string,
  how: 'post' | 'replace',
  refused?: Refused,
  typed?: string,
): Promise<Answer> {
  const seat = await questionSeatOf(caller.unit, seatId);
  if (!seat || !(await isAsked(caller, seatId))) return { say: caller.words.turn.notFound };
  caller.unit.audit({
    act: 'question.see',
    actorId: caller.person.id,
    matterKind: 'question',
    matterId: seat.questionId,
    pathwayId: seat.question.pathwayId,
  });
  const again = refused?.code === 'form' ? { values: typed ?? '', faults: faultsIn(caller, refused) } : {};
  const view = await questionView(caller.unit, seat, undefined, again);
  if (!view) return { say: caller.words.turn.notFound };
  const card = {
    ...questionCard(view, caller.locale),
    keep: { kind: 'question', matterKind: 'question', matterId: seat.questionId },
  };
  return { ...(how === 'post' ? { post: [card] } : { replace: card }), ...said(caller, refused) };
}
