import { useEffect } from 'preact/hooks';
import { openerOf } from './reading';
import type { Target } from './story';

const marked = 'data-tour-target';

const visible = (element: HTMLElement) => element.getClientRects().length > 0;

/** Where on the page the target is by now: behind a fold it is what opens the fold. */
function elementOf(target: Target | undefined, who: string | undefined): HTMLElement | undefined {
  if (!target) return undefined;
  const chat = document.querySelector<HTMLElement>(`[data-chat="${CSS.escape(who ?? '')}"]`);
  switch (target.kind) {
    case 'composer':
      return chat?.querySelector<HTMLElement>('.typing-row') ?? undefined;
    case 'working-day':
      return document.querySelector<HTMLElement>('[data-tour="working-day"]') ?? undefined;
    case 'button': {
      const { message, action } = target.offer;
      const place = chat?.querySelector(`[data-message="${CSS.escape(message.id)}"]`);
      const buttons = [...(place?.querySelectorAll<HTMLElement>('.card button') ?? [])].filter(visible);
      const titled = (title: string | undefined) => buttons.find((one) => one.textContent?.trim() === title);
      return titled(action.title) ?? titled(openerOf(message.card ?? {}, action.verb ?? ''));
    }
  }
}

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Brings a message in sight, by its top. */
export function revealMessage(messageId: string, who: string): void {
  const chat = document.querySelector(`[data-chat="${CSS.escape(who)}"]`);
  chat
    ?.querySelector(`[data-message="${CSS.escape(messageId)}"]`)
    ?.scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' });
}

/** Brings the target in sight. */
export async function reveal(target: Target | undefined, who: string | undefined): Promise<void> {
  elementOf(target, who)?.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
}

/** Rings the target, also when its card is drawn anew; brings it in sight once. */
export function useHighlight(target: Target | undefined, who: string | undefined): void {
  const key = target?.kind === 'button' ? `${target.offer.message.id} ${target.offer.action.verb}` : target?.kind;
  useEffect(() => {
    if (!target) return undefined;
    let shown = false;
    const mark = () => {
      const element = elementOf(target, who);
      if (element?.hasAttribute(marked)) return;
      for (const old of document.querySelectorAll(`[${marked}]`)) old.removeAttribute(marked);
      element?.setAttribute(marked, '');
      if (!element || shown) return;
      shown = true;
      requestAnimationFrame(() => void reveal(target, who));
    };
    const observer = new MutationObserver(mark);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['style'] });
    mark();
    return () => {
      observer.disconnect();
      for (const old of document.querySelectorAll(`[${marked}]`)) old.removeAttribute(marked);
    };
  }, [key, who, target?.kind === 'button' ? target.offer.message.versions : 0]);
}
