import { spokenNumber, startingNumber } from '../numbers';

const count = (n: number) => spokenNumber(n, 'da');
const startingCount = (n: number) => startingNumber(n, 'da');

/** Danish words of the chat itself: greeting, help, what waits, and what is said when something is refused or fails. */
export const home = {
  turn: {
    onlyOneToOne: 'Skriv til mig i vores egen chat, så hjælper jeg dig der.',
    unknownPerson: (contact: string) =>
      `Jeg kan ikke finde dig i organisationen, så jeg kan ikke hjælpe dig endnu. ${contact}`,
    notFound: 'Det kan jeg ikke finde. Tjek referencen, eller skriv »forløb« for at se dine egne.',
    notAllowed: 'Det kan jeg ikke finde. Tjek referencen, eller skriv »forløb« for at se dine egne.',
    cpr: 'Der står et CPR-nummer i teksten, så jeg har ikke gemt den. Skriv initialer eller forløbets reference i stedet, fx A.K. eller BF-2026-0142.',
    cprInside: (whom: string) =>
      `Her står et CPR-nummer, så jeg viser det ikke. Bed ${whom} om at få det fjernet, og skriv initialer eller forløbets reference i stedet.`,
    fault: (code: string, whom: string) =>
      `Det gik ikke igennem, og intet er ændret. Prøv igen om lidt. Sker det igen, så giv ${whom} koden ${code}.`,
    seeBelow: 'Jeg mangler lidt endnu. Se, hvad der står ved felterne.',
    tampered: 'Det kunne jeg ikke læse, og intet er ændret. Åbn kortet igen, og prøv en gang til.',
    nothingChanged: 'Intet er ændret.',
    below: 'Se nedenfor.',
    administrator: 'den systemansvarlige',
    timeMoved: (spokenMoment: string, sent: number) =>
      `Nu er det ${spokenMoment}. ${sent === 0 ? 'Der var ikke noget at sende undervejs.' : sent === 1 ? 'Jeg sendte én besked undervejs.' : `Jeg sendte ${count(sent)} beskeder undervejs.`}`,
    timeNotUnderstood: 'Skriv dag og klokkeslæt sådan her: tid 2026-03-02 08:00',
    timeBackwards: 'Uret kan kun gå frem. Vælg et senere tidspunkt.',
  },
  actions: {
    answer: 'Svar',
    see: 'Se',
    name: 'Vælg kollega',
    open: 'Åbn',
    back: 'Tilbage',
    undo: 'Fortryd',
    refresh: 'Opdater',
    waiting: 'Det venter på mig',
    pathways: 'Mine forløb',
    meetings: 'Mine møder',
    mandate: 'Mandat',
    help: 'Hjælp',
    status: 'Status',
    snoozeForm: 'Udskyd en påmindelse',
    snooze: 'Udskyd',
  },
  orphan: {
    open: 'Find en til det',
    findLead: 'Find en ny tovholder',
    quiet: (ref: string) => `Uden ansvarlig · ${ref}`,
    title: {
      open: 'Hvem gør det i stedet?',
      given: (name: string) => `${name} gør det.`,
      closed: 'Det er afsluttet.',
    },
    states: { open: 'Venter på dig', given: 'Givet videre', closed: 'Afsluttet' },
    what: 'Det drejer sig om:',
    left: (name: string) => `${name} er her ikke længere. Datoen er den samme.`,
    given: 'Kollegaen har fået et kort om det.',
    person: 'Hvem fra afdelingen?',
    give: 'Giv det videre',
    drop: 'Lad det bortfalde',
    reason: 'Hvorfor er det ikke nødvendigt længere?',
    reasonExample: 'Fx: borgeren har selv klaret det',
    sendDrop: 'Lad det bortfalde nu',
    summary: (ref: string) => `Noget i ${ref} er uden ansvarlig.`,
  },
  commands: {
    help: { label: 'hjælp', line: 'Det, jeg kan hjælpe med.' },
    waiting: { label: 'venter', line: 'Det, der venter på dig.' },
    pathways: { label: 'forløb', line: 'Dine forløb. Skriv referencen efter for at se ét.' },
    'new-pathway': { label: 'nyt forløb', line: 'Begynd et nyt forløb.' },
    overview: { label: 'overblik', line: 'Dine forløb med det næste, og for ledere det, der er over fristen.' },
    meetings: { label: 'møde', line: 'Dine møder.' },
    decisions: { label: 'beslutning', line: 'Forslag og beslutninger, der venter på dig.' },
    mandate: { label: 'mandat', line: 'Det, din afdeling kan beslutte på et møde.' },
    courses: { label: 'kursus', line: 'Kurser, du kan tage, og hvor langt du er.' },
    'course-statistics': { label: 'kursustal', line: 'Hvordan det går med kurserne, uden navne.' },
    intakes: { label: 'hold', line: 'Hold og dialogmøder: din plads, og dem du kan komme med på.' },
    onboarding: { label: 'onboarding', line: 'Onboardingprogrammet: dit eget, og de nye, du følger.' },
    status: { label: 'status', line: 'Om alt kører, som det skal.' },
    time: { label: 'tid', line: 'Stil uret frem: tid 2026-03-02 08:00' },
  },
  status: {
    mode: 'Tilstand',
    database: 'Database',
    queue: 'Kø',
    beat: 'Seneste runde',
    teams: 'Teams',
    mail: 'E-mail',
    messages: 'Beskeder',
    unreached: 'Ikke nået',
    journal: 'Journal til fagsystem',
    records: 'Kursusdata til andre systemer',
    stumbles: 'Gået i stå',
    node: 'Node.js',
    orphans: 'Uden ansvarlig',
    samples: 'Stikprøver af loggen',
    import: 'Seneste import',
  },
  greeting: {
    quiet: 'Rød Tråd',
    title: (name: string) => `Hej ${name}.`,
    who: 'Jeg holder fast i den røde tråd: møder og opfølgning på tværs.',
    lines: [
      'Jeg siger til, når noget venter på dig.',
      'Du svarer på invitationer lige her.',
      'Du indkalder til møder med få tryk.',
    ],
    waiting: (n: number) =>
      n === 0
        ? 'Lige nu venter der ikke noget på dig.'
        : n === 1
          ? 'Lige nu venter én ting på dig.'
          : `Lige nu venter ${count(n)} ting på dig.`,
    summary: 'Hej. Jeg er Rød Tråd.',
  },
  help: {
    quiet: 'Hjælp',
    title: 'Hvad vil du gerne?',
    text: 'Tryk på en knap, eller skriv et af ordene til mig.',
    summary: 'Det kan jeg hjælpe med.',
  },
  nearest: {
    quiet: 'Hjælp',
    title: 'Det forstod jeg ikke helt.',
    text: 'Mente du et af de her ord?',
    summary: 'Det forstod jeg ikke helt.',
  },
  waiting: {
    quiet: 'Det venter på dig',
    morning: (name: string) => `God morgen, ${name}.`,
    count: (n: number) => (n === 1 ? 'Én ting venter på dig.' : `${startingCount(n)} ting venter på dig.`),
    countToday: (n: number) =>
      n === 1 ? 'Én ting venter på dig i dag.' : `${startingCount(n)} ting venter på dig i dag.`,
    none: 'Der venter ikke noget på dig.',
    noneText: 'Jeg siger til, når der er noget.',
    more: (n: number) =>
      n === 1
        ? 'Og én ting til. Skriv »venter«, når du har taget dem her.'
        : `Og ${count(n)} ting til. Skriv »venter«, når du har taget dem her.`,
    also: (n: number) =>
      n === 1
        ? 'Én anden ting venter også. Skriv »venter« for at se den.'
        : `${startingCount(n)} andre ting venter også. Skriv »venter« for at se dem.`,
    unowned: 'Uden ansvarlig',
    moreUnowned: (n: number) =>
      n === 1 ? 'Én ting til står uden ansvarlig.' : `${startingCount(n)} ting til står uden ansvarlig.`,
    unownedCount: (n: number) =>
      n === 1 ? 'Én ting står uden ansvarlig.' : `${startingCount(n)} ting står uden ansvarlig.`,
    pick: 'Hvad vil du tage først?',
    pickMissing: 'Vælg en linje.',
    summaryDigest: (n: number) =>
      n === 1 ? 'God morgen. Én ting venter på dig.' : `God morgen. ${startingCount(n)} ting venter på dig.`,
  },
  snooze: {
    quiet: 'Udskyd en påmindelse',
    title: 'Hvad skal jeg vente med?',
    text: 'Fristen er den samme. Jeg tier bare så længe, og tovholderen kan se hvorfor.',
    obligation: 'Påmindelse',
    obligationMissing: 'Vælg en påmindelse.',
    until: 'Mind mig om det igen',
    reason: 'Hvorfor?',
    reasonExample: 'Fx: Jeg venter på svar fra skolen',
    latest: (day: string) => `Senest ${day}.`,
    summary: 'Udskyd en påmindelse.',
  },
  statusDetail: {
    noJournal: 'ikke sat op',
    journal: (n: number, codes: readonly string[]) =>
      n === 0 ? 'alt er modtaget eller på vej' : `${n} venter: ${codes.join(', ')}`,
    development: 'Udvikling: ingen adgangskontrol, kun på denne maskine',
    real: 'Drift',
    embedded: 'Den indbyggede PostgreSQL svarer',
    server: 'Svarer',
    alive: 'Arbejder',
    silent: 'Tier. Genstart botten, og se i loggen.',
    never: 'Aldrig',
    met: (met: number, staff: number) => `${met} af ${staff} ansatte har mødt mig`,
    mailOn: 'Slået til',
    mailOff: 'Ikke sat op. Sæt SMTP_URL, så får de besked, som jeg ikke kan nå i Teams.',
    messages: (delivered: number, queued: number, withdrawn: number) =>
      `${delivered} leveret, ${queued} på vej, ${withdrawn} trukket tilbage`,
    unreached: (n: number) => (n === 0 ? 'Alle er nået' : `${n} beskeder nåede ikke frem i Teams`),
    stumbles: (n: number) => (n === 0 ? 'Ingen' : `${n} frister er gået i stå. Se i loggen.`),
    orphans: (n: number) => (n === 0 ? 'Ingen' : `${n} ting mangler en ansvarlig. Lederne ser dem under »venter«.`),
    oldNode: (version: string) => `${version} får ikke længere sikkerhedsrettelser. Skift til Node 24.`,
  },
  statusCard: {
    quiet: 'Status',
    allWell: 'Alt kører, som det skal.',
    some: (n: number) => (n === 1 ? 'Én ting har brug for dig.' : `${startingCount(n)} ting har brug for dig.`),
    ok: 'I orden',
    look: 'Se på det',
    summary: 'Sådan kører Rød Tråd.',
  },
  quoted: (text: string) => `»${text}«`,
  andMore: (n: number) => `Og ${count(n)} til.`,
};
