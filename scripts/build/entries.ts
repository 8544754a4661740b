import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/** Name in the output folder, without its ending → source, relative to the root. */
export type Entries = Readonly<Record<string, string>>

const sources = (root: string, pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .filter((path) => !/\.(test|d)\.tsx?$/.test(path))
    .sort()

/** The command line, and every `src/**\/<name>-worker.ts` as `workers/<name>-worker`. */
export function programEntries(root: string): Entries {
  const programs = ['src/cli.ts', 'src/main.ts'].filter((path) => existsSync(join(root, path)))
  return unique([
    ...programs.map((path) => [basename(path, '.ts'), path] as const),
    ...sources(root, 'src/**/*-worker.ts').map((path) => [`workers/${basename(path, '.ts')}`, path] as const),
  ])
}

/**
 * The scripts of the browser, as `islands/<name>`: of an `islands` folder with an index the index alone, under the
 * name of the folder above; of one without, every file.
 */
export function browserEntries(root: string): Entries {
  const files = sources(root, 'src/**/islands/*.{ts,tsx}')
  const indexed = new Set(files.filter((path) => basename(path) === 'index.ts').map(dirname))
  return unique(
    files
      .filter((path) => !indexed.has(dirname(path)) || basename(path) === 'index.ts')
      .map((path) => {
        const above = basename(dirname(dirname(path)))
        return [
          `islands/${basename(path) === 'index.ts' ? above : basename(path).replace(/\.tsx?$/, '')}`,
          path,
        ]
      }),
  )
}

/** The stylesheets that no other one imports, as `styles/<name>`. */
export function styleEntries(root: string): Entries {
  const files = sources(root, 'src/web/styles/*.css')
  const imported = new Set(
    files.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map(
        ([, name]) => relative(root, join(root, dirname(path), name ?? '')),
      ),
    ),
  )
  return unique(
    files
      .filter((path) => !imported.has(path))
      .map((path) => [`styles/${basename(path, '.css')}`, path] as const),
  )
}

function unique(pairs: readonly (readonly [string, string])[]): Entries {
  const entries: Record<string, string> = {}
  for (const [name, path] of pairs) {
    const other = entries[name]
    if (other !== undefined)
      throw new Error(`${path} and ${other} would both become ${name}: rename one of them`)
    entries[name] = path
  }
  return entries
}
