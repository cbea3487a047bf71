import { AdaptiveCard, ExecuteAction, GlobalSettings, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isObject } from '../../json';
import type { StageRequests } from '../../page-api';
import { teamsHostConfig } from './host-config';
import { enableMarkdownInCards } from './markdown';

export type Press = Omit<StageRequests['press'], 'entraId' | 'messageId'>;

enableMarkdownInCards();
GlobalSettings.setTabIndexAtCardRoot = false;
const hostConfig = teamsHostConfig();

/** Teams shows a card as wide as the chat only where it asks for it. */
export function isFullWidth(card: Readonly<Record<string, unknown>>): boolean {
  return isObject(card.msteams) && card.msteams.width === 'Full';
}

type CardProps = {
  readonly card: Readonly<Record<string, unknown>>;
  /** Drawn anew when this changes, and only then: what was typed stays through everything else. */
  readonly version: string;
  readonly busy: boolean;
  readonly label: string;
  readonly onPress: (press: Press) => void;
};

/** A card, rendered by Microsoft's own renderer. */
export function Card({ card, version, busy, label, onPress }: CardProps) {
  const host = useRef<HTMLDivElement>(null);
  const press = useRef(onPress);
  press.current = onPress;

  // The version stands for the card, see above.
  useLayoutEffect(() => {
    const place = host.current;
    if (!place) return;
    const hadFocus = place.contains(document.activeElement);
    const adaptive = new AdaptiveCard();
    adaptive.hostConfig = hostConfig;
    adaptive.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction && action.url) window.open(action.url, '_blank', 'noopener,noreferrer');
      if (!(action instanceof ExecuteAction) && !(action instanceof SubmitAction)) return;
      press.current({
        type: action instanceof ExecuteAction ? 'Action.Execute' : 'Action.Submit',
        ...(action instanceof ExecuteAction && action.verb ? { verb: action.verb } : {}),
        ...(action.title ? { title: action.title } : {}),
        ...(action.id ? { id: action.id } : {}),
        data: isObject(action.data) ? action.data : {},
      });
    };
    adaptive.onElementVisibilityChanged = (element) => {
      if (element.isVisible) element.renderedElement?.scrollIntoView({ block: 'nearest' });
    };
    adaptive.parse(card);
    const element = adaptive.render();
    place.replaceChildren(...(element ? [element] : []));
    if (typeof card.lang === 'string') place.lang = card.lang;
    if (hadFocus) place.focus({ preventScroll: true });
  }, [version]);

  useLayoutEffect(() => {
    if (!busy) return undefined;
    const place = host.current;
    const pressed = document.activeElement;
    const controls = [
      ...(place?.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input, select, textarea') ?? []),
    ].filter((control) => !control.disabled);
    for (const control of controls) control.disabled = true;
    return () => {
      for (const control of controls) control.disabled = false;
      // A disabled button loses the keyboard; it gets it back where it still stands.
      if (pressed instanceof HTMLElement && place?.contains(pressed)) pressed.focus({ preventScroll: true });
      else if (document.activeElement === document.body) place?.focus({ preventScroll: true });
    };
  }, [busy]);

  return (
    // A card that is replaced keeps the keyboard where it was.
    <article class="card" ref={host} aria-label={label} aria-busy={busy} tabIndex={-1} />
  );
}
