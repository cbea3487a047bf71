import { words } from '../../content/words/words';
import { isTurnedAway } from './simulate/turned-away';

const { refusals } = words('da');
const card = (text: string) => ({
  type: 'AdaptiveCard',
  body: [{ type: 'Container', items: [{ type: 'TextBlock', text }] }],
});

describe('a press is taken as refused', () => {
  test.each<{ how: string; outcome: Parameters<typeof isTurnedAway>[0] }>([
    { how: 'by a word', outcome: { text: refusals.clash } },
    { how: 'on the card that came back', outcome: { card: card(refusals.clash) } },
    { how: 'in English', outcome: { text: words('en').refusals.clash } },
  ])('$how', ({ outcome }) => {
    expect(isTurnedAway(outcome)).toBe(true);
  });

  test.each<{ how: string; outcome: Parameters<typeof isTurnedAway>[0] }>([
    { how: 'nothing was said', outcome: {} },
    { how: 'an ordinary card came back', outcome: { card: card(words('da').repeated) } },
    {
      how: 'the words stand where an input would say them, and nobody reads them yet',
      outcome: { card: { type: 'AdaptiveCard', body: [{ type: 'Input.Date', errorMessage: refusals['past-date'] }] } },
    },
  ])('and not where $how', ({ outcome }) => {
    expect(isTurnedAway(outcome)).toBe(false);
  });
});
