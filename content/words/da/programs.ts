import { spokenDay } from '../dates';
import { spokenNumber, startingNumber } from '../numbers';

const day = (text: string) => spokenDay(text, 'da');
const count = (n: number) => spokenNumber(n, 'da');
const starting = (n: number) => startingNumber(n, 'da');
/** `Bos`, `Jens’`. */
const of = (name: string) => (/[sxz]$/i.test(name) ? `${name}’` : `${name}s`);

/** Danish words of the onboarding programme and of mentors. */
export const programs = {
  programs: {
    quiet: 'Onboarding',
    summary: 'Dit onboardingprogram.',
    summaryOf: 'Et onboardingprogram.',
    title: {
      open: (name: string) => `Velkommen, ${name.split(' ')[0]}. Her er dit program.`,
      done: () => 'Du er igennem dit program.',
      ended: () => 'Programmet er slut.',
    },
    titleOf: {
      open: (name: string) => `Sådan går det med ${of(name)} program`,
      done: (name: string) => `${name} er igennem sit program.`,
      ended: (name: string) => `${of(name)} program er slut.`,
    },
    progress: (done: number, all: number) => `${done} af ${all} trin er klaret`,
    states: { done: 'Klaret', ended: 'Slut' },
    why: 'Her lærer du, hvordan vi arbejder sammen på tværs. Tag ét trin ad gangen; jeg siger til, når der er noget nyt.',
    whyOf: 'Du ser trin og datoer. Svar og refleksioner er kun den nyes egne.',
    reminder: 'Du har stadig lidt tilbage af introduktionen. Du kan stoppe og fortsætte, hvor du vil.',
    facts: { start: 'Regnet fra', manager: 'Leder', mentor: 'Mentor' },
    noManager: 'Ingen lige nu',
    noMentor: 'Vi finder en i de første dage',
    mentorAsked: (name: string) => `${name} er spurgt`,
    moods: {
      done: 'Klaret',
      waived: 'Bortfaldet',
      fallen: 'Blev ikke nået',
      overdue: 'Over fristen',
      open: 'Nu',
      ahead: 'Senere',
    },
    when: {
      done: (on: string) => on,
      due: (on: string) => `senest ${on}`,
      overdue: (on: string) => `skulle være klaret ${on}`,
      ahead: (from: string, to: string) => `fra ${from} til ${to}`,
    },
    begin: 'Begynd',
    goOn: 'Fortsæt',
    sayDone: 'Noget er klaret',
    waive: 'Et trin passer ikke',
    meetPartners: 'Find tre enheder at møde',
    findMentor: 'Find en mentor',
    changeMentor: 'Skift mentor',
    whichDone: 'Hvad er klaret?',
    whichWaived: 'Hvilket trin bortfalder?',
    pickStep: 'Vælg et trin',
    sendDone: 'Det er klaret',
    waiveText: 'Trinnet bortfalder for denne medarbejder, og jeg minder ingen om det mere.',
    reason: 'Hvorfor?',
    reasonExample: 'Fx: har haft det samme kursus i sin tidligere stilling',
    sendWaive: 'Lad det bortfalde',
    foot: 'Ændrer startdatoen sig, eller er der fravær, flytter datoerne med.',
    none: 'Du har ikke noget onboardingprogram lige nu. Skriv »kursus« for at se kurserne.',
  },
  mentors: {
    quiet: 'Mentor',
    reminder: 'Der mangler stadig et svar fra dig.',
    find: {
      summary: 'En ny medarbejder mangler en mentor.',
      title: {
        open: (name: string) => `Hvem kan være mentor for ${name}?`,
        asked: (name: string) => `Jeg har spurgt en om at være mentor for ${name}.`,
        found: (name: string) => `${name} har en mentor.`,
        closed: (name: string) => `${of(name)} program er slut.`,
      },
      states: { open: 'Venter på dig', asked: 'Spurgt', found: 'Fundet', closed: 'Slut' },
      reminder: 'Jeg mangler stadig dit forslag.',
      text: (name: string) =>
        `Vælg en kollega, der kan vise, hvordan I gør, og som ${name} kan spørge om alt. Jeg spørger kollegaen. ${name} hører først om det, når der er et ja.`,
      asked: (name: string) => `${name} har ikke svaret endnu. Jeg siger til, når der er et svar.`,
      found: (name: string) => `${name} har sagt ja.`,
      closed: 'Der er ikke brug for en mentor her mere.',
      declined: (name: string) => `${name} kan ikke lige nu.`,
      because: 'Grunden:',
      pick: 'Vælg en kollega fra afdelingen',
      pickOne: 'Vælg en kollega',
      other: 'En anden, som jeg skriver nedenfor',
      who: 'En anden: navn eller e-mail',
      whoOnly: 'Navn eller e-mail',
      whoExample: 'Fx: Anna Lund',
      several: 'Flere passer. Hvem mener du?',
      ask: 'Spørg kollegaen',
      another: 'Spørg en anden',
      by: (on: string) => `Spørg helst senest ${on}.`,
    },
    answer: {
      summary: 'Du er spurgt, om du vil være mentor.',
      summaryClosed: 'Mentor: der er nyt.',
      title: {
        asked: (name: string) => `Vil du være mentor for ${name}?`,
        accepted: (name: string) => `Du er mentor for ${name}.`,
        declined: (name: string) => `Du er ikke mentor for ${name}.`,
        withdrawn: (name: string) => `Du er ikke mentor for ${name}.`,
        ended: (name: string) => `Du er ikke længere mentor for ${name}.`,
      },
      states: {
        asked: 'Venter på dig',
        accepted: 'Ja tak',
        declined: 'Nej',
        withdrawn: 'Trukket tilbage',
        ended: 'Slut',
      },
      text: {
        accepted: (name: string) => `Tak. ${name} har fået at vide, at det er dig.`,
        declined: (name: string) => `Tak for svaret. Lederen finder en anden, og ${name} hører ikke om det.`,
        withdrawn: () => 'Du skal ikke gøre mere: Der er ikke brug for dit svar længere.',
        ended: (name: string) => `Tak for hjælpen. ${name} har en anden mentor nu, eller programmet er slut.`,
      },
      asks: (by: string) => (by === '' ? 'Lederen spørger dig.' : `${by} spørger dig.`),
      means:
        'Som mentor viser du, hvordan I gør, og tager en snak i de første uger. Du ser programmets trin og datoer. Svar og refleksioner ser du kun, hvis den nye deler dem med dig.',
      facts: { who: 'Den nye', start: 'Begynder' },
      accept: 'Ja, det vil jeg',
      decline: 'Jeg kan ikke',
      declineText: 'Kun lederen læser grunden.',
      reason: 'Hvorfor ikke?',
      reasonExample: 'Fx: jeg er mentor for en anden lige nu',
      sendDecline: 'Send mit nej',
      see: 'Se programmet',
      by: (on: string) => `Svar helst senest ${on}.`,
    },
    told: {
      summary: 'Du har fået en mentor.',
      title: (name: string) => `${name} er din mentor.`,
      text: (name: string, title: string) =>
        `Spørg ${name}${title === '' ? '' : ` (${title})`} om stort og småt, og aftal en snak i de første uger.`,
      see: 'Se mit program',
    },
  },
  partners: {
    summary: 'Tre enheder, du kan møde.',
    title: 'Tre enheder, I arbejder sammen med',
    text: 'Skriv til en kollega i hver af dem, og foreslå en halv time. Spørg: Hvad laver I, og hvad har I brug for fra os?',
    nobody: 'Jeg fandt ingen at foreslå lige nu.',
    askManager: 'Spørg din leder, hvem I arbejder mest sammen med.',
    writeTo: 'Skriv til:',
    time: 'I kan begge:',
    at: (moment: string) => `${moment}, så vidt jeg ved. Jeg kender ikke jeres egne kalendere.`,
    noTime: 'Jeg fandt ingen tid de næste fire uger. Spørg, hvornår det passer.',
    done: 'Jeg har mødt dem',
    by: (on: string) => `Mød dem senest ${on}.`,
  },
  onboarding: {
    title: 'De nye og deres programmer',
    summary: 'De nye og deres programmer.',
    none: 'Der er ingen nye medarbejdere at følge lige nu.',
    managed: 'Mine nye medarbejdere',
    mentored: 'Jeg er mentor for',
    cohorts: 'De nye efter den måned, de begyndte',
    noCohorts: 'Ingen er i gang lige nu.',
    waiting: 'Har ventet længst',
    onTime: 'følger planen.',
    late: (steps: string) => `mangler ${steps}.`,
    progress: (done: number, all: number) => `${done} af ${all} trin er klaret.`,
    waits: (steps: string) => `Venter på dig: ${steps}.`,
    cohort: (people: number, onTime: number) =>
      `${people === 1 ? 'én ny' : `${count(people)} nye`}, ${onTime === people ? 'alle følger planen' : `${onTime === 0 ? 'ingen' : count(onTime)} følger planen`}.`,
    behind: (names: string, more: number) =>
      `Har brug for en hånd: ${names}${more === 0 ? '' : ` og ${count(more)} til`}.`,
    waitsFor: (step: string, since: string) => `${step}, klar siden ${since}.`,
    pick: 'Hvem vil du se?',
    open: 'Åbn programmet',
    foot: 'Du ser, hvad der er klaret og til tiden. Svar og refleksioner er kun den nyes egne.',
  },
  lines: {
    introduction: ({ done, of: all, dueOn, late }: { done: number; of: number; dueOn: string; late: boolean }) =>
      late
        ? `Introduktionen skulle være klaret ${day(dueOn)}. ${done === 0 ? 'Begynd, når du har et kvarter.' : `${starting(done)} af ${count(all)} kurser er klaret.`}`
        : `Introduktionen: ${done === 0 ? `${count(all)} korte kurser` : `${count(done)} af ${count(all)} kurser er klaret`}. Bliv færdig senest ${day(dueOn)}.`,
    introductionSetTime: ({ name, dueOn }: { name: string; dueOn: string }) =>
      `Sæt en time af til ${of(name)} introduktion. Fristen er ${day(dueOn)}.`,
    introductionLate: ({ name, dueOn }: { name: string; dueOn: string }) =>
      `${of(name)} introduktion skulle være klaret ${day(dueOn)}. Find en time sammen.`,
    programStep: ({ step, dueOn, late }: { step: string; dueOn: string; late: boolean }) =>
      late ? `${step} skulle være klaret ${day(dueOn)}.` : `${step}. Senest ${day(dueOn)}.`,
    programStepOf: ({ step, name, dueOn, late }: { step: string; name: string; dueOn: string; late: boolean }) =>
      late ? `${name}: ${step} skulle være klaret ${day(dueOn)}.` : `${name}: ${step}. Senest ${day(dueOn)}.`,
    mentorFind: ({ name }: { name: string }) => `${name} mangler en mentor. Hvem skal jeg spørge?`,
    mentorAsked: ({ name, asked }: { name: string; asked: string }) =>
      `${name} mangler en mentor. ${asked} er spurgt og har ikke svaret endnu.`,
    mentorAnswer: ({ name, dueOn }: { name: string; dueOn: string }) =>
      `Vil du være mentor for ${name}? Svar helst senest ${day(dueOn)}.`,
  },
  owed: {
    introduction: 'Introduktionen',
    'program-step-learner': 'Et trin i eget onboardingprogram',
    'program-step-manager': 'Et trin i en ny medarbejders program',
    'program-step-mentor': 'En samtale som mentor',
    'program-step-lead': 'En indkaldelse i onboardingprogrammet',
    'mentor-find': 'En mentor til en ny medarbejder',
    'mentor-answer': 'Svar på at være mentor',
  },
};
