import { distance } from 'fastest-levenshtein';
import type { Command } from '../capability';

const MOST = 3;

/** The commands that lie nearest to what was written, each once, best first. */
export function nearestCommands(text: string, commands: readonly Command[]): string[] {
  const first = text.split(' ')[0] ?? '';
  const scored = commands
    .filter((one) => !one.developmentOnly)
    .map((one) => ({
      key: one.key,
      far: Math.min(...one.names.map((name) => Math.min(distance(first, name), distance(text, name)))),
    }));
  return scored
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map((one) => one.key);
}
