import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';

/** What the figures were taken on. */
export function machine(): {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
} {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryGb: Math.round(os.totalmem() / 1024 ** 3),
    system: `${os.type()} ${os.release()}`,
  };
}

/** How busy the machine was in the last minute, by its own count of waiting processes. */
export const busyNow = (): number => os.loadavg()[0] ?? 0;

const TICKS_PER_SECOND = 100;
const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return undefined;
  }
};

/** A process and all that came of it. */
function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = /\nPPid:\s+(\d+)/.exec(read(`/proc/${name}/status`) ?? '')?.[1];
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });
  const found = [pid];
  for (const one of found) found.push(...parents.filter(({ parent }) => parent === one).map((child) => child.pid));
  return found;
}

/** MB of memory that a process and its children take: what they share is shared out among them (PSS). Linux only; 0 elsewhere. */
export function memoryOf(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const kilobytes = familyOf(pid).map(
    (one) => /\nPss:\s+(\d+)/.exec(read(`/proc/${one}/smaps_rollup`) ?? '')?.[1] ?? 0,
  );
  return kilobytes.reduce((sum: number, one) => sum + Number(one), 0) / 1024;
}

/** Seconds of processor time that a process and its children have taken, also those that have ended. Linux only; 0 elsewhere. */
export function processorSecondsOf(pid: number): number {
  if (process.platform !== 'linux') return 0;
  return familyOf(pid).reduce((sum, one) => {
    const fields = (read(`/proc/${one}/stat`) ?? '').split(') ')[1]?.split(' ') ?? [];
    // Own time in user and system, then that of children who have ended: connections come and go.
    return sum + [11, 12, 13, 14].reduce((ticks, at) => ticks + Number(fields[at] ?? 0), 0) / TICKS_PER_SECOND;
  }, 0);
}
