import type { ConnectorEntry } from '../../stage/chat';
import { openClock } from './simulate/clock';
import { openJournal } from './simulate/journal-writer';

const ENROLMENT = '0198c2d4-0000-7000-8000-000000000002';

const entry = (n: number, entraId: string, card: Readonly<Record<string, unknown>>): ConnectorEntry => ({
  ...{
    n,
    at: '2026-03-04T09:00:00.000Z',
    wall: '2026-03-04T09:00:00.000Z',
    kind: 'answered',
    entraId,
    activityId: `a${n}`,
    outcome: 'card',
    status: 200,
  },
  card: { type: 'AdaptiveCard', ...card },
});
const course = { body: [{ type: 'TextBlock', id: `course/card/${ENROLMENT}/1`, text: 'Drage 20001: Jeg spørger.' }] };

function journal() {
  const made = openJournal({
    clock: openClock(Date.parse('2026-03-04T09:00:00Z')),
    judged: new Set(),
    deputyOf: () => null,
  });
  made.watchAnswers({ id: 'learner', token: 'Drage 20001' });
  return made;
}
const shown = (events: readonly { readonly type: string }[]) => events.filter(({ type }) => type === 'answer-shown');

describe('who reads what somebody answered in a course', () => {
  test('the learner, on the course’s own card, is no leak', () => {
    const made = journal();
    made.read([entry(1, 'learner', course)]);
    expect(shown(made.events)).toEqual([]);
  });

  test('a manager who reads the very words is written down', () => {
    const made = journal();
    made.read([
      entry(1, 'learner', course),
      entry(2, 'manager', { body: [{ type: 'TextBlock', text: 'Drage 20001: Jeg spørger.' }] }),
    ]);
    expect(shown(made.events)).toMatchObject([{ learnerId: 'learner', to: 'manager' }]);
  });

  test('so is a mentor who gets the card of the course, whatever stands on it', () => {
    const made = journal();
    made.read([
      entry(1, 'learner', course),
      entry(2, 'mentor', { body: [{ type: 'TextBlock', id: `course/card/${ENROLMENT}/2`, text: '7 af 9 rigtige' }] }),
    ]);
    expect(shown(made.events)).toMatchObject([{ learnerId: 'learner', to: 'mentor' }]);
  });
});
