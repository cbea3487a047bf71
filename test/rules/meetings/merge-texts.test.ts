import fc from 'fast-check';
import { mergeTexts } from '../../../bot/meetings/work/merge-texts';

describe('two who write in the same place', () => {
  test.each([
    {
      when: 'nobody else wrote',
      base: 'A',
      theirs: 'A',
      mine: 'A\nB',
      text: 'A\nB',
      merged: false,
    },
    { when: 'I changed nothing', base: 'A', theirs: 'A\nC', mine: 'A', text: 'A\nC', merged: false },
    { when: 'both wrote the same', base: '', theirs: 'A', mine: 'A', text: 'A', merged: false },
    {
      when: 'both began on an empty place',
      base: '',
      theirs: 'Hun vil',
      mine: 'Job',
      text: 'Hun vil\nJob',
      merged: true,
    },
    {
      when: 'they changed different lines',
      base: 'et\nto\ntre\nfire\nfem',
      theirs: 'et!\nto\ntre\nfire\nfem',
      mine: 'et\nto\ntre\nfire\nfem!',
      text: 'et!\nto\ntre\nfire\nfem!',
      merged: true,
    },
    { when: 'both changed the same line', base: 'et', theirs: 'et A', mine: 'et B', text: 'et A\net B', merged: true },
    {
      when: 'the one goes on where the other stops',
      base: '',
      theirs: 'Vi taler',
      mine: 'Vi taler om job',
      text: 'Vi taler om job',
      merged: true,
    },
    {
      when: 'I took away what they left alone',
      base: 'et\nto',
      theirs: 'et\nto',
      mine: 'et',
      text: 'et',
      merged: false,
    },
  ])('$when', ({ base, theirs, mine, text, merged }) => {
    expect(mergeTexts(base, theirs, mine)).toEqual({ text, merged });
  });

  test('no line that either of them added is lost, whatever they write', () => {
    const lines = fc.array(fc.stringMatching(/^[a-zæøå]{1,6}$/), { maxLength: 5 });
    fc.assert(
      fc.property(lines, lines, lines, (base, theirs, mine) => {
        const { text } = mergeTexts(base.join('\n'), theirs.join('\n'), mine.join('\n'));
        const added = [...theirs, ...mine].filter((line) => !base.includes(line));
        for (const line of added) expect(text).toContain(line);
      }),
      { numRuns: 500 },
    );
  });
});
