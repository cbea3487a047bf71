const tones = 7;

function toneOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % tones;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.charAt(0) ?? ''}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase();
}

/** A person's round picture: their initials on a colour of their own. */
export function PersonAvatar({ name }: { readonly name: string }) {
  return (
    <span class={`avatar tone-${toneOf(name)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** Rød Tråd's picture: a thread that runs through three points. */
export function BotAvatar() {
  return (
    <svg class="avatar bot" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" />
      <path d="M5 21c4 4 8 3 9-3s-3-8-4-5 4 7 9 5 3-8 8-9" />
      <circle cx="5" cy="21" r="1.9" />
      <circle cx="27" cy="9" r="1.9" />
    </svg>
  );
}
