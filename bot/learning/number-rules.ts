const SEPARATORS = { da: { decimal: ',', thousand: '.' }, en: { decimal: '.', thousand: ',' } } as const;

/**
 * The number that somebody wrote, with a comma or a point before the decimals: `3,5`, `3.5`, `1.234,5`, `-2`, `14 dage`.
 * Where one separator can be either (`1.500`), it is read as the writer's language does; what cannot be thousands is
 * decimals in both.
 * @returns undefined where it is none, or more than one
 */
export function numberIn(text: string, locale: 'da' | 'en'): number | undefined {
  const found = /^([-+−–]?)\s*(\d[\d\s.,']*)\s*[^\d]*$/u.exec(text.trim());
  if (!found) return undefined;
  const written = (found[2] ?? '')
    .replace(/[.,']$/, '')
    .replace(/(?<=\d)[\s'](?=\d{3}(?:\D|$))/g, '')
    .trim();
  const value = worthOf(written, locale);
  if (value === undefined) return undefined;
  return found[1] === '' || found[1] === '+' ? value : -value;
}

function worthOf(written: string, locale: 'da' | 'en'): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  const { decimal, thousand } = SEPARATORS[locale];
  return read(written, decimal, thousand) ?? read(written, thousand, decimal);
}

/** With these separators; undefined where it cannot be written so. */
function read(written: string, decimal: string, thousand: string): number | undefined {
  const [whole = '', decimals, more] = written.split(decimal);
  if (more !== undefined || (decimals !== undefined && !/^\d+$/.test(decimals))) return undefined;
  const groups = whole.split(thousand);
  const [first = '', ...rest] = groups;
  const grouped = rest.length === 0 || (/^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group)));
  if (!grouped || !/^\d+$/.test(first)) return undefined;
  return Number(`${groups.join('')}.${decimals ?? '0'}`);
}
