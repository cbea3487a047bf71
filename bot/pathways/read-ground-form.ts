import type { GroundInput } from '../../cards/pathways/ground-form';
import { type Day, isDay } from '../time/day';
import { GIVEN_BY, GROUND_KINDS } from './ground-rules';
import type { GroundFaults, NewGround } from './register-ground';

/** What was typed into the form for a ground, or what of it cannot be read. An input that was left empty does not come. */
export function readGroundForm(
  form: string,
  typed: Readonly<Partial<Record<GroundInput, string | undefined>>>,
  today: Day,
): { readonly asked: NewGround } | { readonly faults: GroundFaults } {
  const faults: Record<string, string> = {};
  const dayIn = (input: 'until' | 'born', isPossible: (day: Day) => boolean, fault: string): Day | null => {
    const text = (typed[input] ?? '').trim();
    if (text === '') return null;
    if (isDay(text) && isPossible(text)) return text;
    faults[input] = fault;
    return null;
  };
  const lastOn = dayIn('until', (day) => day >= today, 'ground-until');
  const bornOn = dayIn('born', (day) => day <= today, 'born-bad');
  const kind = GROUND_KINDS.find((one) => one === typed.kind);
  // For one meeting it is noted when that meeting is called.
  if (kind === undefined || kind === 'meeting') return { faults: { ...faults, kind: 'pick-a-reason' } };
  if (Object.keys(faults).length > 0) return { faults };
  const listed = (text: string | undefined) => (text ?? '').split(',').filter((one) => one !== '');
  return {
    asked: {
      id: form,
      kind,
      givenBy: GIVEN_BY.find((one) => one === typed.given) ?? null,
      law: typed.law ?? '',
      departmentIds: [...listed(typed.departments), ...listed(typed.others)],
      externalIds: listed(typed.externals),
      lastOn,
      bornOn,
      meetingId: null,
    },
  };
}
