import { useMemo, useState } from 'preact/hooks';
import type { StagePersonState } from '../page-api';
import { PersonAvatar } from './avatar';
import { counted } from './danish';

type PeopleListProps = {
  readonly people: readonly StagePersonState[];
  readonly waiting: Readonly<Record<string, number>>;
  readonly unread: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly onChoose: (entraId: string) => void;
};

const plain = (text: string) => text.toLocaleLowerCase('da').normalize('NFC');

/** Everybody on the stage by department, with what waits for each. */
export function PeopleList({ people, waiting, unread, chosen, onChoose }: PeopleListProps) {
  const [search, setSearch] = useState('');
  const departments = useMemo(() => {
    const words = plain(search).split(/\s+/).filter(Boolean);
    const found = people.filter((person) => {
      const text = plain(`${person.name} ${person.title} ${person.department}`);
      return words.every((word) => text.includes(word));
    });
    return [...Map.groupBy(found, (person) => person.department)];
  }, [people, search]);

  return (
    <nav class="people" aria-label="Personer">
      <div class="search">
        <label for="search">Find en kollega</label>
        <input
          id="search"
          type="search"
          value={search}
          placeholder="Navn, stilling eller afdeling"
          autocomplete="off"
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <div class="people-scroll">
        {departments.map(([department, members]) => (
          <section key={department} aria-label={department}>
            <h2>{department}</h2>
            <ul>
              {members.map((person) => {
                const count = waiting[person.entraId] ?? 0;
                const isNew = unread.has(person.entraId);
                return (
                  <li key={person.entraId}>
                    <button
                      type="button"
                      class={isNew ? 'person unread' : 'person'}
                      aria-current={person.entraId === chosen ? 'true' : undefined}
                      onClick={() => onChoose(person.entraId)}
                    >
                      <PersonAvatar name={person.name} />
                      <span class="who">
                        <span class="name">{person.name}</span>
                        <span class="title">{person.title}</span>
                      </span>
                      {isNew && <span class="dot" aria-hidden="true" />}
                      {isNew && <span class="unseen">Nyt i chatten.</span>}
                      {count > 0 && (
                        <span class="badge" title={`${counted(count, 'ting', 'ting')} venter`}>
                          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
                          <span class="unseen">{counted(count, 'ting', 'ting')} venter.</span>
                        </span>
                      )}
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
        {departments.length === 0 && people.length > 0 && <p class="empty">Ingen hedder eller arbejder sådan.</p>}
      </div>
    </nav>
  );
}
