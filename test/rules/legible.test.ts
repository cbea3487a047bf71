import { legible } from '../../bot/conversation/legible';

test('an id in capitals is the same id, and other texts keep theirs', () => {
  const id = '01A23226-D366-73D3-9E05-83620A40C158';
  expect(legible({ seat: id, list: [id], text: `Se ${id}`, name: 'ABE' })).toEqual({
    seat: id.toLowerCase(),
    list: [id.toLowerCase()],
    text: `Se ${id}`,
    name: 'ABE',
  });
});
