import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Who may import whom, as an allow-list: what is not named here is not allowed. A room is a folder of bot/, or a kind of
 * file within it; the first pattern that fits a file says what it may import.
 */
const ROOT = path.resolve(__dirname, '..', '..');
const VALUES = ['bot/time/'];
const GROUND = ['bot/db/unit', 'prisma/generated/', 'bot/time/', 'bot/turn', 'content/words/'];
const ENGINE = [...GROUND, 'bot/obligations/', 'bot/messages/', 'bot/people/', 'bot/privacy/', 'cards/views'];

type Room = { readonly files: RegExp; readonly may: readonly string[]; readonly packages: readonly string[] };
const RULES_OF_DECISIONS = ['advice', 'end', 'hearing', 'leader', 'state', 'talk', 'voice'];
const RULES_OF_COURSES = ['answer', 'number', 'plan', 'result', 'review'];
const ROOMS: readonly Room[] = [
  // The rules: plain values in, plain values out.
  { files: /^bot\/time\//, may: VALUES, packages: ['date-holidays'] },
  {
    files: /^bot\/obligations\/(plan|ladder)\.ts$/,
    may: [...VALUES, 'bot/obligations/ladder'],
    packages: ['zod/v4', 'yaml'],
  },
  { files: /^bot\/[a-z-]+\/rules\.ts$/, may: VALUES, packages: [] },
  { files: /^bot\/privacy\//, may: ['bot/privacy/'], packages: ['node:crypto'] },
  { files: /^bot\/(turn|messages\/port|messages\/windows|people\/rights)\.ts$/, may: ['bot/turn'], packages: [] },
  { files: /^bot\/people\/read-yaml\.ts$/, may: ['bot/privacy/cpr'], packages: ['node:fs', 'yaml'] },
  {
    files: /^bot\/people\/policy\.ts$/,
    may: [...VALUES, 'bot/people/read-yaml'],
    packages: ['node:path', 'zod', 'zod/v4'],
  },
  {
    files: /^bot\/people\/milestones\.ts$/,
    may: ['bot/people/policy', 'bot/people/read-yaml'],
    packages: ['node:path', 'zod/v4'],
  },
  {
    files: /^bot\/people\/import\//,
    may: ['bot/people/', 'bot/db/unit', 'bot/time/', 'bot/privacy/', 'bot/turn', 'prisma/generated/'],
    packages: [
      'csv-parse',
      'csv-parse/sync',
      'fastest-levenshtein',
      'node:buffer',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:util',
      'zod/v4',
    ],
  },
  // The database.
  {
    files: /^bot\/db\/unit\.ts$/,
    may: [
      'bot/time/',
      'bot/privacy/seal',
      'bot/people/policy',
      'bot/people/milestones',
      'bot/obligations/ladder',
      'content/words/acts',
      'prisma/generated/',
    ],
    packages: [],
  },
  {
    files: /^bot\/db\//,
    may: ['bot/db/', 'prisma/generated/'],
    packages: [
      'pg',
      'pg-boss',
      '@prisma/adapter-pg',
      '@prisma/driver-adapter-utils',
      '@prisma/schema-engine-wasm/schema_engine_bg',
      'node:child_process',
      'node:crypto',
      'node:fs',
      'node:net',
      'node:os',
      'node:path',
    ],
  },
  // The engine knows no capability.
  {
    files: /^bot\/messages\/mail\.ts$/,
    may: ['bot/messages/port', 'bot/calendar/calendar-of'],
    packages: ['nodemailer'],
  },
  { files: /^bot\/calendar\/calendar-of\.ts$/, may: ['bot/messages/port'], packages: ['ical-generator'] },
  {
    files: /^bot\/calendar\//,
    may: ['bot/calendar/', 'bot/messages/port', 'bot/messages/letter', 'bot/time/', 'bot/turn', 'content/words/'],
    packages: [],
  },
  {
    files: /^bot\/(obligations\/(chat|orphan-verbs)|people\/(mandate-)?chat)\.ts$/,
    may: [...ENGINE, 'bot/capability', 'cards/home/'],
    packages: ['zod/v4'],
  },
  {
    files: /^bot\/people\/status\.ts$/,
    may: [...ENGINE, 'bot/journal/journal-of', 'bot/learning/xapi/waiting-records'],
    packages: [],
  },
  { files: /^bot\/messages\/refresh\.ts$/, may: [...ENGINE, 'cards/home/closed'], packages: [] },
  { files: /^bot\/(obligations|messages|people)\//, may: [...ENGINE, 'bot/capability'], packages: ['zod/v4'] },
  // Paper, and the way out to the specialist systems: neither knows a capability.
  {
    files: /^bot\/documents\//,
    may: ['bot/documents/', 'bot/time/', 'bot/turn', 'content/words/'],
    packages: [
      'pdfkit',
      'fontkit',
      'zod/v4',
      'node:fs',
      '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
      '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
    ],
  },
  {
    files: /^bot\/journal\/(port|folder-journal|sync-folder)\.ts$/,
    may: ['bot/journal/port', 'bot/journal/sync-folder'],
    packages: ['node:crypto', 'node:fs/promises', 'node:path', 'zod/v4'],
  },
  {
    files: /^bot\/journal\//,
    may: ['bot/journal/', 'bot/db/unit', 'bot/messages/touch', 'bot/people/policy', 'prisma/generated/'],
    packages: ['node:crypto', 'node:path'],
  },
  // Capabilities: people < pathways < meetings.
  {
    files: /^bot\/pathways\/freeze-model\.ts$/,
    may: ['bot/db/freeze', 'bot/db/unit', 'bot/pathways/models'],
    packages: [],
  },
  { files: /^bot\/pathways\/ground-rules\.ts$/, may: VALUES, packages: [] },
  {
    files: /^bot\/pathways\/models\.ts$/,
    may: ['bot/pathways/model-clashes', 'bot/people/import/organisation-file', 'bot/people/read-yaml'],
    packages: ['node:fs', 'node:path', 'zod/v4'],
  },
  {
    files: /^bot\/pathways\//,
    may: [...ENGINE, 'bot/journal/journal-of', 'bot/pathways/', 'bot/capability', 'cards/pathways/'],
    packages: ['zod/v4'],
  },
  // What was agreed at a meeting lives on in the pathway: meetings know agreements, and not the other way.
  {
    files: /^bot\/agreements\//,
    may: [
      ...ENGINE,
      'bot/agreements/',
      'bot/pathways/',
      'bot/capability',
      'cards/meetings/agreement',
      'cards/meetings/work-views',
    ],
    packages: ['zod/v4'],
  },
  { files: /^bot\/meetings\/work\/rules\.ts$/, may: VALUES, packages: [] },
  { files: /^bot\/meetings\/work\/merge-texts\.ts$/, may: [], packages: ['node-diff3'] },
  {
    files: /^bot\/meetings\//,
    may: [
      ...ENGINE,
      'bot/documents/',
      'bot/journal/',
      'bot/agreements/',
      'bot/pathways/',
      'bot/meetings/',
      'bot/calendar/',
      'bot/capability',
      'cards/meetings/',
    ],
    packages: ['zod/v4'],
  },
  // What is decided, at a meeting or outside one: decisions know meetings, and not the other way.
  {
    files: /^bot\/decisions\/[a-z]+-rules\.ts$/,
    may: [...VALUES, ...RULES_OF_DECISIONS.map((one) => `bot/decisions/${one}-rules`)],
    packages: [],
  },
  {
    files: /^bot\/decisions\//,
    may: [
      ...ENGINE,
      'bot/calendar/',
      'bot/documents/',
      'bot/journal/',
      'bot/pathways/',
      'bot/meetings/',
      'bot/decisions/',
      'bot/capability',
      'cards/decisions/',
      'cards/render',
    ],
    packages: ['zod/v4'],
  },
  // What a pathway comes to by a date: follow-ups know meetings, and not the other way.
  { files: /^bot\/followups\/milestone-rules\.ts$/, may: [...VALUES, 'bot/followups/rules'], packages: [] },
  {
    files: /^bot\/followups\//,
    may: [
      ...ENGINE,
      'bot/pathways/',
      'bot/meetings/',
      'bot/followups/',
      'bot/capability',
      'cards/followups/',
      'cards/views',
    ],
    packages: ['zod/v4'],
  },
  // A new colleague's programme: beside the courses and the classes, which app.ts ties to it.
  {
    files: /^bot\/programs\/read-programs\.ts$/,
    may: [...VALUES, 'bot/programs/rules', 'bot/people/import/organisation-file', 'bot/people/read-yaml'],
    packages: ['node:fs', 'node:path', 'zod/v4'],
  },
  {
    files: /^bot\/programs\/freeze-program\.ts$/,
    may: ['bot/db/', 'bot/programs/read-programs'],
    packages: [],
  },
  { files: /^bot\/programs\/partner-rules\.ts$/, may: [], packages: [] },
  {
    files: /^bot\/programs\//,
    may: [
      ...ENGINE,
      'bot/pathways/find-colleague',
      'bot/meetings/call/clashes',
      // Who is no mentor any more reads nothing of what was shared with them.
      'bot/learning/sharing/store',
      'bot/programs/',
      'bot/capability',
      'cards/programs/',
    ],
    packages: ['zod/v4'],
  },
  // What is next in what one leads, and what is late below one: it reads, and nobody reads it.
  {
    files: /^bot\/overview\//,
    may: [...ENGINE, 'bot/pathways/', 'bot/overview/', 'bot/capability', 'cards/overview/'],
    packages: ['zod/v4'],
  },
  // The baton goes from one lead to the next: it stands beside decisions, and neither knows the other.
  {
    files: /^bot\/handovers\//,
    may: [...ENGINE, 'bot/pathways/', 'bot/meetings/', 'bot/handovers/', 'bot/capability', 'cards/handovers/'],
    packages: ['zod/v4'],
  },
  // The audit log, sealed, checked and looked through by sample: other capabilities know nothing of it.
  { files: /^bot\/audit\/chain\.ts$/, may: [], packages: ['node:crypto'] },
  { files: /^bot\/audit\/sample-rules\.ts$/, may: VALUES, packages: [] },
  {
    files: /^bot\/audit\//,
    may: [...ENGINE, 'bot/audit/', 'bot/pathways/', 'bot/capability', 'cards/audit/'],
    packages: ['zod/v4'],
  },
  // What other systems are told of courses: it knows of a course what statements say, and of people nothing but ids.
  {
    files: /^bot\/learning\/xapi\/(statement|port|store-logins)\.ts$/,
    may: [],
    packages: ['zod/v4'],
  },
  {
    files: /^bot\/learning\/xapi\/[a-z]+-rules\.ts$/,
    may: ['bot/learning/course', 'bot/learning/xapi/statement'],
    packages: ['uuid'],
  },
  {
    files: /^bot\/learning\/xapi\/(file|store)-records\.ts$/,
    may: ['bot/learning/xapi/port', 'bot/learning/xapi/store-logins', 'bot/journal/sync-folder'],
    packages: ['node:fs/promises', 'node:path', 'zod/v4'],
  },
  {
    files: /^bot\/learning\/xapi\//,
    may: ['bot/learning/xapi/', 'bot/db/unit', 'bot/people/policy', 'bot/time/', 'prisma/generated/'],
    packages: ['node:path'],
  },
  // Figures of courses, without persons.
  { files: /^bot\/learning\/statistics-rules\.ts$/, may: VALUES, packages: [] },
  {
    files: /^bot\/learning\/(statistics-chat|read-statistics|show-statistics)\.ts$/,
    may: [...ENGINE, 'bot/learning/', 'bot/capability', 'cards/learning/'],
    packages: ['zod/v4'],
  },
  // Courses, and what is written to them here, as files: read without a database.
  {
    files:
      /^bot\/learning\/(bank-file|course-file|faults|languages|lesson-file|lix|markdown-blocks|passage|question-[a-z]+|read-[a-z]+|text-file)\.ts$/,
    may: ['bot/learning/', 'bot/people/read-yaml', 'bot/privacy/cpr'],
    packages: ['markdown-it', 'node:buffer', 'node:fs', 'node:path', 'zod/v4'],
  },
  { files: /^bot\/learning\/course\.ts$/, may: [], packages: ['zod/v4'] },
  {
    files: /^bot\/learning\/[a-z]+-rules\.ts$/,
    may: [...VALUES, 'bot/learning/course', ...RULES_OF_COURSES.map((one) => `bot/learning/${one}-rules`)],
    // Of a hash alone: the same in, the same out.
    packages: ['node:crypto'],
  },
  { files: /^bot\/learning\/freeze-course\.ts$/, may: ['bot/db/', 'bot/learning/course'], packages: [] },
  // Courses and who takes them: they know people, and neither pathways nor what asks for a course.
  {
    files: /^bot\/learning\//,
    may: [...ENGINE, 'bot/learning/', 'bot/capability', 'cards/learning/'],
    packages: ['zod/v4'],
  },
  // Classes: they know no pathway and no programme; what passes between is handed over where the house is put together.
  {
    files: /^bot\/intakes\//,
    may: [...ENGINE, 'bot/pathways/find-colleague', 'bot/intakes/', 'bot/capability', 'cards/intakes/'],
    packages: ['zod/v4'],
  },
  // A dilemma of a course at a team's meeting: it knows both, and neither knows it.
  {
    files: /^bot\/dilemmas\//,
    may: [...ENGINE, 'bot/dilemmas/', 'bot/learning/', 'bot/meetings/', 'bot/capability', 'cards/dilemmas/'],
    packages: ['zod/v4'],
  },
  // The turn.
  {
    files: /^bot\/capability\.ts$/,
    may: [
      'bot/db/unit',
      'bot/messages/letter',
      'bot/obligations/kind',
      'bot/people/organisation',
      'bot/turn',
      'content/words/',
      'prisma/generated/',
    ],
    packages: ['zod/v4'],
  },
  {
    files: /^bot\/conversation\//,
    may: [...ENGINE, 'bot/conversation/', 'bot/capability', 'cards/home/', 'cards/with-word'],
    packages: ['node:crypto', 'fastest-levenshtein'],
  },
  // The edge: the only room that knows the SDK, and it knows nothing of the house but the turn and the port.
  {
    files: /^bot\/msteams\//,
    may: ['bot/msteams/', 'bot/turn', 'bot/messages/port'],
    packages: [
      'botbuilder',
      'botframework-connector',
      'botframework-schema',
      'jose',
      '@microsoft/teams-ai/lib/Application',
      '@microsoft/teams-ai/lib/TeamsAdapter',
      '@microsoft/teams-ai/lib/TurnState',
      'zod/v4',
      'node:http',
      'node:https',
      'node:crypto',
      'node:net',
      'node:tls',
      'node:url',
      'node:timers/promises',
      'undici',
      'axios',
      '@azure/core-http-compat',
      '@azure/core-rest-pipeline',
    ],
  },
  // What the house tells of itself: looks on, and nobody needs it.
  {
    files: /^bot\/metrics\//,
    may: [
      'bot/metrics/',
      'bot/db/unit',
      'bot/db/open',
      'bot/http/in-time',
      'bot/messages/courier',
      'bot/messages/port',
      'bot/turn',
    ],
    packages: ['prom-client'],
  },
  { files: /^bot\/http\//, may: ['bot/http/'], packages: ['node:http', 'node:stream'] },
  {
    files: /^bot\/development\//,
    may: [...ENGINE, 'bot/development/', 'bot/app', 'bot/capability', 'bot/http/server', 'cards/home/'],
    packages: ['zod/v4', 'node:crypto'],
  },
  // Where things are put together.
  {
    files: /^bot\/config\.ts$/,
    may: ['bot/learning/xapi/store-logins', 'bot/privacy/seal'],
    packages: ['node:fs', 'node:path', 'yaml', 'zod/v4'],
  },
  {
    files: /^bot\/policy-files\.ts$/,
    may: ['bot/db/unit', 'bot/learning/read-here', 'bot/obligations/ladder', 'bot/people/', 'bot/privacy/cpr'],
    packages: ['node:fs', 'node:path'],
  },
  { files: /^bot\/app\.ts$/, may: ['bot/', 'cards/views'], packages: [] },
  {
    files: /^bot\/(main|import|audit-command|house)\.ts$/,
    may: ['bot/', 'content/words/', 'prisma/generated/'],
    packages: [
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:perf_hooks',
      'node-cron',
      'pino',
      'uuid',
    ],
  },
  // Cards and content: leaves.
  { files: /^cards\//, may: ['cards/', 'content/words/'], packages: ['zod/v4', 'adaptivecards-templating'] },
  { files: /^content\//, may: ['content/'], packages: [] },
];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\b(?:import|require(?:\.resolve)?)\(\s*['"]([^'"]+)['"]/g;

type Arrow = { readonly from: string; readonly to: string };

function arrowsOf(file: string, source: string): Arrow[] {
  return [...source.matchAll(IMPORT)].flatMap((found) => {
    const to = found[1] ?? found[2] ?? found[3];
    if (to === undefined) return [];
    return [
      { from: file, to: to.startsWith('.') ? path.relative(ROOT, path.resolve(ROOT, path.dirname(file), to)) : to },
    ];
  });
}

function forbidden({ from, to }: Arrow): boolean {
  const room = ROOMS.find((one) => one.files.test(from));
  if (!room) return true;
  return !room.may.some((allowed) => to.startsWith(allowed)) && !room.packages.includes(to);
}

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => path.join(folder, file));
}

const FILES = ['bot', 'cards', 'content'].flatMap(sources);
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

describe('the arrows of the house', () => {
  test('every import is one that its room allows', () => {
    expect(FILES.flatMap((file) => arrowsOf(file, read(file))).filter(forbidden)).toEqual([]);
  });

  test('the system clock is read in main only', () => {
    const readers = FILES.filter((file) => /new Date\(\)|Date\.now\(\)/.test(read(file)));
    expect(readers.filter((file) => file !== 'bot/main.ts')).toEqual([]);
  });

  test.each([
    {
      name: 'the SDK in a use case',
      from: 'bot/meetings/call/call-meeting.ts',
      source: "import { TurnContext } from 'botbuilder';",
    },
    { name: 'a bare import', from: 'bot/meetings/rules.ts', source: "import 'pg';" },
    { name: 'a require', from: 'bot/time/day.ts', source: "const fs = require('node:fs');" },
    {
      name: 'Prisma in a rule',
      from: 'bot/meetings/rules.ts',
      source: "import type { Meeting } from '../../prisma/generated/client';",
    },
    {
      name: 'the organisation in a rule of decisions',
      from: 'bot/decisions/hearing-rules.ts',
      source: "import { organisation } from '../people/organisation';",
    },
    {
      name: 'decisions in a meeting',
      from: 'bot/meetings/call/call-meeting.ts',
      source: "import { loadProposal } from '../../decisions/store';",
    },
    {
      name: 'a capability in the engine',
      from: 'bot/obligations/tick.ts',
      source: "import { meetingPast } from '../meetings/change/end-meeting';",
    },
    {
      name: 'the house in a card',
      from: 'cards/home/help.ts',
      source: "import { may } from '../../bot/people/rights';",
    },
    { name: 'a file in no room', from: 'bot/utils/misc.ts', source: "import '../time/day';" },
  ])('the test can fail: $name is found', ({ from, source }) => {
    expect(arrowsOf(from, source).filter(forbidden)).toHaveLength(1);
  });
});
