import { spokenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { line, paragraphs, sentence } from '../anatomy';
import {
  choiceField,
  type Matter,
  manyField,
  matterCard,
  type Part,
  press,
  type Row,
  section,
  textField,
  toggles,
} from '../matter';
import type { Drawn } from '../render';
import { plain } from '../text';
import { LONGEST, type MilestoneView, RECORDS, WAIVED } from './views';

export const stateColors = {
  ahead: 'Default',
  open: 'Warning',
  overdue: 'Attention',
  planned: 'Accent',
  held: 'Good',
  waived: 'Default',
  done: 'Good',
  cancelled: 'Default',
} as const;

/** What a pathway comes to by a date: to whoever leads it. */
export function milestoneCard(view: MilestoneView, locale: Locale): Drawn {
  const w = words(locale);
  return matterCard((most) => drawn(view, most, w, locale), locale);
}

/** What a milestone is called. */
export function milestoneTitle(view: Pick<MilestoneView, 'title' | 'what'>, w: Words, locale: Locale): string {
  return view.title?.[locale] ?? (view.what === null ? w.milestone.followUp : w.milestone.whats[view.what]);
}

function drawn(view: MilestoneView, most: number, w: Words, locale: Locale): Matter {
  const card = w.milestone;
  const isFollowUp = view.sort === 'follow-up';
  const ref = plain(view.ref);
  const open = view.closed === null;
  const quiet = isFollowUp ? card.quietFollowUp : card.quiet;
  return {
    summary: (isFollowUp ? card.summaryFollowUp : card.summary)(view.ref),
    mark: view.mark,
    quiet: view.reminder && open ? card.quietReminder(ref) : quiet(ref),
    title: milestoneTitle(view, w, locale),
    state: { text: card.states[view.state], color: stateColors[view.state] },
    repeated: view.repeated,
    faults: view.faults,
    opening: open ? [sentence(card.why[view.sort](view.alias))] : [],
    facts: open
      ? [
          { name: w.facts.citizen, value: view.alias },
          { name: card.due, value: spokenDay(view.dueOn, locale, view.today) },
          ...(view.plannedOn === null
            ? []
            : [{ name: card.planned, value: spokenDay(view.plannedOn, locale, view.today) }]),
        ]
      : [{ name: w.facts.citizen, value: view.alias }],
    said: [
      ...(view.note === '' ? [] : [sentence(view.note)]),
      ...(open && view.unknownBefore !== null ? [sentence(card.lateImported(view.unknownBefore))] : []),
      ...(open && view.ground !== null ? [sentence(view.ground[locale], card.ground)] : []),
    ],
    later: [
      section(card.ready, open ? view.ready.map((one) => line({ text: `• ${one[locale]}` })) : []),
      ...(view.closed === null ? [] : [outcome(view, view.closed, most, w)]),
    ],
    ...(open
      ? acting(view, w)
      : { rows: [press([{ title: card.see, verb: 'followup.open', data: { pathway: view.pathwayId } }])] }),
  };
}

function outcome(view: MilestoneView, closed: NonNullable<MilestoneView['closed']>, most: number, w: Words) {
  const card = w.milestone;
  const outcomes: Readonly<Record<string, string>> = card.outcomes;
  const records: Readonly<Record<string, string>> = card.records;
  const codes = closed.codes.flatMap((code) => (view.sort === 'record' ? (records[code] ?? []) : []));
  const day = closed.on;
  return section('', [
    line({
      lead: closed.heldOn === null ? (outcomes[closed.because] ?? '') : card.held(closed.heldOn),
      text: '',
      quiet: closed.by === '' ? ` ${card.closedByHouse(day)}` : ` ${card.closedBy(closed.by, day)}`,
    }),
    ...codes.map((code) => line({ text: `• ${code}` })),
    ...paragraphs(closed.text, most),
  ]);
}

function acting(view: MilestoneView, w: Words): { rows: Row[]; parts: Part[]; after: Row[] } {
  const card = w.milestone;
  const seeing = press([{ title: card.see, verb: 'followup.open', data: { pathway: view.pathwayId } }]);
  if (view.state === 'ahead' && ['consent', 'handover', 'record'].includes(view.sort))
    return { rows: [seeing], parts: [], after: [] };
  switch (view.sort) {
    case 'follow-up':
      return { rows: [calling(view, w), seeing], parts: [], after: [] };
    case 'meeting':
    case 'by-hand':
      return {
        rows: [calling(view, w), toggles([{ title: card.waive, shows: ['waive'] }])],
        parts: [waiving(view, w)],
        after: [seeing],
      };
    case 'consent':
      return {
        rows: [
          press([{ title: card.consentYes, verb: 'ground.form', data: { pathway: view.pathwayId }, first: true }], {
            spacing: 'Medium',
          }),
          toggles([{ title: card.consentNo, shows: ['answer'] }]),
        ],
        parts: [
          answering(view, {
            text: card.consentNoText,
            label: card.consentNoLabel,
            send: card.consentNoSend,
            verb: 'milestone.said-no',
          }),
        ],
        after: [seeing],
      };
    case 'handover':
      return {
        rows: [
          press([{ title: card.handOver, verb: 'handover.form', data: { pathway: view.pathwayId }, first: true }], {
            spacing: 'Medium',
          }),
          toggles([{ title: card.stays, shows: ['answer'] }]),
        ],
        parts: [
          answering(view, { text: '', label: card.staysLabel, send: card.staysSend, verb: 'milestone.lead-stays' }),
        ],
        after: [seeing],
      };
    case 'record':
      return { rows: [], parts: [recording(view, w)], after: [seeing] };
    default:
      return view.sort satisfies never;
  }
}

const own = ({ id, version }: MilestoneView) => ({ milestone: id, version });

function calling(view: MilestoneView, w: Words): Row {
  const data = { pathway: view.pathwayId, ...(view.meetingKind === '' ? {} : { kind: view.meetingKind }) };
  return press([{ title: w.milestone.call, verb: 'meeting.form', data, first: true }], { spacing: 'Medium' });
}

function waiving(view: MilestoneView, w: Words): Part {
  const card = w.milestone;
  const { values, faults } = view;
  return {
    id: 'waive',
    shown: values.why !== '' || values.reason !== '' || Object.keys(faults).length > 0,
    text: card.waiveText,
    fields: [
      choiceField({
        id: 'why',
        label: card.waivePick,
        placeholder: card.waivePick,
        value: values.why,
        choices: WAIVED.map((value) => ({ title: card.outcomes[value], value })),
        faults,
      }),
      textField({ id: 'reason', label: card.waiveReason, value: values.reason, longest: LONGEST.reason, faults }),
    ],
    rows: [press([{ title: card.waiveSend, verb: 'milestone.waive', data: own(view), sends: true }])],
  };
}

function answering(
  view: MilestoneView,
  said: { readonly text: string; readonly label: string; readonly send: string; readonly verb: string },
): Part {
  const { values, faults } = view;
  return {
    id: 'answer',
    shown: values.reason !== '' || Object.keys(faults).length > 0,
    text: said.text,
    fields: [textField({ id: 'reason', label: said.label, value: values.reason, longest: LONGEST.reason, faults })],
    rows: [press([{ title: said.send, verb: said.verb, data: own(view), sends: true }])],
  };
}

function recording(view: MilestoneView, w: Words): Part {
  const card = w.milestone;
  const { values, faults } = view;
  return {
    id: 'record',
    shown: true,
    text: '',
    fields: [
      manyField({
        id: 'codes',
        label: card.recordPick,
        value: values.codes,
        choices: RECORDS.map((value) => ({ title: card.records[value], value })),
        faults,
      }),
      textField({
        id: 'text',
        label: card.recordText,
        placeholder: card.recordExample,
        value: values.text,
        longest: LONGEST.record,
        faults,
      }),
    ],
    rows: [press([{ title: card.recordSend, verb: 'milestone.record', data: own(view), first: true, sends: true }])],
  };
}
