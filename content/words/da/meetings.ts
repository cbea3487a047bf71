import { spokenMoment, spokenSpan } from '../dates';
import { spokenNumber, startingNumber } from '../numbers';

const moment = (at: string) => spokenMoment(at, 'da');
const count = (n: number) => spokenNumber(n, 'da');
const startingCount = (n: number) => startingNumber(n, 'da');

/** Danish words of the meetings. `when` is a spoken moment, `the` a meeting's kind in the definite form. */
export const meetings = {
  /** How long, from minutes. */
  duration: (n: number) => {
    if (n === 60) return '1 time';
    if (n === 90) return '1½ time';
    if (n < 60) return `${n} minutter`;
    const hours = n < 120 ? '1 time' : `${Math.floor(n / 60)} timer`;
    return n % 60 === 0 ? hours : `${hours} og ${n % 60} minutter`;
  },
  anyKind: 'møde',
  anyDefiniteKind: 'mødet',
  /** Where nobody leads the pathway just now. */
  theLead: 'Tovholderen',
  lines: {
    /**
     * Why somebody is invited, until the lead says it better: by the kind of their department. It goes on where
     * "du er inviteret, fordi" ends.
     */
    whyDefault: (departmentKind: string, alias: string) => {
      const whose = /[sxz]$/i.test(alias) ? `${alias}’` : `${alias}s`;
      switch (departmentKind) {
        case 'employment':
          return `du kender ${whose} vej til job`;
        case 'social':
          return `du kender ${whose} hverdag og den støtte, der er i gang`;
        case 'family':
          return `du kender ${whose} familie`;
        case 'school':
          return `du kender ${whose} skolegang`;
        case 'health':
          return `du ved, hvad ${whose} helbred har brug for`;
        case 'leadership':
          return `du kan beslutte på tværs i ${whose} forløb`;
        default:
          return `du er en del af ${whose} team`;
      }
    },
    invitationAnswer: (line: { leadName: string; at: string; ref: string }) =>
      `${line.leadName} mangler dit svar til mødet ${moment(line.at)} (${line.ref}). Det tager ti sekunder.`,
    standInAnswer: (line: { forName: string; at: string; ref: string }) =>
      `Kan du komme til et møde ${moment(line.at)} i stedet for ${line.forName} (${line.ref})?`,
    hinderedReply: (line: { name: string; at: string; ref: string }) =>
      `${line.name} er forhindret ${moment(line.at)} (${line.ref}). Klarer I jer, eller skal en anden med?`,
    representation: (line: { name: string; at: string; ref: string }) =>
      `Hvem fra jer kan komme til mødet ${moment(line.at)} (${line.ref})? ${line.name} er inviteret.`,
    unowned: (line: { what: string; ref: string }) => `${line.what} (${line.ref})`,
  },
  /** What is owed, by the obligation's kind. */
  owed: {
    'invitation-answer': 'Svar på en invitation',
    'stand-in-answer': 'Svar på, om en kollega kan komme',
    'hindered-reply': 'Svar til en, der er forhindret',
    representation: 'Hvem der kommer fra afdelingen',
  },
  facts: {
    duration: 'Varighed',
    place: 'Sted',
    citizen: 'Borger',
    lead: 'Tovholder',
    meeting: 'Møde',
    invited: 'Inviteret',
    online: 'Online',
    /** Never the address. */
    home: 'Hjemme hos borgeren',
  },
  repeated: 'Sendt igen, fordi jeg ikke ved, om den første nåede frem.',
  callForm: {
    quiet: (ref: string) => `Nyt møde · ${ref}`,
    title: 'Hvornår mødes I, og hvem skal med?',
    about: 'Borger',
    kind: 'Hvilken slags møde?',
    date: 'Dag',
    time: 'Klokken',
    duration: 'Varighed',
    where: 'Hvor?',
    atPlace: 'Vi mødes',
    home: 'Hos borgeren',
    online: 'Online',
    place: 'Sted (når I mødes)',
    placeExample: 'Fx mødelokale 3. Aldrig en borgers adresse',
    agreed: 'Tiden er aftalt med borgeren',
    members: 'Hvem skal med, og hvorfor?',
    membersText: 'Skriv det direkte til den enkelte, så alle kender deres rolle på forhånd.',
    member: (name: string, department: string) => `${name}, ${department}`,
    away: 'væk den dag',
    /** Between two moments of one day. */
    taken: (from: string, to: string) => `optaget ${spokenSpan(from, to, 'da')}`,
    resting: 'holder pause',
    why: (firstName: string) => `${firstName}, du er inviteret, fordi …`,
    needsGround: 'Du kan invitere, når borgeren har sagt ja til at dele på dette møde. Sæt hak nedenfor.',
    noGround: 'Jeg kan ikke sende en invitation, før der er grundlag for at dele med afdelingen.',
    agreedWhere: 'Tiden er aftalt med borgeren (når borgeren er med)',
    citizenView: 'Hvad ønsker borgeren?',
    citizenViewWhere: 'Hvad ønsker borgeren? (når borgeren ikke er med)',
    citizenViewExample: 'Med borgerens egne ord, for borgeren er ikke selv med',
    /** How long, from a span of the model such as `14d`, `2w` or `1m`. */
    span: (span: string) => {
      const n = Number(span.slice(0, -1));
      const unit = { d: ['dag', 'dage'], w: ['uge', 'uger'], m: ['måned', 'måneder'] }[span.slice(-1)] ?? ['', ''];
      return `${count(n)} ${n === 1 ? unit[0] : unit[1]}`;
    },
    notice: (span: string, day: string) =>
      `Borgeren skal have ${span} til at forberede sig, så mødet kan tidligst være ${day}.`,
    meetingGround: 'Borgeren har sagt ja til, at de inviterede deler på dette møde',
    givenBy: 'Hvem har sagt ja?',
    givers: {
      citizen: 'Borgeren selv',
      'custody-holder': 'Den, der har forældremyndigheden',
      'young-person': 'Den unge selv',
    },
    more: 'Roller, gæster og eksterne',
    nobody: 'Ingen',
    roleOfModel: (role: string) => `${role} (hører med i modellen)`,
    guests: 'Hvem tager borgeren selv med?',
    guestsExample: 'Fx: sin mor og en bisidder',
    externals: 'Eksterne',
    externalsText: 'De rådgiver. De har ikke mødepligt og er ikke med til at beslutte.',
    callAnyway: 'Indkald alligevel',
    call: 'Send invitationer',
    summary: (ref: string) => `Nyt møde, ${ref}.`,
  },
  moveForm: {
    quiet: (ref: string) => `Flyt møde · ${ref}`,
    title: (the: string) => `Hvornår skal ${the} være?`,
    now: (when: string) => `Nu er det ${when}.`,
    agreed: 'Den nye tid er aftalt med borgeren',
    text: 'Alle inviterede får den nye tid og svarer igen.',
    clash: 'Nogen er optaget på det tidspunkt. Vælg en anden tid, eller flyt alligevel.',
    move: 'Flyt mødet',
    moveAnyway: 'Flyt alligevel',
    summary: (ref: string) => `Flyt møde, ${ref}.`,
  },
  cancel: {
    quiet: (ref: string) => `Aflys møde · ${ref}`,
    title: (the: string, when: string) => `Vil du aflyse ${the} ${when}?`,
    text: 'Alle inviterede får besked, og du kan ikke fortryde. Husk selv at sige det til borgeren.',
    cancel: 'Ja, aflys mødet',
    keep: 'Nej, behold det',
    summary: (ref: string) => `Aflys møde, ${ref}?`,
  },
  invitation: {
    quiet: (ref: string) => `Invitation · ${ref}`,
    quietReminder: (ref: string) => `Påmindelse · ${ref}`,
    states: {
      asked: 'Venter på dit svar',
      coming: 'Du kommer',
      'stand-in-asked': 'Venter på din kollega',
      'stand-in': 'En kollega kommer i dit sted',
      hindered: 'Du er forhindret',
      cancelled: 'Aflyst',
      running: 'Begyndt',
      past: 'Forbi',
    },
    title: {
      asked: (the: string, when: string) => `Kommer du til ${the} ${when}?`,
      still: (the: string, when: string) => `Passer ${the} dig stadig ${when}?`,
      coming: (the: string, when: string) => `Vi ses til ${the} ${when}.`,
      'stand-in-asked': (the: string, when: string) => `Du har spurgt en kollega om ${the} ${when}.`,
      'stand-in-named': (the: string, when: string) => `Din leder har spurgt en kollega om ${the} ${when}.`,
      'stand-in': (the: string, when: string) => `En kollega kommer i dit sted til ${the} ${when}.`,
      hindered: (the: string, when: string) => `Du er forhindret til ${the} ${when}.`,
      cancelled: (the: string, when: string) => `${the} ${when} er aflyst.`,
      running: (the: string, when: string) => `${the} ${when} er begyndt.`,
      past: (the: string, when: string) => `${the} ${when} er forbi.`,
    },
    moved: (when: string) => `Mødet er flyttet. Før var det ${when}.`,
    earlier: {
      coming: 'Sidst svarede du, at du kommer.',
      hindered: 'Sidst svarede du, at du er forhindret.',
      'stand-in': 'Sidst svarede du, at en kollega kommer i dit sted.',
    },
    reminder: {
      first: (leadName: string) => `${leadName} mangler dit svar. Det tager ti sekunder.`,
      second: (leadName: string) => `${leadName} mangler stadig dit svar.`,
      manager: (when: string, name: string) =>
        `Hører jeg ikke fra dig inden ${when}, spørger jeg ${name}, hvem der kan komme fra jer.`,
    },
    why: 'Derfor er du inviteret:',
    whyClause: 'Du er inviteret, fordi',
    duty: 'Der er mødepligt. Er du forhindret, så send en kollega, der kan beslutte.',
    noDuty: 'Kan du ikke selv, så send gerne en kollega.',
    /** `role`: what somebody does at the meeting. */
    role: (role: string) => `Du er ${role} på mødet.`,
    mandate: 'Det kan du beslutte:',
    noMandate: 'Jeres afdeling har ikke skrevet et mandat endnu. Din leder kan skrive et.',
    declined: (name: string) => `${name} kan ikke komme i dit sted. Du er stadig inviteret.`,
    standInAsked: (name: string) => `${name} har ikke svaret endnu. Indtil da regner vi med dig.`,
    standInNamed: (manager: string, name: string) =>
      `${manager} har spurgt ${name}, som ikke har svaret endnu. Du skal ikke gøre noget.`,
    standIn: (name: string) => `${name} kommer i dit sted.`,
    standInByManager: (manager: string, name: string) => `${manager} har bedt ${name} om at komme i dit sted.`,
    hindered: {
      open: (leadName: string) => `Tak, fordi du siger det. ${leadName} ser på, om en anden skal med.`,
      manage: (leadName: string) => `${leadName} har svaret: Vi klarer os denne gang.`,
      somebody: (leadName: string) => `${leadName} har brug for en anden fra jer. Jeg har spurgt din leder.`,
    },
    cancelled: (leadName: string) => `${leadName} har aflyst. Du skal ikke gøre noget.`,
    during: {
      coming: 'Du har sagt, at du kommer.',
      'stand-in': 'En kollega kommer i dit sted.',
      hindered: 'Du er forhindret.',
      none: 'Jeg nåede ikke at få dit svar. Du er stadig velkommen.',
    },
    past: {
      coming: 'Du havde sagt, at du kom.',
      'stand-in': 'En kollega skulle komme i dit sted.',
      hindered: 'Du var forhindret.',
      none: 'Jeg nåede ikke at få dit svar.',
    },
    come: 'Jeg kommer',
    stillCome: 'Jeg kommer stadig',
    standInAction: 'En kollega kommer i mit sted',
    hinderedAction: 'Jeg er forhindret',
    colleague: 'Hvem kan komme i dit sted?',
    colleagueText: 'Din kollega svarer selv. Indtil da regner vi med dig.',
    askColleague: 'Spørg kollegaen',
    reason: 'Hvad forhindrer dig?',
    reasonText: 'Mere behøver du ikke sige. Ingen vurderer grunden.',
    reasons: {
      absent: 'Jeg er væk den dag',
      'citizen-matter': 'En borger har akut brug for mig',
      'other-meeting': 'Jeg har et andet møde med en borger',
    },
    sendReason: 'Send svaret',
    placeholder: 'Vælg',
    onlyFirst: (n: number) => `De første ${n} i alfabetet er på listen.`,
    change: 'Ret mit svar',
    latest: (when: string) => `Svar senest ${when}.`,
    summary: {
      asked: (the: string, when: string, ref: string) => `Kommer du til ${the} ${when}? ${ref}`,
      reminder: (the: string, when: string, ref: string) => `Jeg mangler dit svar til ${the} ${when}. ${ref}`,
      moved: (the: string, when: string, ref: string) => `${the} er flyttet til ${when}. Kommer du? ${ref}`,
      answered: (the: string, when: string, ref: string) => `Dit svar til ${the} ${when}. ${ref}`,
      cancelled: (the: string, when: string, ref: string) => `${the} ${when} er aflyst. ${ref}`,
      running: (the: string, when: string, ref: string) => `${the} ${when} er begyndt. ${ref}`,
      past: (the: string, when: string, ref: string) => `${the} ${when} er forbi. ${ref}`,
    },
  },
  standIn: {
    quiet: (ref: string) => `I en kollegas sted · ${ref}`,
    states: {
      asked: 'Venter på dit svar',
      accepted: 'Du kommer',
      declined: 'Du har sagt nej',
      withdrawn: 'Gælder ikke længere',
      cancelled: 'Aflyst',
      running: 'Begyndt',
      past: 'Forbi',
    },
    title: {
      asked: (the: string, when: string) => `Kan du komme til ${the} ${when}?`,
      accepted: (the: string, when: string) => `Vi ses til ${the} ${when}.`,
      declined: (the: string, when: string) => `Du kommer ikke til ${the} ${when}.`,
      withdrawn: (the: string, when: string) => `Du skal ikke til ${the} ${when}.`,
      cancelled: (the: string, when: string) => `${the} ${when} er aflyst.`,
      running: (the: string, when: string) => `${the} ${when} er begyndt.`,
      past: (the: string, when: string) => `${the} ${when} er forbi.`,
    },
    asked: (forName: string) => `${forName} er inviteret og spørger, om du kan komme i stedet.`,
    askedByManager: (manager: string, forName: string) =>
      `${manager} spørger, om du kan komme i stedet for ${forName}.`,
    mandate: (forName: string) => `Du kommer med afdelingens stemme. ${forName} har ansvaret, til du har sagt ja.`,
    accepted: (forName: string) => `Tak. Du kommer i stedet for ${forName}.`,
    declined: (forName: string) => `Det er helt i orden. ${forName} har fået besked.`,
    withdrawn: (forName: string) => `Aftalen om, at du kommer i stedet for ${forName}, gælder ikke længere.`,
    cancelled: (leadName: string) => `${leadName} har aflyst. Du skal ikke gøre noget.`,
    why: (forName: string) => `Derfor er ${forName} inviteret:`,
    accept: 'Ja, jeg kommer',
    decline: 'Nej, det kan jeg ikke',
    withdraw: 'Jeg kan alligevel ikke',
    summary: {
      asked: (the: string, when: string, ref: string) => `Kan du komme til ${the} ${when}? ${ref}`,
      answered: (the: string, when: string, ref: string) => `Dit svar til ${the} ${when}. ${ref}`,
      closed: (the: string, when: string, ref: string) => `${the} ${when}. ${ref}`,
    },
  },
  meeting: {
    quiet: (number: number, ref: string) => `Møde ${number} · ${ref}`,
    title: (kind: string, when: string) => `${kind} ${when}`,
    states: { past: 'Forbi', cancelled: 'Aflyst' },
    allAnswered: 'Alle har svaret',
    noneAnswered: (asked: number) =>
      asked === 1 ? 'Ingen har svaret endnu' : `Ingen af de ${count(asked)} har svaret endnu`,
    someAnswered: (answered: number, asked: number) => `${startingCount(answered)} af ${count(asked)} har svaret`,
    nobodyAsked: 'Ingen er inviteret',
    agreed: 'har sagt ja til tiden',
    notAgreed: 'har ikke sagt ja til tiden endnu',
    citizen: 'borger',
    who: 'Hvem kommer?',
    answers: 'Svarene',
    invited: {
      asked: 'har ikke svaret endnu',
      coming: 'kommer',
      'stand-in-asked': (name: string) => `venter på svar fra ${name}`,
      'stand-in': (name: string) => `${name} kommer i stedet`,
      hindered: 'er forhindret',
      'hindered-managed': 'er forhindret, I klarer jer',
      'hindered-somebody': 'er forhindret, lederen finder en anden',
      'no-ground': 'mangler grundlag for at dele, så jeg spørger ikke',
      lead: 'er tovholder',
    },
    colleague: 'en kollega',
    hindered: {
      absent: 'væk den dag',
      'citizen-matter': 'en borger har akut brug for hjælp',
      'other-meeting': 'andet møde med en borger',
    },
    unreachedMail: 'Jeg kan ikke nå kollegaen i Teams og har skrevet en e-mail.',
    unreached: 'Jeg kan ikke nå kollegaen. Ring selv.',
    away: 'Er væk den dag.',
    work: 'Åbn mødekortet',
    move: 'Flyt mødet',
    cancel: 'Aflys mødet',
    summary: (number: number, when: string, ref: string) => `Møde ${number} ${when}. ${ref}`,
  },
  meetings: {
    quiet: 'Mine møder',
    count: (n: number) => (n === 1 ? 'Du har ét møde foran dig.' : `Du har ${count(n)} møder foran dig.`),
    none: 'Du har ingen møder foran dig.',
    noneText: 'Jeg siger til, når du bliver inviteret.',
    pick: 'Hvilket møde vil du se?',
    missing: 'Vælg et møde.',
    roles: { lead: 'du er tovholder', invited: 'du er inviteret', 'stand-in': 'i en kollegas sted' },
    states: {
      asked: 'mangler dit svar',
      coming: 'du kommer',
      'stand-in-asked': 'venter på din kollega',
      'stand-in': 'en kollega kommer',
      hindered: 'du er forhindret',
      'hindered-managed': 'du er forhindret',
      'hindered-somebody': 'du er forhindret',
      accepted: 'du kommer',
      declined: 'du har sagt nej',
      withdrawn: 'gælder ikke længere',
    },
    rest: (n: number) => `${startingCount(n)} til ligger senere og er ikke på listen.`,
    summary: 'Dine møder.',
  },
  hindered: {
    quiet: (ref: string) => `Forhindret · ${ref}`,
    quietReminder: (ref: string) => `Påmindelse · ${ref}`,
    states: {
      open: 'Venter på dit svar',
      manage: 'I klarer jer',
      somebody: 'Lederen finder en anden',
      'stand-in': 'En kollega kommer',
      changed: 'Svaret er ændret',
      cancelled: 'Aflyst',
      running: 'Begyndt',
      past: 'Forbi',
    },
    title: {
      open: 'Klarer I jer, eller skal en anden med?',
      manage: 'I klarer jer denne gang.',
      somebody: 'En anden skal med.',
      'stand-in': 'Det har løst sig.',
      changed: 'Det har løst sig.',
      cancelled: 'Mødet er aflyst.',
      running: 'Mødet er begyndt.',
      past: 'Mødet er forbi.',
    },
    text: {
      absent: (name: string, department: string) => `${name} fra ${department} er væk den dag.`,
      'citizen-matter': (name: string, department: string) =>
        `${name} fra ${department} er forhindret, fordi en borger har akut brug for hjælp.`,
      'other-meeting': (name: string, department: string) =>
        `${name} fra ${department} har et andet møde med en borger på samme tid.`,
    },
    answeredBy: (name: string) => `${name} har svaret.`,
    manage: (name: string) => `${name} ved det.`,
    somebody: (department: string) => `Jeg har spurgt lederen i ${department}, hvem der kan komme.`,
    standIn: (name: string, forName: string) => `${name} kommer i stedet for ${forName}.`,
    changed: (name: string) => `${name} har svaret på ny, så du skal ikke gøre noget.`,
    closed: 'Du skal ikke gøre noget.',
    manageAction: 'Vi klarer os',
    somebodyAction: 'Vi har brug for en anden',
    summary: {
      open: (when: string, ref: string) => `En er forhindret til mødet ${when}. Klarer I jer? ${ref}`,
      closed: (when: string, ref: string) => `Mødet ${when}. ${ref}`,
    },
  },
  representation: {
    quiet: (ref: string) => `Møde på tværs · ${ref}`,
    quietReminder: (ref: string) => `Påmindelse · ${ref}`,
    states: {
      open: 'Venter på dit svar',
      named: 'Venter på din medarbejder',
      accepted: 'I er repræsenteret',
      answered: 'På plads',
      cancelled: 'Aflyst',
      running: 'Begyndt',
      past: 'Forbi',
    },
    title: {
      open: (when: string) => `Hvem fra jer kan komme ${when}?`,
      named: (when: string) => `Du har spurgt en medarbejder om mødet ${when}.`,
      accepted: (when: string) => `En medarbejder kommer ${when}.`,
      answered: (when: string) => `Mødet ${when} er på plads.`,
      cancelled: (when: string) => `Mødet ${when} er aflyst.`,
      running: (when: string) => `Mødet ${when} er begyndt.`,
      past: (when: string) => `Mødet ${when} er forbi.`,
    },
    because: {
      'no-answer': (name: string) =>
        `Jeg har ikke hørt fra ${name} endnu. Der kan være mange gode grunde, og mødet har brug for jer.`,
      needed: (name: string) => `${name} er forhindret, og tovholderen har brug for en anden fra jer.`,
      declined: (name: string) => `Den kollega, der skulle komme i stedet for ${name}, kan ikke.`,
      left: (name: string) => `${name} er ikke længere hos jer, og mødet har brug for jer.`,
    },
    person: 'Vælg en, der kan beslutte på jeres vegne',
    named: (name: string) => `${name} har fået spørgsmålet og ikke svaret endnu.`,
    accepted: (name: string) => `${name} har sagt ja.`,
    answered: (name: string) => `${name} har selv svaret. Du skal ikke gøre noget.`,
    closed: 'Du skal ikke gøre noget.',
    noColleagues: 'Jeg kender ingen andre i afdelingen. Tal med tovholderen om, hvem der kan komme.',
    nameAction: 'Spørg medarbejderen',
    mandate: 'Jeres mandat:',
    summary: {
      open: (when: string, ref: string) => `Hvem fra jer kan komme til mødet ${when}? ${ref}`,
      closed: (when: string, ref: string) => `Mødet ${when}. ${ref}`,
    },
  },
  notice: {
    quiet: (ref: string) => `Besked · ${ref}`,
    title: {
      cancelled: (the: string, when: string) => `${the} ${when} er aflyst.`,
      'stand-in-declined': (the: string, when: string) => `Vi regner stadig med dig til ${the} ${when}.`,
      'stand-in-withdrawn': (the: string, when: string) => `Du skal ikke til ${the} ${when}.`,
      'named-for-you': (the: string, when: string) => `Din leder har spurgt en anden om ${the} ${when}.`,
    },
    text: {
      cancelled: (name: string) => `${name} har aflyst. Du skal ikke gøre noget.`,
      'stand-in-declined': (name: string) => `${name} kan ikke komme i dit sted. Find en anden, eller kom selv.`,
      'stand-in-withdrawn': (name: string) => `${name} har ikke længere brug for, at du kommer.`,
      'named-for-you': (name: string) => `${name} har spurgt en af dine kolleger. Du skal ikke gøre noget.`,
    },
    colleague: 'Din kollega',
    manager: 'Din leder',
    summary: {
      cancelled: (the: string, when: string, ref: string) => `${the} ${when} er aflyst. ${ref}`,
      'stand-in-declined': (the: string, when: string, ref: string) =>
        `Vi regner stadig med dig til ${the} ${when}. ${ref}`,
      'stand-in-withdrawn': (the: string, when: string, ref: string) => `Du skal ikke til ${the} ${when}. ${ref}`,
      'named-for-you': (the: string, when: string, ref: string) =>
        `Din leder har spurgt en anden om ${the} ${when}. ${ref}`,
    },
  },
};
