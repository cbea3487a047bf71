import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { lineWithCpr } from '../privacy/cpr';

/** What is wrong with one field of a file that people write. */
export type Fault = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The same, found in its file: line and column from 1. */
type PlacedFault = { readonly line: number; readonly column: number; readonly message: string };

/** A complaint of zod, of either version. */
type Issue = Fault & { readonly code?: string | undefined; readonly keys?: readonly string[] };

type Checked<Value> = { readonly value: Value } | { readonly faults: readonly Fault[] };

/**
 * Reads a YAML file that people write, and has its content checked. Gives the value, or every fault as
 * `<file>:<line>:<column> <field>: <what is wrong>` in the order of the file. A key that stands twice, and whatever YAML
 * merely warns of, is a fault. A file with a CPR number anywhere, also in a comment, has that one fault.
 *
 * @throws when the file cannot be read at all
 */
export function readYaml<Value>(
  file: string,
  check: (content: unknown) => Checked<Value>,
): { readonly value: Value } | { readonly faults: readonly string[] } {
  const text = readFileSync(file, 'utf8');
  const line = lineWithCpr(text);
  if (line !== undefined) return { faults: [cprFault(file, line)] };
  const read = readYamlText(text, {}, check);
  return 'value' in read
    ? { value: read.value }
    : { faults: read.faults.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`) };
}

/**
 * The same of a text that is already read, such as the lines of YAML in a file of Markdown: `below` is the number of lines
 * above it, and `plain` takes every value as the text that stands there. Whoever reads the file looks for CPR numbers.
 */
export function readYamlText<Value>(
  text: string,
  from: { readonly below?: number; readonly plain?: boolean },
  check: (content: unknown) => Checked<Value>,
):
  | { readonly value: Value; placeOf(path: readonly PropertyKey[]): { readonly line: number; readonly column: number } }
  | { readonly faults: readonly PlacedFault[] } {
  const { below = 0, plain = false } = from;
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    ...(plain ? { schema: 'failsafe' } : {}),
  });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + below, column: Math.max(col, 1) };
  };
  const placed = (faults: readonly { readonly offset: number; readonly message: string }[]) =>
    [...faults]
      .sort((one, other) => one.offset - other.offset)
      .map(({ offset, message }) => ({ ...placeAt(offset), message }));
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return { faults: placed(broken.map((fault) => ({ offset: fault.pos[0], message: fault.message }))) };
  }
  const content = plainOf(document);
  if ('fault' in content) return { faults: placed([{ offset: 0, message: content.fault }]) };
  const checked = check(content.plain);
  if ('value' in checked) return { value: checked.value, placeOf: (path) => placeAt(offsetOf(document, path)) };
  return {
    faults: placed(
      checked.faults.map(({ path, message }) => ({
        offset: offsetOf(document, path),
        message: `${path.join('.') || 'the file'}: ${message}`,
      })),
    ),
  };
}

/** What is said of a file with a CPR number, by its place alone: other faults could quote it. */
export const cprFault = (file: string, line: number): string => `${file}:${line}:1 ${HOLDS_CPR}`;
export const HOLDS_CPR = 'there is a CPR number: delete it, and write initials or a reference instead';

/** An alias without its anchor, or a nest of aliases, is found only when the document is unfolded. */
function plainOf(document: Document): { readonly plain: unknown } | { readonly fault: string } {
  try {
    return { plain: document.toJS() };
  } catch (error) {
    if (error instanceof ReferenceError) return { fault: error.message };
    throw error;
  }
}

/** The complaints of zod as faults; each field that is not known is one of its own, so that a misspelt one is found. */
export function faultsOf(issues: readonly Issue[]): Fault[] {
  return issues.flatMap(({ code, path, message, keys }) =>
    code === 'unrecognized_keys' && keys
      ? keys.map((key) => ({ path: [...path, key], message: 'is not a known field' }))
      : [{ path, message }],
  );
}

/** Where the field stands in the file, or, when it is missing, the nearest thing around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  if (path.length === 0) {
    return document.contents?.range?.[0] ?? 0;
  }
  const around = document.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  if (isMap(around)) {
    const pair = around.items.find((item) => isScalar(item.key) && item.key.value === name);
    if (pair !== undefined && isNode(pair.key)) {
      return pair.key.range?.[0] ?? 0;
    }
  }
  const node = document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? 0) : offsetOf(document, path.slice(0, -1));
}
