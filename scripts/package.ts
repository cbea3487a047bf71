import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Owner, packageFiles, zipPackage } from './package/app-package';
import { checkPackage } from './package/check-package';

/*
 * npm run package -- --bot-id <application id> --developer "Tråby Kommune" --website <url> --privacy <url> --terms <url>
 *                    [--version 1.0.1] [--out folder]
 * Makes the app package that a municipality uploads to Teams, checked against Microsoft's schema.
 */

const OPTIONS = {
  'bot-id': { type: 'string' },
  developer: { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  version: { type: 'string' },
  out: { type: 'string', default: '.' },
  check: { type: 'boolean', default: false },
} as const;

const WANTED = [
  ['bot-id', 'the application (client) id of the municipality’s bot'],
  ['developer', 'who offers the app, such as "Tråby Kommune"'],
  ['website', 'a page of the municipality about the app'],
  ['privacy', 'its page on how the app treats personal data'],
  ['terms', 'its page on the terms of use'],
] as const;

/** What `npm run check` looks at: as a municipality would make it. */
const SAMPLE: Owner = {
  botId: '00000000-0000-4000-8000-000000000001',
  developer: 'Kommunen',
  websiteUrl: 'https://kommune.dk/roed-traad',
  privacyUrl: 'https://kommune.dk/roed-traad/persondata',
  termsUrl: 'https://kommune.dk/roed-traad/vilkaar',
};

function main(): void {
  const given = read();
  if (given.check) {
    refuse(checkPackage(packageFiles(SAMPLE)));
    return;
  }
  refuse(
    WANTED.filter(([name]) => given[name] === undefined || given[name] === '').map(
      ([name, what]) => `--${name} is missing: ${what}`,
    ),
  );
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(given['bot-id'] ?? ''))
    refuse([`--bot-id is no application id: "${given['bot-id']}"; it looks like ${SAMPLE.botId}`]);
  const owner: Owner = {
    botId: given['bot-id'] ?? '',
    developer: given.developer ?? '',
    websiteUrl: given.website ?? '',
    privacyUrl: given.privacy ?? '',
    termsUrl: given.terms ?? '',
    version: given.version,
  };
  const files = packageFiles(owner);
  refuse(checkPackage(files));
  const file = path.resolve(given.out, `rod-traad-${owner.botId.toLowerCase()}.zip`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, zipPackage(files));
  console.log(`${file}\nUpload it in the Teams admin center: Teams apps, Manage apps, Upload new app.`);
}

function read() {
  try {
    return parseArgs({ options: OPTIONS, strict: true }).values;
  } catch (fault) {
    return refuse([fault instanceof Error ? fault.message : 'The options cannot be read']);
  }
}

function refuse(faults: readonly [string, ...string[]]): never;
function refuse(faults: readonly string[]): void;
function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  console.error(`There is no app package yet:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  process.exit(1);
}

main();
