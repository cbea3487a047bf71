const NUMBERS = [
  ['én', 'one'],
  ['to', 'two'],
  ['tre', 'three'],
  ['fire', 'four'],
  ['fem', 'five'],
  ['seks', 'six'],
  ['syv', 'seven'],
  ['otte', 'eight'],
  ['ni', 'nine'],
  ['ti', 'ten'],
  ['elleve', 'eleven'],
  ['tolv', 'twelve'],
];

/** How many lines a morning's card speaks of without showing them. */
export function moreIn(card: unknown): number {
  const found = /(?:Og (\S+) ting til\. Skriv|And (\S+) more\. Write)/.exec(JSON.stringify(card));
  const word = found?.[1] ?? found?.[2];
  if (word === undefined) return 0;
  const known = NUMBERS.findIndex((names) => names.includes(word));
  return known < 0 ? Number(word) : known + 1;
}
