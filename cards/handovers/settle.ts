import { listed } from '../../content/words/listed';
import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { type Matter, matterCard, press } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import type { SettleView } from './handover-views';
import { citizenSays, whoFields } from './parts';

const colors = { open: 'Warning', named: 'Accent', settled: 'Good', ended: 'Default' } as const;

/** To the managers, when two have declined: who takes the baton? */
export function settleCard(view: SettleView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.handovers.settle;
  const open = view.state === 'open' || view.state === 'named';
  return matterCard(
    (most): Matter => ({
      summary: open ? card.summary.open(view.ref) : card.summary.closed(view.ref),
      mark: view.mark,
      quiet: card.quiet(plain(view.ref)),
      title: titleOf(view, w),
      state: { text: card.states[view.state], color: colors[view.state] },
      repeated: view.repeated,
      ...(open
        ? asking(view, most, w, locale)
        : { opening: [sentence(view.state === 'settled' ? card.settled : card.ended)] }),
    }),
    locale,
  );
}

function titleOf(view: SettleView, w: Words): string {
  const { title } = w.handovers.settle;
  const name = plain(view.mine ?? '');
  if (view.state === 'named') return title.named(name);
  return view.state === 'settled' ? title.settled(name) : title[view.state];
}

function asking(view: SettleView, most: number, w: Words, locale: Locale): Partial<Matter> {
  const card = w.handovers.settle;
  const { other } = view;
  const names = listed(view.declined, locale);
  const data = { handover: view.id, version: view.version };
  const confirms = other !== null && other.names !== null && other.names !== view.mine;
  return {
    faults: view.faults,
    citizen: citizenSays(view.citizen, view.alias, most, w),
    opening: [
      ...(view.reminder ? [sentence(w.handovers.reminder)] : []),
      sentence(other === null ? card.textAlone(names) : card.text(names)),
      ...(view.lead === null ? [] : [sentence(card.lead(view.lead))]),
    ],
    facts: [{ name: card.facts.citizen, value: view.alias }],
    closing: [
      ...(other === null
        ? []
        : [sentence(other.names === null ? card.withOther(other.name) : card.other(other.name, other.names))]),
      sentence(other === null ? card.toldAlone : card.told),
    ],
    fields: whoFields(view, confirms || view.mine !== null ? card.whoOther : card.who, w),
    rows: [
      press(
        [
          ...(confirms && other?.names
            ? [{ title: card.confirm(plain(other.names)), verb: 'handover.confirm', data, first: true }]
            : []),
          { title: card.name, verb: 'handover.name', data, sends: true, ...(confirms ? {} : { first: true }) },
        ],
        { spacing: 'Medium' },
      ),
    ],
    foot: view.dueOn === null ? [] : [w.handovers.answerBy(view.dueOn)],
  };
}
