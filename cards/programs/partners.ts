import { spokenDay, spokenMoment } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { type Matter, matterCard, press, section } from '../matter';
import type { Drawn } from '../render';
import { clipped } from '../text';
import type { PartnersView } from './views';

/** Three units to meet: whom to write to in each, and when both are free. */
export function partnersCard(view: PartnersView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.partners;
  return matterCard(
    (): Matter => ({
      summary: card.summary,
      quiet: w.programs.quiet,
      title: view.units.length === 0 ? card.nobody : card.title,
      opening: [sentence(view.units.length === 0 ? card.askManager : card.text)],
      later: view.units.map((one) =>
        section(clipped(one.department, 80), [
          line({
            lead: `${card.writeTo} `,
            text: `${clipped(one.person, 80)}${one.title === '' ? '' : `, ${clipped(one.title, 60)}`}`,
            quiet: ` ${clipped(one.email, 80)}`,
          }),
          line({
            lead: `${card.time} `,
            text: one.at === null ? card.noTime : card.at(spokenMoment(one.at, locale, view.today)),
          }),
        ]),
      ),
      rows: [
        press([{ title: card.done, verb: 'program.met', data: { run: view.runId } }], {
          spacing: 'Medium',
        }),
      ],
      foot: [card.by(spokenDay(view.dueOn, locale, view.today))],
    }),
    locale,
  );
}
