import { type FileHandle, open } from 'node:fs/promises'
import { genotypePlace, Refusal } from '#kernels/kinship'
import { Problem } from '#platform/problem'
import { prepareLoci } from '../files/prepare-loci.ts'
import { refusing } from '../files/refusal-words.ts'
import type { SearchFile } from '../files/shapes.ts'
import { tableLength } from './candidate-columns.ts'
import { openJournaled, questionOf } from './journal.ts'
import { familyBatches, readIndex } from './read-lines.ts'
import { runBatches } from './run-batches.ts'
import type { LinesAnswer, LinesQuestion } from './search-lines.ts'

/**
 * The tables of many families in one file, so that one new profile meets all of them by look-ups. Numbers are little-endian, every
 * part begins at a multiple of eight bytes:
 * `AMPKIN01` · length of the head · the head, JSON (`TablesHead`) · blocks: number of families (u32), length of their identifiers
 * (u32), the identifiers as a JSON list, then ln LR by locus, genotype and family (f64). What a profile needs of a block lies
 * together: one stretch a locus.
 */
const mark = 'AMPKIN01'

/** Families in a block: 26 MB at 23 loci. */
const blockSize = 1024

interface TablesHead {
  readonly frequencies: string
  readonly loci: readonly { readonly name: string; readonly alleles: readonly string[] }[]
  readonly model: unknown
}

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8

function headBytes(head: TablesHead): Buffer {
  const json = Buffer.from(JSON.stringify(head))
  const bytes = Buffer.alloc(16 + padded(json.length), ' ')
  bytes.write(mark, 0, 'latin1')
  bytes.writeUInt32LE(json.length, 8)
  bytes.writeUInt32LE(0, 12)
  json.copy(bytes, 16)
  return bytes
}

function blockBytes(ids: readonly string[], tables: Float64Array): Buffer {
  const json = Buffer.from(JSON.stringify(ids))
  const head = Buffer.alloc(8 + padded(json.length), ' ')
  head.writeUInt32LE(ids.length, 0)
  head.writeUInt32LE(json.length, 4)
  json.copy(head, 8)
  return Buffer.concat([head, Buffer.from(tables.buffer, tables.byteOffset, tables.byteLength)])
}

/** Computes the tables of all families of a file of lines, in threads, and keeps them. Broken off and asked again it goes on. */
export async function writeTables(question: LinesQuestion): Promise<LinesAnswer> {
  const { file, header, table, model, out, signal, onFamilies } = question
  const loci = prepareLoci(header.loci, table, model, header.frequencies)
  const { families } = await readIndex(file)
  const journaled = await openJournaled(out, await questionOf(file, { header, table, model, blockSize }))
  try {
    const { done } = journaled
    const { frequencies } = header
    if (done.bytes === 0) {
      const alleles = loci.map((locus) => ({ name: locus.name, alleles: locus.alleles }))
      await journaled.append(headBytes({ frequencies, loci: alleles, model }), 0)
    }
    let finished = done.families
    onFamilies(finished, families)
    const task = { loci: header.loci, frequencies, table, model, candidates: null, keep: {} }
    const batches = familyBatches(file, blockSize, done.families)
    for await (const result of runBatches(task, batches, signal, question.threads)) {
      if (!('tables' in result)) continue
      await journaled.append(blockBytes(result.ids, result.tables), result.ids.length)
      finished += result.ids.length
      onFamilies(finished, families)
    }
    await journaled.finish()
    return { families, candidates: 0, resumed: done.families }
  } finally {
    await journaled.close()
  }
}

/** log10 LR of every family of a block against one profile. */
export interface FamilyRatios {
  readonly candidate: string
  readonly families: readonly string[]
  readonly log10LR: Float64Array
}

/** Opens a file of tables and gives, block by block and candidate by candidate, the ratios of all its families. */
export async function* readRatios(
  file: string,
  candidates: SearchFile['candidates'],
): AsyncGenerator<FamilyRatios> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const start = await take(handle, file, 0, 16)
    if (start.toString('latin1', 0, 8) !== mark) throw notTables(file)
    const headLength = start.readUInt32LE(8)
    const head = JSON.parse((await take(handle, file, 16, headLength)).toString('utf8')) as TablesHead
    const lengths = head.loci.map(({ alleles }) => tableLength({ alleles }))
    const width = lengths.reduce((sum, length) => sum + length, 0)
    const wanted = candidates.map((one) => ({ id: one.id, places: placesOf(one, head, lengths) }))
    let at = 16 + padded(headLength)
    while (at < size) {
      const block = await take(handle, file, at, 8)
      const [count, idsLength] = [block.readUInt32LE(0), block.readUInt32LE(4)]
      const families = JSON.parse((await take(handle, file, at + 8, idsLength)).toString('utf8')) as string[]
      const tables = at + 8 + padded(idsLength)
      for (const { id, places } of wanted) {
        const log10LR = new Float64Array(count)
        for (const place of places) {
          const stretch = await take(handle, file, tables + place * count * 8, count * 8)
          const column = new Float64Array(stretch.buffer, stretch.byteOffset, count)
          for (let i = 0; i < count; i++) log10LR[i] = (log10LR[i] as number) + (column[i] as number)
        }
        for (let i = 0; i < count; i++) log10LR[i] = (log10LR[i] as number) / Math.LN10
        yield { candidate: id, families, log10LR }
      }
      at = tables + width * count * 8
    }
  } finally {
    await handle.close()
  }
}

/** Where a profile's genotypes stand among all places of all loci; nothing for a locus that was not typed. */
function placesOf(
  { id, genotype }: SearchFile['candidates'][number],
  head: TablesHead,
  lengths: readonly number[],
): readonly number[] {
  return refusing('', () => {
    const found: number[] = []
    let from = 0
    head.loci.forEach(({ name, alleles }, column) => {
      const seen = genotype[name] ?? []
      const at = { person: id, locus: name }
      if (seen.length > 2) throw new Refusal('too-many-alleles', seen.join(', '), '', at)
      const [a, b = a] = seen.map((allele) => {
        const place = alleles.indexOf(allele.trim())
        if (place < 0) throw new Refusal('unknown-allele', `allele ${allele}`, '', at)
        return place
      })
      if (a !== undefined && b !== undefined) found.push(from + genotypePlace(a, b))
      from += lengths[column] ?? 0
    })
    return found
  })
}

async function take(handle: FileHandle, file: string, from: number, length: number): Promise<Buffer> {
  // Its own memory, so that numbers in it begin where numbers may.
  const buffer = Buffer.from(new ArrayBuffer(length))
  const { bytesRead } = await handle.read(buffer, 0, length, from)
  if (bytesRead < length) throw notTables(file)
  return buffer
}

const notTables = (file: string): Problem =>
  new Problem('malformed', {
    explanation: {
      en: `${file} is not a whole file of tables. Make it again with "identify tables".`,
      es: `${file} no es un archivo de tablas completo. Vuelva a crearlo con "identify tables".`,
      ca: `${file} no és un fitxer de taules sencer. Torneu-lo a fer amb "identify tables".`,
    },
  })
