import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { manyField, matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { LONGEST, type QuestionFormView } from './decision-views';

/** One question to leaders of those involved. */
export function questionFormCard(view: QuestionFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.decisions.questionForm;
  const { faults, values } = view;
  const data = {
    pathway: view.pathwayId,
    form: view.form,
    meeting: view.meetingId ?? '',
    proposal: view.proposalId ?? '',
  };
  return matterCard(
    () => ({
      summary: card.summary(view.ref),
      quiet: card.quiet(plain(view.ref)),
      title: card.title,
      faults,
      opening: [sentence(card.text)],
      facts: [{ name: w.decisions.facts.citizen, value: view.alias }],
      fields: [
        manyField({
          id: 'leaders',
          label: card.leaders,
          value: values.leaders,
          choices: view.leaders.map(({ id, name, departments }) => ({
            title: departments.length === 0 ? name : `${name} (${departments.join(', ')})`,
            value: id,
          })),
          faults,
        }),
        textField({
          id: 'question',
          label: card.question,
          placeholder: card.questionExample,
          help: w.decisions.access,
          value: values.question,
          longest: LONGEST.answer,
          faults,
        }),
      ],
      rows: [
        press(
          [
            { title: card.ask, verb: 'question.ask', data, first: true, sends: true },
            { title: w.actions.undo, verb: view.back.verb, data: view.back.data },
          ],
          { spacing: 'Medium' },
        ),
      ],
    }),
    locale,
  );
}
