import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { said, sentence, spoken, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './not-represented.json';
import type { NotRepresentedView } from './work-views';

const draw = defineCard({
  name: 'not-represented',
  template,
  schema: z.strictObject({ mark: z.string(), quiet: z.string(), title: z.string(), state, said }),
});

/** To a department's manager, after a meeting with a duty to attend. A notice: never a person, nothing of the citizen but the reference. */
export function notRepresentedCard(view: NotRepresentedView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.notRepresented;
  const { the, when } = spoken(view.meeting, w, locale);
  const is = view.corrected ? 'corrected' : 'open';
  return draw(
    {
      mark: view.mark,
      quiet: card.quiet(plain(view.meeting.ref)),
      title: card.title[is](plain(view.department)),
      state: { text: card.states[is], color: view.corrected ? 'Good' : 'Default' },
      said: view.corrected
        ? [sentence(card.corrected(the, when))]
        : [sentence(card.text(the, when)), sentence(card.help)],
    },
    card.summary[is](when, view.meeting.ref),
    locale,
  );
}
