import type { models as danish } from '../da/models';

/** English words for what the models name. */
export const models: typeof danish = {
  kindNames: {
    'team-meeting': 'team meeting',
    'transition-meeting': 'transition meeting',
    'kick-off': 'kick-off',
    'mini-kick': 'mini kick-off',
    conference: 'conference',
    'step-up-meeting': 'Step-Up meeting',
    'case-meeting': 'pathway meeting',
    'family-meeting': 'family meeting',
    'follow-up': 'follow-up meeting',
  },
  definiteKindNames: {
    'team-meeting': 'the team meeting',
    'transition-meeting': 'the transition meeting',
    'kick-off': 'the kick-off',
    'mini-kick': 'the mini kick-off',
    conference: 'the conference',
    'step-up-meeting': 'the Step-Up meeting',
    'case-meeting': 'the pathway meeting',
    'family-meeting': 'the family meeting',
    'follow-up': 'the follow-up meeting',
  },
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
  roleNames: {
    leader: 'meeting leader',
    facilitator: 'facilitator',
    'note-taker': 'note-taker',
  },
  departmentKindNames: {
    employment: 'employment',
    social: 'social services',
    family: 'family services',
    school: 'school and youth',
    health: 'health',
    leadership: 'leadership',
    other: 'other services',
  },
};
