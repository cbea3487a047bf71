import { words } from '../../content/words/words';
import { asMoment, toInstant, ZONE } from '../time/moment';
import type { Locale } from '../turn';
import { openSheet } from './sheet';

/** What a decision says on paper: proposed, decided, by whom and why. Nobody who disagreed has a place in it. */
export type DecisionContent = {
  readonly municipality: string;
  readonly ref: string;
  readonly alias: string;
  readonly number: number;
  /** Which version of the proposal was decided on. */
  readonly version: number;
  readonly text: string;
  readonly citizenSays: string;
  readonly meanwhile: string;
  readonly responsible: string;
  readonly startsOn: string;
  readonly departments: readonly string[];
  readonly outcome: {
    readonly kind: keyof ReturnType<typeof words>['documents']['decision']['outcome'];
    readonly by: keyof ReturnType<typeof words>['documents']['decision']['by'];
    readonly text: string;
    readonly reason: string;
  };
  /** Local moment at which it was decided. */
  readonly at: string;
};

/** A decision as an A4 PDF for the specialist system. The same content gives the same bytes. */
export async function decisionDocument(content: DecisionContent, locale: Locale): Promise<Uint8Array> {
  const said = words(locale).documents.decision;
  const { outcome } = content;
  const sheet = openSheet({
    locale,
    title: `${said.title}, ${said.reference(content.ref, content.number)}`,
    subject: said.reference(content.ref, content.number),
    sender: content.municipality,
    beside: said.reference(content.ref, content.number),
    foot: said.reference(content.ref, content.number),
    writtenAt: toInstant(asMoment(content.at), ZONE),
    look: 'record',
  });
  sheet.heading(1, said.title);
  sheet.space(6);
  const facts = [
    { label: said.facts.citizen, value: content.alias },
    { label: said.facts.decided, value: words(locale).documents.moment(content.at) },
    { label: said.facts.by, value: said.by[outcome.by] },
    { label: said.facts.responsible, value: content.responsible },
    { label: said.facts.departments, value: content.departments.join(', ') },
  ];
  sheet.facts(facts.filter((one) => one.value !== ''));
  sheet.heading(2, said.says(content.alias));
  sheet.quote(content.citizenSays);
  sheet.heading(2, said.proposed);
  sheet.text(content.text);
  sheet.text(said.starts(content.startsOn, content.at));
  sheet.heading(2, said.outcome[outcome.kind]);
  if (outcome.text !== '') sheet.text(outcome.text);
  if (outcome.reason !== '') {
    sheet.heading(3, said.reason);
    sheet.text(outcome.reason);
  }
  sheet.heading(2, said.meanwhile);
  sheet.text(content.meanwhile);
  sheet.space(10);
  sheet.quiet(words(locale).decisions.formal);
  return sheet.finish();
}
