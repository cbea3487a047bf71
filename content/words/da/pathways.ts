import { spokenNumber, startingNumber } from '../numbers';

/** Danish words of the pathways. */
export const pathways = {
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
  pathways: {
    quiet: 'Mine forløb',
    count: (n: number) => (n === 1 ? 'Her er dit forløb.' : `Her er dine ${spokenNumber(n, 'da')} forløb.`),
    none: 'Du er ikke med i noget forløb lige nu.',
    noneText: 'Når du kommer med i et team omkring en borger, finder du forløbet her.',
    pick: 'Hvilket forløb vil du se?',
    missing: 'Vælg et forløb.',
    next: (moment: string) => `møde ${moment}`,
    rest: (n: number) =>
      `${startingNumber(n, 'da')} til er ikke på listen. Skriv »forløb« og referencen for at se et af dem.`,
    roles: {
      lead: 'du er tovholder',
      'co-lead': 'du er medtovholder',
      team: 'du er i teamet',
      administrator: 'du er sagsansvarlig',
    },
    summary: 'Dine forløb.',
  },
  pathway: {
    quiet: (ref: string) => `Borgerforløb · ${ref}`,
    running: 'I gang',
    ended: 'Afsluttet',
    lead: 'Tovholder',
    coLead: 'Medtovholder',
    department: 'Afdeling',
    model: 'Model',
    startedOn: 'Begyndt',
    nobody: 'Uden ansvarlig',
    team: 'Teamet',
    noGround: 'mangler grundlag for at dele',
    meetings: 'Møder',
    noMeetings: 'Der er ingen møder endnu.',
    meeting: (number: number) => `Møde ${number}`,
    meetingStates: { called: 'indkaldt', past: 'forbi', cancelled: 'aflyst' },
    call: 'Indkald til møde',
    open: (number: number) => `Åbn møde ${number}`,
    summary: (ref: string) => `Forløb ${ref}.`,
  },
};
