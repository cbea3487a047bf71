import { type Locale, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { listSection } from './answer-lines';
import { LONGEST, type OtherFormView } from './decision-views';
import { citizenLines, flat, proposalSection } from './proposal-lines';

/** So many of the others' decisions have a button: a card has six. */
const MOST_JOINS = 3;

/** Not, or another decision: with a reason, and the others' to go with. */
export function otherFormCard(view: OtherFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.decisions.other;
  const { facts, faults, values, seat, confirms } = view;
  const professional = view.as === 'professional';
  const kind = professional ? 'professional' : 'ruling';
  const said = { version: facts.version, step: facts.step };
  const data = professional ? { proposal: facts.id, ...said } : { seat, ...said };
  const joins = view.joins.slice(0, MOST_JOINS);
  const joining = joins.map((one) => ({
    title: card.join(one.name),
    verb: 'ruling.join',
    data: { seat, ...said, with: one.seat },
  }));
  return matterCard(
    (most) => ({
      summary: card.summary(facts.ref),
      quiet: card.quiet(plain(facts.ref)),
      title: confirms ? card.titleConfirms : view.together ? card.titleTogether : card.title,
      faults,
      citizen: citizenLines(facts, most, w, view.together ? w.decisions.heardByYou : w.decisions.heardByYouAlone),
      opening: view.together ? [sentence(card.recordText)] : [],
      sections: [
        proposalSection(facts, most, w),
        {
          ...listSection(
            card.joins,
            joins.map((one) => [line({ lead: `${one.name}: `, text: flat(one.text, most) })]),
            most,
            w,
          ),
          rows: [joining.slice(0, 2), joining.slice(2)].filter((row) => row.length > 0).map((row) => press(row)),
        },
      ],
      fields: [
        textField({
          id: 'text',
          label: confirms ? card.direction : card.text,
          placeholder: confirms ? card.directionExample : card.textExample,
          help: confirms ? card.directionHelp : card.textHelp,
          value: values.text,
          longest: LONGEST.proposal,
          faults,
        }),
        textField({
          id: 'reason',
          label: card.reason,
          help: w.decisions.access,
          value: values.reason,
          longest: LONGEST.reason,
          faults,
        }),
      ],
      rows: [
        press(
          [
            {
              title: confirms ? card.otherConfirms : view.together ? card.otherTogether : card.other,
              verb: `${kind}.other`,
              data,
              first: true,
              sends: true,
            },
          ],
          { spacing: 'Medium' },
        ),
        press([
          { title: confirms ? card.notConfirms : card.not, verb: `${kind}.not`, data, sends: true },
          {
            title: w.actions.back,
            verb: `${kind}.back`,
            data: professional ? { proposal: facts.id } : { seat },
          },
        ]),
      ],
      foot: [w.decisions.formal],
    }),
    locale,
  );
}
