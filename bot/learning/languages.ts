import type { CourseQuestion } from './course';
import { questionSchema } from './course';
import { at, type Fault, type Place } from './faults';
import { joined, type Part, type ReadQuestion } from './question-parts';

/**
 * A bank in both languages. Where they do not agree in keys, kinds, order, number and what is right, the fault stands at the
 * English and names the place of the Danish.
 * @returns undefined where a question has a fault or the languages do not agree
 */
export function bankOf(
  da: readonly ReadQuestion[],
  en: readonly ReadQuestion[],
  faults: Fault[],
): CourseQuestion[] | undefined {
  const before = faults.length;
  for (const one of da)
    if (!en.some(({ key }) => key === one.key))
      faults.push(at(one, `the question "${one.key}" is not there in English: write it in ${en[0]?.file ?? 'en'} too`));
  for (const one of en)
    if (!da.some(({ key }) => key === one.key))
      faults.push(at(one, `the question "${one.key}" is not there in Danish: write it in ${da[0]?.file ?? 'da'} too`));
  if (faults.length > before) return undefined;
  const questions: CourseQuestion[] = [];
  let inOrder = true;
  for (const [n, one] of da.entries()) {
    const other = en.find(({ key }) => key === one.key);
    if (!other) continue;
    if (inOrder && en[n]?.key !== one.key) {
      inOrder = false;
      faults.push(
        at(
          en[n] ?? other,
          `here stands "${en[n]?.key}", where Danish has "${one.key}" (${where(one)}): put them in one order`,
        ),
      );
    }
    const differs = differenceOf(one, other);
    if (differs)
      faults.push(at(differs.place ?? other, `${differs.what} (${where(differs.danish ?? one)}): make them agree`));
    else if (one.part && other.part) {
      const question = questionSchema.safeParse(joined(one.key, one.part, other.part));
      // Each language alone has been held to the same limits.
      if (question.success) questions.push(question.data);
      else faults.push(at(one, `the question "${one.key}" cannot be used: ${question.error.issues[0]?.message ?? ''}`));
    }
  }
  return faults.length === before && questions.length === da.length ? questions : undefined;
}

const where = ({ file, line }: Place): string => `${file}:${line}`;

type Difference = { readonly what: string; readonly place?: Place | undefined; readonly danish?: Place | undefined };

function differenceOf(da: ReadQuestion, en: ReadQuestion): Difference | undefined {
  if (da.kind === undefined || en.kind === undefined) return undefined;
  if (da.kind !== en.kind) return { what: `"${en.key}" is ${en.kind} here and ${da.kind} in Danish` };
  if (!da.part || !en.part) return undefined;
  if (da.part.sure !== en.part.sure)
    return { what: `"${en.key}" asks how sure one is in ${en.part.sure ? 'English' : 'Danish'} alone` };
  return differenceIn(en.key, da.part, en.part);
}

function differenceIn(key: string, da: Part, en: Part): Difference | undefined {
  switch (da.kind) {
    case 'one':
    case 'several':
    case 'dilemma': {
      const danish: readonly (Place & { readonly right?: boolean })[] = da.options;
      const english: readonly (Place & { readonly right?: boolean })[] = (en as typeof da).options;
      if (danish.length !== english.length) return counted(key, english.length, danish.length, 'options');
      const n = danish.findIndex((one, at) => one.right !== english[at]?.right);
      if (n < 0) return undefined;
      const right = english[n]?.right ? 'right' : 'wrong';
      const other = danish[n]?.right ? 'right' : 'wrong';
      return {
        what: `option ${n + 1} of "${key}" is ${right} here and ${other} in Danish`,
        place: english[n],
        danish: danish[n],
      };
    }
    case 'pairs': {
      const [danish, english] = [da.pairs.length, (en as typeof da).pairs.length];
      return danish === english ? undefined : counted(key, english, danish, 'pairs');
    }
    case 'order': {
      const [danish, english] = [da.items.length, (en as typeof da).items.length];
      return danish === english ? undefined : counted(key, english, danish, 'lines');
    }
    case 'true-false': {
      const other = en as typeof da;
      return da.answer === other.answer ? undefined : answered(key, String(other.answer), String(da.answer));
    }
    case 'number': {
      const other = en as typeof da;
      if (da.answer !== other.answer) return answered(key, String(other.answer), String(da.answer));
      if (da.tolerance !== other.tolerance)
        return { what: `the tolerance of "${key}" is ${other.tolerance} here and ${da.tolerance} in Danish` };
      if ((da.unit === undefined) !== (other.unit === undefined))
        return { what: `"${key}" has a unit in ${da.unit === undefined ? 'English' : 'Danish'} alone` };
      return undefined;
    }
    case 'blank':
    case 'reflection':
      return undefined;
    default:
      return da satisfies never;
  }
}

const counted = (key: string, english: number, danish: number, what: string): Difference => ({
  what: `"${key}" has ${english} ${what} here and ${danish} in Danish`,
});
const answered = (key: string, english: string, danish: string): Difference => ({
  what: `the answer to "${key}" is ${english} here and ${danish} in Danish`,
});
