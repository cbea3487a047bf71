import { z } from 'zod/v4';
import { type Locale, words } from '../../content/words/words';
import { said, sentence, state } from '../anatomy';
import { type Drawn, defineCard } from '../render';
import { plain } from '../text';
import template from './link-request.json';

/** To those who lead the asked pathway. */
export type LinkRequestView = {
  readonly linkId: string;
  readonly version: number;
  readonly mark: string;
  readonly ref: string;
  readonly otherRef: string;
  readonly askedBy: string | null;
  readonly state: 'asked' | 'linked' | 'declined' | 'ended';
  readonly reminder: boolean;
  readonly repeated: boolean;
};

const draw = defineCard({
  name: 'link-request',
  template,
  schema: z.strictObject({
    id: z.string(),
    version: z.number(),
    mark: z.string(),
    quiet: z.string(),
    title: z.string(),
    state,
    repeated: z.string(),
    said,
    open: z.boolean(),
    labels: z.strictObject({ connect: z.string(), decline: z.string() }),
  }),
});

const colors = { asked: 'Warning', linked: 'Good', declined: 'Default', ended: 'Default' } as const;

/** Do two pathways belong to one family? Their references, and nothing more. */
export function linkRequestCard(view: LinkRequestView, locale: Locale): Drawn {
  const w = words(locale);
  const card = w.linkRequest;
  const open = view.state === 'asked';
  return draw(
    {
      id: view.linkId,
      version: view.version,
      mark: view.mark,
      quiet: (open && view.reminder ? card.quietReminder : card.quiet)(plain(view.ref)),
      title: card.title[view.state](plain(view.otherRef), plain(view.ref)),
      state: { text: card.states[view.state], color: colors[view.state] },
      repeated: view.repeated ? w.repeated : '',
      said: open ? [sentence(card.text(view.askedBy ?? card.somebody)), sentence(card.declineText)] : [],
      open,
      labels: { connect: card.connect, decline: card.decline },
    },
    (open ? card.summary : card.summaryClosed)(view.otherRef, view.ref),
    locale,
  );
}
