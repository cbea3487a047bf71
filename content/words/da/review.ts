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
      begin: (n: number) => (n === 1 ? 'Svar på det' : 'Svar på dem'),
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
      nothing: 'Der er intet, der skal komme igen.',
    },
    own: {
      title: 'Det, du øver dig på',
      states: { on: 'Slået til', off: 'Slået fra' },
      how: 'Svarer du forkert i et kursus, kommer spørgsmålet igen efter 2, 7 og 30 dage, højst tre på en dag. Kun du ser det.',
      off: 'Jeg sender dig ingen spørgsmål. Dem, du har, er gemt.',
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
  },
  lines: {
    review: (n: number) =>
      n === 1
        ? 'Et spørgsmål er kommet tilbage. Det tager et halvt minut.'
        : `${startingNumber(n, 'da')} spørgsmål er kommet tilbage. Det tager et par minutter.`,
  },
  owed: { review: 'Svar på spørgsmål, der er kommet tilbage' },
};
