import type { Words } from '../../content/words/words';
import { type Line, line } from '../anatomy';
import { choiceField, type Field, textField } from '../matter';
import { quotation } from '../meetings/quotation';
import type { CitizenWords, Searched } from './handover-views';

/** What the citizen says about it in their own words, or why they could not be asked. */
export function citizenSays(citizen: CitizenWords, who: string, most: number, w: Words): Line[] {
  if (citizen.text.trim() === '') return [];
  const lead = citizen.asked ? w.handovers.says(who) : w.handovers.notAsked(who);
  return [line({ lead, text: '', spacing: 'None' }), ...quotation(citizen.text, most * 2, w)];
}

/** Whom somebody means: typed, and picked where several fit. */
export function whoFields(
  view: Searched & { readonly faults: Readonly<Record<string, string>> },
  label: string,
  w: Words,
): Field[] {
  const { several, values, faults } = view;
  const form = w.handovers.form;
  return [
    textField({
      id: 'who',
      label,
      placeholder: form.whoExample,
      value: values.who,
      longest: 80,
      multiline: false,
      faults,
    }),
    ...(several.length === 0
      ? []
      : [
          choiceField({
            id: 'picked',
            label: form.pick,
            value: values.picked,
            choices: several.map((one) => ({ title: `${one.name}, ${one.department}`, value: one.id })),
            placeholder: '',
            faults,
          }),
        ]),
  ];
}
