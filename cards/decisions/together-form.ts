import { spokenDay, spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { choiceField, matterCard, press } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import type { TogetherFormView } from './decision-views';
import { citizenLines } from './proposal-lines';

/** Three free quarters of an hour, by what is known; what was looked at is said. */
export function togetherFormCard(view: TogetherFormView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.decisions.together;
  const { facts, faults, seat } = view;
  const any = view.slots.length > 0;
  return matterCard(
    (most) => ({
      summary: card.summary(facts.ref),
      quiet: card.quiet(plain(facts.ref)),
      title: card.title,
      faults: any ? faults : { form: w.refusals['no-slots'] },
      citizen: citizenLines(facts, most, w, w.decisions.heardByYou),
      opening: view.with.length === 0 ? [] : [sentence(card.with(view.with))],
      fields: any
        ? [
            choiceField({
              id: 'slot',
              label: card.slot,
              help: card.known,
              value: view.value,
              choices: view.slots.map((at) => ({ title: capitalised(spokenMoment(at, locale)), value: at })),
              placeholder: w.invitation.placeholder,
              faults,
            }),
          ]
        : [],
      rows: [
        press(
          [
            ...(any
              ? [
                  {
                    title: card.take,
                    verb: 'ruling.together',
                    data: { seat, version: facts.version },
                    first: true,
                    sends: true,
                  },
                ]
              : []),
            { title: w.actions.back, verb: 'ruling.back', data: { seat } },
          ],
          { spacing: 'Medium' },
        ),
      ],
      foot: [...(any ? [] : [card.known]), w.decisions.answerBy(spokenDay(view.dueOn, locale))],
    }),
    locale,
  );
}
