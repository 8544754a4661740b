import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { z } from 'zod'
import { Problem } from '#platform/problem'
import { malformed } from '../files/read-json-file.ts'
import { candidate, family, type LinesHeader, linesHeader, type SearchFile } from '../files/shapes.ts'
import { familyTwice } from './check-families.ts'
import { atLine, type Batch, type Family } from './search-task.ts'

/** Longest line: a family of hundreds of people takes a tenth of it. */
const longestLine = 4 * 1024 * 1024

/** The lines of a file as they come, without holding it; empty ones too, so that they can be counted. */
export async function* fileLines(file: string): AsyncGenerator<string> {
  let rest = ''
  try {
    for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
      const lines = (rest + (piece as string)).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > longestLine) throw malformed(file, 'a line', 'at most 4 MB long')
      yield* lines
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw unreadable(file, error)
  }
  if (rest !== '') yield rest
}

const unreadable = (file: string, error: unknown): Problem => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new Problem(code === 'ENOENT' ? 'not_found' : 'malformed', {
    explanation: {
      en: `${file} cannot be read (${code}). Check the name and the folder.`,
      es: `${file} no se puede leer (${code}). Verifique el nombre y la carpeta.`,
      ca: `${file} no es pot llegir (${code}). Comproveu-ne el nom i la carpeta.`,
    },
  })
}

/** The first line of a file of lines; undefined where the file is something else (such as one JSON object). */
export async function readHeader(file: string): Promise<LinesHeader | undefined> {
  let start: string
  try {
    const handle = await open(file)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0)
    await handle.close()
    start = buffer.toString('utf8', 0, bytesRead)
  } catch (error) {
    throw unreadable(file, error)
  }
  const [first = ''] = start.split('\n')
  if (!first.includes('amparo-kinship-search-lines/')) return undefined
  return parse(first, linesHeader, 'amparo-kinship-search-lines/1')
}

function parse<S extends z.ZodType>(line: string, shape: S, name: string): z.infer<S> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw malformed(name, 'the line', 'JSON')
  }
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw malformed(name, issue?.path.join('.') || 'the line', issue?.message ?? name)
}

/** What a line tells. */
type Kind = 'family' | 'candidate'

const kindOf = (line: string): Kind | undefined =>
  line.startsWith('{"family":') ? 'family' : line.startsWith('{"candidate":') ? 'candidate' : undefined

const inside = (line: string): string => line.slice(line.indexOf(':') + 1, line.lastIndexOf('}'))

/** The family of a line `{"family": …}`. */
export const familyLine = (line: string): Family => parse(inside(line), family, 'family')

/** What must be known of a file of lines before its families are gone through. */
export interface LinesIndex {
  readonly candidates: SearchFile['candidates']
  readonly families: number
}

/** The identifier of a family, without reading all of it where it comes first. */
function familyId(line: string): string {
  const [, id] = /^\{"family":\s*\{"id":\s*"([^"\\]+)"/.exec(line) ?? []
  return id ?? familyLine(line).id
}

/** All candidates of a file of lines, and how many families. Refuses a line that is neither and a family given twice, saying where. */
export async function readIndex(file: string): Promise<LinesIndex> {
  const candidates: SearchFile['candidates'] = []
  const ids = new Set<string>()
  let number = 0
  for await (const line of fileLines(file)) {
    number++
    if (number === 1 || line.trim() === '') continue
    try {
      const kind = kindOf(line)
      if (kind === 'candidate') candidates.push(parse(inside(line), candidate, 'candidate'))
      else if (kind === 'family') {
        const id = familyId(line)
        if (ids.has(id)) throw familyTwice(id)
        ids.add(id)
      } else throw malformed(file, 'the line', '{"family":…} or {"candidate":…}')
    } catch (error) {
      if (error instanceof Problem && error.explanation)
        throw new Problem('malformed', { explanation: atLine(number, error.explanation) })
      throw error
    }
  }
  return { candidates, families: ids.size }
}

/** The families of a file of lines, `size` at a time, the first `skip` left out. */
export async function* familyBatches(file: string, size: number, skip: number): AsyncGenerator<Batch> {
  let lines: string[] = []
  let numbers: number[] = []
  let number = 0
  let seen = 0
  let index = 0
  for await (const line of fileLines(file)) {
    number++
    if (kindOf(line) !== 'family' || seen++ < skip) continue
    lines.push(line)
    numbers.push(number)
    if (lines.length < size) continue
    yield { index: index++, numbers, lines }
    lines = []
    numbers = []
  }
  if (lines.length > 0) yield { index, numbers, lines }
}
