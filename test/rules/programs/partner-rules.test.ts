import { sharedWith, unitsToMeet } from '../../../bot/programs/partner-rules';

const unit = (name: string, kind: string, shared: number) => ({ id: name, name, kind, shared });
const names = (kind: string, ...units: ReturnType<typeof unit>[]) => unitsToMeet(kind, units).map((one) => one.name);

describe('the units to meet', () => {
  test.each([
    [
      'those that share most first',
      [unit('A', 'family', 1), unit('B', 'school', 3), unit('C', 'health', 2)],
      ['B', 'C', 'A'],
    ],
    [
      'never one of the own kind, nor leadership',
      [unit('A', 'social', 9), unit('B', 'leadership', 9), unit('C', 'school', 0)],
      ['C'],
    ],
    [
      'one of each kind before a second of any',
      [unit('A', 'family', 9), unit('B', 'family', 8), unit('C', 'school', 1), unit('D', 'health', 0)],
      ['A', 'C', 'D'],
    ],
    [
      'a second where kinds are few',
      [unit('A', 'family', 9), unit('B', 'family', 8), unit('C', 'school', 1)],
      ['A', 'C', 'B'],
    ],
    [
      'by name where nothing is shared',
      [unit('Å', 'family', 0), unit('A', 'school', 0), unit('Ø', 'health', 0), unit('B', 'employment', 0)],
      ['A', 'B', 'Ø'],
    ],
    ['fewer where there are no more', [], []],
  ])('are %s', (_, units, expected) => {
    expect(names('social', ...units)).toEqual(expected);
  });

  test('share what both have people in', () => {
    const pathways = [new Set(['own', 'a', 'b']), new Set(['own', 'a']), new Set(['a', 'b'])];
    expect([...sharedWith('own', pathways)]).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
});
