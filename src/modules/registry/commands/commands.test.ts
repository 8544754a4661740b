import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandEntry, runCommandLine } from '#platform/cli'
import { loadConfig } from '#platform/config'
import { openFileStore } from '#platform/files'
import { shippedSchema } from '#platform/records'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import { registryTypes } from '../records/index.ts'
import { registryVocabularies } from '../vocabularies/index.ts'
import { exportCommand, importCommand, undoImportCommand } from './index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-commands-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function terminal() {
  const { app, owner, actor } = await testOrganisation()
  const house = {
    db: app,
    shipped: shippedSchema(registryTypes, registryVocabularies),
    files: openFileStore({ home: folder }),
    scratch: folder,
  }
  const open = async () => ({ house, owner, close: async () => undefined })
  const entries: CommandEntry[] = [importCommand(open), undoImportCommand(open), exportCommand(open)].map(
    (command) => ({
      name: command.name,
      summary: command.summary,
      load: async () => ({ command }),
    }),
  )
  return async (...argv: string[]) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()]
    const code = await runCommandLine(entries, [...argv, '--org', actor.orgSlug], {
      stdout,
      stderr,
      columns: null,
      language: 'es',
      config: () => loadConfig({ AMPARO_HOME: folder }),
      signal: new AbortController().signal,
    })
    stdout.end()
    stderr.end()
    return { code, out: await text(stdout), err: await text(stderr) }
  }
}

describe('the command line', () => {
  test('proposes a mapping, imports, remembers, exports, brings back and undoes', async () => {
    const amparo = await terminal()
    const file = join(folder, 'people.csv')
    await writeFile(file, 'Nombre,Año de nacimiento,Otra cosa\nDora,1951,x\nAna,mañana,y\n')
    const unknown = await amparo('import', 'person', file, '--json')
    expect(unknown.code).toBe(2)
    const { mapping } = JSON.parse(unknown.out) as { mapping: { columns: object } }
    expect(mapping.columns).toEqual({ Nombre: { field: 'name' }, 'Año de nacimiento': { field: 'birth' } })
    const map = join(folder, 'map.json')
    await writeFile(map, JSON.stringify(mapping))
    const stopped = await amparo('import', 'person', file, '--map', map)
    expect(stopped.code).toBe(1)
    expect(stopped.out).toMatch(/fila 3 · birth · “mañana”/)
    expect(stopped.out).toContain('No se escribió nada.')
    const looked = await amparo(
      'import',
      'person',
      file,
      '--map',
      map,
      '--dry-run',
      '--on-problem',
      'skip',
      '--json',
    )
    expect(JSON.parse(looked.out)).toMatchObject({ written: false, counts: { created: 1, refused: 1 } })
    const brought = await amparo('import', 'person', file, '--map', map, '--on-problem', 'skip', '--json')
    expect(brought.code).toBe(3)
    const report = JSON.parse(brought.out) as { import: string }
    expect(report).toMatchObject({ written: true, ignored: ['Otra cosa'] })

    const out = join(folder, 'out.csv')
    expect((await amparo('export', 'person', '--output', out, '--json')).out).toContain('"records": 1')
    expect(await readFile(out, 'utf8')).toContain('amparo:1:person,')
    expect((await amparo('export', 'person', '--output', out)).code).not.toBe(0)
    const back = await amparo('import', 'person', out, '--json')
    expect(back.code).toBe(0)
    expect(JSON.parse(back.out)).toMatchObject({ own: true, counts: { unchanged: 1 } })

    const undone = await amparo('import', 'undo', report.import, '--json')
    expect(JSON.parse(undone.out)).toMatchObject({ removed: 1, leftCount: 0 })
    expect((await amparo('export', 'person', '--format', 'yaml')).code).toBe(2)
    expect((await amparo('import', 'person', join(folder, 'none.csv'))).code).toBe(6)
  })
})
