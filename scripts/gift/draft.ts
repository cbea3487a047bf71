/** A question on its way into a bank: what its source does not say is left open, and the author writes it. */
export type Draft = { readonly key: string; readonly prompt: string } & (
  | { readonly kind: 'one' | 'several'; readonly options: readonly DraftOption[] }
  | ({ readonly kind: 'true-false'; readonly answer: boolean } & Verdict)
  | ({ readonly kind: 'pairs'; readonly pairs: readonly { readonly left: string; readonly right: string }[] } & Verdict)
  | ({ readonly kind: 'number'; readonly answer: number; readonly tolerance: number } & Verdict)
  | ({ readonly kind: 'blank'; readonly answers: readonly string[] } & Verdict)
  | { readonly kind: 'reflection'; readonly after: string | undefined }
);
export type DraftOption = { readonly text: string; readonly right: boolean; readonly feedback: string | undefined };
export type Verdict = { readonly right: string | undefined; readonly wrong: string | undefined };

/** What is said of a line of the file that came in, or went out. `lost`: the question is not in the other file. */
export type Note = { readonly line: number; readonly message: string; readonly lost?: boolean };
