import { spokenDay, writtenDay } from '../dates';
import { spokenNumber, startingNumber } from '../numbers';

const day = (text: string) => spokenDay(text, 'da');
const written = (text: string) => writtenDay(text, 'da');
const count = (n: number) => spokenNumber(n, 'da');
const starting = (n: number) => startingNumber(n, 'da');

/** Danish words of the routine sample of the audit log. */
export const audit = {
  auditSample: {
    quiet: 'Stikprøve af loggen',
    title: { open: 'Er der noget, der skal ses nærmere på?', signed: 'Stikprøven er godkendt.' },
    states: { open: 'Venter på dig', signed: 'Godkendt' },
    reminder: 'Den venter stadig på dig.',
    text: (n: number, from: string, to: string) =>
      `Her er ${n === 1 ? 'én handling' : `${count(n)} handlinger`}, trukket tilfældigt blandt alt det, der blev set og ændret i forløb fra ${written(from)} til ${written(to)}.`,
    why: 'Du ser, hvem der gjorde hvad og hvornår, og forløbets reference. Spørg den enkelte eller lederen, hvis du ikke kan se en grund.',
    own: (n: number) =>
      n === 1
        ? 'Én handling er din egen. Den er ikke med her, for ingen ser sig selv efter.'
        : `${starting(n)} handlinger er dine egne. De er ikke med her, for ingen ser sig selv efter.`,
    closer: 'Sæt hak ved det, der skal ses nærmere på',
    outside: 'ikke i forløbet i dag',
    someone: 'en, der ikke er her længere',
    note: 'Hvad skal der ses på, og hvem gør det?',
    noteHelp: 'Skal udfyldes, når der er hak. Skriv referencen, aldrig et navn på en borger.',
    noteExample: 'Fx: spørg lederen, hvorfor forløbet blev åbnet',
    sign: 'Godkend stikprøven',
    signBy: (dueOn: string) => `Godkend den senest ${day(dueOn)}.`,
    signed: (by: string, when: string) => `${by} godkendte stikprøven ${when}.`,
    looked: (n: number) => (n === 1 ? 'Én handling er set igennem.' : `${starting(n)} handlinger er set igennem.`),
    ownLeft: (n: number) =>
      n === 1
        ? 'Én var den ansvarliges egen og blev ikke set efter.'
        : `${starting(n)} var den ansvarliges egne og blev ikke set efter.`,
    none: 'Intet skal ses nærmere på.',
    some: (n: number) => (n === 1 ? 'Én skal ses nærmere på:' : `${starting(n)} skal ses nærmere på:`),
    noteSaid: 'Note:',
    summary: { open: 'En stikprøve af loggen venter på dig.', signed: 'Stikprøven af loggen er godkendt.' },
  },
  lines: {
    auditSample: (dueOn: string) => `Se stikprøven af loggen igennem, og godkend den senest ${day(dueOn)}.`,
    auditSampleUpward: (name: string, dueOn: string) =>
      `${name} skulle godkende stikprøven af loggen senest ${day(dueOn)}. Kan du hjælpe?`,
  },
  owed: { 'audit-sample': 'Se stikprøven af loggen igennem' },
  sampleStatus: {
    none: 'Ikke sat op i politikken',
    nobody:
      'Politikken (auditSample i house.yaml) nævner en ansvarlig, som ikke findes i organisationen. Skriv en medarbejders e-mail, og genstart.',
    open: (n: number) =>
      n === 0 ? 'Ingen venter' : n === 1 ? 'Én venter på den ansvarlige' : `${n} venter på den ansvarlige`,
    late: (n: number) => (n === 1 ? 'Én er over fristen' : `${n} er over fristen`),
  },
};
