import { words } from '../../content/words/words';
import { asMoment, toInstant, ZONE } from '../time/moment';
import type { Locale } from '../turn';
import type { RecordContent } from './record-content';
import { openSheet, type Run, type Sheet } from './sheet';

/**
 * The record of a meeting as an A4 PDF: the citizen first, who was there (never who was not), what was talked about,
 * what was agreed, the next date. Parts without content are left out. The same content gives the same bytes.
 */
export async function recordDocument(content: RecordContent, locale: Locale): Promise<Uint8Array> {
  const all = words(locale);
  const said = all.documents.record;
  const the = all.definiteKindNames[content.kind] ?? all.anyDefiniteKind;
  const sheet = openSheet({
    locale,
    title: `${said.title(the)}, ${said.reference(content.ref, content.number)}`,
    subject: said.subject(content.ref, content.number, content.version),
    sender: content.municipality,
    beside: said.reference(content.ref, content.number),
    foot: said.subject(content.ref, content.number, content.version),
    writtenAt: toInstant(asMoment(content.closed.at), ZONE),
    look: 'record',
  });
  sheet.heading(1, said.title(the));
  if (content.replaces !== null)
    sheet.paragraph([{ text: said.corrects(content.version, content.replaces), strong: true }]);
  sheet.space(content.replaces === null ? 0 : 6);
  drawFacts(sheet, content, locale);
  drawCitizen(sheet, content, locale);
  drawPresent(sheet, content, locale);
  drawTalk(sheet, content, locale);
  drawSections(sheet, content, locale);
  drawAgreements(sheet, content, locale);
  drawNext(sheet, content, locale);
  sheet.space(14);
  sheet.quiet(said.closed(content.closed.by, content.closed.at, content.version));
  return sheet.finish();
}

function drawFacts(sheet: Sheet, content: RecordContent, locale: Locale): void {
  const all = words(locale);
  const { facts, timeAndDuration } = all.documents.record;
  const place = [content.online ? facts.online : '', content.place ?? ''].filter((one) => one.trim() !== '').join(', ');
  const rows = [
    { label: facts.citizen, value: content.alias },
    { label: facts.time, value: timeAndDuration(content.at, all.duration(content.duration)) },
    { label: facts.place, value: place },
    { label: facts.lead, value: content.lead ? named(content.lead.name, content.lead.department) : '' },
    { label: facts.model, value: content.model[locale] },
  ];
  sheet.facts(rows.filter((row) => row.value !== ''));
}

function drawCitizen(sheet: Sheet, content: RecordContent, locale: Locale): void {
  const { citizen: said } = words(locale).documents.record;
  const { citizen, alias, at } = content;
  sheet.heading(2, alias);
  if (!citizen.takesPart) sheet.text(said.without(alias));
  else if (citizen.there === 'there') sheet.text(said.there(alias));
  else if (citizen.there === 'asked-us') {
    sheet.text(said.askedUs(alias, citizen.askedOn, at));
    sheet.text(citizen.how);
  }
  if (citizen.guests.trim() !== '') sheet.text(said.guests(alias, citizen.guests.trim()));
  if (citizen.words.trim() !== '') {
    sheet.heading(3, citizen.takesPart ? said.words(alias) : said.view(alias));
    sheet.quote(citizen.words);
  }
}

function drawPresent(sheet: Sheet, content: RecordContent, locale: Locale): void {
  const all = words(locale);
  const said = all.documents.record;
  if (content.present.length + content.externals.length === 0) return;
  const role = (key: string | null) => (key === null ? '' : (all.roleNames[key] ?? ''));
  sheet.heading(2, said.present);
  sheet.list([
    ...content.present.map((one) => ({ runs: person(one.name, one.department, role(one.role)) })),
    ...content.externals.map((one) => ({ runs: person(one.name, one.role) })),
  ]);
  if (content.departments.length === 0) return;
  sheet.space(3);
  sheet.text(said.represented(content.departments.join(', ')));
}

function drawTalk(sheet: Sheet, content: RecordContent, locale: Locale): void {
  const all = words(locale);
  const said = all.documents.record;
  if (content.agenda.length > 0) {
    sheet.heading(2, said.agenda);
    sheet.list(
      content.agenda.map((item) => ({
        runs: [
          { text: item.title[locale], strong: true },
          { text: ` · ${all.duration(item.duration)}`, quiet: true },
        ],
        text: item.note,
      })),
    );
  }
  const columns = content.columns.filter((column) => column.text.trim() !== '');
  if (columns.length === 0) return;
  sheet.heading(2, said.columns);
  for (const column of columns) {
    sheet.heading(3, column.title[locale]);
    sheet.text(column.text);
  }
}

function drawSections(sheet: Sheet, content: RecordContent, locale: Locale): void {
  for (const section of content.sections) {
    if (section.items.length === 0) continue;
    sheet.heading(2, section.title[locale]);
    sheet.list(
      section.items.map((item) => ({ runs: [{ text: item.lead[locale], strong: true }], text: item.text[locale] })),
    );
  }
}

function drawAgreements(sheet: Sheet, content: RecordContent, locale: Locale): void {
  const said = words(locale).documents.record;
  if (content.agreements.length === 0) return;
  sheet.heading(2, said.agreements);
  sheet.list(
    content.agreements.map((one) => ({
      runs: [
        { text: one.ownerKind === 'lead' ? said.leadOwner(one.owner) : one.owner, strong: true },
        { text: ` · ${said.due(one.dueOn, content.at)}`, quiet: true },
      ],
      text: one.text,
    })),
  );
}

function drawNext(sheet: Sheet, content: RecordContent, locale: Locale): void {
  const all = words(locale);
  const said = all.documents.record;
  if (content.next === null && content.noNextBecause.trim() === '') return;
  sheet.heading(2, said.next);
  if (content.next !== null) {
    sheet.text(said.nextMeeting(all.kindNames[content.next.kind] ?? all.anyKind, content.next.at, content.at));
    return;
  }
  sheet.text(said.noNext);
  sheet.text(content.noNextBecause);
}

const named = (name: string, ...more: readonly string[]) => [name, ...more].filter((one) => one !== '').join(', ');

const person = (name: string, ...more: readonly string[]): readonly Run[] => {
  const rest = more.filter((one) => one.trim() !== '');
  return [{ text: name, strong: true }, ...(rest.length > 0 ? [{ text: `, ${rest.join(', ')}` }] : [])];
};
