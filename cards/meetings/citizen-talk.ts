import { z } from 'zod/v4';
import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { aliasOf, said, sections, sentence, spoken, state } from '../anatomy';
import { type Drawn, defineCard, drawnToFit } from '../render';
import { clipped, fitting, plain } from '../text';
import { agreementLines } from './agreement-lines';
import template from './citizen-talk.json';
import { roomFor } from './part';
import { type CitizenTalkView, LONGEST } from './work-views';

const inputs = z.strictObject({ on: z.string(), said: z.string() });

const draw = defineCard({
  name: 'citizen-talk',
  template,
  schema: z.strictObject({
    meeting: z.string(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    general: z.string(),
    said,
    sections,
    open: z.boolean(),
    values: inputs,
    faults: inputs,
    room: z.number(),
    labels: inputs.extend({ saidExample: z.string(), note: z.string() }),
  }),
});

/** The talk with the citizen about a meeting that they were not at. */
export function citizenTalkCard(view: CitizenTalkView, locale: Locale): Drawn {
  return drawnToFit((most) => drawn(view, most, locale));
}

function drawn(view: CitizenTalkView, most: number, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.citizenTalk;
  const alias = plain(aliasOf(view.meeting, w));
  const open = view.done === null;
  const agreements = fitting(agreementLines(view.agreements, most, w, locale), 6_000);
  return draw(
    {
      meeting: view.meetingId,
      mark: view.mark,
      quiet: card.quiet(plain(view.meeting.ref)),
      title: open ? card.title.open(alias) : card.title.done(alias),
      state: { text: open ? card.states.open : card.states.done, color: open ? 'Warning' : 'Good' },
      general: open && Object.keys(view.faults).length > 0 ? w.turn.seeBelow : '',
      said: sentences(view, most, w, locale),
      sections:
        agreements.kept.length === 0
          ? []
          : [
              {
                title: card.agreements,
                lines: agreements.kept,
                rest: agreements.rest === 0 ? '' : w.andMore(agreements.rest),
              },
            ],
      open,
      values: view.values,
      faults: { on: view.faults.on ?? '', said: view.faults.said ?? '' },
      room: roomFor(view.values.said, LONGEST.note),
      labels: { on: card.on, said: card.said, saidExample: card.saidExample, note: card.note },
    },
    open ? card.summary(view.meeting.ref) : card.summaryDone(view.meeting.ref),
    locale,
  );
}

function sentences(view: CitizenTalkView, most: number, w: Words, locale: Locale): z.input<typeof said> {
  const card = w.citizenTalk;
  if (view.done !== null) {
    return [
      sentence(card.doneBy(view.done.by, spokenDay(view.done.on, locale))),
      ...(view.done.said === '' ? [] : [sentence(w.quoted(clipped(view.done.said.replace(/\s+/g, ' '), most)))]),
    ];
  }
  const { the } = spoken(view.meeting, w, locale);
  return [sentence(card.text(aliasOf(view.meeting, w), the, spokenDay(view.dueOn, locale)))];
}
