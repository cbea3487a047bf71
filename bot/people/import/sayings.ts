import type { Saying } from './fault';

/** The words of every fault. Values of the files are shown with `quoted`; aliases and birth dates never are. */
export const sayings = {
  missingFile: (file: string) =>
    saying(`Filen ${file} mangler i mappen.`, `${file} is missing from the folder.`, [
      `Læg ${file} i mappen, med overskrifterne i første linje.`,
      `Put ${file} in the folder, with the headings on its first line.`,
    ]),
  notACsv: () =>
    saying('Filen er ikke en CSV-fil.', 'The file is not a CSV file.', [
      'Gem den fra Excel som "CSV UTF-8 (semikolonsepareret)".',
      'Save it from Excel as "CSV UTF-8".',
    ]),
  emptyFile: () =>
    saying('Filen er tom.', 'The file is empty.', [
      'Skriv overskrifterne i første linje og en linje for hver post.',
      'Write the headings on the first line, then one line for each entry.',
    ]),
  noRows: () =>
    saying('Filen har kun overskrifter.', 'The file holds headings only.', [
      'Skriv alle, der hører til, én på hver linje: den, der ikke står i filen, er fratrådt.',
      'Write everyone who belongs here, one on each line: whoever is not in the file has left.',
    ]),
  brokenQuotes: () =>
    saying(
      'Et anførselstegn åbner eller lukker et forkert sted i linjen, så resten af filen kan ikke læses.',
      'A quotation mark opens or closes in the wrong place on this line, so the rest of the file cannot be read.',
      [
        'Sæt anførselstegn om hele feltet, og skriv anførselstegn inde i feltet dobbelt ("").',
        'Put quotation marks around the whole field, and double those inside it ("").',
      ],
    ),
  missingColumn: (name: string) =>
    saying(`Kolonnen ${name} mangler.`, `The column ${name} is missing.`, [
      `Tilføj overskriften ${name}. Kolonnen må stå hvor som helst.`,
      `Add the heading ${name}. The column may stand anywhere.`,
    ]),
  unknownColumn: (nearest: string | undefined) =>
    saying('Kolonnen kendes ikke.', 'The column is not known.', [
      `${nearest ? `Skriv ${nearest} som overskrift, eller slet` : 'Slet'} kolonnen.`,
      `${nearest ? `Write ${nearest} as its heading, or delete` : 'Delete'} the column.`,
    ]),
  doubledColumn: () =>
    saying('Kolonnen står der to gange.', 'The column is there twice.', ['Slet den ene.', 'Delete one of them.']),
  surplus: () =>
    saying('Linjen har flere felter end overskrifterne.', 'The line has more fields than there are headings.', [
      'Slet det overskydende, eller sæt anførselstegn om et felt med skilletegn i.',
      'Delete what is too much, or put quotation marks around a field that holds a separator.',
    ]),
  cpr: () =>
    saying('Her står et CPR-nummer.', 'There is a CPR number here.', [
      'Slet det. Rød Tråd må aldrig få et CPR-nummer; brug initialer eller forløbets reference.',
      "Delete it. Rød Tråd must never be given a CPR number; use initials or the pathway's reference.",
    ]),
  unprintable: () =>
    saying('Feltet indeholder tegn, der ikke kan vises.', 'The field holds characters that cannot be shown.', [
      'Skriv feltet igen på én linje.',
      'Write the field again, on one line.',
    ]),
  tooLong: (most: number) =>
    saying('Teksten er for lang.', 'The text is too long.', [
      `Skriv højst ${most} tegn.`,
      `Write at most ${most} characters.`,
    ]),
  empty: () =>
    saying('Feltet er tomt.', 'The field is empty.', [
      'Udfyld det, eller slet linjen.',
      'Fill it in, or delete the line.',
    ]),
  day: () =>
    saying('Det er ikke en dato, der findes.', 'This is not a date that exists.', [
      'Skriv den som 2026-03-31 eller 31-03-2026.',
      'Write it like 2026-03-31 or 31-03-2026.',
    ]),
  dayInFuture: () =>
    saying('Datoen ligger i fremtiden.', 'The date lies in the future.', [
      'Ret datoen, eller lad feltet stå tomt.',
      'Correct the date, or leave the field empty.',
    ]),
  dayBefore: (other: string) =>
    saying(`Datoen ligger før ${other}.`, `The date lies before ${other}.`, [
      `Skriv en dato, der er ${other} eller senere.`,
      `Write a date that is ${other} or later.`,
    ]),
  tooManyDays: (most: number) =>
    saying(`Det er mere end ${most} dage i træk.`, `That is more than ${most} days in a row.`, [
      'Ret datoerne.',
      'Correct the dates.',
    ]),
  noWorkday: () =>
    saying('Her er ingen dag fra mandag til fredag.', 'There is no day from Monday to Friday here.', [
      'Skriv de hverdage, personen arbejder, fx mon|tue|thu, eller lad feltet stå tomt.',
      'Write the weekdays the person works, e.g. mon|tue|thu, or leave the field empty.',
    ]),
  email: (value: string) =>
    saying(`${quoted(value)} er ikke en e-mailadresse.`, `${quoted(value)} is not an e-mail address.`, [
      'Skriv den som navn@kommune.dk.',
      'Write it like name@municipality.dk.',
    ]),
  entraId: () =>
    saying('Det er ikke et objekt-id fra Entra.', 'This is not an object id of Entra.', [
      'Kopiér det fra Entra: 32 tegn med bindestreger, fx a0000000-0000-4000-8000-000000000001.',
      'Copy it from Entra: 32 characters with hyphens, e.g. a0000000-0000-4000-8000-000000000001.',
    ]),
  code: (value: string) =>
    saying(`${quoted(value)} kan ikke bruges her.`, `${quoted(value)} cannot be used here.`, [
      'Brug bogstaver, tal, bindestreg, punktum eller skråstreg, uden mellemrum, højst 40 tegn.',
      'Use letters, digits, hyphen, dot or slash, no spaces, at most 40 characters.',
    ]),
  doubled: (value: string, line: number) =>
    saying(`${quoted(value)} står også i linje ${line}.`, `${quoted(value)} stands on line ${line} as well.`, [
      'Behold den ene linje, eller ret den anden.',
      'Keep one of the lines, or correct the other.',
    ]),
  listedTwice: (value: string) =>
    saying(`${quoted(value)} står to gange i feltet.`, `${quoted(value)} stands twice in the field.`, [
      'Skriv hver én gang.',
      'Write each of them once.',
    ]),
  unknownChoice: (value: string, choices: readonly string[], nearest: string | undefined) =>
    saying(`${quoted(value)} kendes ikke.`, `${quoted(value)} is not known.`, [
      `${nearest ? `Skriv ${nearest}. ` : ''}Her kan stå: ${choices.join(', ')}.`,
      `${nearest ? `Write ${nearest}. ` : ''}Possible here: ${choices.join(', ')}.`,
    ]),
  unknownDepartment: (value: string, nearest: string | undefined) =>
    saying(
      `Der er ingen afdeling med koden ${quoted(value)} i departments.csv.`,
      `No department in departments.csv has the code ${quoted(value)}.`,
      [
        `${nearest ? `Skriv ${quoted(nearest)}, eller tilføj` : 'Tilføj'} afdelingen i departments.csv.`,
        `${nearest ? `Write ${quoted(nearest)}, or add` : 'Add'} the department to departments.csv.`,
      ],
    ),
  unknownPerson: (value: string, nearest: string | undefined) =>
    saying(
      `Der er ingen med e-mailen ${quoted(value)} i people.csv.`,
      `Nobody in people.csv has the e-mail ${quoted(value)}.`,
      [
        `${nearest ? `Skriv ${quoted(nearest)}, eller tilføj` : 'Tilføj'} personen i people.csv.`,
        `${nearest ? `Write ${quoted(nearest)}, or add` : 'Add'} the person to people.csv.`,
      ],
    ),
  oneself: () =>
    saying('Personen peger på sig selv.', 'The person points to themself.', [
      'Skriv en anden, eller lad feltet stå tomt.',
      'Write somebody else, or leave the field empty.',
    ]),
  circleOfManagers: (names: readonly string[]) =>
    saying(
      `Lederne går i ring: ${names.map(quoted).join(' → ')}.`,
      `The managers go round in a circle: ${names.map(quoted).join(' → ')}.`,
      [
        'Ret manager_email hos en af dem, eller ret afdelingens leder, så rækken ender hos den øverste.',
        "Correct manager_email for one of them, or the department's manager, so that the chain ends at the top.",
      ],
    ),
  circleOfDepartments: (codes: readonly string[]) =>
    saying(
      `Afdelingerne går i ring: ${codes.map(quoted).join(' → ')}.`,
      `The departments go round in a circle: ${codes.map(quoted).join(' → ')}.`,
      [
        'Ret parent_code hos en af dem. Den øverste har ingen.',
        'Correct parent_code for one of them. The topmost has none.',
      ],
    ),
  alias: () =>
    saying(
      'Aliasset er hverken ét ord eller bogstaver som A.K.',
      'The alias is neither one word nor letters such as A.K.',
      [
        'Vælg ét ord eller et par bogstaver, aldrig et navn eller et langt tal.',
        'Choose one word or a few letters, never a name or a long number.',
      ],
    ),
  aliasOfStaff: () =>
    saying('Aliasset er navnet på en medarbejder.', 'The alias is the name of a member of staff.', [
      'Vælg et andet ord eller et par bogstaver.',
      'Choose another word or a few letters.',
    ]),
  leadTwice: () =>
    saying('Tovholder og medtovholder er den samme.', 'Case lead and co-lead are the same person.', [
      'Skriv en anden medtovholder, eller lad feltet stå tomt.',
      'Write another co-lead, or leave the field empty.',
    ]),
  caseNumber: () =>
    saying('Et nummer står uden sit fagsystem.', 'A case number stands without its system.', [
      'Skriv system:nummer, fx DUBU:26-118|Fasit:F-2201.',
      'Write system:number, e.g. DUBU:26-118|Fasit:F-2201.',
    ]),
  consentIncomplete: () =>
    saying('Grundlaget er ikke skrevet helt.', 'The ground is not written in full.', [
      'Udfyld consent_departments, consent_kind og consent_on, eller lad alle tre stå tomme.',
      'Fill in consent_departments, consent_kind and consent_on, or leave all three empty.',
    ]),
  consentTooOld: () =>
    saying(
      'Forældremyndighedens samtykke er givet efter 18-årsdagen.',
      'The consent of the custody holder was given after the 18th birthday.',
      [
        'Spørg borgeren selv, og skriv citizen i given_by.',
        'Ask the citizen in person, and write citizen in given_by.',
      ],
    ),
};

const LONGEST_QUOTE = 60;

/** A value of the files as it may be shown: short, and without what could steer a terminal. */
function quoted(value: string): string {
  const shown = value.replace(/[\p{C}\s]+/gu, ' ').trim();
  return `"${shown.length > LONGEST_QUOTE ? `${[...shown].slice(0, LONGEST_QUOTE).join('')}…` : shown}"`;
}

function saying(whatDa: string, whatEn: string, [insteadDa, insteadEn]: readonly [string, string]): Saying {
  return { what: { da: whatDa, en: whatEn }, instead: { da: insteadDa, en: insteadEn } };
}
