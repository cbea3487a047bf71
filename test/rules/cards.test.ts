import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { z } from 'zod/v4';
import { defineCard, MOST_CHARACTERS } from '../../cards/render';
import { ALIAS, LONG_ALIAS, LONG_PLACE, PLACE, WHY } from '../../cards/samples/sample';
import { samples } from '../../cards/samples/samples';
import { WORD, withWord } from '../../cards/with-word';
import { words } from '../../content/words/words';

// Microsoft's renderer brings a carousel along; no card of ours has one, and its library is no CommonJS.
jest.mock('swiper', () => ({}));
jest.mock('swiper/modules', () => ({}));

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Elements and actions of Adaptive Cards 1.5 that we use, with the properties that 1.5 knows of them and we allow. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['version', 'lang', 'fallbackText', 'msteams', 'body'],
  TextBlock: ['id', 'text', 'style', 'size', 'weight', 'color', 'isSubtle', 'wrap', 'spacing'],
  RichTextBlock: ['id', 'inlines', 'spacing'],
  TextRun: ['text', 'weight', 'color', 'isSubtle'],
  Container: ['id', 'items', 'style', 'isVisible', 'separator', 'spacing', 'minHeight'],
  ColumnSet: ['columns', 'spacing'],
  Column: ['width', 'items'],
  ActionSet: ['actions', 'spacing'],
  'Input.ChoiceSet': [
    ...['id', 'label', 'style', 'isMultiSelect', 'value', 'choices', 'placeholder', 'wrap'],
    ...['isRequired', 'errorMessage', 'spacing'],
  ],
  'Input.Date': ['id', 'label', 'min', 'max', 'value', 'isRequired', 'errorMessage', 'spacing'],
  'Input.Time': ['id', 'label', 'value', 'isRequired', 'errorMessage', 'spacing'],
  'Input.Text': [
    ...['id', 'label', 'placeholder', 'maxLength', 'isMultiline', 'value'],
    ...['isRequired', 'errorMessage', 'spacing'],
  ],
  'Input.Toggle': ['id', 'title', 'value', 'wrap', 'spacing'],
  'Action.Execute': ['title', 'verb', 'data', 'style', 'tooltip', 'associatedInputs'],
  'Action.ToggleVisibility': ['title', 'targetElements'],
};

/** Every verb of the cards with what its action carries, besides inputs. */
const verbs: Readonly<Record<string, readonly string[]>> = {
  'handover.ask': ['form', 'pathway'],
  'handover.withdraw': ['handover', 'version'],
  'handover.accept': ['handover', 'version'],
  'handover.decline': ['handover', 'version'],
  'handover.name': ['handover', 'version'],
  'handover.confirm': ['handover', 'version'],
  'orphan.give': ['obligation'],
  'orphan.drop': ['obligation'],
  'lead.told': ['handover'],
  'lead.keep': ['pathway', 'round'],
  'audit.sample-sign': ['sample'],
  'course.list': [],
  'course.open': [],
  'course.next': ['attempt', 'from', 'version'],
  'course.back': ['attempt', 'from', 'version'],
  'course.answer': ['attempt', 'n', 'question'],
  'course.again': ['attempt', 'question'],
  'course.read': ['attempt', 'lesson'],
  'course.pause': ['attempt'],
  'course.resume': ['enrolment'],
  'course.finish': ['attempt', 'version'],
  'course.begin': ['enrolment', 'n'],
  'course.statistics': [],
  'intake.list': [],
  'intake.pick': [],
  'intake.new-form': [],
  'intake.new': ['form', 'kind'],
  'intake.open': ['intake'],
  'intake.back': ['intake'],
  'intake.call-form': ['intake'],
  'intake.call': ['intake', 'version'],
  'intake.call-one': ['intake', 'version'],
  'intake.move-form': ['intake'],
  'intake.move': ['intake', 'n', 'version'],
  'intake.cancel': ['intake'],
  'intake.day-pick': ['intake'],
  'intake.day': ['day', 'version'],
  'intake.made-up': ['intake', 'version'],
  'intake.after-form': ['intake'],
  'intake.skip': ['intake'],
  'intake.seat-yes': ['seat', 'version'],
  'intake.seat-no': ['seat', 'version'],
  'intake.seat-back': ['seat', 'version'],
  'intake.ask': ['intake'],
  'program.open': ['run'],
  'program.pick': [],
  'program.met': ['run'],
  'program.partners': ['run'],
  'program.done': ['run'],
  'program.waive': ['run'],
  'mentor.form': ['run'],
  'mentor.ask': ['form', 'run'],
  'mentor.accept': ['mentorship'],
  'mentor.decline': ['mentorship'],
  'review.open': [],
  'review.next': [],
  'reviews.open': [],
  'review.back': [],
  'review.off': ['version'],
  'review.on': ['version'],
  'review.answer': ['item', 'version'],
  'review.talk': [],
  'review.strike': ['item', 'response'],
  'reflection.share-ask': ['attempt', 'question'],
  'reflection.share': ['attempt', 'mentor', 'question', 'response'],
  'dilemma.pick': ['attempt', 'question'],
  'dilemma.start': ['attempt', 'question'],
  'dilemma.open': ['dilemma'],
  'dilemma.answer': ['dilemma', 'round'],
  'dilemma.show': ['dilemma', 'round'],
  'home.waiting': [],
  'home.pathways': [],
  'home.meetings': [],
  'home.help': [],
  'home.status': [],
  'home.mandate': [],
  'mandate.open': [],
  'mandate.form': ['department'],
  'mandate.write': ['department', 'over'],
  'waiting.pick': [],
  'waiting.snooze-form': [],
  'waiting.snooze': [],
  'followup.open': ['pathway'],
  'followup.back': ['pathway'],
  'followup.pick': ['pathway'],
  'followup.rhythm-form': ['pathway'],
  'followup.rhythm': ['n', 'pathway'],
  'followup.transition-form': ['pathway'],
  'followup.transition': ['form', 'pathway'],
  'followup.own-form': ['pathway'],
  'followup.own': ['form', 'pathway'],
  'milestone.waive': ['milestone', 'version'],
  'milestone.said-no': ['milestone', 'version'],
  'milestone.lead-stays': ['milestone', 'version'],
  'milestone.record': ['milestone', 'version'],
  'own.done': ['own', 'version'],
  'own.later': ['own', 'version'],
  'own.drop': ['own', 'version'],
  'handover.form': ['pathway'],
  'pathway.open': [],
  'pathway.new': [],
  'pathway.list': [],
  'pathway.begin': ['form'],
  'pathway.back': ['pathway'],
  'pathway.more': ['pathway'],
  'pathway.end-form': ['pathway'],
  'pathway.end': ['pathway', 'version'],
  'pathway.team': ['pathway'],
  'team.find': ['pathway', 'version'],
  'team.add': ['pathway', 'version'],
  'team.rest': ['pathway', 'version'],
  'team.return': ['pathway', 'version'],
  'team.out-ask': ['pathway'],
  'team.out': ['pathway', 'seat', 'version'],
  'seat.rest': ['pathway', 'version'],
  'seat.return': ['pathway', 'version'],
  'seat.leave-ask': ['pathway'],
  'seat.leave': ['pathway', 'version'],
  'co-lead.form': ['pathway'],
  'co-lead.find': ['pathway', 'version'],
  'co-lead.set': ['pathway', 'version'],
  'co-lead.remove': ['pathway', 'version'],
  'external.form': ['pathway'],
  'external.add': ['pathway', 'version'],
  'link.form': ['pathway'],
  'link.ask': ['form', 'pathway'],
  'link.connect': ['link', 'version'],
  'link.decline': ['link', 'version'],
  'link.end': ['pathway'],
  'case-number.form': ['pathway'],
  'case-number.save': ['pathway', 'version'],
  'case-number.remove': ['pathway', 'version'],
  'ground.list': ['pathway'],
  'ground.back': ['pathway'],
  'ground.form': ['pathway'],
  'ground.register': ['form', 'pathway'],
  'ground.withdraw-ask': [],
  'ground.withdraw': ['ground'],
  'ground.shared': [],
  'meeting.form': ['pathway'],
  'meeting.call': ['form', 'pathway', 'seen'],
  'meeting.back': ['meeting'],
  'meeting.work-back': ['meeting'],
  'meeting.move-form': ['meeting'],
  'meeting.move': ['meeting', 'seen', 'version'],
  'meeting.cancel-ask': ['meeting'],
  'meeting.cancel': ['meeting', 'version'],
  'meeting.work': ['meeting'],
  'meeting.start': ['meeting', 'version'],
  'meeting.citizen-form': ['meeting'],
  'meeting.citizen': ['drawn', 'go', 'howVersion', 'meeting', 'wordsVersion'],
  'meeting.here-form': ['meeting'],
  'meeting.here': ['drawn', 'go', 'meeting', 'shown', 'version'],
  'meeting.agenda-form': ['meeting', 'n'],
  'meeting.agenda': ['drawn', 'go', 'meeting', 'n', 'noteVersion'],
  'meeting.columns': ['drawn', 'go', 'meeting', 'version-dreams', 'version-works', 'version-worries'],
  'meeting.agreements-form': ['meeting'],
  'meeting.agreement-add': ['form', 'go', 'meeting'],
  'meeting.agreement-remove': ['form', 'meeting'],
  'meeting.next-form': ['meeting'],
  'meeting.next': ['drawn', 'go', 'meeting', 'was'],
  'meeting.close-ask': ['meeting'],
  'meeting.close': ['meeting', 'version'],
  'meeting.not-held': ['meeting', 'version'],
  'trial.open': ['matter'],
  'letter.offer': ['meeting'],
  'record.offer': ['meeting'],
  'record.pdf': ['record'],
  'agreement.done': ['agreement', 'version'],
  'agreement.later': ['agreement', 'version'],
  'agreement.drop': ['agreement', 'version'],
  'preparation.done': ['preparation', 'version'],
  'citizen-talk.note': ['meeting'],
  'absence-word.say': ['invitation', 'version'],
  'invitation.open': ['invitation'],
  'invitation.come': ['invitation', 'version'],
  'invitation.stand-in': ['invitation', 'version'],
  'invitation.hindered': ['invitation', 'version'],
  'invitation.change': ['invitation', 'version'],
  'stand-in.open': ['standIn'],
  'stand-in.accept': ['standIn', 'version'],
  'stand-in.decline': ['standIn', 'version'],
  'stand-in.withdraw': ['standIn', 'version'],
  'hindered.open': ['invitation'],
  'hindered.manage': ['invitation', 'version'],
  'hindered.somebody': ['invitation', 'version'],
  'representation.name': ['invitation', 'version'],
  'proposal.make': ['form', 'meeting', 'pathway'],
  'proposal.amend': ['proposal', 'version'],
  'proposal.amend-form': ['proposal'],
  'proposal.agree': ['proposal', 'step', 'version'],
  'proposal.doubt': ['proposal', 'step', 'version'],
  'proposal.disagree': ['proposal', 'step', 'version'],
  'proposal.open': [],
  'proposal.form': ['pathway'],
  'proposal.we-agree': ['proposal', 'version'],
  'proposal.withdraw': ['proposal', 'version'],
  'vote.open': ['proposal'],
  'owed.open': ['kind', 'proposal'],
  'talk.open': ['proposal'],
  'talk.clarify': ['proposal', 'step', 'version'],
  'talk.leaders': ['proposal', 'step', 'version'],
  'voice.yes': ['proposal', 'version'],
  'voice.name': ['proposal', 'version'],
  'ruling.together-form': ['seat', 'step', 'version'],
  'ruling.together': ['seat', 'version'],
  'ruling.back': ['seat'],
  'ruling.change': ['seat', 'version'],
  'ruling.as-proposed': ['seat', 'step', 'version'],
  'ruling.other-form': ['seat', 'step', 'version'],
  'ruling.not': ['seat', 'step', 'version'],
  'ruling.other': ['seat', 'step', 'version'],
  'ruling.join': ['seat', 'step', 'version', 'with'],
  'ruling.confirm': ['seat', 'step', 'version'],
  'ruling.ask-form': ['seat', 'step', 'version'],
  'ruling.ask': ['seat', 'version'],
  'professional.as-proposed': ['proposal', 'step', 'version'],
  'professional.other-form': ['proposal', 'step', 'version'],
  'professional.not': ['proposal', 'step', 'version'],
  'professional.other': ['proposal', 'step', 'version'],
  'professional.back': ['proposal'],
  'advice.give': ['proposal', 'version'],
  'advice.none': ['proposal', 'version'],
  'advice.take': ['proposal', 'version'],
  'citizen.yes': ['proposal', 'version'],
  'citizen.no': ['proposal', 'version'],
  'question.form': ['pathway'],
  'question.ask': ['form', 'meeting', 'pathway', 'proposal'],
  'question.answer': ['seat'],
  'visitation.sent': ['proposal', 'version'],
  'visitation.answered': ['proposal', 'version'],
  'start.yes': ['n', 'proposal'],
  'start.later': ['n', 'proposal'],
  'start.no': ['n', 'proposal'],
  'tell.done': ['proposal', 'round'],
};

/** Of the word list: never in a Danish text, in any ending. */
const never =
  /\b(?:sag|sagen|sager|sagens|stedfortræder\w*|afgørelse\w*|udeblivelse\w*|udeblev\w*|eskaler\w*|kendelse\w*|dom|dommen|gyldigt forfald|forpligtelse\w*)\b/i;

const drawn = samples.flatMap((sample) =>
  (['da', 'en'] as const).map((locale) => ({
    name: `${sample.name} (${locale})`,
    locale,
    notice: sample.notice ?? false,
    ...sample.draw(locale),
  })),
);

/** Everything with a type, in reading order; not what actions carry. */
function elements(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  if (!isObject(value)) return [];
  const inner = Object.entries(value).flatMap(([key, child]) => (key === 'data' ? [] : elements(child)));
  return typeof value.type === 'string' ? [value, ...inner] : inner;
}
const ofType = (card: unknown, ...types: string[]): Json[] =>
  elements(card).filter((element) => types.some((type) => String(element.type).startsWith(type)));
const actionsOf = (card: unknown): Json[] => ofType(card, 'Action.');

const binding = (path: string) => `$\{${path}}`;

/** What people read: texts, titles and labels. */
function readable(card: unknown): string[] {
  return elements(card).flatMap((element) =>
    [
      ...['text', 'title', 'label', 'placeholder', 'errorMessage', 'tooltip'].map((key) => element[key]),
      ...(Array.isArray(element.choices) ? element.choices.filter(isObject).map((choice) => choice.title) : []),
    ].filter((text) => typeof text === 'string'),
  );
}

test.each(drawn)('$name is a card that Microsoft’s renderer takes without a word', ({ card }) => {
  const context = new SerializationContext(Versions.v1_5);
  const adaptive = new AdaptiveCard();
  // The renderer tries `lang` with an expression that remembers where it was, and refuses every second one.
  const { lang, ...rest } = card;
  expect(lang).toMatch(/^(?:da|en)$/);
  adaptive.parse(rest, context);
  const said = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  expect([...said, ...adaptive.validateProperties().validationEvents.map((event) => event.message)]).toEqual([]);
});

test.each(drawn)('$name holds only elements and properties of Adaptive Cards 1.5 that we allow', ({ card }) => {
  const strange = elements(card).flatMap((element) => {
    const known = allowed[String(element.type)];
    if (!known) return [element.type];
    return Object.keys(element)
      .filter((key) => key !== 'type' && !known.includes(key))
      .map((key) => `${String(element.type)}.${key}`);
  });
  expect(strange).toEqual([]);
  expect(card.version).toBe('1.5');
});

test.each(drawn)(
  '$name says its language, and the notification where cards are not shown',
  ({ card, locale, summary }) => {
    expect(card.lang).toBe(locale);
    expect(card.fallbackText).toBe(summary);
  },
);

test.each(drawn)(
  '$name has at most six buttons, one primary at most, and no two of the same name side by side',
  ({ card }) => {
    const actions = actionsOf(card);
    expect(actions.length).toBeLessThanOrEqual(6);
    expect(actions.filter((action) => action.style === 'positive').length).toBeLessThanOrEqual(1);
    const names = actions.map((action) => action.tooltip ?? action.title);
    expect(names).toHaveLength(new Set(names).size);
  },
);

test.each(drawn)('$name fits into a message of Teams, also with the longest word on it', ({ card, locale }) => {
  const longest = Object.values(words(locale).refusals).reduce((one, other) =>
    other.length > one.length ? other : one,
  );
  expect(JSON.stringify(withWord(card, longest)).length).toBeLessThanOrEqual(MOST_CHARACTERS);
});

test.each(drawn)('$name leaves no binding in the text', ({ card, summary }) => {
  expect(JSON.stringify(card)).not.toContain(binding('').slice(0, 2));
  expect(summary).not.toContain(binding('').slice(0, 2));
});

test.each(drawn)('$name labels every input, wraps every text, and uses no id twice', ({ card }) => {
  for (const input of ofType(card, 'Input.')) {
    expect(input.type === 'Input.Toggle' ? input.title : input.label).toEqual(expect.stringMatching(/\S/));
    if (input.isRequired === true) expect(input.errorMessage).toEqual(expect.stringMatching(/\S/));
  }
  expect(ofType(card, 'TextBlock', 'Input.Toggle').filter((element) => element.wrap !== true)).toEqual([]);
  const ids = elements(card).flatMap((element) => (typeof element.id === 'string' ? [element.id] : []));
  expect(ids).toHaveLength(new Set(ids).size);
});

test.each(drawn)('$name can be read at 320 pixels: no more than two columns, no width but a narrow one', ({ card }) => {
  for (const set of ofType(card, 'ColumnSet')) {
    const widths = ofType(set.columns, 'Column').map((column) => column.width);
    expect(widths).toEqual(['96px', 'stretch']);
  }
});

test.each(drawn)('$name carries back what its verbs need and nothing else', ({ card }) => {
  for (const action of ofType(card, 'Action.Execute')) {
    const data = isObject(action.data) ? action.data : {};
    const verb = String(action.verb);
    // A list sends the meeting (the pathway) as its input, a button of its own carries it.
    const either: Readonly<Record<string, readonly string[]>> = {
      'meeting.open': ['meeting'],
      'course.open': ['course'],
      // One of several days is picked by an input; a single one is carried.
      'intake.move-form': 'n' in data ? ['intake', 'n'] : ['intake'],
      // What follows upon a class carries the class.
      'intake.new': 'after' in data ? ['after', 'form', 'kind', 'what'] : ['form', 'kind'],
      'course.statistics': ['course', 'from'],
      'pathway.open': ['pathway'],
      'proposal.open': ['proposal'],
      // A result sends the lesson as its input.
      'course.read': 'lesson' in data ? ['attempt', 'lesson'] : ['attempt'],
      // From a proposal it goes back there.
      'question.form': 'proposal' in data ? ['pathway', 'proposal'] : ['pathway'],
      // A reminder of a certain meeting says which kind.
      'meeting.form': 'kind' in data ? ['kind', 'pathway'] : ['pathway'],
    };
    const expected = Object.keys(data).length === 0 ? (verbs[verb] ?? []) : (either[verb] ?? verbs[verb]);
    expect({ verb, carries: Object.keys(data).sort() }).toEqual({ verb, carries: expected });
    for (const value of Object.values(data)) expect(value).toEqual(expect.anything());
  }
});

test.each(drawn)('$name has a notification without anything about the citizen but the reference', ({ summary }) => {
  expect(summary).not.toMatch(/\$\{|\n/);
  expect(summary.length).toBeLessThanOrEqual(250);
  for (const secret of [ALIAS, LONG_ALIAS, PLACE, LONG_PLACE.slice(0, 40), WHY]) expect(summary).not.toContain(secret);
});

test.each(drawn.filter((one) => one.locale === 'da'))(
  '$name has none of the words we never say',
  ({ card, summary }) => {
    expect(
      readable(card)
        .concat(summary)
        .filter((text) => text !== words('da').decisions.formal && never.test(text)),
    ).toEqual([]);
  },
);

test.each(drawn)('$name says dates as people do', ({ card, summary }) => {
  // The hint of the development command shows what to type.
  const texts = readable(card)
    .concat(summary)
    .filter((text) => !text.includes('2026-03-02 08:00'));
  expect(texts.filter((text) => /\d{4}-\d\d-\d\d|T\d\d:\d\d/.test(text))).toEqual([]);
});

test.each(drawn)(
  '$name says nothing in a colour but a fault; a state has a mark of its colour beside it',
  ({ card }) => {
    const coloured = elements(card).filter(({ color }) => color !== undefined && color !== 'Default');
    const texts = coloured.filter(({ type, text }) => type !== 'TextRun' || text !== '● ');
    expect(texts.map(({ type, color, weight }) => ({ type, color, weight }))).toEqual(
      texts.map(() => ({ type: 'TextBlock', color: 'Attention', weight: 'Bolder' })),
    );
    // A mark alone says nothing.
    for (const { inlines } of ofType(card, 'RichTextBlock')) {
      const runs = elements(inlines).map(({ text }) => text);
      if (runs.includes('● ')) expect(runs.filter((text) => text !== '● ').join('')).toMatch(/\S/);
    }
  },
);

test.each(drawn)('$name begins with a quiet line and has one title', ({ card }) => {
  const [quiet, title] = ofType(card, 'TextBlock');
  expect(quiet).toMatchObject({ isSubtle: true, size: 'Small' });
  expect(title).toMatchObject({ style: 'heading', size: 'Large', weight: 'Bolder' });
  expect(ofType(card, 'TextBlock').filter((text) => text.size === 'Large')).toHaveLength(1);
});

test.each(samples)('$name has the same shape in both languages', (sample) => {
  const shape = (locale: 'da' | 'en') =>
    elements(sample.draw(locale).card).map((element) => [
      element.type,
      element.verb,
      element.id,
      element.style,
      element.color,
    ]);
  expect(shape('en')).toEqual(shape('da'));
});

test('every verb of the cards is drawn by some sample', () => {
  const used = new Set(drawn.flatMap(({ card }) => ofType(card, 'Action.Execute').map((action) => action.verb)));
  expect(Object.keys(verbs).filter((verb) => !used.has(verb))).toEqual([]);
});

test('the checks of this file find what they look for', () => {
  expect(elements([{ type: 'A', items: [{ type: 'B', data: { type: 'C' } }] }]).map((one) => one.type)).toEqual([
    'A',
    'B',
  ]);
  expect(['Det er en sag', 'stedfortræderen', 'Afgørelsen', 'en dom'].every((text) => never.test(text))).toBe(true);
  expect(['dommer', 'usagt', 'tovholder'].some((text) => never.test(text))).toBe(false);
});

describe('a word on a card', () => {
  const [{ card } = { card: undefined }] = drawn;

  test('stands below the title, and is no part of the card that is drawn next', () => {
    if (!card) throw new Error('no card');
    const worded = withWord(card, 'Mødet *kan* først åbnes på dagen.');
    const texts = readable(worded);
    expect(texts.slice(0, 3)).toEqual([...readable(card).slice(0, 2), 'Mødet ∗kan∗ først åbnes på dagen.']);
    expect(elements(worded).length).toBe(elements(card).length + 2);
    expect(readable(card)).not.toContain('Mødet ∗kan∗ først åbnes på dagen.');
  });

  test.each(drawn)('of $name is taken by Microsoft’s renderer, and has no id of the card’s own', ({ card }) => {
    const ids = elements(withWord(card, 'Ord')).flatMap((element) =>
      typeof element.id === 'string' ? [element.id] : [],
    );
    expect(ids.filter((id) => id === WORD)).toHaveLength(1);
  });
});

describe('defineCard', () => {
  const template = {
    type: 'AdaptiveCard',
    lang: binding('lang'),
    fallbackText: binding('summary'),
    body: [{ type: 'TextBlock', text: `Hej ${binding('name')}` }],
  };

  test('stops at a binding that has no value, and names it', () => {
    const draw = defineCard({ name: 'half', template, schema: z.strictObject({ other: z.string() }) });
    expect(() => draw({ other: 'x' }, 'y', 'da')).toThrow('card half: no value for name');
  });

  test('stops at a value that the card does not know', () => {
    const draw = defineCard({ name: 'whole', template, schema: z.strictObject({ name: z.string() }) });
    const values = { name: 'Bo', more: 1 };
    expect(() => draw(values, 'y', 'da')).toThrow();
  });

  test('leaves out what is bound to nothing, and keeps what actions carry', () => {
    const draw = defineCard({
      name: 'small',
      template: {
        type: 'AdaptiveCard',
        body: [{ type: 'TextBlock', text: 'a', id: binding('id') }],
        actions: [{ data: { empty: binding('id') } }],
      },
      schema: z.strictObject({ id: z.string() }),
    });
    expect(draw({ id: '' }, 's', 'en').card).toEqual({
      type: 'AdaptiveCard',
      body: [{ type: 'TextBlock', text: 'a' }],
      actions: [{ data: { empty: '' } }],
    });
  });
});
