import { type Lix, lixOf } from '../../../bot/learning/lix';

/** Counted by hand: words, full stops (or what ends a sentence), words of more than six letters. */
test.each<{ what: string; blocks: string[]; counted: Omit<Lix, 'lix'>; lix: number }>([
  {
    what: 'two short sentences',
    blocks: ['Du kommer. Vi hjælper.'],
    // 4 words in 2 sentences; "hjælper" is long.
    counted: { words: 4, sentences: 2, longWords: 1 },
    lix: 27,
  },
  {
    what: 'a word of six letters, which is not long, and one of seven, which is',
    blocks: ['Borger borgere.'],
    counted: { words: 2, sentences: 1, longWords: 1 },
    lix: 52,
  },
  {
    what: 'an abbreviation and a time of day within a sentence',
    blocks: ['Mødet er kl. 13 på rådhuset. Kom til tiden!'],
    // Mødet er kl. 13 på rådhuset | Kom til tiden
    counted: { words: 9, sentences: 2, longWords: 1 },
    lix: 16,
  },
  {
    what: 'a date with its dot',
    blocks: ['Vi ses den 3. december hos dig.'],
    counted: { words: 7, sentences: 1, longWords: 1 },
    lix: 21,
  },
  {
    what: 'a colon before a capital, and one before a small letter',
    blocks: ['Husk det: Borgeren er med. Tag dette med: kaffe og kage.'],
    // Husk det | Borgeren er med | Tag dette med: kaffe og kage
    counted: { words: 11, sentences: 3, longWords: 1 },
    lix: 13,
  },
  {
    what: 'a list, each point a sentence though it has no full stop',
    blocks: ['Tre ting', 'Borgeren fortæller', 'Teamet lytter'],
    counted: { words: 6, sentences: 3, longWords: 2 },
    lix: 35,
  },
  {
    what: 'a dash and a number: the one is no word, the other is',
    blocks: ['Unge – 16 til 25 år – er med.'],
    counted: { words: 7, sentences: 1, longWords: 0 },
    lix: 7,
  },
  {
    what: 'one word of two parts, whose letters count together, and a question',
    blocks: ['Er job-centeret med? Ja.'],
    counted: { words: 4, sentences: 2, longWords: 1 },
    lix: 27,
  },
  { what: 'nothing', blocks: ['', ' – '], counted: { words: 0, sentences: 0, longWords: 0 }, lix: 0 },
])('LIX of $what', ({ blocks, counted, lix }) => {
  expect(lixOf(blocks, 'da')).toEqual({ ...counted, lix });
});
