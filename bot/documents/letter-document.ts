import { words } from '../../content/words/words';
import { asMoment, toInstant, ZONE } from '../time/moment';
import type { Locale } from '../turn';
import type { LetterContent } from './letter-content';
import { openSheet, type Sheet } from './sheet';

/** How high the end of the letter is, in points. */
const SIGNATURE = 66;

/**
 * A letter to the citizen about a meeting, as an A4 PDF in plain words: when and where, who comes and why each, that one
 * may bring a companion (forvaltningsloven § 8), that one may say no where the model is voluntary, what happens with what
 * is said, and whom to ask. For a meeting without the citizen it says that, and how their view is heard.
 */
export async function letterDocument(content: LetterContent, locale: Locale): Promise<Uint8Array> {
  const said = words(locale).documents.letter;
  const how = content.takesPart ? 'invited' : 'without';
  const first = firstName(content.lead.name);
  const sheet = openSheet({
    locale,
    title: `${said.title[how]}, ${content.ref}`,
    subject: `${content.ref}, ${content.at}, ${content.writtenOn}`,
    sender: content.municipality,
    beside: words(locale).documents.writtenDay(content.writtenOn),
    foot: said.reference(content.ref),
    writtenAt: toInstant(asMoment(`${content.writtenOn}T12:00`), ZONE),
    look: 'letter',
  });
  sheet.heading(1, said.title[how]);
  sheet.salutation(said.dear, content.salutation);
  sheet.space(5);
  sheet.text(content.opening[locale]);
  sheet.text(content.takesPart ? said.invited : said.without(first));
  drawWhen(sheet, content, locale);
  drawWho(sheet, content, locale);
  if (content.takesPart) {
    sheet.heading(2, said.companion);
    sheet.text(said.companionText);
    if (content.guests.trim() !== '') sheet.text(said.guests(content.guests.trim()));
  }
  if (content.voluntary) {
    sheet.heading(2, said.voluntary);
    sheet.text(said.voluntaryText(first));
  }
  sheet.heading(2, said.said);
  if (!content.takesPart) sheet.text(said.companionToTalk(first));
  sheet.text(`${content.takesPart ? said.saidText : said.saidWithoutText} ${said.consent}`);
  sheet.heading(2, said.questions);
  sheet.text(said.ask(content.lead.name, content.lead.email));
  sheet.text(said.askElse(first, content.contact[locale]));
  sheet.keep(SIGNATURE);
  sheet.space(10);
  sheet.paragraph([{ text: said.greeting }]);
  sheet.space(4);
  sheet.paragraph([{ text: content.lead.name, strong: true }]);
  sheet.paragraph([{ text: said.signature(content.lead.department) }]);
  return sheet.finish();
}

function drawWhen(sheet: Sheet, content: LetterContent, locale: Locale): void {
  const all = words(locale);
  const said = all.documents.letter;
  const first = firstName(content.lead.name);
  sheet.heading(2, content.takesPart ? said.when.invited : said.when.without);
  sheet.paragraph([{ text: said.time(content.at, all.duration(content.duration)), strong: true }]);
  sheet.space(3);
  if (!content.takesPart) return;
  sheet.text(whereOf(content, locale));
  sheet.text(said.otherTime(first));
}

function whereOf({ where, lead }: LetterContent, locale: Locale): string {
  const said = words(locale).documents.letter;
  switch (where.kind) {
    case 'place':
      return said.place(where.place);
    case 'online':
      return said.online(firstName(lead.name));
    case 'home':
      return said.home;
    case 'not-said':
      return said.noPlace(firstName(lead.name));
  }
}

function drawWho(sheet: Sheet, content: LetterContent, locale: Locale): void {
  const said = words(locale).documents.letter;
  sheet.heading(2, content.takesPart ? said.who.invited : said.who.without);
  sheet.list([
    ...content.comes.map((one) => {
      const why = one.isLead ? said.lead(firstName(one.name)) : one.why.trim() || said.why(one.departmentKind);
      return { runs: [{ text: one.name, strong: true as const }, { text: `, ${named(one.department, why)}` }] };
    }),
    ...content.externals.map((one) => ({
      runs: [{ text: one.name, strong: true as const }, ...(one.role === '' ? [] : [{ text: `, ${one.role}.` }])],
    })),
  ]);
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;
const named = (department: string, why: string): string => (department === '' ? why : `${department}, ${why}`);
