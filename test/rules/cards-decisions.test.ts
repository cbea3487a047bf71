import { askTeamFormCard } from '../../cards/decisions/ask-team-form';
import type { RulingView, TellView, VoteView } from '../../cards/decisions/decision-views';
import { decisionsCard } from '../../cards/decisions/decisions';
import { otherFormCard } from '../../cards/decisions/other-form';
import { outcomeCard } from '../../cards/decisions/outcome';
import { proposalFormCard } from '../../cards/decisions/proposal-form';
import { proposalsCard } from '../../cards/decisions/proposals';
import { rulingCard } from '../../cards/decisions/ruling';
import { talkCard } from '../../cards/decisions/talk';
import { tellCard } from '../../cards/decisions/tell';
import { togetherFormCard } from '../../cards/decisions/together-form';
import { voteCard } from '../../cards/decisions/vote';
import { readPick } from '../../cards/home/waiting';
import type { CardJson } from '../../cards/render';
import { adopted, colleagueAnswers, openRulings, otherOutcome, proposal, rulings } from '../../cards/samples/proposals';
import { id } from '../../cards/samples/sample';
import { words } from '../../content/words/words';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
function elements(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  return isObject(value) ? [value, ...Object.values(value).flatMap(elements)] : [];
}
const byId = (card: CardJson, wanted: string): Json | undefined =>
  elements(card).find((element) => element.id === wanted);
const executes = (card: CardJson): Json[] => elements(card).filter(({ type }) => type === 'Action.Execute');
const verbsOf = (card: CardJson): unknown[] => executes(card).map(({ verb }) => verb);
const inputIds = (card: CardJson): unknown[] =>
  elements(card).flatMap((element) => (String(element.type).startsWith('Input.') ? [element.id] : []));
const textOf = (card: CardJson): string =>
  elements(card)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join('\n');
/** Where texts stand one after another: each at a later place than the one before. */
const places = (card: CardJson, ...texts: string[]): number[] => {
  const all = textOf(card);
  return texts.map((text) => all.indexOf(text));
};
const rising = (numbers: readonly number[]): boolean =>
  numbers.every((number, n) => number >= 0 && (n === 0 || number > (numbers[n - 1] ?? -1)));

const da = words('da');
const card = da.decisions;

const vote: VoteView = {
  ...{ facts: proposal, pathwayId: id(1), mark: 'm', as: 'voter', state: 'asking', open: true, mine: null },
  ...{ standsFor: null, mandate: '', dueOn: '2026-12-04', changed: [], clarified: '', others: null },
  ...{ outcome: null, typed: '', faults: {} },
};
const ruling: RulingView = {
  ...{ facts: proposal, as: 'leader', seat: id(5), mark: 'm', state: 'open', level: 1, round: 1, confirms: false },
  ...{ late: false, dueOn: '2026-12-10', insteadOf: null, answers: colleagueAnswers, silent: [], leaders: rulings },
  ...{
    below: null,
    mine: null,
    together: null,
    questions: [],
    mayChange: false,
    mayAsk: true,
    mayTakeTogether: true,
    typed: '',
  },
  ...{ outcome: null, faults: {} },
};

describe('a voice’s card', () => {
  test('offers to agree first, and opens a reason for a doubt or a disagreement', () => {
    const { card: drawn } = voteCard(vote, 'da');
    expect(verbsOf(drawn)).toEqual(['proposal.agree', 'proposal.doubt', 'proposal.disagree']);
    expect(byId(drawn, 'why')).toMatchObject({ isVisible: false });
    const opened = elements(drawn).filter(({ type }) => type === 'Action.ToggleVisibility');
    expect(opened.map(({ title, targetElements }) => [title, targetElements])).toEqual([
      [
        card.vote.doubt,
        [
          { elementId: 'why', isVisible: true },
          { elementId: 'send-doubt', isVisible: true },
          { elementId: 'send-disagree', isVisible: false },
        ],
      ],
      [
        card.vote.disagree,
        [
          { elementId: 'why', isVisible: true },
          { elementId: 'send-disagree', isVisible: true },
          { elementId: 'send-doubt', isVisible: false },
        ],
      ],
    ]);
  });

  test('says that doubt counts, that the others are unseen until then, and how long it can be changed', () => {
    const text = textOf(voteCard(vote, 'da').card);
    expect(text).toContain('Tvivl tæller: så taler vi om det, før nogen beslutter.');
    expect(text).toContain(card.vote.unseen);
    expect(text).toContain('Svar senest fredag den 4. december.');
    expect(textOf(voteCard({ ...vote, dueOn: null }, 'da').card)).toContain(card.vote.untilClosed);
  });

  test('keeps what was typed, opened, with the fault right below it and the right of access', () => {
    const { card: drawn } = voteCard({ ...vote, typed: 'Hm', faults: { reason: 'Ret dette.' } }, 'da');
    expect(byId(drawn, 'why')).toMatchObject({ isVisible: true });
    expect(byId(drawn, 'send-doubt')).toMatchObject({ isVisible: true });
    expect(byId(drawn, 'reason')).toMatchObject({ value: 'Hm' });
    expect(rising(places(drawn, 'Ret dette.', card.access))).toBe(true);
  });

  test('answered, it has the answer, the others’ and a way to change it; agreeing sends no reason', () => {
    const mine = { kind: 'doubt', reason: 'For meget' } as const;
    const { card: drawn } = voteCard({ ...vote, mine, others: colleagueAnswers }, 'da');
    expect(textOf(drawn)).toContain('For meget');
    expect(textOf(drawn)).toContain('Socialrådgiver: ');
    expect(byId(drawn, 'change')).toMatchObject({ isVisible: false });
    expect(executes(drawn).map(({ verb, associatedInputs }) => [verb, associatedInputs])).toEqual([
      ['proposal.agree', 'none'],
      ['proposal.doubt', undefined],
      ['proposal.disagree', undefined],
    ]);
  });

  test('closed, it shows the outcome and has nothing to press', () => {
    const { card: drawn } = voteCard({ ...vote, open: false, state: 'closed', outcome: otherOutcome }, 'da');
    expect(textOf(drawn)).toContain(otherOutcome.text);
    expect(elements(drawn).filter(({ type }) => String(type).startsWith('Action.'))).toEqual([]);
  });

  test('lets whoever is responsible ask the leaders first', () => {
    const { card: drawn } = voteCard({ ...vote, as: 'responsible' }, 'da');
    expect(verbsOf(drawn)).toEqual(['proposal.agree', 'question.form', 'proposal.disagree']);
  });
});

describe('what is put before leaders', () => {
  const forms = {
    ruling: rulingCard(ruling, 'da'),
    'a direction': rulingCard({ ...ruling, confirms: true }, 'da'),
    other: otherFormCard(
      {
        ...{ facts: proposal, as: 'leader', seat: id(5), confirms: false, together: false, joins: [] },
        ...{ values: { text: '', reason: '' }, faults: {} },
      },
      'da',
    ),
    'a question to the team': askTeamFormCard({ facts: proposal, seat: id(5), value: '', faults: {} }, 'da'),
  };
  test.each(Object.entries(forms))('opens with what the citizen wants: %s', (_, { card: drawn }) => {
    const box = elements(drawn).find(({ style }) => style === 'emphasis');
    expect(textOf(box as CardJson)).toContain('Jeg vil gerne i gang nu.');
    expect(rising(places(drawn, 'Det siger A.K.:', 'vil gerne høres', proposal.text))).toBe(true);
  });

  test('says how many decide, by when, and what runs meanwhile', () => {
    const text = textOf(rulingCard(ruling, 'da').card);
    expect(text).toContain(
      'Teamet er ikke enigt om vejen, så I tre beslutter den sammen. Tag et kvarter senest torsdag den 10. december.',
    );
    expect(text).toContain('Det, der er i gang, fortsætter.');
    expect(text).toContain(card.formal);
  });

  test('offers to take it together first, and confirms first what was recorded', () => {
    const first = (view: RulingView) => executes(rulingCard(view, 'da').card).find(({ style }) => style === 'positive');
    expect(first(ruling)?.verb).toBe('ruling.together-form');
    const together = { at: '2026-12-08T09:00', recordedBy: 'Karen Bech', recorded: openRulings[1]?.ruling ?? null };
    expect(first({ ...ruling, together })?.verb).toBe('ruling.confirm');
    expect(first({ ...ruling, leaders: [], mayTakeTogether: false })?.verb).toBe('ruling.as-proposed');
  });

  test('shows in the second round what each wrote, and not before', () => {
    expect(textOf(rulingCard(ruling, 'da').card)).not.toContain('Praktik to dage');
    const again = textOf(rulingCard({ ...ruling, round: 2, leaders: openRulings }, 'da').card);
    expect(again).toContain('I er ikke enige endnu. Her er, hvad I hver især skrev.');
    expect(again).toContain('Praktik to dage om ugen til sommer.');
  });

  test('says why it came to a common leader', () => {
    const above = (because: 'disagreed' | 'late') =>
      textOf(rulingCard({ ...ruling, level: 2, leaders: [], below: { because, leaders: openRulings } }, 'da').card);
    expect(above('disagreed')).toContain('Lederne blev ikke enige');
    expect(above('late')).toContain('Lederne nåede ikke');
  });

  test('stands as undecided at the top until it is decided', () => {
    const { card: drawn } = rulingCard({ ...ruling, late: true, leaders: [] }, 'da');
    expect(rising(places(drawn, card.ruling.states.late, 'Fristen var', proposal.text))).toBe(true);
    expect(textOf(drawn)).not.toContain('Svar senest');
  });

  test('asks the professional who decides alone for a reason', () => {
    const { card: drawn } = rulingCard({ ...ruling, as: 'professional', seat: '', leaders: [] }, 'da');
    expect(verbsOf(drawn)).toEqual(['professional.other-form', 'professional.as-proposed']);
    expect(inputIds(drawn)).toEqual(['reason']);
    expect(textOf(drawn)).toContain('modellen peger på dig');
  });

  test('has no more than three of the others to go with', () => {
    const joins = Array.from({ length: 5 }, (_, n) => ({ seat: id(n), name: `Leder ${n}`, text: 'Noget andet' }));
    const { card: drawn } = otherFormCard(
      {
        ...{ facts: proposal, as: 'leader', seat: id(5), confirms: false, together: false, joins },
        ...{ values: { text: '', reason: '' }, faults: {} },
      },
      'da',
    );
    expect(verbsOf(drawn).filter((verb) => verb === 'ruling.join')).toHaveLength(3);
  });

  test('says what was looked at for a quarter of an hour together, and what was not', () => {
    const view = { facts: proposal, seat: id(5), with: ['Karen Bech'], dueOn: '2026-12-10', value: '', faults: {} };
    const some = togetherFormCard({ ...view, slots: ['2026-12-08T09:00'] }, 'da').card;
    expect(textOf(some)).toContain('Jeres egne kalendere kender jeg ikke.');
    const none = togetherFormCard({ ...view, slots: [] }, 'da').card;
    expect(verbsOf(none)).toEqual(['ruling.back']);
    expect(textOf(none)).toContain(da.refusals['no-slots']);
  });
});

test('the talk has three ways, and says what happens by itself when', () => {
  const { card: drawn } = talkCard(
    {
      ...{ facts: proposal, mark: 'm', open: true, state: 'talk', actsAt: '2026-12-04T15:00', acts: 'leaders' },
      doubts: [{ name: 'Bo Madsen', department: 'Jobcenter', kind: 'doubt', reason: 'For meget' }],
      ...{ silent: [], clarified: '', professional: null, outcome: null, faults: {} },
      leaders: [{ departmentId: id(40), department: 'Jobcenter', leader: 'Sørine Holm' }],
      values: { clarify: '', only: [id(40)], because: '' },
    },
    'da',
  );
  expect(verbsOf(drawn).sort()).toEqual(['proposal.amend-form', 'talk.clarify', 'talk.leaders']);
  expect(textOf(drawn)).toContain('Bo Madsen (Jobcenter): ');
  expect(textOf(drawn)).toContain('inden fredag den 4. december kl.\u00a015, lægger jeg det op til lederne');
  expect(byId(drawn, 'only')).toMatchObject({ value: id(40) });
});

describe('telling the citizen', () => {
  const view: TellView = {
    ...{ facts: proposal, mark: 'm', round: 1, about: 'outcome', state: 'open', outcome: adopted },
    ...{ answerDueOn: null, dueOn: '2026-12-09', told: null, today: '2026-12-08' },
    ...{ values: { how: '', toldOn: '', said: '' }, faults: {} },
  };
  test('says what and why', () => {
    const text = textOf(tellCard(view, 'da').card);
    expect(text).toContain(proposal.text);
    expect(text).toContain(adopted.reason);
  });

  test('never says that somebody disagreed, nor who decided', () => {
    for (const kind of ['not', 'other', 'wish', 'not-agreed', 'direction', 'withdrawn'] as const) {
      const text = textOf(tellCard({ ...view, outcome: { ...adopted, kind, by: 'leaders' } }, 'da').card);
      expect(text).not.toMatch(/uenig|enig|tvivl|[Ll]ederne|[Tt]eamet/);
    }
    const why = { ...adopted, kind: 'not-agreed', reason: 'Familie er uenig.' } as const;
    expect(textOf(tellCard({ ...view, outcome: why }, 'da').card)).not.toContain('Familie');
  });
});

test('the outcome says what, why, by whom, from when, who does it, and who tells the citizen', () => {
  const text = textOf(outcomeCard({ facts: proposal, mark: 'm', outcome: otherOutcome, mayOpen: true }, 'da').card);
  for (const part of [otherOutcome.text, otherOutcome.reason, card.by.leaders, 'Mandag den 4. januar', 'Bo Madsen']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('Tovholderen fortæller A.K., hvad der er besluttet, og hvorfor.');
});

describe('the form of a proposal', () => {
  const view: Parameters<typeof proposalFormCard>[0] = {
    ...{ pathwayId: id(1), form: id(2), meetingId: null, amends: null, ref: 'BF-1', alias: 'A.K.' },
    ...{ rule: 'unanimous-then-managers', responsible: [], voters: [{ id: id(1), name: 'Bo' }], advisers: [] },
    ...{ departments: [{ id: id(40), name: 'Familie' }], leaders: [], earliest: '2026-12-03' },
    values: {
      ...{ text: '', citizenSays: '', meanwhile: '', responsible: '', startsOn: '', visitation: false, heard: false },
      ...{ departments: [], leftOut: [], advisers: [], citizenAnswer: '' },
    },
    faults: {},
    back: { verb: 'pathway.back', data: { pathway: id(1) } },
  };
  const common = ['text', 'citizenSays', 'heard', 'meanwhile', 'responsible', 'startsOn', 'visitation'];
  test.each([
    { rule: 'unanimous-then-managers', ids: [...common, 'departments', 'leftOut'] },
    { rule: 'professional-decides', ids: [...common, 'departments', 'leftOut'] },
    { rule: 'advice-process', ids: [...common, 'advisers', 'departments', 'leftOut'] },
    {
      rule: 'agreed-with-citizen',
      ids: ['text', 'citizenSays', 'heard', 'citizenAnswer', ...common.slice(3), 'departments'],
    },
    { rule: 'leaders-set-direction', ids: ['text', 'citizenSays', 'meanwhile', 'responsible', 'startsOn'] },
  ] as const)('asks what $rule needs', ({ rule, ids }) => {
    expect(inputIds(proposalFormCard({ ...view, rule }, 'da').card)).toEqual(ids);
  });

  test('folds away departments and who does not answer, but never what is chosen or wrong', () => {
    const more = (given: Partial<typeof view>) => byId(proposalFormCard({ ...view, ...given }, 'da').card, 'more');
    expect(more({})).toMatchObject({ isVisible: false });
    expect(more({ values: { ...view.values, leftOut: [id(1)] } })).toMatchObject({ isVisible: true });
    expect(more({ faults: { leftOut: 'Ret dette.' } })).toMatchObject({ isVisible: true });
  });

  test('keeps a chosen one in a list that is too long for the card', () => {
    const voters = Array.from({ length: 80 }, (_, n) => ({ id: id(n), name: `Kollega nummer ${n}` }));
    const { card: drawn } = proposalFormCard({ ...view, voters, values: { ...view.values, leftOut: [id(79)] } }, 'da');
    expect(byId(drawn, 'leftOut')).toMatchObject({ value: id(79) });
    expect(JSON.stringify(byId(drawn, 'leftOut')?.choices)).toContain('Kollega nummer 79');
  });
});

describe('lists of proposals', () => {
  const line = (n: number) => ({
    ...{ id: id(n), number: n, text: 'Læreplads', state: 'asking' as const, daysOpen: 1, outcome: null },
  });
  const proposals = (n: number) =>
    proposalsCard(
      {
        ...{ pathwayId: id(1), ref: 'BF-1', alias: 'A.K.', questions: [], mayMake: true },
        lines: Array.from({ length: n }, (_, at) => line(at + 1)),
      },
      'da',
    ).card;
  test('give each of four a button, and more of them one list', () => {
    expect(verbsOf(proposals(4)).filter((verb) => verb === 'proposal.open')).toHaveLength(4);
    expect(inputIds(proposals(4))).toEqual([]);
    expect(verbsOf(proposals(5)).filter((verb) => verb === 'proposal.open')).toHaveLength(1);
    expect(byId(proposals(5), 'proposal')?.choices).toHaveLength(5);
  });

  test('carry in one’s own list what the button would have carried', () => {
    const open = Array.from({ length: 7 }, (_, n) => ({
      ...{ id: id(n), ref: 'BF-1', number: n, text: 'Læreplads', state: 'asking' as const, daysOpen: 1 },
    }));
    const choices = byId(decisionsCard({ waiting: [], open }, 'da').card, 'pick')?.choices;
    const value = Array.isArray(choices) && isObject(choices[3]) ? String(choices[3].value) : '';
    expect(readPick(value)).toEqual({ verb: 'proposal.open', input: { proposal: id(3) } });
  });
});
