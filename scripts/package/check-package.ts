import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { strFromU8 } from 'fflate';
import { PNG } from 'pngjs';
import { z } from 'zod/v4';
import type { PackageFiles } from './app-package';

/** What of a manifest is looked at beyond Microsoft's schema, which says the rest. */
const manifestShape = z.looseObject({
  manifestVersion: z.string().regex(/^\d+\.\d+$/, 'a released version of the schema, such as 1.30'),
  version: z.string().regex(/^[1-9]\d*\.\d+\.\d+$/, 'three numbers, the first of them not 0'),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })),
  }),
});
type Manifest = z.infer<typeof manifestShape>;

const BOUND_TO_NOBODY = /(?:^|\.)(?:example|invalid|test|localhost|local)$|(?:^|\.)example\.(?:com|net|org)$/;

/**
 * All that is wrong with a package: Microsoft's released schemas of the version that the manifest names, both languages
 * whole, the pictures in Teams' sizes, nothing left to fill in.
 * @returns one line a fault; none when the package may be uploaded
 */
export function checkPackage(files: PackageFiles): string[] {
  const raw = readJson(files, 'manifest.json');
  if (!raw.ok) return [raw.fault];
  const shape = manifestShape.safeParse(raw.value);
  if (!shape.success)
    return shape.error.issues.map((issue) => `manifest.json: ${issue.path.join('.')}: ${issue.message}`);
  const manifest = shape.data;
  return [
    ...againstSchema('manifest.json', raw.value, manifest.manifestVersion, 'MicrosoftTeams.schema.json'),
    ...leftToFill(files),
    ...addresses(manifest),
    ...languages(files, manifest),
    ...pictures(files, manifest),
    ...strangers(files, manifest),
  ];
}

type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: string };

function readJson(files: PackageFiles, name: string): Json {
  const content = files.get(name);
  if (!content) return { ok: false, fault: `${name} is not in the package` };
  try {
    return { ok: true, value: JSON.parse(strFromU8(content)) };
  } catch {
    return { ok: false, fault: `${name} is no JSON` };
  }
}

/** The schemas come with Microsoft's own package, which names every released version. */
function againstSchema(name: string, value: unknown, version: string, schemaName: string): string[] {
  let file: string;
  try {
    file = require.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/${schemaName}`);
  } catch {
    return [`${name}: Microsoft has released no schema ${version} (as far as @microsoft/app-manifest knows)`];
  }
  // They say draft-04 and use `const`, which that draft would pass over.
  const { $schema: _draft, ...schema }: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  // Some of its patterns are none where Unicode is asked for.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((fault) => `${name}: ${placeOf(fault)}`);
}

function placeOf({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath === '' ? 'the whole file' : instancePath.slice(1).replaceAll('/', '.');
  const more = 'additionalProperty' in params ? ` (${String(params.additionalProperty)})` : '';
  return `${where} ${message ?? 'is wrong'}${more}`;
}

function leftToFill(files: PackageFiles): string[] {
  return [...files].flatMap(([name, content]) =>
    name.endsWith('.json')
      ? [...strFromU8(content).matchAll(/\$\{\{[^}]*\}\}/g)].map(([found]) => `${name}: ${found} is not filled in`)
      : [],
  );
}

/** People click on them: they must be the municipality's, and safe. */
function addresses({ developer }: Manifest): string[] {
  const given = typeof developer === 'object' && developer !== null ? Object.entries(developer) : [];
  return given.flatMap(([key, value]) => {
    if (!key.endsWith('Url') || typeof value !== 'string' || !URL.canParse(value)) return [];
    const { protocol, hostname } = new URL(value);
    if (protocol !== 'https:') return [`manifest.json: developer.${key} does not begin with https://`];
    return BOUND_TO_NOBODY.test(hostname)
      ? [`manifest.json: developer.${key} is a placeholder (${hostname}): give the municipality's own address`]
      : [];
  });
}

/** Every text that Teams can show in another language, by the key that the language's file gives it. */
function textsOf(manifest: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const look = (value: unknown, at: string): void => {
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) look(one, `${at}[${index}]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) look(one, at === '' ? key : `${at}.${key}`);
    } else if (typeof value === 'string') found.set(at, value);
  };
  look(manifest, '');
  for (const key of found.keys()) {
    if (!/^(?:name|description)\.|\.commands\[\d+\]\.(?:title|description)$/.test(key)) found.delete(key);
  }
  return found;
}

function languages(files: PackageFiles, manifest: Manifest): string[] {
  const texts = textsOf(manifest);
  return manifest.localizationInfo.additionalLanguages.flatMap(({ file }) => {
    const raw = readJson(files, file);
    if (!raw.ok) return [raw.fault];
    const given = z.record(z.string(), z.string()).safeParse(raw.value);
    if (!given.success) return [`${file}: not a list of texts by key`];
    const keys = Object.keys(given.data).filter((key) => key !== '$schema');
    return [
      ...againstSchema(file, raw.value, manifest.manifestVersion, 'MicrosoftTeams.Localization.schema.json'),
      ...[...texts.keys()].filter((key) => !keys.includes(key)).map((key) => `${file}: ${key} is missing`),
      ...keys.filter((key) => !texts.has(key)).map((key) => `${file}: ${key} is not in the manifest`),
    ];
  });
}

/** Source: Microsoft, "App icons": 192x192 in colour; 32x32 in white on nothing. */
function pictures(files: PackageFiles, { icons }: Manifest): string[] {
  return [
    ...picture(files, icons.color, 192),
    ...picture(files, icons.outline, 32, (red, green, blue, alpha) => alpha === 0 || (red & green & blue) === 255),
  ];
}

type Allowed = (red: number, green: number, blue: number, alpha: number) => boolean;

function picture(files: PackageFiles, name: string, size: number, allowed?: Allowed): string[] {
  const content = files.get(name);
  if (!content) return [`${name} is not in the package`];
  let png: PNG;
  try {
    png = PNG.sync.read(Buffer.from(content));
  } catch {
    return [`${name} is no PNG`];
  }
  const { width, height, data } = png;
  if (width !== size || height !== size) return [`${name} is ${width}x${height}, not ${size}x${size}`];
  if (!allowed) return [];
  let seen = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    if (!allowed(red, green, blue, alpha)) return [`${name} is not white on a transparent ground`];
    seen += alpha;
  }
  return seen === 0 || seen === size * size * 255 ? [`${name} shows nothing`] : [];
}

/** Teams refuses a package with files that the manifest does not name. */
function strangers(files: PackageFiles, { icons, localizationInfo }: Manifest): string[] {
  const named = [
    'manifest.json',
    icons.color,
    icons.outline,
    ...localizationInfo.additionalLanguages.map(({ file }) => file),
  ];
  return [...files.keys()].filter((name) => !named.includes(name)).map((name) => `${name} is named by nothing`);
}
