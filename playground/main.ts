/**
 * `npm run playground`: the bot in development mode on the demo municipality, and Microsoft's Agents Playground for a few
 * people of it, each in a window of their own. A development tool: nothing of it is part of the product. Ctrl-C ends
 * everything it started; started again it goes on where it stopped; `-- --fresh` begins anew.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { DEMO_FOLDER, DEMO_TENANT, forgetDemo, startAtWork, startDemoBot } from '../stage/demo-bot';
import { readDirectory } from '../stage/directory';
import { startRouter } from './router';
import { seatFile } from './seat-file';
import { fetchTool, mustBeFree, type Playground, startPlayground, TOOL } from './tool';

const root = path.resolve(__dirname, '..');
/** Who sits at a Playground, unless others are named: the lead, the caseworker, his manager. */
const SEATED = 'carla.holm,bo.lindgren,soerine.dahl';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      yes: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      people: { type: 'string', default: SEATED },
    },
  });
  const everybody = await readDirectory(DEMO_FOLDER);
  const people = values.people.split(',').map((word) => {
    const found = everybody.find((one) => one.email.split('@')[0] === word.trim());
    if (!found)
      throw new Error(`Nobody in the demo has an address that begins with "${word}@"; see content/demo/people.csv`);
    return found;
  });
  if (!values.yes && !(await agrees())) {
    console.log('Så henter jeg det ikke. Scenen kan næsten det samme:  npm run demo');
    return;
  }

  const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(root, '.data', 'playground'));
  const firstPort = Number(process.env.PLAYGROUND_PORT ?? 56150);
  const portOf = (at: number) => firstPort + 1 + at;
  for (const port of [firstPort, ...people.map((_, at) => portOf(at))]) await mustBeFree(port);
  const program = await fetchTool();
  if (values.fresh) await forgetDemo(dataDir);
  const first = !existsSync(path.join(dataDir, 'postgres'));

  const bot = await startDemoBot({ port: Number(process.env.PORT ?? 3988), dataDir, command: 'npm run playground' });
  const playgrounds: Playground[] = [];
  let router: Awaited<ReturnType<typeof startRouter>> | undefined;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await Promise.all(playgrounds.map((one) => one.stop()));
    await router?.stop();
    await bot.stop();
    rmSync(path.join(dataDir, 'seats'), { recursive: true, force: true });
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  void bot.ended.then(() => stop(1));

  const seats = people.map((one, at) => ({ ...one, url: `http://127.0.0.1:${portOf(at)}` }));
  try {
    // The Playground's page waits for a bot that is not there yet.
    await bot.ready();
    if (first) await startAtWork(bot.url);
    router = await startRouter({ port: firstPort, botUrl: bot.url, seats: () => seats });
    const { url: routerUrl } = router;
    const colleagues = [...new Set([...people, ...everybody])];
    const starts = people.map(async (person, at) => {
      const seat = seatFile({ person, colleagues, tenantId: DEMO_TENANT });
      const folder = path.join(dataDir, 'seats', person.entraId);
      const playground = await startPlayground({ program, port: portOf(at), seat, folder, routerUrl });
      playgrounds.push(playground);
      void playground.ended.then(() => stop(1));
    });
    // All of them, so that those that started can be ended when one did not.
    const failed = (await Promise.allSettled(starts)).find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    return stop(1);
  }

  const wide = Math.max(...seats.map((one) => one.name.length)) + 2;
  console.log(`
Microsoft Agents Playground kører. Åbn et vindue til hver:

${seats.map((one) => `  ${one.name.padEnd(wide)}${one.url}   ${one.title}, ${one.department}`).join('\n')}

Prøv for eksempel (åbn først alle vinduerne, så alle har mødt Rød Tråd):
  1. Skriv som Carla  forløb BF-2026-0142 , tryk »Indkald til møde«, og inviter Bo.
  2. Svar som Bo. Se Carlas kort følge med.
  3. Eller lad Bo være, og skriv hos en af dem  tid ${inAWeek()} 08:00  med en dag tæt på mødet: så bliver Sørine spurgt.

Et vindue glemmer sin chat, når det genindlæses; skriv  venter  for at få frem, hvad der venter. Filer og dialoger kan
Playground ikke. Alt lytter kun på denne maskine, og intet fortæller noget til Microsoft. Ctrl-C stopper det hele.
`);
}

/** A day to try, as the bot reads it: meetings are called about two weeks ahead. */
function inAWeek(): string {
  return new Date(Date.now() + 8 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Whether the person at the terminal wants Microsoft's tool fetched. Throws where there is nobody to ask. */
async function agrees(): Promise<boolean> {
  console.log(`
npx henter nu Microsofts Agents Playground (${TOOL}) fra npm. Det er Microsofts program, ikke en del af Rød Tråd, og har
Microsofts egen licens: du må bruge det til at prøve det af. Telemetri er slået fra, og det lytter kun på denne maskine.
(Microsoft's own tool, under Microsoft's own licence for evaluating it, is about to be fetched from npm.)
`);
  if (!process.stdin.isTTY) throw new Error('Der er ingen at spørge her. Sig ja med:  npm run playground -- --yes');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Vil du det? [j/N] ');
  terminal.close();
  return /^(?:j|ja|y|yes)$/i.test(answer.trim());
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
