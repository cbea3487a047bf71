import type { Verb } from '../capability';
import type { Unit } from '../db/unit';
import { opening, stepping, typedIn } from './press';
import { mayShare } from './standing';
import type { Vote } from './state-rules';
import { departmentsBefore } from './state-rules';
import type { ProposalCase } from './store';

const LONGEST_REASON = 600;

const reasonIn = (input: Readonly<Record<string, unknown>>, name = 'reason') =>
  typedIn(input, name).trim().slice(0, LONGEST_REASON);

/** Answers, the talk, and a silent department's manager. */
export function teamVerbs(): Record<string, Verb> {
  const vote = (kind: Vote['kind']) =>
    stepping({
      right: 'proposal.answer',
      card: 'vote',
      event: ({ person }, _found, input) => {
        const reason = kind === 'agree' ? '' : reasonIn(input);
        if (kind !== 'agree' && reason === '') return { code: 'form', faults: { reason: 'reason-needed' } };
        return { kind: 'vote', personId: person.id, vote: { kind, reason } };
      },
    });
  return {
    'vote.open': opening('vote'),
    'proposal.agree': vote('agree'),
    'proposal.doubt': vote('doubt'),
    'proposal.disagree': vote('disagree'),
    'proposal.we-agree': stepping({
      right: 'proposal.agree-all',
      card: 'proposal',
      event: () => ({ kind: 'we-agree' }),
    }),
    'proposal.withdraw': stepping({
      right: 'proposal.lead',
      card: 'proposal',
      event: (_caller, _found, input) => {
        const reason = reasonIn(input);
        return reason === '' ? { code: 'form', faults: { reason: 'reason-missing' } } : { kind: 'withdraw', reason };
      },
    }),
    'talk.open': opening('talk'),
    'talk.clarify': stepping({
      right: 'proposal.lead',
      card: 'talk',
      event: (_caller, _found, input) =>
        reasonIn(input, 'clarify') === ''
          ? { code: 'form', faults: { clarify: 'clarify-missing' } }
          : { kind: 'clarify' },
      before: ({ unit }, found, input) => keepClarified(unit, found, reasonIn(input, 'clarify')),
    }),
    'talk.leaders': stepping({
      right: 'proposal.lead',
      card: 'talk',
      event: (_caller, found, input) => {
        const all = departmentsBefore(found.state);
        const only = typedIn(input, 'only')
          .split(',')
          .filter((id) => all.includes(id));
        if (only.length === 0 && all.length > 0) return { code: 'form', faults: { only: 'pick-a-leader' } };
        const narrowed = only.length < all.length;
        // A doubt may have brought in a leader whom the pressed card did not offer: nobody left that one out.
        const overtaken = 'step' in input && Number(input.step) !== found.row.version;
        if (narrowed && overtaken && reasonIn(input, 'because') === '') return { code: 'changed-meanwhile' };
        if (narrowed && reasonIn(input, 'because') === '')
          return { code: 'form', faults: { because: 'narrow-reason-missing' } };
        return { kind: 'put-before-leaders', only: narrowed ? only : null };
      },
      after: ({ unit }, input) => keepNarrowed(unit, input.proposal, reasonIn(input, 'because')),
    }),
    'voice.open': opening('voice'),
    'voice.yes': stepping({
      right: 'department.speak',
      card: 'voice',
      event: ({ person, organisation }, found) => {
        const managerId = askedManager(found, person.id, (id) => organisation.atWorkFor(id));
        return managerId === undefined ? { code: 'closed' } : { kind: 'voice-yes', managerId, byId: person.id };
      },
    }),
    'voice.name': stepping({
      right: 'department.speak',
      card: 'voice',
      event: ({ person, organisation, unit }, found, input) => {
        const managerId = askedManager(found, person.id, (id) => organisation.atWorkFor(id));
        if (managerId === undefined) return { code: 'closed' };
        const colleague = organisation.people.get(typedIn(input, 'colleague'));
        const departmentId = colleague?.departmentId ?? '';
        const asked = found.state.voices.some(
          (one) => one.state === 'open' && one.managerId === managerId && one.departmentId === departmentId,
        );
        const taken = found.state.seats.some((one) => one.personId === colleague?.id);
        if (!colleague || !asked || taken || !organisation.isHere(colleague.id) || !mayShare(found, departmentId))
          return { code: 'form', faults: { colleague: 'pick-somebody' } };
        const seat = { id: unit.house.newId(), personId: colleague.id, departmentId, standsForId: null };
        return { kind: 'voice-named', managerId, byId: person.id, seat };
      },
    }),
  };
}

/** The manager whose answer this is: one's own, or that of somebody one answers for while they are away. */
function askedManager(
  { state }: ProposalCase,
  personId: string,
  atWorkFor: (id: string) => string,
): string | undefined {
  const open = state.voices.flatMap((one) => (one.state === 'open' && one.managerId !== null ? [one.managerId] : []));
  return open.find((id) => id === personId) ?? open.find((id) => atWorkFor(id) === personId);
}

async function keepClarified(unit: Unit, { row }: ProposalCase, text: string): Promise<void> {
  await unit.tx.proposal.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: row.id } },
    data: { clarifiedSealed: unit.seal('proposal', 'clarified_sealed', row.id, text) },
  });
}

/** Why the lead left leaders out, beside the hearing that it was left out of. */
async function keepNarrowed(unit: Unit, proposalId: string, because: string): Promise<void> {
  if (because === '') return;
  const where = { tenantId: unit.tenantId, proposalId };
  const hearing = await unit.tx.hearing.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } });
  if (!hearing) return;
  await unit.tx.hearing.update({
    where: { tenantId_id: { tenantId: unit.tenantId, id: hearing.id } },
    data: { narrowedSealed: unit.seal('hearing', 'narrowed_sealed', hearing.id, because) },
  });
}
