import { polities } from '#catalogue/polities'
import type { Tx } from '#platform/records'
import { importText } from '../votes/importers/import-for-test.ts'

/** Codes of the states of the small world, from one end of its line to the other. */
export const worldStates = [
  'RUS',
  'CUB',
  'CHN',
  'VEN',
  'IND',
  'ZAF',
  'BRA',
  'ARG',
  'CHL',
  'MEX',
  'URY',
  'JPN',
  'ESP',
  'FRA',
  'DEU',
  'GBR',
  'CAN',
  'USA',
]

const cowOf = (code: string): number => polities.find((one) => one.code === code)?.cow ?? 0

/**
 * Votes in Voeten's layout: states on a line, texts that divide them here or there, some abstaining in between; three sessions
 * of `each` roll calls in 2018, 2019 and 2020. The same on every call. In 2020 Chile stands where Cuba does.
 */
export function worldFiles(each = 30): { readonly rollCalls: string; readonly votes: string } {
  let seed = 7
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const rollCalls = [
    'rcid,year,session,abstain,yes,no,importantvote,date,unres,amend,para,short,descr,me,nu,di,hr,co,ec,ident,resid',
  ]
  const votes = ['rcid,ccode,vote']
  for (let i = 0; i < 3 * each; i++) {
    const rcid = 1000 + i
    const year = 2018 + Math.floor(i / each)
    const day = `${year}-${String(1 + (i % 12)).padStart(2, '0')}-10`
    const humanRights = i % 3 === 0 ? 1 : 0
    const amendment = i % 10 === 9 ? 1 : 0
    rollCalls.push(
      `${rcid},${year},${year - 1945},0,0,0,${i % 4 === 0 ? 1 : 0},${day},R/${year - 1945}/${i},${amendment},0,TEXT,Text ${i},0,0,0,${humanRights},0,${1 - humanRights},0,${rcid}`,
    )
    const cut = random() * 1.6 + 0.2
    const turned = random() < 0.3
    worldStates.forEach((code, at) => {
      const place = code === 'CHL' && year === 2020 ? 1 : at
      const latent = (2 * place) / (worldStates.length - 1) + (random() - 0.5) * 0.5
      const vote = latent < cut - 0.15 ? 1 : latent > cut + 0.15 ? 3 : 2
      votes.push(`${rcid},${cowOf(code)},${turned ? 4 - vote : vote}`)
    })
  }
  return { rollCalls: `${rollCalls.join('\n')}\n`, votes: `${votes.join('\n')}\n` }
}

/** Reads the small world in as files. */
export async function importWorld(tx: Tx, each?: number): Promise<void> {
  const { rollCalls, votes } = worldFiles(each)
  await importText(tx, 'rollcalls.csv', rollCalls)
  await importText(tx, 'votes.csv', votes)
}
