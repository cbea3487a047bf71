import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChatMessage, ConnectorEntry, Presence } from './chat';

/** A step of the history; the newest state of a message or person counts. */
export type HistoryStep =
  | { readonly step: 'person'; readonly entraId: string; readonly presence: Presence; readonly blocked: boolean }
  | { readonly step: 'message'; readonly conversationId: string; readonly message: ChatMessage }
  | { readonly step: 'gone'; readonly conversationId: string; readonly id: string }
  | { readonly step: 'entry'; readonly entry: ConnectorEntry };

const keptEntries = 1_000;

export type History = { append(step: HistoryStep): void };

function parseLines(file: string): HistoryStep[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as HistoryStep];
    } catch (cause) {
      // A killed process leaves its last line half written; a broken line elsewhere is not ours to guess about.
      if (index === lines.length - 1) return [];
      throw new Error(`${file}:${index + 1} is not a line of the stage's history`, { cause });
    }
  });
}

/** Only what still counts: each message and person once, in order of first appearance, and the last entries. */
function compacted(steps: readonly HistoryStep[]): HistoryStep[] {
  const people = new Map<string, HistoryStep>();
  const messages = new Map<string, HistoryStep>();
  const entries: HistoryStep[] = [];
  for (const step of steps) {
    switch (step.step) {
      case 'person':
        people.set(step.entraId, step);
        break;
      case 'message':
        messages.set(`${step.conversationId} ${step.message.id}`, step);
        break;
      case 'gone':
        messages.delete(`${step.conversationId} ${step.id}`);
        break;
      case 'entry':
        entries.push(step);
        break;
    }
  }
  return [...people.values(), ...messages.values(), ...entries.slice(-keptEntries)];
}

/**
 * Opens a history of JSON lines, compacts it, and hands back what it holds. Every step is in the file before `append`
 * returns, so that a killed process loses nothing it has answered for. Throws on a broken line that is not the last.
 */
export function openHistory(file: string): { readonly steps: readonly HistoryStep[]; readonly history: History } {
  mkdirSync(dirname(file), { recursive: true });
  const steps = existsSync(file) ? compacted(parseLines(file)) : [];
  const fresh = `${file}.new`;
  writeFileSync(fresh, steps.map((step) => `${JSON.stringify(step)}\n`).join(''));
  renameSync(fresh, file);
  return { steps, history: { append: (step) => appendFileSync(file, `${JSON.stringify(step)}\n`) } };
}
