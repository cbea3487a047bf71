import type { StagePerson } from '../../chat';

const lower = (text: string) => text.toLocaleLowerCase('da').normalize('NFC');
/** As somebody without the Danish letters would type it: `soerine` and `sorine` both find Sørine. */
const letters: readonly Readonly<Record<string, string>>[] = [
  {},
  { æ: 'ae', ø: 'oe', å: 'aa' },
  { æ: 'a', ø: 'o', å: 'a' },
];
const written = (text: string, as: Readonly<Record<string, string>>) =>
  lower(text).replace(/[æøå]/g, (letter) => as[letter] ?? letter);

/** Everybody whose name, title or department holds every word of `search`; everybody where it is empty. */
export function found<Person extends StagePerson>(people: readonly Person[], search: string): Person[] {
  const words = lower(search).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = `${person.name} ${person.title} ${person.department}`;
    const texts = letters.map((as) => written(text, as));
    return words.every((word) => texts.some((one) => one.includes(word)));
  });
}
