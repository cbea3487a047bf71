import { clipped } from '../clipped';
import { spokenDay, spokenMoment } from '../dates';
import { listed } from '../listed';
import { spokenNumber, startingNumber } from '../numbers';

const moment = (at: string) => spokenMoment(at, 'da');
const day = (on: string) => spokenDay(on, 'da');
const count = (n: number) => spokenNumber(n, 'da');
const startingCount = (n: number) => startingNumber(n, 'da');
/** Whose: `A.K.s`, `Max’`. */
const whose = (name: string) => (/[sxz]$/i.test(name) ? `${name}’` : `${name}s`);

/** Danish words of a meeting as it goes on, and of what follows it. `when` is a spoken moment, `the` a meeting's kind in the definite form. */
export const work = {
  /** What waits for somebody, as a line of the digest. */
  lines: {
    meetingRecord: (line: { at: string; ref: string; rung: string }) =>
      line.rung === 'manager'
        ? `Teamet venter på referatet af mødet ${moment(line.at)} (${line.ref}). Spørg tovholderen, om du kan hjælpe.`
        : `Hvordan gik mødet ${moment(line.at)} (${line.ref})? Luk det, så får alle referatet.`,
    preparation: (line: { title: string; at: string; due: string; ref: string }) =>
      `${line.title}: senest ${moment(line.due)}, til mødet ${moment(line.at)} (${line.ref}).`,
    agreement: (line: { text: string; dueOn: string; ref: string }) =>
      `Aftalt til ${day(line.dueOn)}: »${clipped(line.text, 80)}« (${line.ref}).`,
    agreementUpward: (line: { name: string; dueOn: string; ref: string }) =>
      `${line.name} har en aftale, der skulle være på plads ${day(line.dueOn)} (${line.ref}). Måske kan du hjælpe.`,
    citizenTalk: (line: { dueOn: string; ref: string }) =>
      `Tal med borgeren om, hvad mødet kom frem til, senest ${day(line.dueOn)} (${line.ref}).`,
    citizenTalkUpward: (line: { dueOn: string; ref: string }) =>
      `Borgeren skulle have hørt om mødet senest ${day(line.dueOn)} (${line.ref}). Spørg tovholderen, om du kan hjælpe.`,
    nextMeeting: (line: { at: string; ref: string }) =>
      `Næste møde er aftalt til ${moment(line.at)} (${line.ref}). Indkald, så alle kan svare.`,
    absenceWord: (line: { at: string; ref: string }) =>
      `Vi savnede jer til mødet ${moment(line.at)} (${line.ref}). Var der noget, vi ikke vidste?`,
    meetingHeld: (line: { at: string; ref: string }) =>
      `Der er holdt møde ${moment(line.at)} (${line.ref}). Du holder pause i forløbet og skal ikke gøre noget.`,
  },
  owed: {
    'meeting-record': 'Referatet af et møde',
    preparation: 'Forberedelse til et møde',
    agreement: 'En aftale fra et møde',
    'agreement-of-lead': 'En aftale, som tovholderen følger op på',
    'citizen-talk': 'Samtale med borgeren efter et møde',
    'next-meeting': 'Indkaldelse til det næste møde',
    'absence-word': 'Svar på, om der var noget, vi ikke vidste',
    'link-answer': 'Svar på, om to forløb må knyttes sammen',
  },
  /** Where the alias is not to be known. */
  citizenAnon: 'Borgeren',
  /** Of every form of the meeting card. */
  part: {
    quiet: (number: number, ref: string) => `Møde ${number} · ${ref}`,
    next: 'Gem og videre',
    back: 'Gem og tilbage',
    merged: 'En anden skrev her samtidig. Begge tekster står der nu.',
    summary: (number: number, ref: string) => `Møde ${number}. ${ref}`,
  },
  work: {
    quiet: (number: number, ref: string, model: string) => `Møde ${number} · ${ref} · ${model}`,
    title: {
      ahead: (kind: string, when: string) => `${kind} ${when}`,
      ask: (the: string, when: string) => `Hvordan gik ${the} ${when}?`,
      held: (the: string, when: string) => `${the} ${when} er holdt.`,
      'not-held': (the: string, when: string) => `${the} ${when} blev ikke holdt.`,
      cancelled: (the: string, when: string) => `${the} ${when} er aflyst.`,
    },
    states: {
      ready: 'Kan åbnes',
      called: 'Indkaldt',
      running: 'I gang',
      past: 'Ikke lukket endnu',
      held: 'Holdt',
      'not-held': 'Ikke holdt',
      cancelled: 'Aflyst',
    },
    citizen: {
      unknown: (alias: string) => `Er ${alias} her?`,
      wasUnknown: (alias: string) => `Var ${alias} med?`,
      there: (alias: string) => `${alias} er her`,
      wasThere: (alias: string) => `${alias} var med`,
      askedUs: (alias: string) => `${alias} er her ikke, men har bedt jer holde mødet`,
      hadAskedUs: (alias: string) => `${alias} var ikke med, men bad jer holde mødet`,
      asked: (on: string) => `Det sagde borgeren ${on}:`,
      notPart: (alias: string) => `${alias} er ikke selv med. Det her ønsker ${alias}:`,
      notPartSilent: (alias: string) => `${alias} er ikke selv med.`,
      guests: (alias: string) => `${alias} har selv inviteret:`,
    },
    agenda: (whole: string) => `Dagsorden (${whole})`,
    minutes: (n: number) => `${n} min.`,
    done: 'færdig',
    here: 'Hvem er her?',
    wasHere: 'Hvem var med?',
    nobodyHere: 'Ingen er noteret endnu.',
    represented: 'Er alle repræsenteret?',
    wereThere: 'Afdelinger, der var repræsenteret',
    invited: 'Afdelinger, der er inviteret',
    yes: 'er repræsenteret',
    no: 'er ikke repræsenteret',
    mandate: 'Mandat:',
    noMandate: (departments: readonly string[]) => `${listed(departments, 'da')} har ikke skrevet et mandat endnu.`,
    missing: (kinds: readonly string[]) =>
      `Modellen regner også med ${listed(kinds, 'da')}, men ingen derfra er inviteret.`,
    agreements: 'Aftaler',
    dueOn: (on: string) => `senest ${on}`,
    next: 'Næste møde:',
    nextAt: (kind: string, when: string) => `${kind} ${when}.`,
    noNext: 'Der er ikke aftalt et næste møde:',
    lackingLead: 'Mangler endnu:',
    lackingOf: (things: readonly string[]) => `${listed(things, 'da')}.`,
    lacking: {
      'citizen-missing': 'om borgeren er med',
      'how-missing': 'hvornår og hvordan borgeren bad jer holde mødet',
      'words-missing': 'borgerens egne ord',
      'nobody-here': 'hvem der er her',
      'next-missing': 'næste møde',
    },
    past: 'Mødet er slut. Luk det, når det vigtigste er skrevet. Blev det ikke holdt, så sig det under »Luk mødet«.',
    closedBy: (name: string, when: string) => `${name} lukkede mødet ${when}.`,
    journal: {
      queued: 'Referatet er på vej til fagsystemet.',
      sent: 'Referatet er sendt til fagsystemet, som ikke har kvitteret endnu.',
      acknowledged: (receipt: string) => `Fagsystemet har modtaget referatet (kvittering ${receipt}).`,
      received: 'Fagsystemet har modtaget referatet.',
      failed: 'Referatet er ikke nået frem til fagsystemet. Den systemansvarlige kan se hvorfor.',
    },
    open: 'Åbn mødet',
    move: 'Flyt mødet',
    cancel: 'Aflys mødet',
    letter: 'Hent brev til borgeren',
    parts: {
      citizen: 'Borgeren',
      here: 'Hvem er her',
      agenda: 'Dagsorden',
      agreements: 'Aftaler',
      next: 'Næste møde',
      close: 'Luk mødet',
    },
    /** Two parts that share a button. */
    pairs: { citizen: 'Borgeren og hvem der er her', agreements: 'Aftaler og næste møde' },
    record: 'Hent referatet',
    summary: (number: number, when: string, ref: string) => `Møde ${number} ${when}. ${ref}`,
  },
  citizenForm: {
    title: (alias: string) => `${alias} først`,
    titleWithout: (alias: string) => `Hvad ønsker ${alias}?`,
    there: (alias: string) => `Er ${alias} her?`,
    isHere: (alias: string) => `Ja, ${alias} er her`,
    askedUs: (alias: string) => `Nej, men ${alias} har bedt os holde mødet`,
    words: (alias: string) => `Hvad siger ${alias} selv?`,
    wordsBefore: (alias: string) => `${whose(alias)} eget syn, som I fik det inden mødet`,
    wordsExample: 'Skriv det med borgerens egne ord',
    without: (alias: string) => `${alias} er her ikke`,
    withoutText: (alias: string) =>
      `Mødet handler om ${whose(alias)} liv. Hold det kun, hvis ${alias} selv har bedt jer om det. Ellers er det bedre at flytte det.`,
    askedOn: (alias: string) => `Hvornår bad ${alias} jer holde mødet?`,
    how: (alias: string) => `Hvordan sagde ${alias} det?`,
    howExample: 'Fx: ringede i morges',
    move: 'Gem, og flyt mødet',
  },
  hereForm: {
    title: 'Hvem er her?',
    text: 'Sæt hak ved dem, der er med. Kommer en senere, kan du rette det, til mødet er lukket.',
    standsIn: (forName: string) => `i stedet for ${forName}`,
    external: 'ekstern',
  },
  agendaForm: {
    progress: (n: number, of: number, duration: string) => `Punkt ${n} af ${of} · ${duration}`,
    note: 'Hvad kom I frem til?',
    noteExample: 'Skriv, så I kan stå ved det, når borgeren læser det',
    done: 'Punktet er færdigt',
    columns: 'Gem, og åbn kolonnerne',
  },
  columnsForm: {
    title: 'Hvad ser I sammen?',
    text: 'Skriv med borgerens ord, hvor I kan.',
  },
  agreementsForm: {
    title: 'Hvad har I aftalt?',
    text: 'Hver aftale har én, der gør det, og en dag.',
    owner: 'Hvem gør det?',
    lead: 'Tovholderen',
    what: 'Hvad er aftalt?',
    whatExample: 'Fx: ringer til mentoren',
    due: 'Senest',
    more: 'Gem, og skriv en til',
    there: (n: number) => (n === 1 ? 'Én aftale indtil nu' : `${startingCount(n)} aftaler indtil nu`),
    remove: 'Tag en aftale af listen',
    removeAction: 'Fjern aftalen',
  },
  nextForm: {
    title: 'Hvornår mødes I igen?',
    foreseen: (kind: string, on: string) => `Modellen lægger op til ${kind} omkring ${on}.`,
    text: 'Aftal dagen, mens I sidder sammen.',
    kind: 'Hvilken slags møde?',
    date: 'Dag',
    time: 'Klokken',
    none: 'Vi aftaler ikke et næste møde nu',
    because: 'Hvorfor ikke?',
    becauseExample: 'Fx: forløbet slutter her',
  },
  closeAsk: {
    quiet: (number: number, ref: string) => `Luk møde ${number} · ${ref}`,
    title: 'Vil du lukke mødet?',
    titleLacking: 'I mangler lidt, før I kan lukke mødet.',
    effect: (recipients: number) =>
      recipients === 0
        ? 'Jeg sender referatet til fagsystemet. Du kan ikke åbne mødet igen.'
        : `Referatet går til ${recipients === 1 ? 'én' : count(recipients)} i teamet og til fagsystemet. Du kan ikke åbne mødet igen.`,
    agreements: (n: number) =>
      n === 0
        ? 'Der er ingen aftaler at minde om.'
        : n === 1
          ? 'Jeg minder om den ene aftale, når dagen nærmer sig.'
          : `Jeg minder om de ${count(n)} aftaler, når dagene nærmer sig.`,
    resting: (n: number) =>
      n === 1
        ? 'Én holder pause i forløbet og får én linje om mødet.'
        : `${startingCount(n)} holder pause i forløbet og får én linje om mødet.`,
    writing: (names: readonly string[]) =>
      `${listed(names, 'da')} har stadig en del af mødekortet åben. Vent, til de har gemt, så intet går tabt.`,
    unrepresented: (departments: readonly string[]) =>
      `${listed(departments, 'da')} er ikke repræsenteret. Referatet nævner kun dem, der er med.`,
    close: 'Ja, luk mødet',
    back: 'Tilbage til mødet',
    to: { citizen: 'Gå til borgeren', here: 'Notér, hvem der er her', next: 'Aftal næste møde' },
    notHeld: 'Mødet blev ikke holdt',
    notHeldText: 'Så skriver jeg ikke et referat, og mødet tæller ikke med. Det kan du ikke fortryde.',
    notHeldSure: 'Ja, det blev ikke holdt',
    summary: (number: number, ref: string) => `Luk møde ${number}? ${ref}`,
  },
  record: {
    quiet: (number: number, ref: string) => `Referat · Møde ${number} · ${ref}`,
    quietAgain: (number: number, ref: string, version: number) =>
      `Referat, udgave ${version} · Møde ${number} · ${ref}`,
    title: (the: string, when: string) => `Det kom I frem til på ${the} ${when}.`,
    words: (alias: string) => `${alias} sagde:`,
    view: (alias: string) => `${alias} ønsker:`,
    present: 'Til stede:',
    agenda: 'Det talte I om',
    agreements: 'Det er aftalt',
    noAgreements: 'I lavede ingen aftaler.',
    shortened: 'Noget er forkortet her. Hele teksten står i filen.',
    pdf: 'Hent som fil',
    summary: (the: string, when: string, ref: string) => `Referatet af ${the} ${when}. ${ref}`,
  },
  agreement: {
    quiet: (ref: string) => `Aftale · ${ref}`,
    states: { open: 'I gang', late: 'Dagen er gået', done: 'Gjort', dropped: 'Bortfaldet' },
    title: {
      own: (on: string) => `Aftalt til ${on}`,
      citizen: (alias: string, on: string) => `${whose(alias)} aftale til ${on}`,
    },
    about: 'Borger',
    owner: 'Ansvarlig',
    askCitizen: (alias: string) => `Spørg ${alias}, hvordan det går, og notér det her.`,
    closedOn: {
      done: (on: string, by: string) => (by === '' ? `Gjort ${on}.` : `Gjort ${on}, noteret af ${by}.`),
      dropped: (on: string, by: string) => (by === '' ? `Bortfaldet ${on}.` : `Bortfaldet ${on}, noteret af ${by}.`),
    },
    moved: 'Ny dag, fordi:',
    because: 'Derfor:',
    done: 'Det er gjort',
    notYet: 'Det når vi ikke',
    notYetOwn: 'Det når jeg ikke',
    notYetText: 'Det er helt i orden. Sig, hvornår og hvorfor, så alle ved det.',
    due: 'Ny dag',
    why: 'Hvorfor?',
    whyExample: 'Fx: mentoren er først tilbage mandag',
    later: 'Sæt den nye dag',
    drop: 'Lad den bortfalde',
    summary: (on: string, ref: string) => `En aftale til ${on}. ${ref}`,
  },
  preparation: {
    quiet: (ref: string) => `Inden mødet · ${ref}`,
    states: { open: 'Venter på dig', done: 'Klar', past: 'Mødet er forbi', cancelled: 'Mødet er aflyst' },
    text: (the: string, when: string) => `Det er til ${the} ${when}.`,
    was: (the: string, when: string) => `Det var til ${the} ${when}. Du skal ikke gøre noget.`,
    due: (when: string) => `Klar senest ${when}`,
    thanks: 'Tak. Så kan I bruge mødet på det, der betyder noget.',
    done: 'Det er klar',
    summary: (when: string, ref: string) => `Noget skal være klar til mødet ${when}. ${ref}`,
  },
  citizenTalk: {
    quiet: (ref: string) => `Efter mødet · ${ref}`,
    states: { open: 'Venter på dig', done: 'I har talt sammen' },
    title: {
      open: (alias: string) => `Fortæl ${alias}, hvad mødet kom frem til.`,
      done: (alias: string) => `${alias} har hørt om mødet.`,
    },
    text: (alias: string, the: string, on: string) =>
      `${alias} var ikke selv med på ${the}. Tal sammen senest ${on}, og hør, hvad ${alias} siger til det.`,
    agreements: 'Det blev aftalt',
    on: 'Hvornår talte I sammen?',
    said: 'Hvad sagde borgeren?',
    saidExample: 'Med borgerens egne ord',
    note: 'Gem samtalen',
    doneBy: (name: string, on: string) => `${name} talte med borgeren ${on}.`,
    summary: (ref: string) => `Borgeren mangler at høre om mødet. ${ref}`,
    summaryDone: (ref: string) => `Borgeren har hørt om mødet. ${ref}`,
  },
  nextMeeting: {
    quiet: (ref: string) => `Næste møde · ${ref}`,
    states: { open: 'Ikke indkaldt endnu', called: 'Indkaldt' },
    title: (the: string, when: string) => `${the} er aftalt til ${when}.`,
    text: (on: string) => `I aftalte dagen på det sidste møde. Indkald senest ${on}, så alle kan nå at svare.`,
    called: 'Alle inviterede har fået besked.',
    call: 'Indkald til mødet',
    summary: (when: string, ref: string) => `Næste møde er aftalt til ${when}. ${ref}`,
  },
  absenceWord: {
    quiet: (ref: string) => `Efter mødet · ${ref}`,
    states: { open: 'Kun hvis du vil', said: 'Noteret', past: 'Afsluttet' },
    title: {
      open: 'Var der noget, vi ikke vidste?',
      said: 'Tak, fordi du sagde det.',
      past: 'Det er afsluttet.',
    },
    text: (the: string, when: string, department: string) =>
      `Vi savnede jer til ${the} ${when}, og ${department} var ikke repræsenteret.`,
    until: (on: string) => `Sig det senest ${on}, så retter jeg det.`,
    what: 'Hvad skal jeg rette?',
    options: {
      'was-there': 'Jeg var med til mødet',
      'colleague-came': 'En kollega kom i mit sted',
      'told-somebody': 'Jeg havde sagt til, at jeg ikke kom',
    },
    quietText: 'Ingen spørger om grunden.',
    say: 'Ret det',
    said: 'Jeg har rettet det. Du skal ikke gøre mere.',
    past: 'Du skal ikke gøre noget.',
    summary: {
      open: (when: string, ref: string) => `Vi savnede jer til mødet ${when}. Var der noget, vi ikke vidste? ${ref}`,
      closed: (when: string, ref: string) => `Om mødet ${when}. ${ref}`,
    },
  },
  notRepresented: {
    quiet: (ref: string) => `Efter mødet · ${ref}`,
    states: { open: 'Til orientering', corrected: 'Rettet' },
    title: {
      open: (department: string) => `${department} var ikke repræsenteret.`,
      corrected: (department: string) => `${department} var alligevel repræsenteret.`,
    },
    text: (the: string, when: string) =>
      `Det gælder ${the} ${when}. Teamet manglede det, I ved, og det, I kan beslutte.`,
    help: 'Tal sammen om, hvordan I kommer med næste gang. Det handler om afdelingen, ikke om en enkelt.',
    corrected: (the: string, when: string) => `Vi vidste ikke alt, da jeg skrev om ${the} ${when}. Nu er det rettet.`,
    summary: {
      open: (when: string, ref: string) => `Jeres afdeling var ikke repræsenteret på mødet ${when}. ${ref}`,
      corrected: (when: string, ref: string) => `Det om mødet ${when} er rettet. ${ref}`,
    },
  },
};
