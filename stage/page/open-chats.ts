import { useEffect, useState } from 'preact/hooks';
import type { StagePerson } from '../chat';
import {
  mostOpen,
  noChats,
  type OpenChats,
  readAddress,
  withClosed,
  withMoved,
  withOpened,
  writeAddress,
} from './address';

/** From this width on four chats may be open, below it three. */
const wideFromPx = 1_800;

/** The chats that are open, as the page's address says it: a reload and the way back stay with them. */
export function useOpenChats(people: readonly StagePerson[]) {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const follow = () => setHash(window.location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const open: OpenChats = hash.length > 1 ? readAddress(hash, people) : noChats;
  /** Reads the address anew: two changes in one breath both count. */
  const change = (how: (open: OpenChats) => OpenChats) => {
    const before = readAddress(window.location.hash, people);
    const after = writeAddress(how(before), people);
    if (after === window.location.hash) return;
    window.history.replaceState(null, '', after === '#' ? window.location.pathname : after);
    setHash(window.location.hash);
  };
  const most = window.innerWidth >= wideFromPx ? mostOpen : mostOpen - 1;
  return {
    open,
    openChat: (id: string) => change((now) => withOpened(now, id, most)),
    close: (id: string) => change((now) => withClosed(now, id)),
    move: (id: string, by: -1 | 1) => change((now) => withMoved(now, id, by)),
    /** Exactly these, the last one active. */
    arrange: (ids: readonly string[]) => change(() => ({ ids, active: ids.at(-1) })),
  };
}
