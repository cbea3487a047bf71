// The package's own types call themselves a module of the other kind, though its code may be required.
declare module 'node-diff3' {
  type Piece = {
    readonly ok?: readonly string[];
    readonly conflict?: { readonly a: readonly string[]; readonly o: readonly string[]; readonly b: readonly string[] };
  };
  /** Puts two changed lists of lines together over the list they both began with; where both changed the same, both stand. */
  export function diff3Merge(a: readonly string[], o: readonly string[], b: readonly string[]): readonly Piece[];
}
