/**
 * `npm run demo`: the bot in development mode on the embedded database, with the demo municipality, and the stage beside
 * it. Ctrl-C ends everything it started; starting again goes on where it stopped; `-- --fresh` begins anew.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { DEMO_FOLDER, DEMO_TENANT, forgetDemo, startAtWork, startDemoBot } from './demo-bot';
import { readDirectory } from './directory';
import { startStage } from './server';

/** Has not met the bot: to see how somebody is reached who has not. */
const NOT_MET = 'erik.sandvad@traaby.example';
const AT_ONCE = 4;

async function main(): Promise<void> {
  const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(__dirname, '..', '.data'));
  if (process.argv.includes('--fresh')) {
    rmSync(path.join(dataDir, 'stage.jsonl'), { force: true });
    rmSync(path.join(dataDir, 'stage-files'), { force: true, recursive: true });
    await forgetDemo(dataDir);
  }
  const bot = await startDemoBot({ port: Number(process.env.PORT ?? 3978), dataDir, command: 'npm run demo' });
  const people = await readDirectory(DEMO_FOLDER);
  const stage = await startStage({
    port: Number(process.env.STAGE_PORT ?? 3980),
    botUrl: bot.url,
    people,
    tenantId: DEMO_TENANT,
    historyFile: path.join(dataDir, 'stage.jsonl'),
  });
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await stage.stop();
    await bot.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  void bot.ended.then(() => stop(1));

  await bot.ready();
  const first = people.every((one) => stage.connector.presence(one.entraId) === 'never');
  if (first) {
    await startAtWork(bot.url);
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
  Daniel O'Rourke  læser engelsk                            Emil Tranborg   ny i Familie; hans leder er Thomas Elkrog
  Anders Møllevang onboardingansvarlig (skriv: hold)

Første gang? Vælg »Rundvisning« øverst på siden: tre små historier, hvor I selv trykker.

Tre ting at prøve:
  1. Vælg Carla, skriv  forløb BF-2026-0142 , og tryk »Indkald til møde«. Se Bos chat.
  2. Lad Bo være, og stil uret frem til det næste, der forfalder: han bliver mindet om det, og så bliver Sørine spurgt.
  3. Svar som Bo »En kollega kommer i mit sted«, og svar som Henrik. Se Carlas mødekort følge med.

Ctrl-C stopper det hele. Start igen, og I er, hvor I slap.  (In English: the page speaks it too, top right; Daniel reads English in Teams.)
`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
