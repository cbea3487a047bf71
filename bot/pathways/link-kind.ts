import { linkRequestCard } from '../../cards/pathways/link-request';
import { words } from '../../content/words/words';
import type { Unit } from '../db/unit';
import type { Facts, Kind, Renderer } from '../obligations/kind';
import { type Organisation, organisation } from '../people/organisation';
import { may } from '../people/rights';
import type { Locale, OutCard } from '../turn';
import { type LinkCase, linkStatus, loadLinks, lockLink } from './links';
import { standingsIn } from './standing';

/** Whether somebody may answer for the asked pathway: those who lead it. */
export const mayAnswerLink = ({ asked }: LinkCase, personId: string, org: Organisation): boolean =>
  may('pathway.change', standingsIn(asked, personId, org));

/** What the lead of a pathway is asked: does it belong with another of the same family? */
export function linkAnswerKind(): Kind {
  return {
    kind: 'link-answer',
    cardKind: () => 'link-request',
    facts: async (unit, rows) => {
      const org = await organisation(unit);
      const found = await loadLinks(
        unit,
        rows.map((row) => row.matterId),
      );
      return new Map(
        rows.map((row): [string, Facts] => {
          const one = found.get(row.matterId);
          if (!one) return [row.id, { owed: false, roles: {}, maySee: () => false }];
          const { leadId, coLeadId, status } = one.asked.pathway;
          return [
            row.id,
            {
              owed: one.link.status === 'asked' && one.link.n === row.round && status === 'open',
              roles: { lead: leadId, coLead: coLeadId },
              maySee: (id) => mayAnswerLink(one, id, org),
            },
          ];
        }),
      );
    },
    line: async (unit, { obligation, personId, locale }) => {
      const found = (await loadLinks(unit, [obligation.matterId])).get(obligation.matterId);
      if (found?.link.status !== 'asked') return undefined;
      const org = await organisation(unit);
      const all = words(locale);
      const { ref } = found.asked.pathway;
      return {
        text: all.pathwayLinks.line(found.from.pathway.ref, ref),
        group: ref,
        // Its manager settles what has no owner, and learns no more of it than the references.
        ...(mayAnswerLink(found, personId, org)
          ? { action: { title: all.actions.answer, verb: 'link.open', input: { link: found.link.id } } }
          : {}),
      };
    },
    lock: async (unit, id) => {
      const found = (await loadLinks(unit, [id])).get(id);
      if (found) await lockLink(unit, found.link.oneId, found.link.otherId);
    },
    deadlines: {},
  };
}

/** The card that asks, or what became of it. */
export async function linkCard(
  unit: Unit,
  found: LinkCase,
  locale: Locale,
  sending?: Parameters<Renderer>[1]['sending'],
): Promise<OutCard> {
  const org = await organisation(unit);
  const { link, from, asked } = found;
  const view = {
    linkId: link.id,
    version: link.version,
    mark: `link-answer/${sending?.rung ?? (sending ? 'own' : 'card')}/${link.id}/${link.n}`,
    ref: asked.pathway.ref,
    otherRef: from.pathway.ref,
    askedBy: org.people.get(link.askedById)?.name ?? null,
    state: linkStatus(link),
    reminder: sending?.rung !== undefined,
    repeated: sending?.repeated ?? false,
  };
  return {
    ...linkRequestCard(view, locale),
    keep: { kind: 'link-request', matterKind: 'pathway-link', matterId: link.id },
  };
}

/** Draws the card for those who lead the asked pathway; nothing is sent that is answered already. */
export const linkRequestRenderer: Renderer = async (unit, { matterId, personId, locale, sending }) => {
  const found = (await loadLinks(unit, [matterId])).get(matterId);
  if (!found || !mayAnswerLink(found, personId, await organisation(unit))) return 'gone';
  if (sending && found.link.status !== 'asked') return undefined;
  return linkCard(unit, found, locale, sending);
};
