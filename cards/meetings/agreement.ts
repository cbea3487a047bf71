import { z } from 'zod/v4';
import { spokenDay } from '../../content/words/dates';
import { type Locale, words } from '../../content/words/words';
import { facts, paragraphs, said, sections, sentence, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { clipped, plain } from '../text';
import template from './agreement.json';
import { type AgreementView, LONGEST } from './work-views';

const inputs = z.strictObject({ because: z.string(), due: z.string() });

const draw = defineCard({
  name: 'agreement',
  template,
  schema: z.strictObject({
    outside: z.string(),
    id: z.string(),
    version: z.number(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    general: z.string(),
    hasFacts: z.boolean(),
    facts,
    text: sections.element.shape.lines,
    said,
    open: z.boolean(),
    opened: z.boolean(),
    mayDrop: z.boolean(),
    earliest: z.string(),
    values: inputs,
    faults: inputs,
    room: z.number(),
    labels: z.strictObject({
      done: z.string(),
      notYet: z.string(),
      notYetText: z.string(),
      due: z.string(),
      why: z.string(),
      whyExample: z.string(),
      later: z.string(),
      drop: z.string(),
    }),
  }),
});

/** One agreement, to whoever owns it; the citizen's to the lead, who asks how it goes. */
export function agreementCard(view: AgreementView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.agreement;
  const on = spokenDay(view.dueOn, locale);
  const open = view.state === 'open';
  const late = open && view.dueOn < view.earliest;
  const ofCitizen = view.ownerKind === 'citizen';
  return draw(
    {
      outside: words(locale).refusals['past-date'],
      id: view.id,
      version: view.version,
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: ofCitizen ? card.title.citizen(plain(view.alias), on) : card.title.own(on),
      state: {
        text: late ? card.states.late : card.states[view.state],
        color: late ? 'Warning' : ({ open: 'Accent', done: 'Good', dropped: 'Default' } as const)[view.state],
      },
      general: open && Object.keys(view.faults).length > 0 ? w.turn.seeBelow : '',
      hasFacts: true,
      facts: [{ name: card.about, value: view.alias }, ...(ofCitizen ? [] : [{ name: card.owner, value: view.owner }])],
      text: paragraphs(view.text, LONGEST.agreement * 2),
      said: [
        ...(ofCitizen && open ? [sentence(card.askCitizen(view.alias))] : []),
        ...(view.state === 'open' || view.closedOn === null
          ? []
          : [sentence(card.closedOn[view.state](spokenDay(view.closedOn, locale), view.closedBy))]),
        ...(view.outcome === ''
          ? []
          : [sentence(clipped(view.outcome, LONGEST.reason), open ? card.moved : card.because)]),
      ],
      open,
      opened: view.values.due !== '' || view.values.because !== '' || Object.keys(view.faults).length > 0,
      mayDrop: view.mayDrop,
      earliest: view.earliest,
      values: view.values,
      faults: { because: view.faults.because ?? '', due: view.faults.due ?? '' },
      room: LONGEST.reason,
      labels: {
        done: card.done,
        notYet: view.ownerKind === 'citizen' ? card.notYet : card.notYetOwn,
        notYetText: card.notYetText,
        due: card.due,
        why: card.why,
        whyExample: card.whyExample,
        later: card.later,
        drop: card.drop,
      },
    },
    card.summary(on, view.ref),
    locale,
  );
}
