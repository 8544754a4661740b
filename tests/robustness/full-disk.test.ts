import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { countOf, halfWritten, inDatabase } from './database.ts'
import { formOf } from '../support/app.ts'
import { importList, lookAt, pageOf, peopleCsv, sendList, textOf } from './lists.ts'
import { type Person, createPerson, signIn } from './person.ts'
import { type Program, endPrograms, eventually, newHome, scratchFiles, startProgram } from './program.ts'

const mib = 1024 * 1024

/** A small disk of one's own under the home; only root may mount one. */
function mountSmallDisk(home: string): string | null {
  if (process.getuid?.() !== 0) return 'only root can mount a small disk'
  mkdirSync(home, { recursive: true })
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=0700', 'tmpfs', home], {
    encoding: 'utf8',
  })
  return done.status === 0 ? null : `mount: ${done.stderr || String(done.error)}`
}

const home = newHome()
const reason = mountSmallDisk(home)
afterAll(async () => {
  await endPrograms(() => void (reason === null && spawnSync('umount', ['--lazy', home])))
})

describe.skipIf(reason !== null)(`a full disk${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let program: Program
  let person: Person
  const filler = join(home, 'filler')

  /** Takes the disk's space but for `leave` bytes. */
  const fill = (leave: number) => {
    const { bavail, bsize } = statfsSync(home)
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)))
  }
  const free = () => rmSync(filler, { force: true })
  const written = () =>
    inDatabase(home, async (client) => ({
      broken: await halfWritten(client),
      records: await countOf(client, 'record'),
      files: await countOf(client, 'file'),
    }))

  test('an upload that does not fit is refused with the remedy and leaves nothing (claim 30)', async () => {
    program = await startProgram(home)
    person = await signIn(program)
    await createPerson(person, 'Written Before')
    fill(2 * mib)
    const answer = await sendList(person, 'people.csv', peopleCsv('Too Much', 400_000))
    expect(answer.status).toBe(507)
    expect(textOf(await answer.text())).toContain('The disk is full; nothing was saved. Free some space')
    expect(scratchFiles(home)).toEqual([])
    // Reading goes on.
    expect(await (await person.get('/workspace/records/person')).text()).toContain('Written Before')
    await person.get('/workspace/language/es')
    const spanish = await sendList(person, 'people.csv', peopleCsv('Too Much', 400_000))
    expect(textOf(await spanish.text())).toContain('El disco está lleno; no se guardó nada. Libere espacio')
    free()
    await person.get('/workspace/language/en')
    expect(await written()).toEqual({ broken: [], records: 1, files: 0 })
  })

  test('an import that does not fit ends with the reason, the server stays up, and works again with space', async () => {
    // The list fits, what it becomes does not.
    const { path, run } = await prepare()
    fill(6 * mib)
    const report = await run()
    const failed = await eventually('the import has ended', async () => {
      const page = await person.get(report)
      const text = textOf(await page.text())
      // While PostgreSQL itself has no room the pages say so.
      if (page.status !== 200) {
        expect([503, 507]).toContain(page.status)
        expect(text).toMatch(/disk is full|cannot be reached/)
        return text.includes('disk is full') ? 'full' : null
      }
      return /disk is full/.test(text) ? text : null
    })
    expect(failed).toBeTruthy()
    const refused = await person.post('/workspace/import/person', {
      file: new File([peopleCsv('Meanwhile', 400_000)], 'people.csv'),
    })
    expect([503, 507]).toContain(refused.status)

    free()
    await eventually('the server answers again', async () => (await person.get('/workspace')).status === 200)
    expect(path).toContain('/workspace/import/person/')
    // Begun anew when there was space, or given up by then: never a part.
    const first = await eventually('the first import has ended', async () => {
      const html = await (await person.get(report)).text()
      return /http-equiv="refresh"/i.test(html) ? null : textOf(html)
    })
    expect(first).toMatch(/60,000|Nothing was written|nothing was saved/i)
    const again = await importList(person, 'more.csv', peopleCsv('After', 50))
    await eventually('the import is over', async () =>
      textOf(await (await person.get(again)).text()).includes('After 49'),
    )
    const { broken } = await written()
    expect(broken).toEqual([])
    await eventually('the scratch folder is empty', () => scratchFiles(home).length === 0)
    program.interrupt()
    expect((await program.ended).code).toBe(130)
  })

  /** A list of 60,000 people taken and matched; `run` begins its import. */
  async function prepare() {
    const page = await lookAt(
      person,
      await pageOf(person, await sendList(person, 'people.csv', peopleCsv('Large', 60_000))),
    )
    return {
      path: page.path,
      run: async () => {
        const answer = await person.post(page.path, { ...formOf(page.html, page.path), step: 'run' })
        const report = answer.headers.get('location')
        if (!report) throw new Error(`not begun: ${answer.status} ${textOf(await answer.text())}`)
        return report
      },
    }
  }
})
