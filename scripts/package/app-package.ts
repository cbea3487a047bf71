import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** The municipality's own words and addresses in the package. */
export type Owner = {
  /** Application (client) id of the municipality's bot; also the app's id in its catalogue. */
  readonly botId: string;
  /** Who stands as the developer, 32 characters at most: Teams shows it to everybody who looks the app up. */
  readonly developer: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Of the app in Teams' catalogue; the manifest's own without. It must rise with every upload. */
  readonly version?: string | undefined;
};

/** The package's files by name, as they lie in the zip. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

const FOLDER = path.resolve(__dirname, '..', '..', 'appPackage');
/** The earliest that a zip can say, in whatever zone the machine is: the same input makes the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** The files of `appPackage/` with the owner's own filled in: JSON and PNG, not what the pictures are drawn from. */
export function packageFiles(owner: Owner): PackageFiles {
  const values: Readonly<Record<string, string>> = {
    BOT_ID: owner.botId.toLowerCase(),
    DEVELOPER: owner.developer,
    WEBSITE_URL: owner.websiteUrl,
    PRIVACY_URL: owner.privacyUrl,
    TERMS_URL: owner.termsUrl,
  };
  const files = new Map<string, Uint8Array>();
  for (const name of readdirSync(FOLDER).sort()) {
    const content = readFileSync(path.join(FOLDER, name));
    if (name.endsWith('.png')) files.set(name, new Uint8Array(content));
    if (name.endsWith('.json')) files.set(name, strToU8(filled(name, content.toString('utf8'), values, owner.version)));
  }
  return files;
}

function filled(
  name: string,
  template: string,
  values: Readonly<Record<string, string>>,
  version: string | undefined,
): string {
  const text = template.replace(/\$\{\{([A-Z_]+)\}\}/g, (whole, key: string) =>
    // As it stands inside a JSON string.
    values[key] === undefined ? whole : JSON.stringify(values[key]).slice(1, -1),
  );
  if (name !== 'manifest.json' || version === undefined) return text;
  const manifest: Record<string, unknown> = JSON.parse(text);
  return `${JSON.stringify({ ...manifest, version }, null, 2)}\n`;
}

/** The zip that is uploaded to Teams; the same files make the same bytes. */
export function zipPackage(files: PackageFiles): Uint8Array {
  const all: Zippable = {};
  for (const name of [...files.keys()].sort()) all[name] = files.get(name) ?? new Uint8Array();
  return zipSync(all, { level: 9, mtime: NO_TIME });
}
