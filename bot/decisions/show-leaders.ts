import type {
  AskTeamFormView,
  OtherFormView,
  RulingView,
  TogetherFormView,
} from '../../cards/decisions/decision-views';
import type { Unit } from '../db/unit';
import type { RenderInput } from '../obligations/kind';
import { type Organisation, organisation } from '../people/organisation';
import { dayFromDate } from '../time/day';
import { freeQuarters } from './free-quarters';
import { type Hearing, isHearing, type RulingSeat } from './hearing-rules';
import {
  answerLines,
  departmentNames,
  factsOf,
  markOf,
  nameIn,
  outcomeViewOf,
  questionsOn,
  rulingLines,
  rulingsSeen,
  sentOf,
} from './show';
import { actsFor } from './standing';
import { hearingOf, unheardDepartments } from './state-rules';
import type { ProposalCase } from './store';

type Sending = RenderInput['sending'];
type Faults = Readonly<Record<string, string>>;

/** A leader's place in a hearing of this version: the newest that this person has, or answers in. */
export function placeOf(
  found: ProposalCase,
  personId: string,
  org: Organisation,
): { readonly hearing: Hearing; readonly seat: RulingSeat } | undefined {
  for (const hearing of [...found.state.hearings].reverse()) {
    const seat =
      hearing.seats.find((one) => one.personId === personId) ??
      hearing.seats.find((one) => actsFor(found, one.personId, personId, org));
    if (seat) return { hearing, seat };
  }
  return undefined;
}

/** A leader's card; undefined for somebody whom it was not put before. */
export async function rulingView(
  unit: Unit,
  found: ProposalCase,
  viewerId: string,
  sending?: Sending,
  again: { readonly faults?: Faults; readonly changing?: boolean } = {},
): Promise<RulingView | undefined> {
  const org = await organisation(unit);
  const place = placeOf(found, viewerId, org);
  if (!place) return undefined;
  const { row, state } = found;
  const { hearing, seat } = place;
  const current = hearingOf(state);
  const open = state.stage.is === 'leaders' && hearing.id === current?.id && isHearing(hearing);
  const others = hearing.seats.filter((one) => one.id !== seat.id);
  const recorder = hearing.seats.find((one) => one.id === hearing.recordedBy);
  const before = state.hearings.filter((one) => one.level === hearing.level && one.round < hearing.round).at(-1);
  const below = state.hearings.filter((one) => one.level === hearing.level - 1).at(-1);
  const asked = await unit.tx.question.count({
    where: { tenantId: unit.tenantId, hearingId: hearing.id, askedById: viewerId },
  });
  const answered = seat.ruling !== null && !again.changing;
  const decided = state.stage.is === 'closed' || state.rule === 'leaders-set-direction';
  const seen = rulingsSeen(hearing) || state.stage.is === 'closed';
  const obligation = await unit.tx.obligation.findFirst({
    where: {
      tenantId: unit.tenantId,
      matterKind: 'proposal',
      matterId: row.id,
      kind: 'ruling',
      ownerId: seat.personId,
      closedAt: null,
    },
    select: { dueOn: true },
  });
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    as: 'leader',
    seat: seat.id,
    mark: markOf('ruling', sending, row.id, state.n * 100 + hearing.level * 10 + hearing.round),
    state: state.stage.is === 'closed' ? 'closed' : open ? (answered ? 'answered' : 'open') : 'passed-on',
    level: hearing.level,
    round: hearing.round,
    confirms: hearing.confirms,
    late: hearing.status === 'late' && open,
    dueOn: obligation?.dueOn ? dayFromDate(obligation.dueOn) : hearing.dueOn,
    insteadOf: seat.personId === viewerId ? null : nameIn(org, seat.personId),
    answers: answerLines(found, viewerId, org, 'doubts'),
    silent: decided ? [] : departmentNames(org, unheardDepartments(state)),
    // In the second round they see what each said in the first, until they say it anew.
    leaders: rulingLines(others, org, seen).map((line, at) => {
      const was = before?.seats.find((one) => one.personId === others[at]?.personId)?.ruling ?? null;
      return line.ruling === null && was !== null ? { ...line, ruling: was, earlier: true } : line;
    }),
    below: below
      ? { because: below.status === 'differed' ? 'disagreed' : 'late', leaders: rulingLines(below.seats, org, true) }
      : null,
    mine: seat.ruling ?? before?.seats.find((one) => one.personId === seat.personId)?.ruling ?? null,
    together:
      hearing.togetherAt === null
        ? null
        : {
            at: hearing.togetherAt,
            recordedBy: recorder ? nameIn(org, recorder.personId) : null,
            recorded: recorder?.ruling ?? null,
          },
    questions: await questionsOn(unit, { proposalId: row.id }),
    mayChange: open && answered,
    mayAsk: open && asked === 0 && !hearing.confirms,
    mayTakeTogether: open && hearing.seats.length > 1 && hearing.togetherAt === null && !hearing.confirms,
    typed: '',
    outcome: outcomeViewOf(unit, found),
    faults: again.faults ?? {},
  };
}

/** The card of the one whom the model names: they decide, with reasons; undefined for everybody else. */
export async function professionalView(
  unit: Unit,
  found: ProposalCase,
  viewerId: string,
  sending?: Sending,
  faults: Faults = {},
  typed = '',
): Promise<RulingView | undefined> {
  const { row, state } = found;
  if (state.professionalId !== viewerId) return undefined;
  const org = await organisation(unit);
  const open = state.stage.is === 'professional';
  return {
    ...sentOf(sending),
    facts: await factsOf(unit, found),
    as: 'professional',
    seat: '',
    mark: markOf('professional-decision', sending, row.id, state.n * 100 + state.talks),
    state: state.stage.is === 'closed' ? 'closed' : open ? 'open' : 'passed-on',
    level: 1,
    round: 1,
    confirms: false,
    late: false,
    dueOn: state.stage.is === 'professional' ? state.stage.dueOn : unit.today,
    insteadOf: null,
    answers: answerLines(found, viewerId, org, 'doubts'),
    silent: open ? departmentNames(org, unheardDepartments(state)) : [],
    leaders: [],
    below: null,
    mine: null,
    together: null,
    questions: [],
    mayChange: false,
    mayAsk: false,
    mayTakeTogether: false,
    typed,
    outcome: outcomeViewOf(unit, found),
    faults,
  };
}

/** Three times to take it together. */
export async function togetherFormView(
  unit: Unit,
  found: ProposalCase,
  { hearing, seat }: { readonly hearing: Hearing; readonly seat: RulingSeat },
  again: { readonly value?: string; readonly faults?: Faults } = {},
): Promise<TogetherFormView> {
  const org = await organisation(unit);
  return {
    facts: await factsOf(unit, found),
    seat: seat.id,
    slots: await freeQuarters(
      unit,
      hearing.seats.map((one) => one.personId),
      hearing.dueOn,
    ),
    with: hearing.seats.filter((one) => one.id !== seat.id).map((one) => nameIn(org, one.personId)),
    dueOn: hearing.dueOn,
    value: again.value ?? '',
    faults: again.faults ?? {},
  };
}

/** Not, or another decision, with a reason. */
export async function otherFormView(
  unit: Unit,
  found: ProposalCase,
  place: { readonly hearing: Hearing; readonly seat: RulingSeat } | undefined,
  again: { readonly values?: OtherFormView['values']; readonly faults?: Faults } = {},
): Promise<OtherFormView> {
  const org = await organisation(unit);
  const before =
    place &&
    found.state.hearings.find(
      (one) => one.level === place.hearing.level && one.round === 1 && one.id !== place.hearing.id,
    );
  return {
    facts: await factsOf(unit, found),
    as: place ? 'leader' : 'professional',
    seat: place?.seat.id ?? '',
    confirms: place?.hearing.confirms ?? false,
    together: place !== undefined && place.hearing.togetherAt !== null,
    joins: (before?.seats ?? []).flatMap((one) =>
      one.ruling?.kind === 'other' && one.personId !== place?.seat.personId
        ? [{ seat: one.id, name: nameIn(org, one.personId), text: one.ruling.text }]
        : [],
    ),
    values: again.values ?? { text: '', reason: '' },
    faults: again.faults ?? {},
  };
}

/** A question to the team, before deciding. */
export async function askTeamFormView(
  unit: Unit,
  found: ProposalCase,
  seat: RulingSeat,
  again: { readonly value?: string; readonly faults?: Faults } = {},
): Promise<AskTeamFormView> {
  return { facts: await factsOf(unit, found), seat: seat.id, value: again.value ?? '', faults: again.faults ?? {} };
}
