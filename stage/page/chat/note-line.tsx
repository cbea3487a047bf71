import { useEffect, useRef } from 'preact/hooks';
import type { Note } from '../stage-client';

/** What came of something that was just tried, read out when it appears. */
export function NoteLine({ note }: { readonly note: Note | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (note?.kind === 'error') place.current?.scrollIntoView({ block: 'nearest' });
  }, [note]);
  return (
    <div class="note-place" ref={place} role="status">
      {note && <p class={`note ${note.kind}`}>{note.text}</p>}
    </div>
  );
}
