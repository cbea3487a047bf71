import { spokenDay, writtenDay } from '../dates';

/** Of a day in another year than today the year is said. */
const day = (on: string, today?: string): string => spokenDay(on, 'da', today);
const months = (span: string): string => {
  const n = Number.parseInt(span, 10);
  if (span.endsWith('w')) return `hver ${n === 6 ? 'sjette' : `${n}.`} uge`;
  return n === 1 ? 'hver måned' : n === 2 ? 'hver anden måned' : n === 3 ? 'hver tredje måned' : `hver ${n}. måned`;
};

type Due = { readonly dueOn: string; readonly ref: string; readonly late: boolean; readonly today?: string };
type Upward = { readonly dueOn: string; readonly ref: string; readonly name: string; readonly today?: string };

/** Danish words of follow-ups and transitions. */
export const followUps = {
  lines: {
    followUp: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `Opfølgningsmødet skulle have været holdt senest ${day(dueOn, today)} (${ref}). Find en tid sammen med borgeren.`
        : `Hold det næste opfølgningsmøde senest ${day(dueOn, today)} (${ref}).`,
    transition: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `Overgangsmødet skulle have været holdt senest ${day(dueOn, today)} (${ref}). Den unge har stadig brug for det.`
        : `Hold overgangsmødet senest ${day(dueOn, today)} (${ref}).`,
    change: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `I skulle have mødtes om et skift senest ${day(dueOn, today)} (${ref}). Find en tid sammen med borgeren.`
        : `Hold et møde om et skift senest ${day(dueOn, today)} (${ref}).`,
    youngConsent: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `Den unge fyldte 18 år ${day(dueOn, today)} (${ref}). Spørg, om I fortsat må dele.`
        : `Den unge fylder 18 år ${day(dueOn, today)} (${ref}). Spørg, om I fortsat må dele.`,
    adultSide: ({ dueOn, ref, late, today }: Due) =>
      late
        ? `Den unge fyldte 18 år ${day(dueOn, today)} (${ref}). Hvem er tovholder nu?`
        : `Den unge fylder 18 år ${day(dueOn, today)} (${ref}). Hvem er tovholder bagefter?`,
    afterEighteen: ({ dueOn, ref, today }: Due) =>
      `Skriv, hvad der blev sat i værk efter de 18 år, senest ${day(dueOn, today)} (${ref}).`,
    ownFollowUp: ({ text, dueOn, ref, today }: Due & { readonly text: string }) =>
      `Din egen opfølgning senest ${day(dueOn, today)}: »${text}« (${ref}).`,
    ownFollowUpAt: ({
      text,
      dueOn,
      ref,
      meetingOn,
      today,
    }: Due & { readonly text: string; readonly meetingOn: string }) =>
      `Din egen opfølgning senest ${day(dueOn, today)}: »${text}« (${ref}). Den kan klares på teammødet ${day(meetingOn, today)}.`,
    followUpUpward: ({ dueOn, ref, name, today }: Upward) =>
      `Opfølgningsmødet skulle have været holdt senest ${day(dueOn, today)} (${ref}). Spørg ${name}, om du kan hjælpe.`,
    changeUpward: ({ dueOn, ref, name, today }: Upward) =>
      `Et møde om et skift skulle have været holdt senest ${day(dueOn, today)} (${ref}). Spørg ${name}, om du kan hjælpe.`,
    transitionUpward: ({ dueOn, ref, name, today }: Upward) =>
      `Overgangsmødet skulle have været holdt senest ${day(dueOn, today)} (${ref}). Spørg ${name}, om du kan hjælpe.`,
    milestoneUpward: ({ dueOn, ref, name, today }: Upward) =>
      `Noget om overgangen til voksen har manglet siden ${day(dueOn, today)} (${ref}). Spørg ${name}, om du kan hjælpe.`,
  },
  owed: {
    'follow-up': 'Det næste opfølgningsmøde',
    transition: 'Et overgangsmøde',
    'hand-transition': 'Et møde om et skift',
    'young-consent': 'Den unges eget samtykke',
    'adult-side': 'Tovholder efter de 18 år',
    'after-eighteen': 'Det, der blev sat i værk efter 18 år',
    'own-follow-up': 'En fagpersons egen opfølgning',
  },
  followUps: {
    quiet: (ref: string) => `Opfølgning · ${ref}`,
    title: 'Opfølgning og overgange',
    summary: (ref: string) => `Opfølgning, ${ref}.`,
    section: {
      title: 'Opfølgning',
      open: 'Opfølgning og overgange',
      year: (held: number, of: number) => `${held} af ${of} i forløbets år`,
      own: 'Kan klares på mødet',
    },
    /** Of the next follow-up. */
    next: 'Næste opfølgning',
    by: (on: string, today: string) => `senest ${day(on, today)}`,
    opens: (on: string, today: string) => `Jeg minder om det ${day(on, today)}`,
    plannedOn: (on: string, today: string) => `planlagt ${day(on, today)}`,
    overdueSince: (on: string, today: string) => `skulle have været holdt senest ${day(on, today)}`,
    none: 'Modellen siger ikke, hvornår I mødes næste gang. Aftal det på møderne.',
    ended: 'Forløbet er afsluttet, så I skal ikke følge op mere.',
    year: 'Forløbets år',
    yearSpan: (from: string, to: string) => `${writtenDay(from, 'da')} til ${writtenDay(to, 'da')}`,
    countLead: 'Holdt i forløbets år',
    count: (held: number, of: number) => `${held} af ${of}`,
    nextBy: (on: string, today: string) =>
      `Hold det næste møde senest ${day(on, today)}, så når I dem alle i forløbets år.`,
    notPossible: 'I kan ikke nå dem alle i forløbets år. Hold det næste, så snart det passer borgeren.',
    since: (on: string) => `Jeg har kendt forløbet siden ${writtenDay(on, 'da')} og tæller fra den dag.`,
    rhythmLead: 'Rytme',
    rhythm: (span: string) => `Opfølgning ${months(span)}`,
    rhythmOfModel: 'Som modellen siger',
    because: 'Fordi:',
    milestones: 'Overgange',
    noMilestones: 'Der er ingen overgange på vej.',
    own: 'Fagpersonernes egne opfølgninger',
    ownText: 'Dem, loven kræver af jer hver især. Klar dem på teammødet, når I kan, så får borgeren færre møder.',
    noOwn: 'Der står ingen endnu.',
    call: 'Indkald til møde',
    open: 'Åbn',
    pick: 'Hvad vil du åbne?',
    pickMissing: 'Vælg en linje.',
    changeRhythm: 'Skift rytme',
    newTransition: 'Et skift i livet',
    newOwn: 'Min egen opfølgning',
    back: 'Til forløbet',
  },
  milestone: {
    quiet: (ref: string) => `Overgang · ${ref}`,
    quietFollowUp: (ref: string) => `Opfølgning · ${ref}`,
    quietReminder: (ref: string) => `Påmindelse · ${ref}`,
    summary: (ref: string) => `En overgang, ${ref}.`,
    summaryFollowUp: (ref: string) => `Opfølgning, ${ref}.`,
    followUp: 'Tid til opfølgning',
    whats: {
      education: 'Afbrudt uddannelse',
      illness: 'Sygdom',
      internship: 'Praktik',
      community: 'Farvel til et fællesskab',
      other: 'Et skift i livet',
    },
    states: {
      ahead: 'På vej',
      open: 'Venter på dig',
      overdue: 'Over fristen',
      planned: 'Planlagt',
      held: 'Holdt',
      waived: 'Bortfaldet',
      done: 'Klaret',
      cancelled: 'Ikke længere aktuelt',
    },
    why: {
      'follow-up': (alias: string) => `Se på planen sammen med ${alias}: Hvad virker, og hvad mangler?`,
      meeting: (alias: string) =>
        `${alias} skal være med til at forme det, der kommer. Derfor holder I mødet i god tid.`,
      'by-hand': (alias: string) => `Noget skifter for ${alias}. Hold et møde, før det bliver svært.`,
      consent: (alias: string) =>
        `Det, forældrene har sagt ja til, holder op, når ${alias} fylder 18 år. Spørg i god tid, hvad ${alias} selv vil.`,
      handover: (alias: string) => `Skal en tovholder på voksensiden tage over, når ${alias} fylder 18 år?`,
      record: (alias: string) => `Hvad fik ${alias} med sig ind i voksenlivet? Skriv det kort, så ingen taber det.`,
    },
    lateImported: (on: string) =>
      `Jeg kendte ikke forløbet før ${writtenDay(on, 'da')}. Blev mødet holdt inden da, så sig det under »Bortfalder«.`,
    due: 'Senest',
    opens: 'Åbner',
    planned: 'Planlagt',
    ground: 'Hvorfor nu:',
    ready: 'Hav det her klar',
    held: (on: string) => `Mødet blev holdt ${day(on)}.`,
    closedBy: (name: string, on: string) => `${name}, ${day(on)}`,
    closedByHouse: (on: string) => day(on),
    outcomes: {
      held: 'Mødet er holdt.',
      'held-before': 'Blev holdt, før forløbet kom til mig.',
      'not-relevant': 'Passer ikke til borgeren.',
      'other-way': 'Er klaret på en anden måde.',
      'said-yes': 'Den unge sagde ja. Samtykket er noteret.',
      'said-no': 'Den unge sagde nej til, at vi deler.',
      'lead-stays': 'Tovholderen bliver.',
      'handed-over': 'En ny tovholder har taget over.',
      recorded: 'Det er skrevet ned.',
      overtaken: 'En ny dato er trådt i stedet.',
      'pathway-ended': 'Forløbet er afsluttet.',
      withdrawn: 'Det blev taget tilbage.',
    },
    call: 'Indkald til møde',
    see: 'Se opfølgning',
    waive: 'Bortfalder',
    waiveText: 'En overgang kan ikke udskydes. Den kan bortfalde, hvis den ikke passer til borgeren.',
    waivePick: 'Hvorfor?',
    waiveReason: 'Sig det med dine egne ord',
    waiveSend: 'Lad den bortfalde',
    consentYes: 'Notér samtykket',
    consentNo: 'Den unge siger nej',
    consentNoLabel: 'Hvad sagde den unge?',
    consentNoSend: 'Gem svaret',
    consentNoText: 'Så holder I op med at dele på 18-årsdagen, hvor intet andet grundlag gælder.',
    stays: 'Jeg bliver tovholder',
    staysLabel: 'Hvorfor er det bedst for den unge?',
    staysSend: 'Gem',
    handOver: 'Giv stafetten videre',
    recordPick: 'Hvad blev sat i værk?',
    recordText: 'Fortæl kort',
    recordExample: 'Fx: Bor for sig selv med støtte to gange om ugen',
    recordSend: 'Gem',
    records: {
      education: 'Uddannelse',
      job: 'Job eller praktik',
      housing: 'Egen bolig',
      support: 'Støtte i hverdagen',
      treatment: 'Behandling',
      contact: 'En fast kontaktperson',
      nothing: 'Ingenting endnu',
    },
  },
  rhythmForm: {
    title: 'Hvor tit skal I mødes?',
    text: 'Modellen siger, hvor tit I mindst mødes. I kan altid mødes oftere, når borgeren har brug for det.',
    every: 'Rytme',
    model: 'Som modellen siger',
    reason: 'Hvorfor?',
    reasonExample: 'Fx: A.K. flytter, og der sker meget lige nu',
    save: 'Gem rytmen',
  },
  transitionForm: {
    title: 'Hvad skifter?',
    text: 'Så holder I et møde sammen med borgeren inden 14 dage. Jeg minder dig om det.',
    what: 'Skiftet',
    note: 'Vil du skrive lidt mere? (kan vente)',
    noteExample: 'Fx: Stoppede på skolen i mandags',
    save: 'Gem',
  },
  ownForm: {
    title: 'Hvad skal du selv følge op på?',
    text: 'Skriv den opfølgning, loven kræver af dig. Er der et teammøde inden fristen, foreslår jeg at klare den dér.',
    what: 'Opfølgning',
    whatExample: 'Fx: Opfølgning på handleplanen',
    due: 'Senest',
    save: 'Gem',
  },
  ownFollowUp: {
    quiet: (ref: string) => `Din egen opfølgning · ${ref}`,
    summary: (ref: string) => `Din egen opfølgning, ${ref}.`,
    titles: {
      open: 'Er opfølgningen klaret?',
      done: 'Opfølgningen er klaret.',
      dropped: 'Opfølgningen er taget af listen.',
    },
    states: { open: 'Venter på dig', done: 'Klaret', dropped: 'Bortfaldet' },
    due: 'Senest',
    meeting: (on: string) => `Den kan klares på teammødet ${day(on)}, så borgeren slipper for et møde mere.`,
    done: 'Den er klaret',
    drop: 'Tag den af listen',
    later: 'Flyt fristen',
    laterLabel: 'Ny frist',
    laterSend: 'Gem fristen',
  },
};
