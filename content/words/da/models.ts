/** Danish words for what the models name: themselves, the kinds of their meetings, roles, and kinds of departments. */
export const models = {
  /** In running text, indefinite: "et teammøde" without the article. */
  kindNames: {
    'team-meeting': 'teammøde',
    'transition-meeting': 'overgangsmøde',
    'kick-off': 'kickoffmøde',
    'mini-kick': 'minikickmøde',
    conference: 'konference',
    'step-up-meeting': 'Step-Up-møde',
    'case-meeting': 'forløbsmøde',
    'family-meeting': 'familiemøde',
    'follow-up': 'opfølgningsmøde',
  },
  definiteKindNames: {
    'team-meeting': 'teammødet',
    'transition-meeting': 'overgangsmødet',
    'kick-off': 'kickoffmødet',
    'mini-kick': 'minikickmødet',
    conference: 'konferencen',
    'step-up-meeting': 'Step-Up-mødet',
    'case-meeting': 'forløbsmødet',
    'family-meeting': 'familiemødet',
    'follow-up': 'opfølgningsmødet',
  },
  /** By the name of the model's file. */
  models: {
    ballerup: 'Ballerupmodellen',
    halsnaes: 'Halsnæsmodellen (kickoff)',
    tfa: 'Tværfaglig konference (Hjørring)',
    'step-up': 'Step Up (Esbjerg)',
    borgerkonference: 'Borgerkonference (Furesø)',
    'styrket-helhed': 'Styrket helhed (Syddjurs)',
    myndighedsteam: 'Myndighedsteam (Viborg)',
    familieplan: 'Familieplan (Assens)',
  },
  /** What somebody does at a meeting. */
  roleNames: {
    leader: 'mødeleder',
    facilitator: 'facilitator',
    'note-taker': 'referent',
  },
  /** What a department works with. */
  departmentKindNames: {
    employment: 'beskæftigelse',
    social: 'socialområdet',
    family: 'familieområdet',
    school: 'skole og ungdom',
    health: 'sundhed',
    leadership: 'ledelse',
    other: 'andre områder',
  },
};
