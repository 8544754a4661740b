import type { Language } from '#platform/i18n'
import { type Labels, label } from '#platform/i18n'
import { PlainShell, renderPage } from '#web/shell'
import { words } from '../messages.ts'
import { fileOf, relativeLink, settle } from './static-address.ts'

/** A file of the copy. */
export interface CopiedFile {
  readonly path: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** What is copied, and how it is asked for: the whole application, made for a copy. */
export interface SiteToCopy {
  readonly slug: string
  readonly name: Partial<Labels>
  readonly languages: readonly Language[]
  readonly fetch: (path: string) => Promise<Response>
}

const utf8 = new TextEncoder()
const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ca: 'Català' }

/**
 * A whole public site as files that need no server: every page in every language, styles, pictures, feeds and data, with
 * links from file to file. It asks for the pages as anyone would, so that it can hold no more than is public, and
 * follows every link of theirs. Throws on a link that leads nowhere.
 */
export async function* exportSite(site: SiteToCopy): AsyncGenerator<CopiedFile> {
  const root = `/site/${site.slug}`
  const waiting = site.languages.flatMap((language) => [
    `${root}/${language}`,
    `${root}/${language}/contents`,
    `${root}/${language}/data/openapi.json`,
  ])
  const known = new Set(waiting.map((address) => targetOf(root, address)))
  const add = (address: string): string => {
    const file = targetOf(root, address)
    if (!known.has(file)) {
      known.add(file)
      waiting.push(address)
    }
    return file
  }
  let style = ''
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const own = addressOf(root, address)
    const response = await site.fetch(own)
    if (response.status !== 200) throw new Error(`${own}: ${response.status}`)
    const type = response.headers.get('content-type') ?? ''
    const path = targetOf(root, address)
    if (type.startsWith('text/html')) {
      const text = rewrite(await response.text(), root, path, add)
      style ||= /rel="stylesheet" href="[./]*(assets\/[^"]*)"/.exec(text)?.[1] ?? ''
      yield { path, body: utf8.encode(text) }
    } else if (type.startsWith('text/css')) {
      const text = await response.text()
      for (const [, file = ''] of text.matchAll(/url\(["']?([^"')]+)["']?\)/g))
        if (!file.startsWith('data:')) add(new URL(file, `http://site.invalid${own}`).pathname)
      yield { path, body: utf8.encode(text) }
    } else yield { path, body: new Uint8Array(await response.arrayBuffer()) }
  }
  yield { path: 'index.html', body: utf8.encode(firstPage(site, style)) }
}

/** The address that is asked for in place of one: what a copy cannot answer leads to what it has. */
function addressOf(root: string, address: string): string {
  if (!address.startsWith(`${root}/`)) return address
  const { path, search } = settle(address.slice(root.length))
  const text = search.toString()
  return `${root}${path.split('/').map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`
}

/** The file of an address of the house: of the site below its languages, of styles and pictures as they are. */
const targetOf = (root: string, address: string): string =>
  address.startsWith(`${root}/`)
    ? fileOf(address.slice(root.length))
    : new URL(address, 'http://site.invalid').pathname.slice(1)

/** Links of a page to other files of the copy; what leads elsewhere stays as it is. */
const rewrite = (html: string, root: string, from: string, add: (address: string) => string): string =>
  html
    // A copy has no address of its own, and is none of the site's.
    .replace(/<link rel="canonical"[^>]*>/g, '')
    .replace(
      /(\s(?:href|src|srcSet|srcset)=")(\/(?:site|assets)\/[^"#]*)(#[^"]*)?"/g,
      (_whole, attribute: string, address: string, hash = '') => {
        const plain = address.replaceAll('&amp;', '&')
        if (plain.startsWith('/site/') && plain !== root && !plain.startsWith(`${root}/`))
          return `${attribute}#"`
        return `${attribute}${relativeLink(from, plain === root ? 'index.html' : add(plain))}${hash}"`
      },
    )

/** Where a copy is opened: the languages. */
function firstPage(site: SiteToCopy, style: string): string {
  const [language = 'en'] = site.languages
  return renderPage(
    <PlainShell
      lang={language}
      title={label(site.name, language) || site.slug}
      assets={{ css: style ? [`./${style}`] : [] }}
      labels={{ languages: words(language)('languages') }}
    >
      <ul className="list">
        {site.languages.map((code) => (
          <li key={code}>
            <a href={`./${code}/index.html`} lang={code} hrefLang={code}>
              {languageNames[code]}
            </a>
          </li>
        ))}
      </ul>
    </PlainShell>,
  )
}
