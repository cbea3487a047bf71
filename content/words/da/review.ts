import { spokenDay } from '../dates';
import { spokenNumber, startingNumber } from '../numbers';

const questions = (n: number) => (n === 1 ? 'et spørgsmål' : `${spokenNumber(n, 'da')} spørgsmål`);

/** Danish words of what comes back after a course: questions, the list for the talk, what is shared with the mentor. */
export const review = {
  review: {
    quiet: 'Spørgsmål, der kommer igen',
    quietOf: (course: string) => `Kommer igen · ${course}`,
    summary: 'Spørgsmål fra dine kurser er kommet tilbage.',
    left: (n: number) =>
      n === 1 ? 'Det er det sidste for i dag.' : `Der er ${spokenNumber(n, 'da')} tilbage i dag, det her medregnet.`,
    actions: {
      begin: (n: number): string => (n === 1 ? 'Svar på det' : 'Svar på dem'),
      answer: 'Svar',
      next: 'Næste spørgsmål',
      own: 'Mine spørgsmål',
      off: 'Stop med at sende spørgsmål',
      on: 'Send mig spørgsmål igen',
      see: 'Se det rigtige svar',
      strike: 'Tag det af listen',
      back: 'Tilbage til listen',
    },
    comes: {
      learnt: 'Det sidder fast nu. Spørgsmålet kommer ikke igen.',
      on: (day: string, today: string) => `Det kommer igen ${spokenDay(day, 'da', today)}.`,
      over: 'Det var det sidste for i dag.',
      wait: (n: number) => `Der venter ${questions(n)} mere i dag.`,
    },
    none: {
      title: 'Ingen spørgsmål venter i dag.',
      next: (day: string, today: string) => `Det næste kommer ${spokenDay(day, 'da', today)}.`,
      nothing: 'Ingen spørgsmål kommer igen.',
    },
    own: {
      title: 'Det, du øver dig på',
      states: { on: 'Slået til', off: 'Slået fra' },
      how: 'Svarer du forkert i et kursus, kommer spørgsmålet igen efter 2, 7 og 30 dage, højst tre på en dag. Kun du ser det.',
      off: 'Jeg sender dig ingen spørgsmål, før du slår det til igen.',
      kept: (n: number) => (n === 1 ? 'Et spørgsmål er gemt.' : `${startingNumber(n, 'da')} spørgsmål er gemt.`),
      coming: (n: number) =>
        n === 1 ? 'Et spørgsmål kommer igen.' : `${startingNumber(n, 'da')} spørgsmål kommer igen.`,
      learnt: (n: number) => (n === 1 ? 'Ét har du lært.' : `${startingNumber(n, 'da')} har du lært.`),
      nothing: 'Du har ingen spørgsmål, der kommer igen.',
    },
    talk: {
      title: 'Til samtalen med din mentor',
      why: 'Her var du helt sikker, men det var forkert. Listen er kun din.',
      none: 'Listen er tom. Her står det, du var helt sikker på, men svarede forkert på.',
      pick: 'Vælg et spørgsmål',
      state: 'Du var helt sikker',
    },
    sharing: {
      actions: {
        ask: (name: string) => `Del med min mentor (${name})`,
        share: 'Ja, del det',
        keep: 'Nej, behold det selv',
      },
      ask: {
        title: (name: string) => `Vil du dele det her med ${name}?`,
        who: (name: string) =>
          `${name} kan læse det, så længe ${name} er din mentor. Får du en anden mentor, kan ingen af dem læse det her. Resten af dine svar er stadig kun dine.`,
      },
      done: (name: string) => `Delt med ${name}, din mentor.`,
      shared: {
        wrote: (name: string) => `${name} skrev:`,
        quiet: (course: string) => `Delt med dig som mentor · ${course}`,
        title: (name: string) => `${name} har delt en tanke med dig`,
        who: (name: string) =>
          `Kun du og ${name} kan læse det, og kun så længe du er mentor. Spørg til det, næste gang I taler sammen.`,
        summary: (name: string) => `${name} har delt noget fra et kursus med dig.`,
      },
    },
  },
  dilemma: {
    quiet: (course: string) => `Dilemma til teamet · ${course}`,
    summary: 'Dit team spiller et dilemma.',
    start: 'Spil det med dit team',
    pick: {
      title: 'Ved hvilket møde vil I spille det?',
      text: 'Alle, der kommer til mødet, får spørgsmålet i deres egen chat. I svarer hver for sig, taler sammen og svarer igen. Ingen kan se, hvem der valgte hvad.',
      none: 'Du har ingen møder lige nu, hvor du er tovholder eller har en rolle. Når du har et, kan du spille dilemmaet der.',
      label: 'Vælg mødet',
      start: 'Begynd nu',
    },
    titles: { first: 'Hvad ville du gøre?', second: 'Hvad ville du gøre nu?', over: 'I har spillet dilemmaet.' },
    states: { asks: 'Dit svar mangler', waits: 'Du har svaret', over: 'Slut' },
    ask: { first: 'Hvad ville du gøre?', second: 'Hvad vælger du, nu I har talt om det?' },
    mine: 'Du valgte:',
    actions: { answer: 'Svar', show: 'Vis tallene nu', refresh: 'Opdater' },
    count: (answered: number, players: number) => `${answered} af ${Math.max(answered, players)} har svaret.`,
    unseen:
      'Ingen ser, hvad du vælger. I ser kun tal, og først når alle har svaret, eller den, der leder mødet, viser dem.',
    headings: { first: 'Så mange valgte', both: 'Så mange valgte, før og efter I talte sammen' },
    chose: (n: number) => String(n),
    choseBoth: (before: number, after: number) => `${before} før, ${after} efter`,
    talk: 'Tal sammen: Hvad taler for hvert valg, og hvad taler imod? Svar så igen.',
    moved: (moved: number, both: number) =>
      both === 0
        ? 'Ingen svarede begge gange.'
        : moved === 0
          ? `Ingen af de ${spokenNumber(both, 'da')}, der svarede begge gange, skiftede valg.`
          : `${startingNumber(moved, 'da')} af ${spokenNumber(both, 'da')} skiftede valg.`,
    nothingShown: 'Mødet sluttede, før tallene blev vist. Ingen kan se, hvad der blev valgt.',
    endedEarly: 'Mødet sluttede, før I havde svaret anden gang.',
  },
  lines: {
    review: (n: number) =>
      n === 1
        ? 'Et spørgsmål er kommet tilbage. Det tager et halvt minut.'
        : `${startingNumber(n, 'da')} spørgsmål er kommet tilbage. Det tager et par minutter.`,
  },
  owed: { review: 'Svar på spørgsmål, der er kommet tilbage' },
};
