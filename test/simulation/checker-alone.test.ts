import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file that the checker is made of, and everything else that they import, by name. */
function madeOf(first: string): { readonly files: readonly string[]; readonly others: readonly string[] } {
  const files: string[] = [];
  const others = new Set<string>();
  const look = (file: string): void => {
    if (files.includes(file)) return;
    files.push(file);
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}).* from '([^']+)';$/gm)) {
      if (!from.startsWith('.')) others.add(from);
      else {
        const found = `${path.resolve(path.dirname(file), from)}.ts`;
        if (!existsSync(found)) throw new Error(`${file} imports ${from}, which is not there`);
        look(found);
      }
    }
  };
  look(first);
  return { files, others: [...others] };
}

test('the checker knows the rules by itself: it shares no code with the bot, the stage or the cards', () => {
  const folder = path.resolve('test/simulation');
  const { files, others } = madeOf(path.join(folder, 'checker.ts'));
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => path.dirname(file) !== folder)).toEqual([]);
  expect([...others].sort()).toEqual(['date-holidays', 'yaml']);
});
