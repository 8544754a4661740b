import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { projectRoot } from '#platform/config'
import { Problem } from '#platform/problem'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
}

/** A built file by its hashed name; kept by browsers for ever, because a change has another name. */
export async function serveAsset(path: string): Promise<Response> {
  const folder = join(projectRoot(), 'dist')
  const file = normalize(join(folder, path))
  const type = types[extname(file)]
  if (!file.startsWith(`${join(folder, 'assets')}/`) || !type) throw new Problem('not_found')
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
    })
  } catch {
    throw new Problem('not_found')
  }
}
