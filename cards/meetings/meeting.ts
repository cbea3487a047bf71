import { z } from 'zod/v4';
import { spokenMoment } from '../../content/words/dates';
import { capitalised } from '../../content/words/numbers';
import { type Locale, type Words, words } from '../../content/words/words';
import { color, facts, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { fitting, plain } from '../text';
import type { InvitedState, MeetingView } from '../views';
import template from './meeting.json';

const run = z.strictObject({
  name: z.string(),
  department: z.string(),
  state: z.string(),
  color,
  note: z.string(),
});

const draw = defineCard({
  name: 'meeting',
  template,
  schema: z.strictObject({
    id: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    hasFacts: z.boolean(),
    facts,
    who: z.string(),
    invited: z.array(run),
    rest: z.string(),
    called: z.boolean(),
    mayWork: z.boolean(),
    mayChange: z.boolean(),
    labels: z.strictObject({ work: z.string(), refresh: z.string(), move: z.string(), cancel: z.string() }),
  }),
});

const colors: Readonly<Record<InvitedState, z.input<typeof run>['color']>> = {
  asked: 'Warning',
  coming: 'Good',
  'stand-in-asked': 'Warning',
  'stand-in': 'Good',
  hindered: 'Accent',
  'hindered-managed': 'Default',
  'hindered-somebody': 'Warning',
  'no-ground': 'Warning',
  lead: 'Good',
};

/** The lead's card of a meeting: the citizen first, then who comes. */
export function meetingCard(view: MeetingView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.meeting;
  const { meeting } = view;
  const when = spokenMoment(meeting.at, locale);
  const invited = fitting(
    view.invited.map((person) => ({
      name: person.name,
      department: ` (${[person.department, ...(person.role === null ? [] : [w.roleNames[person.role] ?? ''])].join(', ')})${person.state === 'stand-in' ? ':' : ''} `,
      state: personState(person, w, view.mayChange),
      color: colors[person.state],
      note: view.mayChange ? note(person, w) : '',
    })),
    8_000,
  );
  const citizen: z.input<typeof run> = {
    name: meeting.alias ?? capitalised(card.citizen),
    department: meeting.alias === null ? ' ' : ` (${card.citizen}) `,
    state: view.agreedWithCitizen ? card.agreed : card.notAgreed,
    color: view.agreedWithCitizen ? 'Good' : 'Warning',
    note: '',
  };
  return draw(
    {
      id: view.id,
      quiet: card.quiet(meeting.number, plain(meeting.ref)),
      title: capitalised(card.title(w.kindNames[meeting.kind] ?? w.anyKind, when)),
      state: meetingState(view, w),
      hasFacts: true,
      facts: [
        ...(meeting.alias === null ? [] : [{ name: w.facts.citizen, value: meeting.alias }]),
        { name: w.facts.duration, value: w.duration(meeting.duration) },
        { name: w.facts.place, value: meeting.online ? w.facts.online : (meeting.place ?? w.facts.home) },
      ],
      who: view.status === 'called' ? card.who : card.answers,
      invited: [citizen, ...invited.kept],
      rest: invited.rest === 0 ? '' : w.andMore(invited.rest),
      called: view.status === 'called',
      mayWork: view.mayWork && view.status !== 'cancelled',
      mayChange: view.mayChange && view.status === 'called',
      labels: { work: card.work, refresh: w.actions.refresh, move: card.move, cancel: card.cancel },
    },
    card.summary(meeting.number, when, meeting.ref),
    locale,
  );
}

function meetingState(view: MeetingView, w: Words): z.input<typeof state> {
  const card = w.meeting;
  if (view.status === 'cancelled') return { text: card.states.cancelled, color: 'Attention' };
  if (view.status === 'running') return { text: w.work.states.running, color: 'Good' };
  if (view.status === 'past') return { text: card.states.past, color: 'Default' };
  if (view.asked === 0) return { text: card.nobodyAsked, color: 'Default' };
  if (view.answered === view.asked) return { text: card.allAnswered, color: 'Good' };
  return {
    text: view.answered === 0 ? card.noneAnswered(view.asked) : card.someAnswered(view.answered, view.asked),
    color: 'Warning',
  };
}

/** The reason of whoever is hindered is for those who act on it. */
function personState(person: MeetingView['invited'][number], w: Words, reasons: boolean): string {
  const { invited, hindered, colleague } = w.meeting;
  switch (person.state) {
    case 'stand-in-asked':
    case 'stand-in':
      return invited[person.state](person.standIn ?? colleague);
    case 'hindered':
    case 'hindered-managed':
    case 'hindered-somebody':
      return person.hindered === null || !reasons
        ? invited[person.state]
        : `${invited[person.state]} (${hindered[person.hindered]})`;
    default:
      return invited[person.state];
  }
}

function note(person: MeetingView['invited'][number], w: Words): string {
  const notes = [
    ...(person.awayThen ? [w.meeting.away] : []),
    ...(person.unreached === null ? [] : [person.unreached === 'mail' ? w.meeting.unreachedMail : w.meeting.unreached]),
  ];
  return notes.length === 0 ? '' : `. ${notes.join(' ')}`;
}
