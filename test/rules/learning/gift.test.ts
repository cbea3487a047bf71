import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readBank } from '../../../bot/learning/bank-file';
import { type Fault, told } from '../../../bot/learning/faults';
import { readText } from '../../../bot/learning/text-file';
import type { Draft, Note } from '../../../scripts/gift/draft';
import { fromGift } from '../../../scripts/gift/from-gift';
import { readGift } from '../../../scripts/gift/read-gift';
import { asMarkdown } from '../../../scripts/gift/text-formats';
import { toGift } from '../../../scripts/gift/to-gift';
import { writeBank } from '../../../scripts/gift/write-bank';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rod-traad-gift-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function bankOf(text: string) {
  const file = path.join(folder, 'bank.md');
  writeFileSync(file, text);
  const faults: Fault[] = [];
  const source = readText(file, faults);
  const questions = source ? readBank(source, faults) : [];
  return { questions, faults: told(faults).map((fault) => fault.replace(`${file}:`, '')) };
}

/** What comes in, and what is said of it: `<line>: <message>`, with ! where a question is lost. */
function taken(gift: string, language: 'da' | 'en' = 'da') {
  const { items, notes: read } = readGift(gift);
  const notes: Note[] = [...read];
  const keys = new Set<string>();
  const drafts = items.flatMap((item): Draft[] => {
    const draft = fromGift(item, { language, keys }, notes);
    if (draft) keys.add(draft.key);
    return draft ? [draft] : [];
  });
  const said = [...new Set(notes.map(({ line, message, lost }) => `${line}${lost ? '!' : ':'} ${message}`))];
  return { drafts, said };
}

const PLAIN = ['ord', 'pligt', 'Åse', 'øre', 'borger', 'når', '16', '17½'];
const HARD = [
  '**fed**',
  '*skrå*',
  'a\\*b',
  '{x}',
  'a=b',
  '#1',
  '##',
  '~ca.',
  '::',
  'kl.:',
  'a:b',
  '\\\\',
  '//',
  '[x]',
  '[html]',
];
const MORE = [
  '50 %',
  '%50%x',
  '"citat"',
  '“citat”',
  '&amp;',
  '$5',
  '<',
  '\\n',
  'a\\_b',
  '`'.replace('`', '´'),
  '}',
  '{',
  '!',
  '|',
];
const word = fc.constantFrom(...PLAIN, ...HARD, ...MORE);
const first = fc.constantFrom(...PLAIN, '%50%', '[html]', '[plain]x', '“Ja”', '~', '\\\\', '{', '*nej*');
const sentence = fc.tuple(first, fc.array(word, { maxLength: 7 })).map(([one, more]) => [one, ...more].join(' '));
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 2 }).map((all) => all.join('\n\n'));
/** Each another: a number stands last. */
const points = (least: number, most: number) =>
  fc.array(sentence, { minLength: least, maxLength: most }).map((all) => all.map((one, n) => `${one} nr${n}`));
const verdict = fc.record({ right: paragraphs, wrong: paragraphs });
const base = { key: fc.constantFrom('a', 'whose-duty', 'q2'), prompt: paragraphs };

const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc
    .tuple(fc.record(base), points(2, 6), fc.array(paragraphs, { minLength: 6, maxLength: 6 }), fc.nat({ max: 5 }))
    .map(([common, texts, feedback, right]): Draft => {
      const options = texts.map((text, n) => ({ text, right: n === right % texts.length, feedback: feedback[n] }));
      return { ...common, kind: 'one', options };
    }),
  fc
    .tuple(
      fc.record(base),
      points(3, 6),
      fc.array(paragraphs, { minLength: 6, maxLength: 6 }),
      fc.integer({ min: 1, max: 63 }),
    )
    .map(([common, texts, feedback, bits]): Draft => {
      const mask = bits % 2 ** texts.length || 1;
      const options = texts.map((text, n) => ({ text, right: ((mask >> n) & 1) === 1, feedback: feedback[n] }));
      return { ...common, kind: 'several', options };
    }),
  fc
    .tuple(fc.record(base), fc.boolean(), verdict)
    .map(([common, answer, said]): Draft => ({ ...common, kind: 'true-false', answer, ...said })),
  fc.tuple(fc.record(base), points(2, 5), paragraphs).map(([common, texts, said]): Draft => {
    const pairs = texts.map((left, n) => ({ left, right: `${texts[(n + 1) % texts.length]} til` }));
    return { ...common, kind: 'pairs', pairs, right: said, wrong: said };
  }),
  fc.tuple(fc.record(base), fc.integer({ min: -999, max: 9999 }), fc.integer({ min: 0, max: 99 }), verdict).map(
    ([common, tenths, off, said]): Draft => ({
      ...common,
      kind: 'number',
      answer: tenths / 10,
      tolerance: off / 10,
      ...said,
    }),
  ),
  fc.tuple(fc.record(base), points(1, 5), verdict).map(([{ key, prompt }, texts, said]): Draft => {
    const answers = texts.map((text) => text.replaceAll('|', '/'));
    return { key, prompt: `${prompt} ____, ord.`, kind: 'blank', answers, ...said };
  }),
  fc.tuple(fc.record(base), paragraphs).map(([common, after]): Draft => ({ ...common, kind: 'reflection', after })),
);

test('whatever GIFT can carry comes back as it was: a bank written, read, given out, taken in and written again', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(draft, (one) => {
      const written = writeBank([one]);
      const { questions, faults } = bankOf(written);
      expect(faults).toEqual([]);
      const { text, notes } = toGift('course/bank', questions);
      const back = taken(text);
      expect(back.said).toEqual([]);
      expect(back.drafts).toEqual([one]);
      expect(writeBank(back.drafts)).toBe(written);
      expect(notes.map(({ message }) => message)).toEqual(
        one.kind === 'several'
          ? [`"${one.key}": all or nothing is left out: in GIFT each right one gives its share of the points`]
          : [],
      );
      kinds.add(one.kind);
    }),
    { numRuns: 200 },
  );
  expect(kinds).toEqual(new Set(['one', 'several', 'true-false', 'pairs', 'number', 'blank', 'reflection']));
});

test.each<{ what: string; gift: string; drafts: readonly Partial<Draft>[]; said: readonly string[] }>([
  {
    what: 'one right, with feedback, escapes and Moodle’s own text',
    gift: '::hvem::Hvem har \\{mødepligt\\}\\: 2\\=2? {\n=Afdelingen#Ja \\# ja\n~Borgeren#Nej\n}',
    drafts: [
      {
        key: 'hvem',
        kind: 'one',
        prompt: 'Hvem har {mødepligt}: 2=2?',
        options: [
          { text: 'Afdelingen', right: true, feedback: 'Ja # ja' },
          { text: 'Borgeren', right: false, feedback: 'Nej' },
        ],
      },
    ],
    said: [],
  },
  {
    what: 'a comment, a category, a description and a name that is no key',
    gift: '// fra Moodle\n$CATEGORY: top/Pligt\n\nLæs først dette.\n\n::Må jeg blive væk?::Må jeg? {F#Jo#Nej}',
    drafts: [{ key: 'maa-jeg-blive-vaek', kind: 'true-false', answer: false, right: 'Nej', wrong: 'Jo' }],
    said: [
      '1: the comment is left out: // fra Moodle',
      '4! a description is no question and is left out: make a lesson of it',
      '6: "Må jeg blive væk?" gets the key maa-jeg-blive-vaek',
    ],
  },
  {
    what: 'a share of the points',
    gift: '::q::Hvilke? {\n~%75%en#a\n~%25%to#b\n~%-50%tre#c\n}',
    drafts: [
      {
        kind: 'several',
        options: [
          { text: 'en', right: true, feedback: 'a' },
          { text: 'to', right: true, feedback: 'b' },
          { text: 'tre', right: false, feedback: 'c' },
        ],
      },
    ],
    said: [
      '1: "en" gives 75 %: shares are left out, right is all that are right and none of the others',
      '1: "to" gives 25 %: shares are left out, right is all that are right and none of the others',
      '1: "tre" gives -50 %: shares are left out, right is all that are right and none of the others',
    ],
  },
  {
    what: 'a nearly right one beside the right, and feedback to the whole',
    gift: '\n\n::q::Hvem? {=en#a ~%50%to#b ~tre#c #### alt}',
    drafts: [{ kind: 'one' }],
    said: [
      '3: feedback to the whole question is left out: it stands at each option',
      '3: "to" gives 50 %: it counts as wrong, an option is right or not',
    ],
  },
  {
    what: 'a short answer without a gap',
    gift: '::q::Hvad hedder det, du må beslutte? {=mandat =%50%fuldmagt =et mandat}',
    drafts: [
      {
        kind: 'blank',
        prompt: 'Hvad hedder det, du må beslutte?\n\nSvar: ____',
        answers: ['mandat', 'et mandat'],
        right: undefined,
        wrong: undefined,
      },
    ],
    said: [
      '1: "fuldmagt" gives 50 %: it is left out, an answer is right or not',
      '1: the question has no gap: "Svar: ____" is put below it',
    ],
  },
  {
    what: 'a missing word, of one and of several',
    gift: '::q::Det er {=afdelingens#Ja =%0%*#Nej}.\n\n::r::Det er {~mit =afdelingens} ansvar.',
    drafts: [
      { kind: 'blank', prompt: 'Det er ____.', answers: ['afdelingens'], right: 'Ja', wrong: 'Nej' },
      { kind: 'one', prompt: 'Det er \\_\\_\\_\\_\\_ ansvar.' },
    ],
    said: [],
  },
  {
    what: 'numbers: a tolerance, a range, several',
    gift: '::a::Hvor? {#16:0.5}\n\n::b::Hvor? {#1..5####Fra en til fem}\n\n::c::Hvor? {#=2:0#ja =%50%3:1#næsten ~#nej}',
    drafts: [
      { kind: 'number', answer: 16, tolerance: 0.5, right: undefined, wrong: undefined },
      { kind: 'number', answer: 3, tolerance: 2, right: 'Fra en til fem', wrong: 'Fra en til fem' },
      { kind: 'number', answer: 2, tolerance: 0, right: 'ja', wrong: 'nej' },
    ],
    said: ['5: the share for 3 is left out: there is one right number'],
  },
  {
    what: 'an essay, and HTML with what a card cannot show',
    gift: '::q::[html]<p>Hvad <b>ønsker</b> du&nbsp;?</p><p>Se <img src\\="a.png"> &aring;</p> {}',
    drafts: [{ kind: 'reflection', prompt: 'Hvad **ønsker** du ?\n\nSe å', after: undefined }],
    said: ['1: <img src="a.png"> is left out: a card of a course shows text alone'],
  },
  {
    what: 'a pair with an empty side, an answer with |',
    gift: '::a::Par {=en -> to = -> tre =fire -> fem}\n\n::b::Hvad ____? {=a|b}',
    drafts: [],
    said: [
      '1! a pair has a side that is empty or holds =, and a bank cannot: the question is left out',
      '3! an answer is missing or holds |, and a bank cannot: the question is left out',
    ],
  },
  {
    what: 'what nobody can read, and what stands after it',
    gift: '::a::Uden slut {\n=ja\n~nej = måske\n\n::b::Den næste {T#a#b}',
    drafts: [{ key: 'b', kind: 'true-false', answer: true, right: 'b', wrong: 'a' }],
    said: [
      '3! this is not understood at character 13: write \\ before ~ = # { } that belong to the text, and close { with }; the question is left out',
    ],
  },
  {
    what: 'the same name twice, and tags',
    gift: '// [id:x7] [tag:pligt]\n::q::En {T#a#b}\n\n::q::To {F#a#b}',
    drafts: [{ key: 'q' }, { key: 'q-2' }],
    said: ['1: the comment is left out: // [id:x7] [tag:pligt]', '4: "q" gets the key q-2'],
  },
])('taken in: $what', ({ gift, drafts, said }) => {
  const back = taken(gift);
  expect(back.said).toEqual(said);
  expect(back.drafts).toMatchObject(drafts);
  expect(back.drafts).toHaveLength(drafts.length);
});

test('given out: what GIFT cannot carry is said with the question’s line', () => {
  const file = path.resolve('test/support/courses/all-kinds/da/the-duty.questions.md');
  const faults: Fault[] = [];
  const source = readText(file, faults);
  const { text, notes } = toGift('x/y', source ? readBank(source, faults) : []);
  expect(notes.map(({ line, message, lost }) => `${line}${lost ? '!' : ':'} ${message}`)).toEqual([
    '1: "whose-duty": “How sure are you?” is left out: GIFT does not ask it',
    '14: "what-a-colleague-needs": all or nothing is left out: in GIFT each right one gives its share of the points',
    '35: "word-and-meaning": what is said when right and when wrong is left out: GIFT has one text for both in pairs',
    '47! "what-first": GIFT has no questions of order: it is left out',
  ]);
  expect(text).toContain('::may-stay-away::[markdown]Har du travlt');
  expect(text).toContain('=mødepligt -> afdelingen kommer\n');
});

test('what is missing in what came in is told at its line in the bank', () => {
  const { drafts } = taken('::a::Må jeg? {T}\n\n::b::Hvem? {=en ~to#nej}\n\n::c::Skriv. {}');
  expect(bankOf(writeBank(drafts)).faults).toEqual([
    '1:1 nothing is said when it is right: write > [x] and what it is, last in the question',
    '1:1 nothing is said when it is wrong: write > [ ] and what it is, last in the question',
    '12:1 there is no feedback: write it on the next line, indented by two spaces, with > in front',
    '16:1 nothing is said afterwards: write > and what it is, last in the question',
  ]);
});

test.each([
  {
    format: 'plain' as const,
    text: '1. *a*\n# b <c> & [d] &amp;',
    is: '1\\. \\*a\\*\n\n\\# b \\<c\\> & \\[d\\] \\&amp;',
  },
  { format: 'moodle' as const, text: 'en\nto <i>tre</i> 2 &lt; 3', is: 'en\n\nto *tre* 2 \\< 3' },
  { format: 'html' as const, text: 'en\nto<br />tre', is: 'en to\n\ntre' },
  { format: 'markdown' as const, text: ' **a** <b> ', is: '**a** <b>' },
])('a text in $format as Markdown', ({ format, text, is }) => {
  expect(asMarkdown(text, format)).toEqual({ text: is, lost: [] });
});
