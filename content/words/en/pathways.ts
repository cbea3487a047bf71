import type { pathways as danish } from '../da/pathways';
import { spokenNumber, startingNumber } from '../numbers';

/** English words of the pathways. */
export const pathways: typeof danish = {
  models: {
    ballerup: 'The Ballerup model',
    halsnaes: 'The Halsnæs model (kick-off)',
    tfa: 'Cross-department conference (Hjørring)',
    'step-up': 'Step Up (Esbjerg)',
    borgerkonference: 'Citizen conference (Furesø)',
    'styrket-helhed': 'Strengthened whole (Syddjurs)',
    myndighedsteam: 'Authority team (Viborg)',
    familieplan: 'Family plan (Assens)',
  },
  pathways: {
    quiet: 'My pathways',
    count: (n) => (n === 1 ? 'Here is your pathway.' : `Here are your ${spokenNumber(n, 'en')} pathways.`),
    none: 'You are not part of any pathway just now.',
    noneText: 'When you join a team around a citizen, you will find the pathway here.',
    pick: 'Which pathway would you like to see?',
    missing: 'Choose a pathway.',
    next: (moment) => `meeting ${moment}`,
    rest: (n) =>
      `${startingNumber(n, 'en')} more ${n === 1 ? 'is' : 'are'} not on the list. Write “pathways” and the reference to see one of them.`,
    roles: {
      lead: 'you are case lead',
      'co-lead': 'you are co-lead',
      team: 'you are in the team',
      administrator: 'you are case administrator',
    },
    summary: 'Your pathways.',
  },
  pathway: {
    quiet: (ref) => `Pathway · ${ref}`,
    running: 'Under way',
    ended: 'Ended',
    lead: 'Case lead',
    coLead: 'Co-lead',
    department: 'Department',
    model: 'Model',
    startedOn: 'Began',
    nobody: 'Without an owner',
    team: 'The team',
    noGround: 'no ground for sharing yet',
    meetings: 'Meetings',
    noMeetings: 'There are no meetings yet.',
    meeting: (number) => `Meeting ${number}`,
    meetingStates: { called: 'called', past: 'over', cancelled: 'cancelled' },
    call: 'Call a meeting',
    open: (number) => `Open meeting ${number}`,
    summary: (ref) => `Pathway ${ref}.`,
  },
};
