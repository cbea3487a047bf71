import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { type AskTeamFormView, LONGEST } from './decision-views';
import { citizenLines, proposalSection } from './proposal-lines';

/** A leader asks the team before answering. */
export function askTeamFormCard(view: AskTeamFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.decisions.askTeam;
  const { facts, faults, seat } = view;
  return matterCard(
    (most) => ({
      summary: card.summary(facts.ref),
      quiet: card.quiet(plain(facts.ref)),
      title: card.title,
      faults,
      citizen: citizenLines(facts, most, w, w.decisions.heardByYouAlone),
      opening: [sentence(card.text)],
      sections: [proposalSection(facts, most, w)],
      fields: [
        textField({
          id: 'question',
          label: card.question,
          placeholder: card.questionExample,
          help: w.decisions.access,
          value: view.value,
          longest: LONGEST.answer,
          faults,
        }),
      ],
      rows: [
        press(
          [
            { title: card.ask, verb: 'ruling.ask', data: { seat, version: facts.version }, first: true, sends: true },
            { title: w.actions.back, verb: 'ruling.back', data: { seat } },
          ],
          { spacing: 'Medium' },
        ),
      ],
    }),
    locale,
  );
}
