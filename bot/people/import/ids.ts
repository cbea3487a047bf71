/** Ids of departments by code, or of people by e-mail. */
export type Ids = ReadonlyMap<string, string>;

/** What the pathways of the files refer to. */
export type Referred = {
  readonly departments: Ids;
  readonly people: Ids;
  /** Ids of people who have not left: whoever has left leads nothing and sits in no team. */
  readonly here: ReadonlySet<string>;
};

/** @throws when a reference names nothing: the checks let none through */
export function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error('The import refers to something that is not in its files');
  return id;
}
