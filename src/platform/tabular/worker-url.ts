/**
 * Address of a worker's entry file. From source (`import.meta.url` ends with .ts) the file beside the caller,
 * `./<name>.ts`; from the bundle `dist/workers/<name>.js`, wherever in dist the caller was put.
 */
export function workerUrl(name: string, importMetaUrl: string): URL {
  if (importMetaUrl.endsWith('.ts')) return new URL(`./${name}.ts`, importMetaUrl)
  const dist = importMetaUrl.lastIndexOf('/dist/')
  if (dist >= 0) return new URL(`${importMetaUrl.slice(0, dist)}/dist/workers/${name}.js`)
  return new URL(`./workers/${name}.js`, importMetaUrl)
}
