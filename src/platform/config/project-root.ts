import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds this project's `package.json`, whether the code runs from `src/` or from `dist/`.
 * Throws when there is none above this file: the program was taken out of its folder.
 */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && /"name"\s*:\s*"amparo"/.test(readFileSync(manifest, 'utf8'))) return folder
    const parent = dirname(folder)
    if (parent === folder) throw new Error('package.json of amparo not found above the program')
    folder = parent
  }
}
