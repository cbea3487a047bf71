import { z } from 'zod/v4';
import { linksCard } from '../../cards/pathways/links';
import { type Caller, notFound, type Refused, type Verb, verb } from '../capability';
import type { Answer } from '../turn';
import { answerLink } from './answer-link';
import { outcome, sentencesOf, showFor } from './answers';
import { askLink } from './ask-link';
import { endLink } from './end-link';
import { linkCard, mayAnswerLink } from './link-kind';
import { linkedWith, loadLinks } from './links';

const version = z.coerce.number().pipe(z.int32());
const text = z.string().max(2_000);
const askInput = z.strictObject({ pathway: z.uuid(), form: z.uuid(), ref: text.optional(), link: text.optional() });
const linkInput = z.strictObject({ link: z.uuid(), version });

/** Links of a family: asked for by reference, answered by those who lead the other pathway, ended by either. */
export function linkVerbs(): Record<string, Verb> {
  const answering = (answer: 'connect' | 'decline') =>
    verb({
      input: linkInput,
      act: (caller, given) =>
        answerLink(caller.unit, { linkId: given.link, version: given.version, answer, byId: caller.person.id }),
      show: (caller, given) => showRequest(caller, given.link, 'replace'),
    });
  return {
    'link.form': verb({
      input: z.strictObject({ pathway: z.uuid() }),
      show: (caller, given) => showLinks(caller, given.pathway, '', undefined),
    }),
    'link.ask': verb({
      input: askInput,
      keepsTyped: true,
      act: (caller, given) =>
        askLink(caller.unit, { pathwayId: given.pathway, ref: given.ref ?? '', byId: caller.person.id }),
      show: (caller, given, refused) =>
        refused
          ? showLinks(caller, given.pathway, given.ref ?? '', refused)
          : showAsked(caller, given.pathway, given.ref ?? ''),
    }),
    'link.open': verb({
      input: z.strictObject({ link: z.uuid() }),
      show: (caller, given) => showRequest(caller, given.link, 'post'),
    }),
    'link.connect': answering('connect'),
    'link.decline': answering('decline'),
    'link.end': verb({
      input: z.strictObject({ pathway: z.uuid(), link: text.optional(), ref: text.optional() }),
      act: async (caller, given) => {
        const [linkId = '', seen = ''] = (given.link ?? '').split(':');
        if (!z.uuid().safeParse(linkId).success) return { code: 'form', faults: { link: 'pick-a-link' } };
        const asked = { pathwayId: given.pathway, linkId, version: Number(seen), byId: caller.person.id };
        return endLink(caller.unit, asked);
      },
      show: (caller, given, refused) => showLinks(caller, given.pathway, given.ref ?? '', refused),
    }),
  };
}

async function showLinks(
  caller: Caller,
  pathwayId: string,
  ref: string,
  refused: Refused | undefined,
): Promise<Answer> {
  return showFor(caller, pathwayId, 'pathway.change', async ({ pathway }) => {
    const view = {
      pathwayId,
      form: caller.unit.house.newId(),
      ref: pathway.ref,
      links: await linkedWith(caller.unit, pathwayId),
      values: { ref },
      faults: sentencesOf(caller, refused),
    };
    return { replace: linksCard(view, caller.locale) };
  });
}

/** The same answer whether or not the pathway exists; another one only where the two are linked, which both cards show. */
async function showAsked(caller: Caller, pathwayId: string, typed: string): Promise<Answer> {
  const { pathwayLinks: w, pathwayTeam } = caller.words;
  return showFor(caller, pathwayId, 'pathway.change', async ({ pathway }) => {
    const sought = typed.trim().toLowerCase();
    const linked = (await linkedWith(caller.unit, pathwayId)).find((one) => one.ref.toLowerCase() === sought);
    return outcome(caller, {
      pathwayId,
      quiet: w.quiet(pathway.ref),
      title: linked ? w.connected.title(linked.ref) : w.asked.title,
      texts: [linked ? w.connected.text : w.asked.text],
      summary: w.summary(pathway.ref),
      next: [{ title: pathwayTeam.toPathway, verb: 'pathway.back' }],
    });
  });
}

async function showRequest(caller: Caller, linkId: string, how: 'post' | 'replace'): Promise<Answer> {
  const { unit, person, organisation } = caller;
  const found = (await loadLinks(unit, [linkId])).get(linkId);
  if (!found || !mayAnswerLink(found, person.id, organisation)) return notFound(caller);
  const { id } = found.asked.pathway;
  unit.audit({ act: 'link.see', actorId: person.id, matterKind: 'pathway', matterId: id, pathwayId: id });
  const card = await linkCard(unit, found, caller.locale);
  return how === 'post' ? { post: [card] } : { replace: card };
}
