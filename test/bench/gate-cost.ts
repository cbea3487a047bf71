import { createTeamsDoor, type TeamsDoorOptions } from '../../bot/msteams/door';
import { activity, keptLog, tenantId } from '../contracts/msteams-door';
import { botId, startKeys, token } from '../contracts/msteams-keys';
import { type Quantiles, quantiles } from './quantiles';

const CALLS = 600;
const WARM_UP = 100;
/** No call leaves: the house of this measurement says nothing. */
const SERVICE_URL = 'http://127.0.0.1:1';

/**
 * What checking the token costs a call, ms: the door with Microsoft's check (keys on loopback, a token signed anew for each
 * call) beside the door of development mode, for the same text and a house that does nothing.
 * @throws when the door turns a call away
 */
export async function gateCost(): Promise<{ readonly guarded: Quantiles; readonly open: Quantiles }> {
  const keys = await startKeys();
  const handler = { handle: async () => ({}), answered: async () => undefined };
  const measure = async (
    o: Omit<TeamsDoorOptions, 'handler' | 'log' | 'wall'>,
    signed: boolean,
  ): Promise<Quantiles> => {
    const door = createTeamsDoor({ ...o, handler, log: keptLog(), wall: () => new Date() });
    const took: number[] = [];
    for (let n = 0; n < WARM_UP + CALLS; n += 1) {
      const body = activity(SERVICE_URL, { id: `incoming-${n}` });
      const headers = signed ? { authorization: `Bearer ${token(SERVICE_URL)}` } : {};
      const began = performance.now();
      const { status } = await door.receive({ headers, body, bodyLength: JSON.stringify(body).length });
      if (n >= WARM_UP) took.push(performance.now() - began);
      if (status !== 200) throw new Error(`The door turned a call away with ${status}`);
    }
    await door.close();
    return quantiles(took);
  };
  try {
    const guarded = await measure(
      {
        municipalities: [{ tenantId, botId, botSecret: 'secret' }],
        development: false,
        serviceUrlHosts: [SERVICE_URL],
        credentials: async () => 'token',
        openIdMetadataUrl: keys.url,
      },
      true,
    );
    const open = await measure({ municipalities: [{ tenantId, botId: '', botSecret: '' }], development: true }, false);
    return { guarded, open };
  } finally {
    await keys.close();
  }
}
