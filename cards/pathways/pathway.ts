import { z } from 'zod/v4';
import { spokenMoment, writtenDay } from '../../content/words/dates';
import { type Locale, type Words, words } from '../../content/words/words';
import { type Button, choices, facts, said, sections, sentence, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { drawnSection, sectionButtons } from '../section';
import { clipped, fitting, plain } from '../text';
import type { PathwayView } from '../views';
import template from './pathway.json';

/** Somebody of the team; `note` in words, with a mark of that colour before it. */
export const teamLine = z.strictObject({
  name: z.string(),
  department: z.string(),
  note: z.string(),
  color: z.enum(['Default', 'Warning', 'Accent']),
});

const draw = defineCard({
  name: 'pathway',
  template,
  schema: z.strictObject({
    id: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    hasFacts: z.boolean(),
    facts,
    said,
    team: z.strictObject({ title: z.string(), members: z.array(teamLine), none: z.string(), rest: z.string() }),
    meetings: z.strictObject({
      title: z.string(),
      items: z.array(z.strictObject({ number: z.string(), text: z.string() })),
      none: z.string(),
      rest: z.string(),
      rows: z.array(z.strictObject({ buttons: z.array(z.strictObject({ title: z.string(), id: z.string() })).max(2) })),
    }),
    sections,
    call: z.strictObject({ offered: z.boolean(), title: z.string() }),
    pick: z.strictObject({
      offered: z.boolean(),
      label: z.string(),
      open: z.string(),
      value: z.string(),
      choices,
    }),
    rows: z.array(
      z.strictObject({
        buttons: z
          .array(
            z.strictObject({
              title: z.string(),
              verb: z.string(),
              data: z.record(z.string(), z.union([z.string(), z.number()])),
            }),
          )
          .max(2),
      }),
    ),
  }),
});

/** Meetings with a button of their own; more are picked from a list, since a card holds six buttons. */
const OWN_BUTTONS = 2;
/** Lines of each section. */
const SECTION_LINES = 3;
/** So many meetings stand on the card at most. */
const SHOWN = 6;

/** One pathway: who leads, who is in the team, which meetings there are, and what its reader can do. */
export function pathwayCard(view: PathwayView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.pathway;
  // The people are counted by what does not depend on the language, so that both see the same of them.
  const team = fitting(view.team, view.sections.length === 0 ? 2_600 : 1_500);
  const externals = fitting(view.externals, team.rest === 0 ? 700 : 0);
  const unseen = team.rest + externals.rest;
  // What is ahead or waits to be closed stands before what is over, the nearest first.
  const openable = [
    ...view.meetings.filter((one) => one.status === 'running' || one.status === 'past'),
    ...view.meetings.filter((one) => one.status === 'called').reverse(),
    ...view.meetings.filter((one) => one.status === 'held'),
  ].slice(0, 12);
  const nearest = openable.slice(0, SHOWN - 2);
  const others = view.meetings.filter((one) => !nearest.includes(one)).slice(0, SHOWN - nearest.length);
  const listed = view.meetings.filter((one) => nearest.includes(one) || others.includes(one));
  const hidden = view.meetings.length - listed.length;
  // The year is said where it is not the newest meeting's.
  const newest = view.meetings
    .map((one) => one.at)
    .sort()
    .at(-1);
  const spoken = (one: PathwayView['meetings'][number]) =>
    `${spokenMoment(one.at, locale, newest)}, ${card.meetingStates[one.status]}`;
  // A section's button takes the place of a meeting's.
  const besidesOwn = sectionButtons(view.sections, locale);
  const picking = openable.length > (besidesOwn.length === 0 ? OWN_BUTTONS : 1);
  const buttons = picking ? [] : openable.map((one) => ({ title: card.open(one.number), id: one.id }));
  return draw(
    {
      id: view.id,
      quiet: card.quiet(plain(view.ref)),
      title: plain(view.alias),
      state: view.ended ? { text: card.ended, color: 'Default' } : { text: card.running, color: 'Good' },
      hasFacts: true,
      facts: [
        { name: card.lead, value: view.lead ?? card.nobody },
        ...(view.coLead === null ? [] : [{ name: card.coLead, value: view.coLead }]),
        { name: card.department, value: view.department },
        { name: card.model, value: w.models[view.model] ?? view.model },
        { name: card.startedOn, value: writtenDay(view.startedOn, locale) },
      ],
      said: besides(view, w, locale),
      team: {
        title: view.ended && view.team.length + view.externals.length === 0 ? '' : card.team,
        members: [...team.kept.map((one) => memberLine(one, w)), ...externals.kept.map((one) => externalLine(one, w))],
        none: view.team.length + view.externals.length > 0 || view.ended ? '' : nobody(view, w),
        rest: unseen === 0 ? '' : w.andMore(unseen),
      },
      meetings: {
        title: card.meetings,
        items: listed.map((one) => ({ number: `${card.meeting(one.number)}: `, text: spoken(one) })),
        none: view.meetings.length === 0 ? card.noMeetings : '',
        rest: hidden === 0 ? '' : w.andMore(hidden),
        rows: buttons.length === 0 ? [] : [{ buttons }],
      },
      // A section that has nothing to say is its button.
      sections: view.sections
        .filter((one) => one.lines.length > 0)
        .map((one) => drawnSection(one, 120, w, locale, SECTION_LINES)),
      call: { offered: view.mayCall, title: card.call },
      pick: {
        offered: picking,
        label: card.pickMeeting,
        open: card.openPicked,
        value: openable[0]?.id ?? '',
        choices: openable.map((one) => ({ title: `${card.meeting(one.number)}: ${spoken(one)}`, value: one.id })),
      },
      rows: rowsOf(view, besidesOwn, w),
    },
    card.summary(view.ref),
    locale,
  );
}

const nobody = (view: PathwayView, w: Words): string =>
  view.mayChange ? `${w.pathway.nobodyYet} ${w.pathway.nobodyYetText}` : w.pathway.nobodyYet;

/** A colleague with department, and whether they rest or lack ground. */
export function memberLine(
  member: { readonly name: string; readonly department: string; readonly ground: boolean; readonly resting: boolean },
  w: Words,
): z.input<typeof teamLine> {
  const notes = [...(member.ground ? [] : [w.pathway.noGround]), ...(member.resting ? [w.pathway.resting] : [])];
  return {
    name: member.name,
    department: `, ${clipped(member.department, 60)} `,
    note: notes.join(', '),
    color: member.ground ? 'Accent' : 'Warning',
  };
}

/** Somebody outside the municipality with what they are to the citizen. */
export function externalLine(
  external: { readonly name: string; readonly role: string; readonly ground: boolean },
  w: Words,
): z.input<typeof teamLine> {
  return {
    name: external.name,
    department: `, ${external.role} (${w.pathway.external}) `,
    note: external.ground ? '' : w.pathway.noGround,
    color: 'Warning',
  };
}

/** What stands below the facts where there is any: why it ended, numbers of the specialist systems, the family. */
function besides(view: PathwayView, w: Words, locale: Locale): z.input<typeof said> {
  const reasons: Readonly<Record<string, string>> = w.pathwayEnd.reasons;
  const { ended } = view;
  const numbers = view.numbers.map((one) => `${one.system} ${one.value}`).join(' · ');
  return [
    ...(ended === null
      ? []
      : [
          sentence(
            [reasons[ended.because ?? ''] ?? w.pathwayEnd.unknownReason, ended.note]
              .filter((text) => text !== '')
              .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
              .join(' '),
            ended.on === null ? '' : w.pathway.endedOn(writtenDay(ended.on, locale)),
          ),
        ]),
    ...(numbers === '' ? [] : [sentence(clipped(numbers, 400), w.pathway.numbers)]),
    ...(view.links.length === 0 ? [] : [sentence(clipped(view.links.join(' · '), 240), w.pathway.links)]),
  ];
}

function rowsOf(view: PathwayView, sections: readonly Button[], w: Words) {
  const ofPathway = { pathway: view.id };
  const own = { pathway: view.id, version: view.version };
  const { own: place } = view;
  const buttons =
    view.ended === null
      ? [
          ...(view.mayChange || place !== null
            ? [{ title: w.pathway.manage, verb: 'pathway.team', data: ofPathway }]
            : []),
          // Where two sections want their place, those who change the pathway find it under "more".
          ...(view.mayGround && !(view.mayChange && sections.length > 1)
            ? [{ title: w.pathway.grounds, verb: 'ground.list', data: ofPathway }]
            : []),
          ...(view.mayChange ? [{ title: w.pathway.more, verb: 'pathway.more', data: ofPathway }] : []),
          ...(place === null || view.mayChange
            ? []
            : [
                place === 'resting'
                  ? { title: w.pathway.back, verb: 'seat.return', data: own }
                  : { title: w.pathway.rest, verb: 'seat.rest', data: own },
              ]),
        ]
      : [];
  const all = [...sections.map(({ title, verb, data }) => ({ title, verb, data })), ...buttons];
  return [all.slice(0, 2), all.slice(2, 4), all.slice(4)]
    .filter((row) => row.length > 0)
    .map((row) => ({ buttons: row }));
}
