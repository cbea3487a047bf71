/** Whether the bot may send anything to an address. */
export type ServiceUrls = { allows(url: string): boolean };

/** Where Teams takes messages in the public cloud (an exact name: anybody may register another under trafficmanager.net). */
const teamsHosts: readonly string[] = ['smba.trafficmanager.net', '*.botframework.com'];

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
const hostName = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const longestUrl = 2048;

/** Where Teams lets a bot put a file that somebody took: OneDrive of work accounts, each tenant's own host of SharePoint. */
const fileHosts: readonly string[] = ['*.sharepoint.com'];
/** An upload address carries its own pass, which is long. */
const longestFileUrl = 8192;

type Rule = (url: URL) => boolean;

/**
 * Where the bot's calls may go. `hosts` holds names (`smba.trafficmanager.net`), names with every subdomain
 * (`*.botframework.com`), both for https on its usual port, and whole origins (`https://teams.example.dk:8443`; http on
 * loopback only). In development nothing but http on loopback is allowed. Throws on an entry that is none of these.
 */
export function createServiceUrls(o: {
  hosts?: readonly string[];
  development: boolean;
  longest?: number;
}): ServiceUrls {
  const rules: Rule[] = o.development
    ? [(url) => url.protocol === 'http:' && loopback.has(url.hostname)]
    : (o.hosts ?? teamsHosts).map(ruleOf);
  return {
    allows(address) {
      if (address.length > (o.longest ?? longestUrl)) return false;
      const url = parse(address);
      const bare = url !== undefined && url.username === '' && url.password === '';
      return bare && rules.some((rule) => rule(url));
    },
  };
}

/** Where files may be put, by the same rules as {@link createServiceUrls}. */
export function createFileUrls(o: { hosts?: readonly string[]; development: boolean }): ServiceUrls {
  return createServiceUrls({ hosts: fileHosts, ...o, longest: longestFileUrl });
}

function ruleOf(entry: string): Rule {
  if (hostName.test(entry)) {
    const suffix = entry.startsWith('*.') ? entry.slice(1) : undefined;
    return (url) =>
      url.protocol === 'https:' &&
      url.port === '' &&
      (suffix === undefined ? url.hostname === entry : url.hostname.endsWith(suffix));
  }
  const origin = entry.includes('*') ? undefined : parse(entry);
  const safe = origin?.protocol === 'https:' || (origin?.protocol === 'http:' && loopback.has(origin.hostname));
  if (!origin || !safe || (entry !== origin.origin && entry !== `${origin.origin}/`)) {
    throw new Error(`"${entry}" is no host for Teams' service: give a host name, *.name, or an https origin`);
  }
  return (url) => url.origin === origin.origin;
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
