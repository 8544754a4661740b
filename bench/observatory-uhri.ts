// The full export of the Universal Human Rights Index, streamed: a list of the size and shape of the real one (400 MB, some
// 260,000 records) is generated, then read record by record. Seconds, and the highest resident memory of a process that
// does nothing else; JSON.parse cannot do it (a text may have 512 MB in characters, and its objects take gigabytes).
//   node bench/observatory-uhri.ts [--megabytes 400] [--keep]
import { spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seededGenerator } from '#kernels/statistics'
import { noticing, readUhri } from '#modules/observatory/reviews/readers'

const { values: options } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '400' },
    read: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})

const countries = [
  'Peru',
  'Chile',
  'Slovenia',
  'Iran (Islamic Republic of)',
  'Viet Nam',
  "Côte d'Ivoire",
  'Namibia',
]
const bodies = ['- CRC', '- CAT', '- UPR', '- SR Torture', '- WG Enforced Disappearances', '- CEDAW']
const words =
  'the State party should take all measures necessary to ensure that persons deprived of liberty are held in officially recognised places, and that “relatives” know where [they] are {always} \\ "in time"'.split(
    ' ',
  )

/** Writes a list of at least so many megabytes; gives how many records it has. */
async function generate(path: string, megabytes: number): Promise<number> {
  const random = seededGenerator(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const out = createWriteStream(path, { highWaterMark: 1024 * 1024 })
  let written = 0
  let records = 0
  out.write('[')
  while (written < megabytes * 1024 * 1024) {
    const body = pick(bodies)
    const review = body === '- UPR'
    const text = Array.from({ length: 60 + Math.floor(random() * 150) }, () => pick(words)).join(' ')
    const record = JSON.stringify({
      AnnotationId: `a9ceae8c-fe1c-40f9-a326-${String(records).padStart(12, '0')}`,
      AnnotationType: '- Concerns/Observations',
      Body: body,
      Countries: [pick(countries)],
      Regions: ['Latin America and the Caribbean'],
      DocumentId: '41a0b08f-5a9a-4eb5-985f-05b47986ad82',
      Symbol: `X/C/${records}`,
      PublicationDate: `20${10 + (records % 15)}-02-12T00:00:00`,
      Themes: ['Violence against women', 'Enforced disappearances', 'Administration of justice & fair trial'],
      AffectedPersons: ['Disappeared persons', 'Children'],
      Sdgs: ['16.2 - Protect children from abuse, exploitation, trafficking and violence'],
      Text: `${1 + (records % 200)}.${text}`,
      UprCycle: null,
      UprPositions: review ? ['- Supported'] : [],
      UprRecommendingCountry: review ? ['Chile'] : [],
      UprRecommendingRegions: [],
      UprSession: review ? ['20'] : [],
    })
    const piece = records === 0 ? record : `,${record}`
    written += Buffer.byteLength(piece)
    records++
    if (!out.write(piece)) await once(out, 'drain')
  }
  out.end(']\n')
  await once(out, 'finish')
  return records
}

if (options.read !== undefined) {
  // The process that is measured.
  const before = process.cpuUsage()
  const start = performance.now()
  let records = 0
  let rows = 0
  for await (const one of readUhri(options.read, 'en', noticing())) {
    records = one.item
    rows += one.recommendations.length
  }
  const { user, system } = process.cpuUsage(before)
  console.log(
    JSON.stringify({
      records,
      rows,
      seconds: Math.round(performance.now() - start) / 1000,
      cpuSeconds: Math.round((user + system) / 1000) / 1000,
      residentMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  )
} else {
  const folder = mkdtempSync(join(tmpdir(), 'amparo-uhri-'))
  const path = join(folder, 'export-full-en.json')
  try {
    const records = await generate(path, Number(options.megabytes))
    const megabytes = Math.round(statSync(path).size / 1024 / 1024)
    // What Node takes depends on how much garbage it lets lie; with 4 MB for what is new it shows what the work needs.
    const measured = ['--max-semi-space-size=4', ''].map((limit) => {
      const { stdout, status } = spawnSync(
        process.execPath,
        [...(limit ? [limit] : []), fileURLToPath(import.meta.url), '--read', path],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
      )
      if (status !== 0) throw new Error('reading failed')
      const read = JSON.parse(stdout) as { readonly records: number }
      if (read.records !== records)
        throw new Error(`${records} records were written and ${read.records} read`)
      return { node: limit || 'as it comes', ...read }
    })
    console.log(JSON.stringify({ megabytes, measured }, null, 2))
  } finally {
    if (!options.keep && existsSync(folder)) rmSync(folder, { recursive: true })
    else console.error(path)
  }
}
