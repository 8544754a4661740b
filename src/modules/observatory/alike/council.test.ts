import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { importPath } from '../votes/importers/import-for-test.ts'
import { cohesionByYear } from './cohesion.ts'
import { readWindow } from './queries/read-window.ts'
import { catalogueGroup } from './state-group.ts'
import { readVoteWindow } from './vote-window.ts'

const data = '../shared/data/votes'
const groups = {
  ...{ AFRICAN: 'afr', ASIA_PACIFIC: 'apg', EEG: 'eeg', GRULAC: 'grulac', WEOG: 'weog' },
}

// The data lie beside the project and are not part of it. The General Assembly's are compared in bench/observatory-alike.ts.
test.skipIf(!existsSync(data))(
  'cohesion in the Human Rights Council through the database: 105 group-years, to 1e-3',
  async () => {
    const person = await (await testApp()).signIn()
    const { calls, ballots } = await person.within(async (tx) => {
      await importPath(tx, `${data}/hrc/resolutions.csv.gz`)
      await importPath(tx, `${data}/hrc/votes_long.csv.gz`)
      return readWindow(tx, readVoteWindow(new URLSearchParams('source=hrc:hrc&from=2006&parts=1')))
    })
    const expected = readFileSync(`${data}/anchors/hrc_cohesion_by_group_year.csv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    expect(expected).toHaveLength(105)
    const found = Object.entries(groups).flatMap(([name, id]) => {
      const group = catalogueGroup(id, 'en')
      return group ? cohesionByYear(calls, ballots, group).map((one) => ({ name, ...one })) : []
    })
    for (const [year, name, rollCalls, index] of expected) {
      const one = found.find((of) => of.name === name && of.year === Number(year))
      expect([`${year} ${name}`, one?.rollCalls]).toEqual([`${year} ${name}`, Number(rollCalls)])
      expect(Math.abs((one?.index ?? Number.NaN) - Number(index))).toBeLessThan(1e-3)
    }
  },
)
