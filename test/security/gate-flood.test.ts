import { createMicrosoftKeys, usualKeyTimes } from '../../bot/msteams/microsoft-keys';
import { createTokenCheck } from '../../bot/msteams/verify-token';
import { botId, startKeys, token } from '../contracts/msteams-keys';
import { flood } from './gate-flood';

test('forged tokens leave nothing behind, and the last costs no more than the first', async () => {
  const { first, last } = await flood(1_200, 400);
  expect(last.heapMb - first.heapMb).toBeLessThan(2);
  expect(last.doorMs).toBeLessThan(2 * first.doorMs + 0.2);
}, 120_000);

test('of tokens that were let in no more than a thousand are remembered, and none that was not', async () => {
  const keys = await startKeys();
  try {
    const wall = () => new Date();
    const check = createTokenCheck({
      wall,
      keys: createMicrosoftKeys({ url: keys.url, wall, times: usualKeyTimes, failed: () => undefined }),
    });
    const verify = (raw: string, keyId = 'teams') => check.verify({ raw, keyId, botId });
    for (let n = 0; n < 20; n += 1) {
      expect((await verify(token('x', { jti: n }, 'stranger', 'teams'))).ok).toBe(false);
      expect((await verify(token('x', { jti: n, exp: 1 }))).ok).toBe(false);
      expect((await verify(token('x', { jti: n }, 'stranger'), 'stranger')).ok).toBe(false);
    }
    expect(check.remembered()).toBe(0);
    for (let n = 0; n < 1_050; n += 1) expect((await verify(token('x', { jti: n }))).ok).toBe(true);
    expect(check.remembered()).toBe(1_000);
  } finally {
    await keys.close();
  }
}, 60_000);
