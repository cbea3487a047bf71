import { readFileSync } from 'node:fs';
import { RIGHTS } from '../../bot/people/rights';
import { rightsPage } from '../../scripts/rights/page';

test('docs/rights.md says what the table of rights says, in both languages', () => {
  const page = readFileSync('docs/rights.md', 'utf8');
  expect(page).toBe(rightsPage());
  expect(page.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(2 * (Object.keys(RIGHTS).length + 2));
});
