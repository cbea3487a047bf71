import { spokenDay } from '../dates';
import { localNumber, spokenNumber } from '../numbers';

const number = (value: number) => localNumber(value, 'da');
const attempts = (n: number) => (n === 1 ? 'ét forsøg' : `${spokenNumber(n, 'da')} forsøg`);

/** Danish words of courses: the list, the player and the result. */
export const courses = {
  courses: {
    list: {
      quiet: 'Kurser',
      title: 'Hvilket kursus vil du tage?',
      text: 'Tag det, du har brug for, i dit eget tempo. Du kan holde pause når som helst.',
      none: 'Der er ingen kurser endnu.',
      pick: 'Vælg et kursus',
      open: 'Åbn kurset',
      leaders: 'for ledere',
      takes: (n: number) => `cirka ${n} minutter`,
      states: {
        new: 'ikke begyndt',
        running: (at: number, of: number) => `i gang: ${at} af ${of}`,
        done: (on: string, today: string) => `gennemført ${spokenDay(on, 'da', today)}`,
        passed: (on: string, today: string) => `bestået ${spokenDay(on, 'da', today)}`,
        failed: 'ikke bestået endnu',
      },
      summary: 'Dine kurser.',
    },
    quiet: (title: string) => `Kursus · ${title}`,
    progress: (at: number, of: number) => `${at} af ${of}`,
    summary: (title: string) => `Kurset »${title}«.`,
    first: (n: number) =>
      `Det tager cirka ${n} minutter. Hold pause, når du vil; jeg husker, hvor du er, også på en anden enhed.`,
    source: 'Kilde:',
    reading: 'Lektion',
    question: 'Spørgsmål',
    actions: {
      next: 'Videre',
      back: 'Tilbage',
      pause: 'Hold pause',
      answer: 'Svar',
      again: 'Prøv igen',
      rewrite: 'Ret det, du skrev',
      choose: 'Vælg om',
      read: 'Læs lektionen igen',
      readPicked: 'Læs den',
      earlier: 'Forrige lektion',
      later: 'Næste lektion',
      resume: 'Tilbage, hvor du var',
      goOn: 'Fortsæt kurset',
      finish: 'Afslut kurset',
      retry: 'Tag et forsøg til',
      once: 'Tag kurset igen',
      all: 'Alle kurser',
    },
    ask: {
      one: 'Vælg ét svar',
      several: 'Vælg alle de rigtige svar',
      'true-false': 'Passer det?',
      dilemma: 'Hvad ville du gøre?',
      number: (unit: string) => (unit === '' ? 'Skriv tallet' : `Skriv tallet (${unit})`),
      blank: 'Skriv det, der mangler',
      reflection: 'Skriv, hvad du tænker',
      pairs: 'Find det bogstav, der hører til',
      order: 'Giv hver linje sit nummer. 1 er det første.',
      pick: 'Vælg',
      sure: 'Hvor sikker er du?',
    },
    sureness: { 1: 'Jeg gætter', 2: 'Ret sikker', 3: 'Helt sikker' },
    help: {
      reflection: 'Kun du kan se det, og ingen bedømmer det. Skriv aldrig noget om en bestemt borger.',
      dilemma: 'Her er ikke ét rigtigt svar.',
      number: 'Du kan bruge både komma og punktum.',
    },
    truth: { true: 'Sandt', false: 'Falsk' },
    verdicts: { right: 'Rigtigt', wrong: 'Ikke helt', said: 'Tak for dit svar' },
    said: {
      'chosen-right': 'Rigtigt, og du valgte det:',
      'chosen-wrong': 'Du valgte, men det passer ikke:',
      missed: 'Rigtigt, men du valgte det ikke:',
      right: 'Det rigtige svar:',
      chosen: 'Du valgte:',
      other: 'Et andet valg:',
      yours: 'Dit svar:',
      paired: 'Rigtigt:',
      unpaired: 'Hører sammen:',
      placed: (n: number) => `${n}. Rigtigt:`,
      misplaced: (n: number) => `${n}. Her skal stå:`,
      'you-chose': (text: string) => `du valgte »${text}«`,
      'you-placed': (n: number) => `du satte den som nummer ${n}`,
    },
    about: (value: number, tolerance: number, unit: string) =>
      [
        number(value),
        ...(unit === '' ? [] : [unit]),
        ...(tolerance === 0 ? [] : [`(fra ${number(value - tolerance)} til ${number(value + tolerance)} er rigtigt)`]),
      ].join(' '),
    here: {
      title: 'Sådan gør vi her',
      empty: 'Kommunen har endnu ikke skrevet, hvordan I gør hos jer. Spørg en, der ved det:',
      manager: (name: string) => `${name}, din nærmeste leder`,
      lead: (name: string) => `${name}, onboardingansvarlig`,
      nobody: 'din nærmeste leder',
    },
    paused: {
      title: 'Du holder pause.',
      text: (at: number, of: number) => `Du er ved ${at} af ${of}. Alt, hvad du har svaret, er gemt.`,
    },
    result: {
      title: { done: 'Du er igennem kurset.', passed: 'Du har bestået.', failed: 'Du har ikke bestået endnu.' },
      states: { done: 'Gennemført', passed: 'Bestået', failed: 'Ikke bestået' },
      score: (right: number, of: number, percent: number) => `${right} af ${of} spørgsmål er rigtige (${percent} %).`,
      needed: (percent: number) => `Du består med ${percent} %.`,
      counted: {
        best: (percent: number) => `Det bedste forsøg tæller: ${percent} %.`,
        last: (percent: number) => `Det sidste forsøg tæller: ${percent} %.`,
      },
      left: (n: number) => (n === 0 ? 'Du har ikke flere forsøg.' : `Du har ${attempts(n)} tilbage.`),
      unlimited: 'Du kan prøve, så mange gange du vil.',
      ask: (names: string) => `Tal med ${names} om, hvad du gør nu.`,
      well: 'Det gik godt',
      allRight: 'Du svarede rigtigt på det hele i første forsøg.',
      firstRight: (n: number, of: number) =>
        n === 0
          ? 'Du blev ved, til du var igennem.'
          : `Du svarede rigtigt på ${spokenNumber(n, 'da')} af ${spokenNumber(of, 'da')} spørgsmål i første forsøg.`,
      answered: 'Du har læst og svaret på det hele.',
      again: 'Værd at læse igen',
      pick: 'Læs en lektion igen',
      sure: 'Du var helt sikker, men det var forkert',
      sureWhy: 'Listen er kun din. Tag den med, næste gang du taler med din mentor eller en kollega.',
      on: (day: string, today: string) => `Afsluttet ${spokenDay(day, 'da', today)}.`,
    },
  },
};
