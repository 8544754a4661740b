import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    isolate: false,
    // Machines are shared: a test that hangs is told from one that waits its turn.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
          // A test in a new folder under tests/ runs here until it is given a project of its own.
          exclude: [...configDefaults.exclude, 'tests/e2e/**', 'tests/load/**', 'tests/robustness/**'],
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          // Plans on 300,000 records: one at a time, as each loads its own database.
          name: 'load',
          include: ['tests/load/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'robustness',
          include: ['tests/robustness/**/*.test.ts'],
          testTimeout: 300_000,
        },
      },
    ],
  },
})
