import { overviewCard } from '../overview/overview';
import type { OverviewView } from '../overview/views';
import { ALIAS, id, LONG_ALIAS, LONG_NAME, samplesOf } from './sample';

const late: OverviewView['pathways'][number] = {
  id: id(1),
  ref: 'BF-2026-0142',
  alias: ALIAS,
  mood: 'overdue',
  what: 'follow-up',
  dueOn: '2026-11-20',
  meetingAt: null,
};
const planned: OverviewView['pathways'][number] = {
  ...late,
  id: id(2),
  ref: 'BF-2026-0117',
  alias: 'Solsikke',
  mood: 'planned',
  what: '',
  dueOn: null,
  meetingAt: '2026-12-02T13:00',
};
const waiting: OverviewView['pathways'][number] = {
  ...late,
  id: id(3),
  ref: 'BF-2026-0098',
  alias: 'Birk',
  mood: 'waiting',
  dueOn: '2026-12-12',
};
const calm: OverviewView['pathways'][number] = {
  ...planned,
  id: id(4),
  ref: 'BF-2025-0203',
  alias: 'Måne',
  mood: 'calm',
  meetingAt: null,
};
const notice = { ref: 'BF-2026-0142', kind: 'transition', dueOn: '2026-11-20', name: 'Anna Lund' };

export const overviewSamples = [
  ...samplesOf<OverviewView>('overview', overviewCard, () => ({
    'of a lead': { today: '2026-11-22', pathways: [late, waiting, planned, calm], overdue: null },
    'all is well': { today: '2026-11-22', pathways: [planned, calm], overdue: null },
    'leads nothing': { today: '2026-11-22', pathways: [], overdue: null },
    'of a manager': {
      today: '2026-11-22',
      pathways: [],
      overdue: [notice, { ...notice, ref: 'BF-2026-0117', kind: 'agreement', name: 'Bo Madsen' }],
    },
    'of a manager, nothing late': { today: '2026-11-22', pathways: [], overdue: [] },
    'of a manager who leads a pathway': { today: '2026-11-22', pathways: [waiting], overdue: [notice] },
    'the most there is': {
      today: '2026-11-22',
      pathways: Array.from({ length: 40 }, (_, n) => ({
        ...late,
        id: id(n + 1),
        ref: 'BF-2026-0142-TRÅBY-ØST',
        alias: LONG_ALIAS,
        meetingAt: '2026-12-02T13:00',
      })),
      overdue: Array.from({ length: 60 }, () => ({ ...notice, ref: 'BF-2026-0142-TRÅBY-ØST', name: LONG_NAME })),
    },
  })),
];
