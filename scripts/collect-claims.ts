import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

/** A test whose title ends with the number of what it proves: `… (claim 26)`, or `… (claims 11, 12)`. */
export interface ClaimedTest {
  readonly claims: readonly number[]
  /** From the root of the project, with slashes. */
  readonly file: string
  /** The titles of the `describe`s around it and its own, without the mark. */
  readonly title: string
}

const mark = /\s*\(claims? (\d+(?:, \d+)*)\)$/
const makers = new Set(['test', 'it', 'describe'])

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** `test`, `test.each(…)`, `describe.skipIf(…)`: the name at the root and the names after it. */
function namesOf(callee: unknown): readonly string[] {
  if (!isNode(callee)) return []
  if (callee.type === 'Identifier') return [String(callee['name'])]
  if (callee.type === 'CallExpression' || callee.type === 'TaggedTemplateExpression')
    return namesOf(callee['callee'] ?? callee['tag'])
  if (callee.type === 'MemberExpression') {
    const property = callee['property']
    return [...namesOf(callee['object']), isNode(property) ? String(property['name']) : '']
  }
  return []
}

/** The words of a title; what a template puts in is told by an ellipsis. */
function wordsOf(argument: unknown): string | null {
  if (!isNode(argument)) return null
  if (argument.type === 'Literal' && typeof argument['value'] === 'string') return argument['value']
  if (argument.type === 'TemplateLiteral')
    return (argument['quasis'] as readonly { value: { cooked: string } }[])
      .map(({ value }) => value.cooked)
      .join('…')
  return null
}

/** The tests of one file that claim something. Throws on one that is never run: a claim must be able to fail. */
export function claimsOf(file: string, text: string): readonly ClaimedTest[] {
  const found: ClaimedTest[] = []
  const visit = (node: unknown, around: readonly string[]): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, around)
      return
    }
    if (!isNode(node)) return
    let inside = around
    if (node.type === 'CallExpression') {
      const [maker = '', ...more] = namesOf(node['callee'])
      const title = makers.has(maker) ? wordsOf((node['arguments'] as readonly unknown[])[0]) : null
      if (title !== null) {
        const marked = mark.exec(title)
        if (maker === 'describe') inside = [...around, title.replace(/ \(skipped: .*$/, '')]
        if (marked) {
          if (more.includes('skip') || more.includes('todo') || maker === 'describe')
            throw new Error(`${file}: a claim is of a test that runs: ${title}`)
          const words = [...around, title.replace(mark, '')].join(' › ').replaceAll(/\s+/g, ' ')
          found.push({ claims: (marked[1] ?? '').split(', ').map(Number), file, title: words })
        }
      }
    }
    for (const value of Object.values(node))
      if (typeof value === 'object' && value !== null) visit(value, inside)
  }
  visit(parseSync(file, text).program.body, [])
  return found
}

/** Every claim of every test of the project, by file and in the order of the file. */
export function collectClaims(root: string): readonly ClaimedTest[] {
  return globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => claimsOf(file, readFileSync(join(root, file), 'utf8')))
}

// node scripts/collect-claims.ts [NUMBER]: the tests, or those of one claim.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = Number(process.argv[2] ?? Number.NaN)
  for (const { claims, file, title } of collectClaims(dirname(import.meta.dirname)))
    if (Number.isNaN(wanted) || claims.includes(wanted))
      console.log(`${claims.join(', ').padEnd(8)} ${file}  ${title}`)
}
