import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { greetingCard } from '../../cards/home/greeting';
import { mandateCard } from '../../cards/home/mandate';
import { mandateFormCard } from '../../cards/home/mandate-form';
import { mandatePickCard } from '../../cards/home/mandate-pick';
import { waitingCard } from '../../cards/home/waiting';
import { callFormCard } from '../../cards/meetings/call-form';
import { hinderedCard } from '../../cards/meetings/hindered';
import { invitationCard } from '../../cards/meetings/invitation';
import { meetingCard } from '../../cards/meetings/meeting';
import { noticeCard } from '../../cards/meetings/notice';
import { representationCard } from '../../cards/meetings/representation';
import { standInCard } from '../../cards/meetings/stand-in';
import { pathwayCard } from '../../cards/pathways/pathway';
import { pathwaysCard } from '../../cards/pathways/pathways';
import type { CardJson } from '../../cards/render';
import { plain } from '../../cards/text';
import type { MeetingFacts } from '../../cards/views';

/** Everything that a text could be taken for: a link, emphasis, a binding, a mention, an entity, a list. */
const binding = (path: string) => `$\{${path}}`;
const hostile = [
  '[x](http://evil) **fed** _skrå_ `kode`',
  binding('secret'),
  binding('title'),
  '<at>Bo</at> &lt;b&gt; {{DATE(2026-01-01T00:00:00Z)}}',
].join(' ');
const id = '018f3c2a-7b1e-7c3d-9a4f-000000000001';
const facts: MeetingFacts = {
  ref: hostile,
  alias: hostile,
  number: 1,
  kind: 'team-meeting',
  at: '2026-12-02T13:00',
  duration: 60,
  online: false,
  place: hostile,
  leadName: hostile,
};
const common = { version: 1, mark: 'a/b/c/1', meeting: facts, repeated: false } as const;
const colleagues = [{ id, name: hostile }];

const cards: readonly { name: string; card: CardJson; verbatim: boolean }[] = [
  {
    name: 'greeting',
    verbatim: false,
    ...greetingCard({ name: `${binding('title')}[x](http://evil)**fed**`, waiting: 1 }, 'da'),
  },
  {
    name: 'waiting',
    verbatim: true,
    ...waitingCard(
      {
        name: hostile,
        as: 'digest',
        groups: [{ title: hostile, lines: [{ mark: 'm', text: hostile }] }],
        more: 0,
        also: 0,
        snoozable: [],
        unowned: [{ mark: 'n', text: hostile }],
      },
      'da',
    ),
  },
  {
    name: 'mandate',
    verbatim: true,
    ...mandateCard(
      {
        departmentId: id,
        department: hostile,
        written: { text: hostile, by: hostile, on: '2026-01-02' },
        mayWrite: true,
      },
      'da',
    ),
  },
  {
    name: 'mandate form',
    verbatim: true,
    ...mandateFormCard(
      { departmentId: id, department: hostile, over: '', text: hostile, longest: 600, stands: hostile, fault: '' },
      'da',
    ),
  },
  {
    name: 'mandate pick',
    verbatim: false,
    ...mandatePickCard({ departments: [{ id, name: hostile, writes: true }], fault: false }, 'da'),
  },
  {
    name: 'pathways',
    verbatim: false,
    ...pathwaysCard({ items: [{ id, ref: hostile, alias: hostile, role: 'lead', next: null }] }, 'da'),
  },
  {
    name: 'pathway',
    verbatim: true,
    ...pathwayCard(
      {
        id,
        ref: hostile,
        alias: hostile,
        department: hostile,
        lead: hostile,
        coLead: hostile,
        model: hostile,
        version: 1,
        startedOn: '2026-01-02',
        ended: { on: '2026-02-02', because: hostile, note: hostile },
        team: [{ name: hostile, department: hostile, ground: true, resting: true }],
        externals: [{ name: hostile, role: hostile, ground: true }],
        numbers: [{ system: hostile, value: hostile }],
        links: [hostile],
        meetings: [],
        mayCall: true,
        mayChange: true,
        mayGround: true,
        own: null,
      },
      'da',
    ),
  },
  {
    name: 'call form',
    verbatim: true,
    ...callFormCard(
      {
        pathwayId: id,
        form: id,
        ref: hostile,
        alias: hostile,
        kinds: [{ kind: 'team-meeting', duration: 60, citizenTakesPart: false, notice: null }],
        earliest: '2026-01-02',
        members: [
          {
            id,
            name: hostile,
            department: hostile,
            ground: true,
            come: true,
            why: hostile,
            awayThen: true,
            resting: true,
            clash: hostile,
          },
          {
            id: `${id}2`,
            name: hostile,
            department: hostile,
            ground: false,
            come: false,
            why: '',
            awayThen: false,
            resting: false,
            clash: null,
          },
        ],
        externals: [{ id: `${id}3`, name: hostile, role: hostile, ground: true, come: true, why: hostile }],
        people: colleagues,
        namedRoles: ['leader'],
        offersMeetingGround: true,
        leadClash: { name: hostile, clash: 'optaget' },
        clashesSeen: 'x',
        values: {
          kind: 'team-meeting',
          date: '',
          time: '',
          duration: '60',
          where: 'place',
          place: hostile,
          agreed: false,
          citizenView: hostile,
          guests: hostile,
          meetingGround: false,
          givenBy: '',
          roles: { leader: '', facilitator: '', 'note-taker': '' },
        },
        faults: {},
      },
      'da',
    ),
  },
  {
    name: 'invitation',
    verbatim: true,
    ...invitationCard(
      {
        ...common,
        id,
        why: hostile,
        mandate: hostile,
        duty: true,
        reminder: { rung: 'second' },
        managerNext: { at: facts.at, name: hostile },
        movedFrom: null,
        state: { is: 'asked', earlier: null, declinedBy: hostile },
        colleagues,
        fault: null,
      },
      'da',
    ),
  },
  {
    name: 'stand-in',
    verbatim: true,
    ...standInCard(
      {
        ...common,
        id,
        forName: hostile,
        why: hostile,
        mandate: hostile,
        byManager: hostile,
        movedFrom: null,
        state: 'asked',
      },
      'da',
    ),
  },
  {
    name: 'meeting',
    verbatim: true,
    ...meetingCard(
      {
        id,
        version: 1,
        meeting: facts,
        status: 'called',
        agreedWithCitizen: true,
        invited: [
          {
            name: hostile,
            department: hostile,
            role: null,
            state: 'stand-in',
            standIn: hostile,
            hindered: null,
            unreached: null,
            awayThen: false,
          },
        ],
        answered: 1,
        asked: 1,
        mayChange: true,
        mayWork: true,
      },
      'da',
    ),
  },
  {
    name: 'hindered',
    verbatim: true,
    ...hinderedCard(
      {
        ...common,
        invitationId: id,
        name: hostile,
        department: hostile,
        code: 'absent',
        reminder: false,
        standIn: hostile,
        state: 'open',
      },
      'da',
    ),
  },
  {
    name: 'representation',
    verbatim: true,
    ...representationCard(
      {
        ...common,
        invitationId: id,
        name: hostile,
        department: hostile,
        mandate: hostile,
        because: 'no-answer',
        reminder: false,
        colleagues,
        state: { is: 'open' },
        fault: null,
      },
      'da',
    ),
  },
  { name: 'notice', verbatim: true, ...noticeCard({ ...common, code: 'cancelled', name: hostile }, 'da') },
];

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
function elements(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  return isObject(value) ? [value, ...Object.values(value).flatMap(elements)] : [];
}

/** What some client reads as Markdown: texts, titles of toggles, and choices that stand open. */
function asMarkdown(card: CardJson): string[] {
  return elements(card).flatMap((element) => {
    if (element.type === 'TextBlock') return [String(element.text)];
    if (element.type === 'Input.Toggle') return [String(element.title)];
    return element.type === 'Input.ChoiceSet' && element.style === 'expanded'
      ? elements(element.choices).map((choice) => String(choice.title))
      : [];
  });
}

/** More than any client of Teams reads. */
const markdown = new MarkdownIt({ html: true, linkify: false });
const tagsIn = (text: string): string[] =>
  (markdown.render(text).match(/<[^>]+>/g) ?? []).filter((tag) => !/^<\/?p>$/.test(tag));

test.each(cards)('the $name card shows what people wrote as text, wherever Markdown is read', ({ card }) => {
  // Our own lists are Markdown: they hold no text of people.
  expect(
    asMarkdown(card)
      .filter((text) => !text.startsWith('- '))
      .flatMap(tagsIn),
  ).toEqual([]);
});

test.each(cards.filter((one) => one.verbatim))(
  'the $name card shows it letter by letter where no Markdown is read',
  ({ card }) => {
    const runs = elements(card).filter((element) => element.type === 'TextRun');
    expect(runs.some((run) => String(run.text).includes(hostile))).toBe(true);
  },
);

test.each(cards)('the $name card expands nothing that people wrote', ({ card }) => {
  // Every card binds a title of its own: expanded, this would be that.
  expect(JSON.stringify(card)).toContain(binding('title'));
});

test('plain text reads the same with and without Markdown, whatever was written', () => {
  const pieces = fc.constantFrom(
    ...'*_`[]()<>\\~|#+-=.!&;:/ab1 \n'.split(''),
    '1.',
    '&amp;',
    '<b>',
    '**',
    '](',
    binding('x'),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (written) => {
      const text = plain(written.join(''));
      expect(tagsIn(text)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  { written: 'Anna Lund', shown: 'Anna Lund' },
  { written: 'A.K.', shown: 'A.K.' },
  { written: 'Familie (0-6 år) & skole', shown: 'Familie (0-6 år) & skole' },
  { written: 'BF-2026-0142', shown: 'BF-2026-0142' },
  { written: '  to\nlinjer  ', shown: 'to linjer' },
])('plain text leaves ordinary text alone: $written', ({ written, shown }) => {
  expect(plain(written)).toBe(shown);
});
