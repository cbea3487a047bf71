export type Deadline = { readonly passed: Promise<'late'>; clear(): void };

/** Passes after `ms`, unless it is cleared. */
export function deadline(ms: number): Deadline {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  return { passed, clear: () => clearTimeout(timer) };
}

/** What the work gives, or `late`; the work itself goes on. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | 'late'> {
  const limit = deadline(ms);
  try {
    return await Promise.race([work, limit.passed]);
  } finally {
    limit.clear();
  }
}
