import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { sentence } from '../anatomy';
import { choiceField, type Matter, matterCard, type Part, press, type Row, toggles } from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import type { VoiceView } from './decision-views';
import { outcomeSection, outcomeState } from './outcome-section';
import { citizenLines, meanwhileSaid, proposalFacts, proposalSection, quietLine, reminderSaid } from './proposal-lines';

const colors = { open: 'Warning', yes: 'Good', named: 'Accent', closed: 'Default' } as const;

/** To the manager of a silent department: a yes for it, or somebody who answers. */
export function voiceCard(view: VoiceView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

function drawn(view: VoiceView, most: number, w: Words, locale: Locale): Matter {
  const { facts, outcome, state } = view;
  const card = w.decisions.voice;
  const open = state === 'open' && outcome === null;
  const departments = view.departments.map(plain);
  return {
    summary: (open ? card.summary.open : card.summary.closed)(facts.ref),
    mark: view.mark,
    quiet: quietLine(facts, open ? view : {}, w),
    title: state === 'open' ? card.title.open(departments) : card.title[state],
    state: outcome === null ? { text: card.states[state], color: colors[state] } : outcomeState(outcome, w),
    repeated: view.repeated,
    faults: view.faults,
    citizen: citizenLines(facts, most, w),
    opening: open
      ? [
          ...reminderSaid(view, w),
          sentence(`${card.text(view.departments)} ${view.colleagues.length === 0 ? card.noColleagues : card.ask}`),
        ]
      : [],
    sections: [
      ...(outcome === null ? [] : [outcomeSection(outcome, most, w, locale)]),
      proposalSection(facts, most, w),
    ],
    facts: outcome === null ? proposalFacts(facts, w, locale) : [],
    said: outcome === null ? meanwhileSaid(facts, most, w) : [],
    closing: [
      ...(open || (state === 'yes' && outcome === null) ? [sentence(card.yesCounts)] : []),
      ...(state === 'named' && view.namedName !== null ? [sentence(card.named(view.namedName))] : []),
      ...(state === 'closed' ? [sentence(w.decisions.closedToYou)] : []),
    ],
    ...(open ? answering(view, w) : {}),
    foot: open ? [w.decisions.answerBy(spokenDay(view.dueOn, locale)), w.decisions.formal] : [],
  };
}

function answering(view: VoiceView, w: Words): { rows: Row[]; parts: Part[] } {
  const card = w.decisions.voice;
  const data = { proposal: view.facts.id, version: view.facts.version };
  const yes = press([{ title: card.yes, verb: 'voice.yes', data, first: true }], { spacing: 'Medium' });
  if (view.colleagues.length === 0) return { rows: [yes], parts: [] };
  return {
    rows: [yes, toggles([{ title: card.name, shows: ['name-part'] }])],
    parts: [
      {
        id: 'name-part',
        shown: view.faults.colleague !== undefined,
        text: '',
        fields: [
          choiceField({
            id: 'colleague',
            label: card.colleague,
            help: card.colleagueHelp,
            value: '',
            choices: view.colleagues.map(({ id, name }) => ({ title: name, value: id })),
            placeholder: w.invitation.placeholder,
            faults: view.faults,
          }),
        ],
        rows: [press([{ title: card.askColleague, verb: 'voice.name', data, sends: true }], { spacing: 'Medium' })],
      },
    ],
  };
}
