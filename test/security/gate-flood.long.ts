import { flood } from './gate-flood';

test('twenty thousand forged tokens leave nothing behind, and the last two thousand cost no more than the first', async () => {
  const { first, last } = await flood(20_000, 2_000);
  const told = (one: typeof first) =>
    `${one.heapMb.toFixed(1)} MB, ${one.ms.toFixed(2)} ms a call over HTTP, ${one.doorMs.toFixed(3)} ms in the door`;
  process.stdout.write(`First 2,000: ${told(first)}\nLast 2,000: ${told(last)}\n`);
  expect(last.heapMb - first.heapMb).toBeLessThan(2);
  expect(last.doorMs).toBeLessThan(2 * first.doorMs + 0.2);
}, 600_000);
