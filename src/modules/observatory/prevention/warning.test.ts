import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { polities, polityName } from '#catalogue/polities'
import { seededGenerator } from '#kernels/statistics'
import { type TestApp, type TestPerson, testApp } from '../../../../tests/support/app.ts'
import { earlyWarningTable } from '../files/index.ts'
import { importFile } from '../sources/import-file.ts'
import { readHead } from '../sources/read-head.ts'
import { preventionStatePanel } from './state-panel.tsx'
import { warningAddress } from './addresses.ts'
import { ewpImporter } from './warning/ewp-importer.ts'
import { type WarningRun, readRisks, readWarningRuns } from './warning/read-warning.ts'
import { askForRefit } from './warning/refit-job.ts'

let app: TestApp
let ada: TestPerson
const folder = mkdtempSync(join(tmpdir(), 'amparo-warning-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(async () => {
  app = await testApp()
  ada = await app.signIn()
})

const states = polities.filter(({ cow, country }) => cow !== null && country !== null).slice(0, 40)

/** Country-years that nobody published; the risk follows `danger`. */
function lines(): string[] {
  const random = seededGenerator(8)
  const rows = states.flatMap(({ code, cow }, i) =>
    Array.from({ length: 12 }, (_, k) => {
      const year = 2010 + k
      const danger = i / 10
      const onset = year <= 2019 && random() < danger / 8 ? 1 : 0
      return `"${polityName(code, 'en')}",${year},${danger},${random().toFixed(3)},${onset},${cow}`
    }),
  )
  return [
    'ewp_name,year,danger,noise,mk_onset_1or2,ccode',
    ...rows,
    ...['Atlantis,2020,1,0.5,0,', 'Atlantis,2021,1,0.5,0,', 'Mu,2021,NA,0.5,0,'],
  ]
}

const bring = async (person: TestPerson, path: string) =>
  person.within(async (tx) => importFile(tx, ewpImporter, { path, head: await readHead(path) }))

async function refit(person: TestPerson): Promise<WarningRun> {
  const id = await person.within((tx) => askForRefit(tx, null))
  const worker = await app.work()
  try {
    for (let i = 0; i < 600; i++) {
      const [run] = await person.within((tx) => readWarningRuns(tx, id))
      if (run?.report) return run
      if (run?.job?.state === 'failed')
        throw new Error(`${run.job.error} ${String(app.faults.get(run.job.id))}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('the refit did not end')
  } finally {
    await worker.stop()
  }
}

describe('early warning', () => {
  test('without a file it says where to get it, and asks for nothing', async () => {
    const page = await (await ada.get(warningAddress)).text()
    expect(page).toContain('EarlyWarningProject')
    expect((await ada.post(warningAddress)).status).toBe(409)
  })

  test('is fitted in the background, opens to the row of the file, and stands on the page of the state', async () => {
    const path = join(folder, 'prepared2021predictors-2022-01-31.csv')
    writeFileSync(path, lines().join('\n'))
    const { loaded } = await bring(ada, path)
    expect(loaded).toMatchObject({ rows: 483, dataUntil: '2021', version: '2022-01-31' })
    expect(loaded.findings.map(({ count }) => count)).toEqual([3, 1])
    const run = await refit(ada)
    expect(run.report).toMatchObject({ year: 2021, learntTo: 2019, learnt: 400, withoutRisk: ['Mu'] })
    expect(run.report?.unplaced.map(({ country }) => country)).toEqual(['Atlantis'])
    const risks = await ada.within((tx) => readRisks(tx, run))
    const highest = states.at(-1)
    expect(risks).toHaveLength(40)
    // What the database holds gives what the file gives.
    const direct = new Map((await earlyWarningTable(path)).rows.map((one) => [one.country, one.risk]))
    for (const { polity, risk } of risks)
      expect(risk).toBeCloseTo(direct.get(polityName(polity, 'en')) ?? -1, 9)
    expect(risks[0]).toMatchObject({ polity: highest?.code, rank: 1 })
    // Atlantis has a place among them, though it is no state known here.
    expect(risks.at(-1)?.rank).toBe(41)
    const open = await (await ada.get(`${warningAddress}/${run.id}/${highest?.code}`)).text()
    const risk = /Risk<\/dt><dd><bdi>([\d.]+%)/.exec(open)?.[1]
    expect(risk).toBeDefined()
    // The formula from the row gives the risk that was kept.
    expect(open).toContain(`it is ${risk}.`)
    expect(open).toContain('481, named')
    await ada.within(async (tx) => {
      const panel = await preventionStatePanel.render({ tx, polity: highest as never, language: 'en' })
      expect(JSON.stringify(panel)).toContain(risk?.replace('%', ''))
    })
    // The same again is the same run.
    expect(await ada.within((tx) => askForRefit(tx, null))).toBe(run.id)
    const csv = await (await ada.get(`${warningAddress}/csv`)).text()
    expect(csv).toContain('A risk is no prediction')
  })

  test('refuses years that cannot be learnt from, in words', async () => {
    const post = async (year: string) => (await ada.post(warningAddress, { train_to: year })).text()
    expect(await post('20x2')).toContain('Write a year in four digits')
    expect(await post('2022')).toContain('The file ends in 2021')
  })

  test('refuses a file that names a country and year twice, and leaves nothing', async () => {
    const path = join(folder, 'twice.csv')
    writeFileSync(path, [...lines(), 'Mu,2021,1,0.5,0,'].join('\n'))
    await expect(bring(ada, path)).rejects.toMatchObject({
      explanation: { en: expect.stringContaining('row 485') },
    })
  })

  test('another organisation sees none of it', async () => {
    const other = await app.signIn()
    expect(await other.within((tx) => readWarningRuns(tx))).toEqual([])
    const [run] = await ada.within((tx) => readWarningRuns(tx))
    expect((await other.get(`${warningAddress}/${run?.id}/${states.at(-1)?.code}`)).status).toBe(404)
  })
})

const real = '../shared/data/atrocity/prepared2024predictors-2025-09-03.csv.gz'

describe.runIf(existsSync(real))('on the data of the Early Warning Project', () => {
  // That the risks are the published ones is proved on the file itself: files/oracles.test.ts.
  test('every country of the last year is a state known here, each its own', async () => {
    const bea = await app.signIn()
    const { loaded, fileId } = await bring(bea, real)
    expect(loaded).toMatchObject({ rows: 9_463, dataUntil: '2024', version: '2025-09-03' })
    // None unknown, no number at odds with its name: only values that the source itself lacks.
    expect(loaded.findings.map(({ what, count }) => [what.en.slice(0, 31), count])).toEqual([
      ['Country-years that lack a predi', 155],
    ])
    const { rows } = await bea.within((tx) =>
      sql<{ polity: string }>`select distinct polity from observatory_country_year
        where org_id = ${tx.actor.orgId}::uuid and file_id = ${fileId}::uuid and year = 2024 and polity is not null`.execute(
        tx.sql,
      ),
    )
    expect(rows).toHaveLength(168)
  })
})
