import type { TestProject } from 'vitest/node'
import { removeTemporaryServer, temporaryServerFolder } from '#platform/db/cluster'
import { dropRun } from './run.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which the run's PostgreSQL is started, by the first test that asks for a database. */
    readonly databaseServerFolder: string
  }
}

/**
 * Once for each run. A run that needs no database starts none. `DATABASE_TEST_URL`, the superuser's address of a
 * PostgreSQL, is used in place of one of our own; this run's databases are removed from it at the end.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryServerFolder()
  project.provide('databaseServerFolder', folder)
  return async () => {
    const outside = process.env['DATABASE_TEST_URL']
    if (outside) await dropRun(outside, folder)
    await removeTemporaryServer(folder)
  }
}
