import { type Locale, words } from '../../content/words/words';
import { line, sentence } from '../anatomy';
import { type Matter, manyField, matterCard, press, section } from '../matter';
import type { Drawn } from '../render';
import { clipped } from '../text';
import { dayLines } from './day-lines';
import type { AttendanceView } from './views';

const COLORS = { open: 'Warning', ahead: 'Accent', noted: 'Good', cancelled: 'Attention' } as const;
/** So much of a card the learners may be. */
const LEARNERS = 10_500;
/** With more than so many the departments are left out, so that all of them fit. */
const WITH_DEPARTMENT = 40;

/** Who was there on a day, for the onboarding lead to tick and to put right. */
export function attendanceCard(view: AttendanceView, locale: Locale): Drawn {
  const w = words(locale);
  const { day } = w.intakes;
  const open = view.state === 'open' || view.state === 'noted';
  return matterCard(
    (most): Matter => ({
      summary: day.summary,
      mark: view.mark,
      quiet: day.quiet(w.intakes.kinds[view.kind], view.day.n, view.of),
      title: day.title,
      state: { text: day.states[view.state], color: COLORS[view.state] },
      repeated: view.repeated,
      faults: view.faults,
      opening: [
        sentence(day.text(clipped(view.title, Math.min(most, 80)))),
        ...(view.state === 'noted' ? [sentence(day.count(view.there.length, view.learners.length))] : []),
      ],
      sections: [
        section(w.intakes.days, dayLines([view.day], w, locale, most), { spacing: 'Medium' }),
        section('', view.learners.length === 0 ? [line({ text: day.none })] : [], { spacing: 'Medium' }),
      ],
      fields:
        open && view.learners.length > 0
          ? [
              manyField({
                id: 'there',
                label: day.there,
                value: view.there,
                choices: view.learners.map((one) => ({
                  title:
                    view.learners.length > WITH_DEPARTMENT
                      ? clipped(one.name, 40)
                      : `${clipped(one.name, 60)}, ${clipped(one.department, 40)}`,
                  value: one.id,
                })),
                room: LEARNERS,
                faults: view.faults,
              }),
            ]
          : [],
      rows: [
        ...(open
          ? [
              press(
                [
                  {
                    title: view.state === 'noted' ? day.correct : day.save,
                    verb: 'intake.day',
                    data: { day: view.id, version: view.version },
                    first: view.state === 'open',
                    sends: true,
                  },
                ],
                { spacing: 'Medium' },
              ),
            ]
          : []),
        press([{ title: day.see, verb: 'intake.open', data: { intake: view.intakeId } }]),
      ],
    }),
    locale,
  );
}
