import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type MenuProps = { readonly name: string; readonly label?: string; readonly children: ComponentChildren };

/** What opens below its name, and closes by Escape or when somebody goes elsewhere. */
export function Menu({ name, label, children }: MenuProps) {
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: Event) => {
      const menu = place.current;
      if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, []);
  return (
    <details
      class="menu"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !place.current?.open) return;
        place.current.open = false;
        place.current.querySelector('summary')?.focus();
      }}
    >
      <summary aria-label={label}>{name}</summary>
      <div class="menu-body">{children}</div>
    </details>
  );
}
