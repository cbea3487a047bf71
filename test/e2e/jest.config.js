const usual = require('../../jest.config');

/** The browser's tests: no database of their own, for they start the demo as a person would. */
const { globalSetup, globalTeardown, setupFilesAfterEnv, ...rest } = usual;
/** @type {import('jest').Config} */
module.exports = {
  ...rest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
  maxWorkers: 2,
  // Every wait has its own, shorter one, and says what it waited for.
  testTimeout: 20 * Number(process.env.E2E_WAIT_MS ?? 30_000),
};
