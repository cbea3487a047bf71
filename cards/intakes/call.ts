import { type Locale, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { choiceField, type Matter, manyField, matterCard, press, textField } from '../matter';
import type { Drawn } from '../render';
import { clipped } from '../text';
import type { CallView } from './views';

/** So much of a card those may be who could be called. */
const PEOPLE = 7_000;

/** Who could be called to an intake, the longest waiting first, and one by name. */
export function callCard(view: CallView, locale: Locale): Drawn {
  const w = words(locale);
  const { call } = w.intakes;
  const { faults, values } = view;
  const data = { intake: view.id };
  const calls = { ...data, version: view.version };
  const name = (one: { readonly name: string; readonly department: string }) =>
    `${clipped(one.name, 60)}, ${clipped(one.department, 40)}`;
  return matterCard(
    (): Matter => ({
      summary: call.title,
      quiet: w.intakes.quietOf(w.intakes.kinds[view.kind], view.number),
      title: call.title,
      faults,
      opening: [
        sentence(clipped(view.title, 80)),
        sentence(call.text(view.people.length)),
        ...(view.counts.length === 0
          ? []
          : [
              sentence(
                view.counts.map((one) => `${clipped(one.department, 40)} ${one.n}`).join(' · '),
                `${call.counts}:`,
              ),
            ]),
        ...(view.more === 0 ? [] : [sentence(call.more(view.more))]),
      ],
      fields:
        view.people.length === 0
          ? []
          : [
              manyField({
                id: 'people',
                label: call.people,
                value: values.people,
                choices: view.people.map((one) => ({
                  title: `${name(one)} · ${call.since(one.since)}`,
                  value: one.id,
                })),
                room: PEOPLE,
                faults,
              }),
            ],
      rows:
        view.people.length === 0
          ? []
          : [
              press([{ title: call.send, verb: 'intake.call', data: calls, first: true, sends: true }], {
                spacing: 'Medium',
              }),
            ],
      parts: [
        {
          id: 'one',
          shown: true,
          text: '',
          fields: [
            textField({
              id: 'who',
              label: call.who,
              placeholder: call.whoExample,
              value: values.who,
              longest: 80,
              multiline: false,
              faults,
            }),
            ...(view.hits.length < 2
              ? []
              : [
                  choiceField({
                    id: 'person',
                    label: call.person,
                    placeholder: call.person,
                    value: values.person,
                    choices: view.hits.map((one) => ({ title: name(one), value: one.id })),
                    faults,
                  }),
                ]),
          ],
          rows: [press([{ title: call.sendOne, verb: 'intake.call-one', data: calls, sends: true }])],
        },
      ],
      after: [press([{ title: call.back, verb: 'intake.back', data }])],
    }),
    locale,
  );
}
