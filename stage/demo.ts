/**
 * `npm run demo`: the bot in development mode on the embedded database, with the demo municipality, and the stage beside
 * it. Ctrl-C ends everything it started; starting again goes on where it stopped; `-- --fresh` begins anew.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { startEmbedded } from '../bot/db/embedded';
import { readDirectory } from './directory';
import { startStage } from './server';

const root = path.resolve(__dirname, '..');
const DEMO_FOLDER = path.join(root, 'content', 'demo');
const TENANT = 'd0000000-0000-4000-8000-000000000001';
const READY_WITHIN_MS = 60_000;
/** Has not met the bot: to see how somebody is reached who has not. */
const NOT_MET = 'erik.sandvad@traaby.example';
const AT_ONCE = 4;

async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 3978);
  const stagePort = Number(process.env.STAGE_PORT ?? 3980);
  const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(root, '.data'));
  if (process.argv.includes('--fresh')) {
    rmSync(path.join(dataDir, 'stage.jsonl'), { force: true });
    rmSync(path.join(dataDir, 'stage-files'), { force: true, recursive: true });
    await forgetDatabase(dataDir);
  }
  const botUrl = `http://127.0.0.1:${port}`;
  if (await answers(botUrl))
    throw new Error(`Something answers on port ${port} already. End it, or choose another: PORT=4978 npm run demo`);

  const bot = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'bot', 'main.ts')], {
    cwd: root,
    // No credentials of a real municipality may reach the demo.
    env: {
      ...withoutCredentials(process.env),
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DEMO_FOLDER,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    },
    // The channel closes when this process dies, however it dies, and the bot ends with it.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  let ended: number | null | undefined;
  bot.once('exit', (code) => {
    ended = code;
  });
  const people = await readDirectory(DEMO_FOLDER);
  const stage = await startStage({
    port: stagePort,
    botUrl,
    people,
    tenantId: TENANT,
    historyFile: path.join(dataDir, 'stage.jsonl'),
  });
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await stage.stop();
    if (ended === undefined) {
      const gone = new Promise((resolve) => bot.once('exit', resolve));
      bot.kill('SIGTERM');
      await gone;
    }
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  bot.once('exit', () => void stop(1));

  const until = Date.now() + READY_WITHIN_MS;
  while (ended === undefined && !(await answers(`${botUrl}/readyz`))) {
    if (Date.now() > until) throw new Error('The bot did not get ready within a minute; see what it says above.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const first = people.every((one) => stage.connector.presence(one.entraId) === 'never');
  if (first) {
    await startAtWork(botUrl);
    const left = people.filter((one) => one.email !== NOT_MET);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let one = left.shift(); one; one = left.shift()) await stage.connector.meet(one.entraId);
      }),
    );
  }
  console.log(`
Rød Tråd kører. Åbn scenen i din browser:   ${stage.url}

Hvem er hvem (alle er opdigtede):
  Carla Holm       tovholder for BF-2026-0142 (A.K.)        Bo Lindgren     jobcentret, med i A.K.s team
  Sørine Dahl      Bos leder                                Henrik Toft     Bos kollega
  Mette Rosendal   Familie, med i teamet                    Jonas Fjordside skole og ungdom, med i teamet
  Helle Marcussen  systemansvarlig (skriv: status)          Erik Sandvad    har ikke mødt Rød Tråd endnu
  Daniel O'Rourke  læser engelsk

Tre ting at prøve:
  1. Vælg Carla, skriv  forløb BF-2026-0142 , og tryk »Indkald til møde«. Se Bos chat.
  2. Lad Bo være, og stil uret frem til det næste, der forfalder: han bliver mindet om det, og så bliver Sørine spurgt.
  3. Svar som Bo »En kollega kommer i mit sted«, og svar som Henrik. Se Carlas mødekort følge med.

Ctrl-C stopper det hele. Start igen, og I er, hvor I slap.  (In English: write to the bot as Daniel, who reads English.)
`);
}

/** Business begins in working hours also when the demo is started on a Sunday: else the first thing one sees is nothing. */
async function startAtWork(botUrl: string): Promise<void> {
  const { now } = (await (await fetch(`${botUrl}/dev/clock`)).json()) as { now: string };
  const local = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Copenhagen',
    weekday: 'short',
    hour: 'numeric',
    hour12: false,
  }).formatToParts(new Date(now));
  const part = (type: string) => local.find((one) => one.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  if (!['Sat', 'Sun'].includes(part('weekday')) && hour >= 8 && hour < 15) return;
  await fetch(`${botUrl}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ next: 'working-day' }),
  });
}

/** `--fresh`: the embedded server is stopped if a killed run left it running, and its folder is removed. */
async function forgetDatabase(dataDir: string): Promise<void> {
  const server = await startEmbedded({ dataDir });
  await server.stop({ also: 'found' });
  rmSync(path.join(server.folder, 'postgres'), { recursive: true, force: true });
  rmSync(path.join(server.folder, 'postgres-passwords.json'), { force: true });
  rmSync(path.join(dataDir, 'development-key'), { force: true });
}

function withoutCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    BOT_ID: _id,
    BOT_TENANT_ID: _tenant,
    BOT_SECRET: _secret,
    MUNICIPALITIES: _file,
    DATABASE_URL: _url,
    DATABASE_OWNER_URL: _owner,
    ...rest
  } = env;
  return rest;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status < 500;
  } catch {
    return false;
  }
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
