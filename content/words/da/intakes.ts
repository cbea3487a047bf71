import { spokenDay, spokenMoment } from '../dates';
import { capitalised, spokenNumber, startingNumber } from '../numbers';

const day = (on: string, today?: string): string => spokenDay(on, 'da', today);
const moment = (at: string, today?: string): string => spokenMoment(at, 'da', today);
const count = (n: number): string => spokenNumber(n, 'da');
const starting = (n: number): string => startingNumber(n, 'da');
const people = (n: number): string => (n === 1 ? 'én' : count(n));

const the = {
  class: 'holdet',
  'dialogue-meeting': 'dialogmødet',
  supervision: 'supervisionen',
  'learning-day': 'læringsdagen',
} as const;
type Kind = keyof typeof the;
const to = { class: 'på', 'dialogue-meeting': 'til', supervision: 'til', 'learning-day': 'på' } as const;
const The = (kind: Kind): string => capitalised(the[kind]);
const each = (say: (kind: Kind) => string): Readonly<Record<Kind, string>> => ({
  class: say('class'),
  'dialogue-meeting': say('dialogue-meeting'),
  supervision: say('supervision'),
  'learning-day': say('learning-day'),
});

/** Danish words of classes, dialogue meetings, supervision and the common learning day. */
export const intakes = {
  intakes: {
    quiet: 'Hold og dialogmøder',
    kinds: {
      class: 'Hold',
      'dialogue-meeting': 'Dialogmøde',
      supervision: 'Supervision',
      'learning-day': 'Fælles læringsdag',
    },
    summary: 'Hold og dialogmøder.',
    quietOf: (kind: string, number: number) => `${kind} · nr. ${number}`,
    at: (from: string, span: string, place: string) => `${day(from)} ${span}, ${place}`,
    days: 'Dagene',
    list: {
      title: 'Hvad vil du lære sammen med andre?',
      titleLead: 'Hold, dialogmøder og supervision',
      none: 'Der er ingen hold på vej lige nu. Jeg skriver til dig, når du bliver kaldt ind.',
      noneLead: 'Der er ingen på vej. Opret det næste herunder.',
      own: 'Dine egne',
      open: 'Hold, du kan bede om en plads på',
      ahead: 'På vej',
      waits: 'Mangler at blive indkaldt',
      begins: (at: string) => `begynder ${moment(at)}`,
      seats: (booked: number, seats: number) => `${booked} af ${seats} pladser`,
      pick: 'Hvad vil du åbne?',
      pickMissing: 'Vælg en linje.',
      openIt: 'Åbn',
      what: 'Hvad vil du oprette?',
      create: 'Opret et nyt',
    },
    after: {
      supervision: (title: string) => `Supervision efter »${title}«`,
      'year-supervision': (title: string) => `Supervision et år efter »${title}«`,
      'learning-day': (title: string) => `Fælles læringsdag et år efter »${title}«`,
      quarter: 'Kvartalets dialogmøde',
    },
    form: {
      title: {
        class: 'Opret et nyt hold',
        'dialogue-meeting': 'Opret et dialogmøde',
        supervision: 'Opret supervision',
        'learning-day': 'Opret en fælles læringsdag',
      },
      text: {
        class:
          'Et hold har normalt 20 pladser, højst halvdelen fra én afdeling, og tre dage, der hører sammen. Bagefter vælger du, hvem du kalder ind.',
        'dialogue-meeting': 'Du kan kalde alle ind, der er nye siden sidste dialogmøde. Bagefter vælger du hvem.',
        supervision: 'Supervision ligger to til fire uger efter holdet. Bagefter vælger du, hvem du kalder ind.',
        'learning-day': 'Den fælles læringsdag samler holdet igen efter et år. Bagefter vælger du, hvem du kalder ind.',
      },
      window: (from: string, to: string) => `Læg det mellem ${day(from)} og ${day(to)}.`,
      name: 'Hvad skal det hedde?',
      nameExample: 'Fx: Empowerment og samtaleteknik, forår',
      seats: 'Pladser',
      date: (n: number) => `${n}. dag`,
      optionalDate: (n: number) => `${n}. dag (kan stå tom)`,
      span: 'Fra og til',
      spanExample: 'Fx: 9-15',
      place: 'Sted',
      placeExample: 'Fx: Kursuslokalet, Rådhuset',
      samePlace: 'Tomt: samme sted som dagen før',
      save: 'Opret',
      outside: 'Vælg en dag efter i dag.',
    },
    lead: {
      states: { open: 'Åbent', full: 'Fyldt', begun: 'I gang', held: 'Holdt', cancelled: 'Aflyst' },
      seats: 'Pladser',
      taken: (n: number, of: number) => `${n} af ${of}`,
      cap: 'Højst fra én afdeling',
      capText: (n: number) => `${n} pladser`,
      waiting: 'På venteliste',
      silent: 'Har ikke svaret',
      no: 'Kommer ikke',
      booked: 'Med på holdet',
      offered: 'spurgt om en ledig plads',
      nobody: 'Ingen endnu.',
      call: 'Kald ind',
      move: 'Flyt en dag',
      which: 'Hvilken dag?',
      cancel: 'Aflys',
      cancelText: 'Alle, der er med, venter eller er spurgt, får besked én gang. Du kan ikke fortryde.',
      cancelSend: 'Aflys det nu',
      attendance: 'Fremmøde',
      attendanceDay: 'Hvilken dag vil du notere fremmøde for?',
      noted: 'noteret',
      missed: (n: number) => `mangler ${n}. dag`,
      missedPick: 'Hvem har indhentet en dag på et andet hold?',
      madeUp: 'Notér, at den er indhentet',
      follow: 'Opfølgning på holdet',
      followOpen: 'Opret den',
      followSkip: 'Ikke nødvendig',
      followPick: 'Hvilken opfølgning?',
      list: 'Alle hold',
      summary: (title: string) => `${title}.`,
    },
    call: {
      title: 'Hvem vil du kalde ind?',
      text: (n: number) =>
        n === 0
          ? 'Ingen venter på det her lige nu. Du kan kalde en ind ved navn.'
          : `${starting(n)} passer ind nu. Den, der har ventet længst, står først. Fjern hakket ved dem, der ikke skal med.`,
      counts: 'Fra afdelingerne',
      more: (n: number) =>
        `${starting(n)} til venter. Du kan kalde dem ind senere, når der er plads, også til flere fra deres afdeling.`,
      people: 'Kald dem ind',
      since: (on: string) => `har ventet siden ${day(on)}`,
      send: 'Kald dem ind',
      who: 'Eller kald én ind ved navn',
      whoExample: 'Fx: Bo Lindgren',
      person: 'Hvem af dem?',
      sendOne: 'Kald én ind',
      back: 'Tilbage',
    },
    move: {
      title: (n: number) => `Hvornår skal ${n}. dag være?`,
      text: 'Alle, der er med, får den nye tid én gang og i kalenderen. De skal ikke svare, men kan sige fra.',
      date: 'Dag',
      send: 'Flyt dagen',
    },
    day: {
      title: 'Hvem var med?',
      quiet: (kind: string, n: number, of: number) => `${kind} · ${n}. dag af ${of}`,
      states: { open: 'Venter på dig', ahead: 'På vej', noted: 'Noteret', cancelled: 'Aflyst' },
      text: (title: string) => `»${title}«. Sæt hak ved dem, der var med.`,
      there: 'Var med',
      none: 'Der er ingen på holdet.',
      save: 'Gem fremmødet',
      correct: 'Ret fremmødet',
      count: (n: number, of: number) => `${n} af ${of} var med.`,
      see: 'Se holdet',
      summary: 'Hvem var med?',
    },
    seat: {
      titles: {
        ask: each((kind) => `Vil du med ${to[kind]} ${the[kind]}?`),
        called: each((kind) => `Vil du med ${to[kind]} ${the[kind]}?`),
        booked: each((kind) => (kind === 'class' ? 'Du har plads på holdet.' : `Du er med ${to[kind]} ${the[kind]}.`)),
        waiting: each(() => 'Du står på ventelisten.'),
        offered: each(() => 'Der er en plads til dig. Vil du have den?'),
        declined: each(() => 'Du har sagt nej tak.'),
        cancelled: each(() => 'Din plads er givet videre.'),
        lapsed: each(() => 'Jeg nåede ikke at få dit svar.'),
        dropped: each((kind) => `${The(kind)} er begyndt, og der blev ingen plads ledig.`),
        off: each((kind) => `${The(kind)} er aflyst.`),
        held: each((kind) => `${The(kind)} er holdt.`),
      },
      states: {
        ask: 'Åbent',
        called: 'Venter på dig',
        booked: 'Du er med',
        waiting: 'Venteliste',
        offered: 'Venter på dig',
        declined: 'Nej tak',
        cancelled: 'Givet videre',
        lapsed: 'Ikke svaret',
        dropped: 'Slut',
        off: 'Aflyst',
        held: 'Holdt',
      },
      together: (n: number) => `De ${count(n)} dage hører sammen. Siger du ja, har du plads på dem alle.`,
      reminder: 'Jeg mangler stadig dit svar.',
      why: 'Den onboardingansvarlige har kaldt dig ind.',
      full: 'Alle pladser er taget, eller din afdeling har fået sin halvdel. Du kan komme på ventelisten.',
      place: (n: number) =>
        n === 1
          ? 'Du er den første i køen. Bliver der en plads ledig, spørger jeg dig.'
          : `Du er nummer ${count(n)} i køen. Bliver der en plads ledig, spørger jeg den første, der kan få den.`,
      kept: 'Pladsen er din, hvis du siger ja i tide. Ellers går den videre til den næste.',
      moved: (n: number) => `${n}. dag er flyttet. Sådan er dagene nu. Du skal kun svare, hvis du ikke kan.`,
      off: 'Du skal ikke gøre noget. Jeg skriver, når der er et nyt.',
      next: 'Du bliver kaldt ind igen næste gang.',
      with: 'Du møder',
      alone: 'Du er den første. Her kan du se de andre, når de har sagt ja.',
      thereAll: 'Du var med alle dage.',
      missed: (n: number) => `Du mangler ${n}. dag. Den onboardingansvarlige finder en dag, hvor du kan indhente den.`,
      yes: 'Ja, jeg kommer',
      yesAnyway: 'Jeg vil alligevel gerne',
      wait: 'Sæt mig på ventelisten',
      take: 'Ja tak, jeg tager den',
      no: 'Nej tak',
      leaveQueue: 'Tag mig af ventelisten',
      cannot: 'Jeg kan alligevel ikke',
      cannotText: 'Så går din plads videre til den første, der venter. Venter nogen, kan du ikke fortryde.',
      cannotSend: 'Giv pladsen videre',
      ask: 'Bed om en plads',
      answerBy: (on: string, today: string) => `Svar senest ${day(on, today)}.`,
      summary: { asks: 'Et hold venter på dit svar.', tells: 'Nyt om dit hold.' },
    },
    mail: {
      subject: {
        request: (n: number, of: number, title: string) =>
          of === 1 ? `Til din kalender: ${title}` : `Til din kalender: ${title}, ${n}. dag`,
        cancel: (n: number, of: number, title: string) =>
          of === 1 ? `Ud af din kalender: ${title}` : `Ud af din kalender: ${title}, ${n}. dag`,
      },
      opening: {
        request: (title: string, when: string, place: string) =>
          `Her er »${title}« til din kalender: ${when}, ${place}.`,
        off: (title: string, when: string) => `»${title}« ${when} er aflyst. Du kan fjerne dagen fra din kalender.`,
        gone: (title: string, when: string) =>
          `Du skal ikke længere med til »${title}« ${when}. Du kan fjerne dagen fra din kalender.`,
      },
      entry: (title: string, n: number, of: number) => (of === 1 ? title : `${title}, ${n}. dag af ${of}`),
      answerInTeams: 'Kan du alligevel ikke, så sig det i Teams, i chatten med Rød Tråd.',
    },
  },
  lines: {
    intakeAnswer: (title: string, by: string, today: string) =>
      `Svar på, om du vil med på »${title}«, senest ${day(by, today)}.`,
    intakeSilent: (name: string, title: string, by: string, today: string) =>
      `${name} har ikke svaret på »${title}« endnu. Fristen var ${day(by, today)}.`,
    intakeManager: (name: string, title: string, at: string, today: string) =>
      `${name} er kaldt ind til »${title}«, der begynder ${day(at, today)}, og har ikke svaret. Kan du hjælpe med at sætte dagene af?`,
    intakeOffer: (title: string, by: string, today: string) =>
      `Der er en plads til dig på »${title}«. Sig ja senest ${day(by, today)}.`,
    intakeSoon: (title: string, at: string, place: string, today: string) =>
      `»${title}« begynder ${moment(at, today)}, ${place}.`,
    intakeAttendance: (title: string, on: string, today: string) =>
      `Notér, hvem der var med på »${title}« ${day(on, today)}.`,
    intakeSupervision: (title: string, from: string, to: string, today: string) =>
      `Indkald til supervision efter »${title}«, mellem ${day(from, today)} og ${day(to, today)}.`,
    intakeLearningDay: (title: string, from: string, today: string) =>
      `Indkald til en fælles læringsdag for »${title}«, fra ${day(from, today)}.`,
    intakeQuarter: (n: number) =>
      `Der ${n === 1 ? 'er én ny kollega' : `er ${people(n)} nye kolleger`} siden sidste dialogmøde. Indkald til det næste.`,
    intakeDays: (name: string, title: string, days: string) => `${name} har plads på »${title}« ${days}.`,
  },
  owed: {
    'intake-answer': 'Svar på et hold',
    'intake-offer': 'En ledig plads på et hold',
    'intake-seat': 'En plads på et hold',
    'intake-attendance': 'Hvem der var med på et hold',
    'intake-supervision': 'Supervision efter et hold',
    'intake-learning-day': 'En fælles læringsdag',
    'intake-quarter': 'Kvartalets dialogmøde',
  },
};
