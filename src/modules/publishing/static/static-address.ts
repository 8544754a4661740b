/** Where things stand in a copy on disk: an address of the site → a file, and a link from one file to another. */

const extension = /\.[a-z0-9]{2,5}$/

/**
 * The file of an address below `/site/ORG`: `/en/defenders` → `en/defenders/index.html`, `/en/data/x.csv` as it is. A
 * list narrowed to a country is that country's page, any other narrowed list the whole one: a copy answers no questions.
 */
export function fileOf(address: string): string {
  const { path, search } = settle(address)
  const parts = path.split('/').filter(Boolean)
  const last = parts.at(-1) ?? ''
  if (!extension.test(last)) return [...parts, 'index.html'].join('/')
  const asked = [...search].map(([key, value]) => `-${key}-${value}`.replace(/[^\w-]/g, '_')).join('')
  return [...parts.slice(0, -1), asked ? last.replace(extension, (end) => asked + end) : last].join('/')
}

/** The address that a copy has in place of one. */
export function settle(address: string): { readonly path: string; readonly search: URLSearchParams } {
  const url = new URL(address, 'http://site.invalid')
  const path = decodeURIComponent(url.pathname)
  if (extension.test(path)) return { path, search: url.searchParams }
  const [, language = '', kind] = path.split('/')
  const country = url.searchParams.get('country')
  if (kind && country && /^[\w-]{1,60}$/.test(country) && [...url.searchParams.keys()].length === 1)
    return { path: `/${language}/countries/${country}`, search: new URLSearchParams() }
  if (kind === 'search') return { path: `/${language}/contents`, search: new URLSearchParams() }
  return { path, search: new URLSearchParams() }
}

/** The way from one file to another, as a link. */
export function relativeLink(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')]
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++
  const way = [...here.slice(same).map(() => '..'), ...there.slice(same).map(encodeURIComponent)].join('/')
  return way.startsWith('.') ? way : `./${way}`
}
