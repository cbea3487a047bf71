import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { choiceField, type Matter, matterCard, press, textField, toggles } from '../matter';
import type { Drawn } from '../render';
import { clipped, firstName, plain } from '../text';
import { LONGEST, type MentorAnswerView, type MentorFindView, type MentorToldView } from './views';

const findColors = { open: 'Warning', asked: 'Accent', found: 'Good', closed: 'Default' } as const;
const answerColors = {
  asked: 'Warning',
  accepted: 'Good',
  declined: 'Default',
  withdrawn: 'Default',
  ended: 'Default',
} as const;

/** To the manager: who could be the new colleague's mentor? */
export function mentorFindCard(view: MentorFindView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.mentors.find;
  const name = plain(view.name);
  return matterCard(
    (most): Matter => ({
      summary: card.summary,
      mark: view.mark,
      quiet: w.mentors.quiet,
      title: card.title[view.state](name),
      state: { text: card.states[view.state], color: findColors[view.state] },
      repeated: view.repeated,
      faults: view.faults,
      opening: [
        ...(view.reminder && view.state === 'open' ? [sentence(card.reminder)] : []),
        ...(view.declined === null || view.state !== 'open'
          ? []
          : [sentence(card.declined(view.declined.name)), sentence(clipped(view.declined.reason, most), card.because)]),
        sentence(text(view, w)),
      ],
      ...(view.state === 'closed' ? {} : asking(view, w, locale)),
    }),
    locale,
  );
}

function text(view: MentorFindView, w: Words): string {
  const card = w.mentors.find;
  switch (view.state) {
    case 'open':
      return card.text(firstName(view.name));
    case 'asked':
      return card.asked(view.asked);
    case 'found':
      return card.found(view.mentor);
    case 'closed':
      return card.closed;
    default:
      return view.state satisfies never;
  }
}

/** The form; folded away while somebody is asked, and once there is a mentor. */
function asking(view: MentorFindView, w: Words, locale: Locale): Partial<Matter> {
  const card = w.mentors.find;
  const wrong = Object.keys(view.faults).length > 0;
  const near = view.colleagues;
  const fields = [
    ...(near.length === 0
      ? []
      : [
          choiceField({
            id: 'mentor',
            label: card.pick,
            placeholder: card.pickOne,
            value: view.typed.mentor ?? '',
            choices: [
              ...near.map((one) => ({ title: one.name, value: one.id })),
              { title: card.other, value: 'other' },
            ],
            faults: view.faults,
          }),
        ]),
    textField({
      id: 'who',
      label: near.length === 0 ? card.whoOnly : card.who,
      placeholder: card.whoExample,
      value: view.typed.who ?? '',
      longest: 80,
      multiline: false,
      faults: view.faults,
    }),
    ...(view.several.length === 0
      ? []
      : [
          choiceField({
            id: 'found',
            label: card.several,
            placeholder: '',
            value: view.typed.found ?? '',
            choices: view.several.map((one) => ({ title: `${one.name}, ${one.department}`, value: one.id })),
            faults: view.faults,
          }),
        ]),
  ];
  const send = press(
    [{ title: card.ask, verb: 'mentor.ask', data: { run: view.id, form: view.form }, first: true, sends: true }],
    { spacing: 'Medium' },
  );
  const foot = view.dueOn === null || view.state !== 'open' ? [] : [card.by(spokenDay(view.dueOn, locale))];
  if (view.state === 'open') return { fields, rows: [send], foot };
  return {
    rows: [toggles([{ title: card.another, shows: ['another'] }], 'Medium')],
    parts: [{ id: 'another', shown: wrong, text: '', fields, rows: [send] }],
    foot,
  };
}

/** To whoever is asked: will you be the new colleague's mentor? */
export function mentorAnswerCard(view: MentorAnswerView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.mentors.answer;
  const name = plain(view.name);
  const data = { mentorship: view.id };
  const asked = view.state === 'asked';
  return matterCard(
    (): Matter => ({
      summary: asked ? card.summary : card.summaryClosed,
      mark: view.mark,
      quiet: w.mentors.quiet,
      title: card.title[view.state](name),
      state: { text: card.states[view.state], color: answerColors[view.state] },
      repeated: view.repeated,
      faults: view.faults,
      opening: [
        ...(view.reminder && asked ? [sentence(w.mentors.reminder)] : []),
        sentence(asked ? card.asks(view.askedBy) : card.text[view.state](firstName(view.name))),
      ],
      facts: asked
        ? [
            { name: card.facts.who, value: view.title === '' ? view.name : `${view.name}, ${view.title}` },
            { name: card.facts.start, value: spokenDay(view.startsOn, locale, view.today) },
          ]
        : [],
      said: asked ? [sentence(card.means)] : [],
      ...(asked
        ? {
            rows: [
              press([{ title: card.accept, verb: 'mentor.accept', data, first: true }], { spacing: 'Medium' }),
              toggles([{ title: card.decline, shows: ['why'] }]),
            ],
            parts: [
              {
                id: 'why',
                shown: view.faults.reason !== undefined,
                text: card.declineText,
                fields: [
                  textField({
                    id: 'reason',
                    label: card.reason,
                    placeholder: card.reasonExample,
                    value: view.typed.reason ?? '',
                    longest: LONGEST,
                    faults: view.faults,
                  }),
                ],
                rows: [press([{ title: card.sendDecline, verb: 'mentor.decline', data, sends: true }])],
              },
            ],
          }
        : view.state === 'accepted'
          ? {
              rows: [
                press([{ title: card.see, verb: 'program.open', data: { run: view.runId } }], { spacing: 'Medium' }),
              ],
            }
          : {}),
      foot: asked && view.dueOn !== null ? [card.by(spokenDay(view.dueOn, locale))] : [],
    }),
    locale,
  );
}

/** To the new colleague: who their mentor is. */
export function mentorToldCard(view: MentorToldView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.mentors.told;
  return matterCard(
    (): Matter => ({
      summary: card.summary,
      quiet: w.mentors.quiet,
      title: card.title(plain(view.mentor)),
      opening: [sentence(card.text(firstName(view.mentor), view.title))],
      rows: [press([{ title: card.see, verb: 'program.open', data: { run: view.runId } }], { spacing: 'Medium' })],
    }),
    locale,
  );
}
