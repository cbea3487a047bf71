import { spokenDay } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { dateField, matterCard, press, toggles } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import type { OwnFollowUpView } from './views';

const colors = { open: 'Warning', done: 'Good', dropped: 'Default' } as const;

/** A professional's own follow-up, to the professional: done, moved or off the list. */
export function ownFollowUpCard(view: OwnFollowUpView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.ownFollowUp;
  const open = view.state === 'open';
  const data = { own: view.id, version: view.version };
  const { values, faults } = view;
  return matterCard(
    (most) => ({
      summary: card.summary(view.ref),
      mark: view.mark,
      quiet: view.reminder && open ? w.milestone.quietReminder(plain(view.ref)) : card.quiet(plain(view.ref)),
      title: card.titles[view.state],
      state: { text: card.states[view.state], color: colors[view.state] },
      faults,
      facts: [
        { name: w.facts.citizen, value: view.alias },
        { name: card.due, value: spokenDay(view.dueOn, locale) },
      ],
      said: [
        sentence(view.text.slice(0, most)),
        ...(open && view.meetingOn !== null ? [sentence(card.meeting(view.meetingOn))] : []),
      ],
      ...(open
        ? {
            rows: [
              press([{ title: card.done, verb: 'own.done', data, first: true }], { spacing: 'Medium' }),
              toggles([{ title: card.later, shows: ['later-part'] }]),
            ],
            parts: [
              {
                id: 'later-part',
                shown: values.later !== '' || Object.keys(faults).length > 0,
                text: '',
                fields: [
                  dateField({
                    id: 'later',
                    label: card.laterLabel,
                    value: values.later,
                    min: view.earliest,
                    outside: w.refusals['past-date'],
                    faults,
                  }),
                ],
                rows: [
                  press([
                    { title: card.laterSend, verb: 'own.later', data, sends: true },
                    { title: card.drop, verb: 'own.drop', data },
                  ]),
                ],
              },
            ],
          }
        : {}),
    }),
    locale,
  );
}
