import { strFromU8, strToU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { words } from '../../content/words/words';
import { type PackageFiles, packageFiles, zipPackage } from '../../scripts/package/app-package';
import { checkPackage } from '../../scripts/package/check-package';
import { openTown, type Town } from '../support/town';

const owner = {
  botId: '5F1C0000-0000-4000-8000-00000000000A',
  developer: 'Tråby Kommune "Rådhuset"',
  websiteUrl: 'https://traaby.dk/roed-traad',
  privacyUrl: 'https://traaby.dk/roed-traad/persondata',
  termsUrl: 'https://traaby.dk/roed-traad/vilkaar',
};
type Command = { title: string; description: string };
type Manifest = Record<string, unknown> & {
  id: string;
  version: string;
  developer: Record<string, string>;
  name: { short: string };
  icons: Record<string, string>;
  bots: [{ botId: string; scopes: string[]; supportsFiles: boolean; commandLists: [{ commands: Command[] }] }];
};
type Texts = Record<string, string>;

const whole = packageFiles(owner);
const read = <T>(files: PackageFiles, name: string): T =>
  JSON.parse(strFromU8(files.get(name) ?? new Uint8Array())) as T;
const manifest = read<Manifest>(whole, 'manifest.json');
const english = read<Texts>(whole, 'en.json');
const commands = manifest.bots[0].commandLists[0].commands;

/** The package with one of its JSON files changed. */
function broken<T>(name: string, change: (value: T) => void): PackageFiles {
  const value = read<T>(whole, name);
  change(value);
  return new Map(whole).set(name, strToU8(JSON.stringify(value)));
}
const brokenManifest = (change: (value: Manifest) => void) => broken('manifest.json', change);
const png = (size: number, shade: number) => {
  const made = new PNG({ width: size, height: size });
  made.data.fill(shade);
  return new Uint8Array(PNG.sync.write(made));
};

describe('the app package', () => {
  test('as it is, nothing is wrong with it', () => {
    expect(checkPackage(whole)).toEqual([]);
    expect(manifest.id).toBe(owner.botId.toLowerCase());
    expect(manifest.bots[0].botId).toBe(manifest.id);
    expect(manifest.developer.name).toBe(owner.developer);
  });

  test('it asks for nothing but the chat with one person, where it may offer files', () => {
    expect(manifest.bots[0]).toMatchObject({ scopes: ['personal'], supportsFiles: true, isNotificationOnly: false });
    expect(manifest.validDomains).toEqual([]);
    for (const asked of ['permissions', 'devicePermissions', 'authorization', 'webApplicationInfo'])
      expect(manifest).not.toHaveProperty(asked);
  });

  test('the same input makes the same zip, with the files at its top and nothing else', () => {
    const zip = zipPackage(whole);
    expect(Buffer.from(zipPackage(packageFiles(owner))).equals(Buffer.from(zip))).toBe(true);
    const inside = unzipSync(zip);
    expect(Object.keys(inside)).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(strFromU8(inside['manifest.json'] ?? new Uint8Array())).toContain('Rød Tråd');
  });

  test('a version that is given stands in it', () => {
    const next = packageFiles({ ...owner, version: '1.2.0' });
    expect(read<Manifest>(next, 'manifest.json').version).toBe('1.2.0');
    expect(checkPackage(next)).toEqual([]);
  });

  test.each([
    {
      name: 'a field that Microsoft does not know',
      files: brokenManifest((one) => Object.assign(one, { colour: 'red' })),
      fault: 'must NOT have additional properties (colour)',
    },
    {
      name: 'a schema that was never released',
      files: brokenManifest((one) => Object.assign(one, { manifestVersion: '1.18' })),
      fault: 'Microsoft has released no schema 1.18',
    },
    {
      name: 'a name that is too long',
      files: brokenManifest((one) => Object.assign(one.name, { short: 'x'.repeat(31) })),
      fault: 'name.short must NOT have more than 30 characters',
    },
    {
      name: 'an English text that is too long',
      files: broken<Texts>('en.json', (one) => Object.assign(one, { 'description.short': 'x'.repeat(81) })),
      fault: 'en.json: description.short must NOT have more than 80 characters',
    },
    {
      name: 'a command without English',
      files: broken<Texts>('en.json', (one) => delete one['bots[0].commandLists[0].commands[6].title']),
      fault: 'en.json: bots[0].commandLists[0].commands[6].title is missing',
    },
    {
      name: 'English for a command that is not there',
      files: brokenManifest((one) => one.bots[0].commandLists[0].commands.pop()),
      fault: 'en.json: bots[0].commandLists[0].commands[9].title is not in the manifest',
    },
    {
      name: 'a bot id that is none',
      files: packageFiles({ ...owner, botId: 'rod-traad' }),
      fault: 'bots.0.botId must match pattern',
    },
    {
      name: 'a placeholder for an address',
      files: packageFiles({ ...owner, privacyUrl: 'https://traaby.example/persondata' }),
      fault: 'developer.privacyUrl is a placeholder (traaby.example)',
    },
    {
      name: 'an address that is not safe',
      files: packageFiles({ ...owner, termsUrl: 'http://traaby.dk/vilkaar' }),
      fault: 'developer.termsOfUseUrl does not begin with https://',
    },
    {
      name: 'something that was not filled in',
      files: brokenManifest((one) => Object.assign(one.developer, { name: '$' + '{{DEVELOPER}}' })),
      fault: 'is not filled in',
    },
    {
      name: 'a version that Teams takes for unfinished',
      files: packageFiles({ ...owner, version: '0.9.0' }),
      fault: 'version: three numbers',
    },
    {
      name: 'a picture of another size',
      files: new Map(whole).set('color.png', png(96, 255)),
      fault: 'color.png is 96x96, not 192x192',
    },
    {
      name: 'an outline that is not white on nothing',
      files: new Map(whole).set('outline.png', png(32, 200)),
      fault: 'outline.png is not white on a transparent ground',
    },
    {
      name: 'an outline that is a white square',
      files: new Map(whole).set('outline.png', png(32, 255)),
      fault: 'outline.png shows nothing',
    },
    {
      name: 'a file that nothing names',
      files: new Map(whole).set('notes.json', strToU8('{}')),
      fault: 'notes.json is named by nothing',
    },
  ])('$name is found', ({ files, fault }) => {
    expect(checkPackage(files).join('\n')).toContain(fault);
  });
});

describe('its commands', () => {
  /**
   * For the administrator, the onboarding lead and development mode: nothing that everybody is shown in Teams. And Teams takes ten:
   * a new pathway is begun from the list of one's pathways.
   */
  const NOT_SHOWN = ['status', 'course-statistics', 'time', 'new-pathway'];
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ at: '2026-03-02T09:00' });
  });
  afterAll(() => town.close());

  test('each that the bot offers everybody stands there, in its own words of both languages', () => {
    const offered = (locale: 'da' | 'en') =>
      Object.entries(words(locale).commands)
        .filter(([key]) => !NOT_SHOWN.includes(key))
        .map(([, { label, line }]) => ({ title: label, description: line }));
    expect(commands).toEqual(offered('da'));
    const texts = commands.map((_, at) => ({
      title: english[`bots[0].commandLists[0].commands[${at}].title`],
      description: english[`bots[0].commandLists[0].commands[${at}].description`],
    }));
    expect(texts).toEqual(offered('en'));
  });

  test.each(
    commands.flatMap(({ title }, at) => [
      { text: title },
      { text: english[`bots[0].commandLists[0].commands[${at}].title`] ?? '' },
    ]),
  )('the bot understands »$text«', async ({ text }) => {
    await town.says('Carla', text);
    const answer = town.reads('Carla').at(-1) ?? '';
    expect(answer).not.toContain(words('da').nearest.title);
    expect(answer).not.toBe('');
  });

  test('and says so when it does not', async () => {
    await town.says('Carla', 'kaffe');
    expect(town.reads('Carla').at(-1)).toContain(words('da').nearest.title);
  });
});
