const usual = require('../../jest.config');

/** The browser's tests: no database of their own, for they start the demo as a person would. */
const { globalSetup, globalTeardown, setupFilesAfterEnv, ...rest } = usual;
/** @type {import('jest').Config} */
module.exports = {
  ...rest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
  maxWorkers: 2,
  testTimeout: 600_000,
};
