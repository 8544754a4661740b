import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * `new URL('./x', import.meta.url)` means "beside this source file", and esbuild leaves it so, in an output that lies
 * elsewhere. Here a worker's source becomes its built file, and any other file or folder is found where it lies, in
 * src/: dist/ is never moved without the rest of the project.
 */
export const fromSource = (root: string): Plugin => ({
  name: 'from-source',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.url')) return null
      const contents = text.replaceAll(
        /new URL\(\s*(['"])(\.{1,2}\/[^'"]*)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g,
        (_whole, _quote, target: string) => address(root, path, target),
      )
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
})

function address(root: string, from: string, target: string): string {
  const worker = target.endsWith('-worker.ts')
  const place = worker
    ? `workers/${basename(target, '.ts')}.js`
    : `../${relative(root, join(dirname(from), target))}${target.endsWith('/') ? '/' : ''}`
  // Chunks and the command line are in dist/ itself, workers one folder deeper.
  return `new URL((import.meta.url.includes('/dist/workers/') ? '../' : './') + ${JSON.stringify(place)}, import.meta.url)`
}
