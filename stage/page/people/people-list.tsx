import { useMemo, useRef, useState } from 'preact/hooks';
import type { StagePersonState } from '../../page-api';
import { PersonAvatar } from '../avatar';
import { useSpeech } from '../words/words';
import { found } from './search';

type PeopleListProps = {
  readonly people: readonly StagePersonState[];
  readonly waiting: Readonly<Record<string, number>>;
  readonly unread: ReadonlySet<string>;
  readonly open: readonly string[];
  readonly active: string | undefined;
  readonly onOpen: (entraId: string) => void;
};

type PersonProps = {
  readonly person: StagePersonState;
  readonly waiting: number;
  readonly unread: boolean;
  readonly open: boolean;
  readonly active: boolean;
  readonly onOpen: () => void;
};

function Person({ person, waiting, unread, open, active, onOpen }: PersonProps) {
  const { words, times } = useSpeech();
  const waits = words.people.waiting(times.number(waiting));
  return (
    <button
      type="button"
      class={`person${unread ? ' unread' : ''}${open ? ' open' : ''}`}
      aria-current={active ? 'true' : undefined}
      data-person={person.entraId}
      onClick={onOpen}
    >
      <PersonAvatar name={person.name} />
      <span class="who">
        <span class="name">{person.name}</span>
        <span class="title">{person.title}</span>
      </span>
      {open && !active && <span class="unseen">{words.people.open}</span>}
      {unread && <span class="dot" aria-hidden="true" />}
      {unread && <span class="unseen">{words.people.unread}</span>}
      {waiting > 0 && (
        <span class="badge" title={waits}>
          <span aria-hidden="true">{waiting > 99 ? '99+' : waiting}</span>
          <span class="unseen">{times.capital(waits)}.</span>
        </span>
      )}
    </button>
  );
}

/** Everybody on the stage by department, with what waits for each. */
export function PeopleList({ people, waiting, unread, open, active, onOpen }: PeopleListProps) {
  const { words, times } = useSpeech();
  const [search, setSearch] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const hits = useMemo(() => found(people, search), [people, search]);
  const departments = [...Map.groupBy(hits, (person) => person.department)];

  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button.person') ?? [])];
  const clear = () => {
    setSearch('');
    box.current?.focus();
  };
  /** Arrows walk from the search through the list and back; Escape begins the search anew. */
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      clear();
      return;
    }
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: at < 0 ? at : 0, End: at < 0 ? at : all.length - 1 }[
      event.key
    ];
    if (next === undefined || (at < 0 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (next < 0) box.current?.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
  };

  return (
    <nav class="people" aria-label={words.people.label}>
      <search class="search">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const [first] = departments[0]?.[1] ?? [];
            if (first && search.trim() !== '') onOpen(first.entraId);
          }}
        >
          <label for="search">{words.people.search}</label>
          <input
            id="search"
            type="search"
            ref={box}
            value={search}
            placeholder={words.people.placeholder}
            autocomplete="off"
            onInput={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={walk}
          />
          <p class="unseen" role="status">
            {search.trim() === '' ? '' : words.people.found(times.capital(times.number(hits.length)))}
          </p>
        </form>
      </search>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move between what can be pressed anyway. */}
      <div class="people-scroll" ref={list} onKeyDown={walk}>
        {departments.map(([department, members]) => (
          <section key={department} aria-label={department}>
            <h2>{department}</h2>
            <ul>
              {members.map((person) => (
                <li key={person.entraId}>
                  <Person
                    person={person}
                    waiting={waiting[person.entraId] ?? 0}
                    unread={unread.has(person.entraId)}
                    open={open.includes(person.entraId)}
                    active={person.entraId === active}
                    onOpen={() => onOpen(person.entraId)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {hits.length === 0 && people.length > 0 && (
          <div class="empty">
            <p class="empty-title">{words.people.none}</p>
            <p>{words.people.noneHint}</p>
            <button type="button" class="plain" onClick={clear}>
              {words.people.clear}
            </button>
          </div>
        )}
      </div>
    </nav>
  );
}
