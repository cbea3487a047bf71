import type { Draft, Verdict } from './draft';

/** The file of a bank, as an author would write it (docs/authoring.md). Texts are Markdown of paragraphs. */
export const writeBank = (drafts: readonly Draft[]): string => `${drafts.map(questionText).join('\n\n')}\n`;

function questionText(draft: Draft): string {
  const { fields, answers } = partsOf(draft);
  return [
    [`## ${draft.key}`, `kind: ${draft.kind}`, ...fields].join('\n'),
    draft.prompt,
    ...answers.filter((part) => part !== ''),
  ].join('\n\n');
}

function partsOf(draft: Draft): { readonly fields: readonly string[]; readonly answers: readonly string[] } {
  switch (draft.kind) {
    case 'one':
    case 'several': {
      const options = draft.options.map(({ text, right, feedback }) =>
        [`- [${right ? 'x' : ' '}] ${text}`, ...(feedback === undefined ? [] : [quoted(feedback, '  > ')])].join('\n'),
      );
      return { fields: [], answers: [options.join('\n')] };
    }
    case 'true-false':
      return { fields: [`answer: ${draft.answer}`], answers: [verdict(draft)] };
    case 'pairs': {
      const pairs = draft.pairs.map(({ left, right }) => `- ${left} = ${right}`).join('\n');
      return { fields: [], answers: [pairs, verdict(draft)] };
    }
    case 'number': {
      const fields = [`answer: ${draft.answer}`, ...(draft.tolerance === 0 ? [] : [`tolerance: ${draft.tolerance}`])];
      return { fields, answers: [verdict(draft)] };
    }
    case 'blank':
      return { fields: [`answer: ${yamlText(draft.answers.join(' | '))}`], answers: [verdict(draft)] };
    case 'reflection':
      return { fields: [], answers: [draft.after === undefined ? '' : quoted(draft.after, '> ')] };
    default:
      return draft satisfies never;
  }
}

const verdict = ({ right, wrong }: Verdict): string =>
  [
    ...(right === undefined ? [] : [quoted(`[x] ${right}`, '> ')]),
    ...(wrong === undefined ? [] : [quoted(`[ ] ${wrong}`, '> ')]),
  ].join('\n\n');

const quoted = (text: string, mark: string): string =>
  text
    .split('\n')
    .map((line) => `${mark}${line}`.trimEnd())
    .join('\n');

/** In quotation marks, since a text may hold what YAML takes for its own. */
const yamlText = (text: string): string => (/^[\p{L}\p{N}][\p{L}\p{N} |-]*$/u.test(text) ? text : JSON.stringify(text));
