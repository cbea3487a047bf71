import { type Locale, type Words, words } from '../../content/words/words';
import { type Line, line } from '../anatomy';
import { choiceField, type Matter, matterCard, press, type Row } from '../matter';
import type { Drawn } from '../render';
import { clipped, plain } from '../text';
import { listSection } from './answer-lines';
import type { ProposalsView } from './decision-views';
import { outcomeState } from './outcome-section';
import { flat, questionLines, stateOf } from './proposal-lines';

/** So many have a button of their own; a card has six. */
const OWN_BUTTONS = 4;

/** A pathway's proposals, newest first. */
export function proposalsCard(view: ProposalsView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w), locale);
}

function drawn(view: ProposalsView, most: number, w: Words): Matter {
  const card = w.decisions.list;
  const picking = view.lines.length > OWN_BUTTONS;
  return {
    summary: card.summary(view.ref),
    quiet: card.quiet(plain(view.ref)),
    title: card.title(view.lines.length),
    facts: [{ name: w.decisions.facts.citizen, value: view.alias }],
    later: [
      listSection(
        '',
        view.lines.map((one) => [proposalLine(one, most, w)]),
        most,
        w,
      ),
      listSection(card.questions, questionLines(view.questions, most, w), most, w),
    ],
    fields: picking
      ? [
          choiceField({
            id: 'proposal',
            label: card.pick,
            value: view.lines[0]?.id ?? '',
            choices: view.lines.map((one) => ({
              title: clipped(`${one.number}. ${flat(one.text, 90)}`, 100),
              value: one.id,
            })),
            placeholder: w.invitation.placeholder,
            faults: {},
          }),
        ]
      : [],
    rows: picking
      ? [press([{ title: w.actions.open, verb: 'proposal.open', sends: true }], { spacing: 'Medium' })]
      : pairs(
          view.lines.map((one) => ({
            title: card.open(one.number),
            verb: 'proposal.open',
            data: { proposal: one.id },
          })),
        ),
    after: view.mayMake
      ? [
          press(
            [
              { title: card.make, verb: 'proposal.form', data: { pathway: view.pathwayId }, first: true },
              { title: card.ask, verb: 'question.form', data: { pathway: view.pathwayId } },
            ],
            { spacing: 'Medium' },
          ),
        ]
      : [],
  };
}

function proposalLine(one: ProposalsView['lines'][number], most: number, w: Words): Line {
  const state = one.outcome === null ? stateOf(one.state, w) : outcomeState(one.outcome, w);
  const open = one.outcome === null ? ` · ${w.decisions.list.daysOpen(one.daysOpen)}` : '';
  return line({
    mark: state.color,
    lead: `${w.decisions.matter.title(one.number)}: `,
    text: flat(one.text, Math.min(most, 140)),
    quiet: ` · ${state.text}${open}`,
  });
}

function pairs(buttons: Parameters<typeof press>[0]): Row[] {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, n) =>
    press(buttons.slice(2 * n, 2 * n + 2), { spacing: n === 0 ? 'Medium' : 'Small' }),
  );
}
