/** What somebody without an account gets by following every link. */
export interface Crawled {
  readonly path: string
  readonly status: number
  readonly type: string
  readonly body: string
}

const unescape = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"')

/** Addresses in an answer: attributes of pages and feeds, places of a sitemap, lines of robots.txt. */
function linksIn({ body, type }: Crawled): readonly string[] {
  if (/^(image|application\/zip|text\/(csv|calendar))/.test(type)) return []
  return [
    ...[...body.matchAll(/\s(?:href|src|srcset|srcSet|action)="([^"]+)"/g)].map((match) => match[1] ?? ''),
    ...[...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? ''),
    ...[...body.matchAll(/^Sitemap: (\S+)$/gm)].map((match) => match[1] ?? ''),
  ].map(unescape)
}

/**
 * Follows every link from `starts`, without scripts, a cookie or an account, and gives every answer once. Links that
 * lead out of `origin` are given by themselves; `skip` names addresses that are not asked for.
 */
export async function crawl(
  fetch: (path: string) => Promise<Response>,
  starts: readonly string[],
  { origin = 'http://localhost', skip = /^$/ }: { readonly origin?: string; readonly skip?: RegExp } = {},
): Promise<{ readonly answers: readonly Crawled[]; readonly elsewhere: ReadonlySet<string> }> {
  const waiting = [...starts]
  const seen = new Set(waiting)
  const answers: Crawled[] = []
  const elsewhere = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await fetch(path)
    const bytes = Buffer.from(await response.arrayBuffer())
    const answer = {
      path,
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: bytes.toString(response.headers.get('content-type')?.startsWith('image/png') ? 'latin1' : 'utf8'),
    }
    answers.push(answer)
    const location = response.headers.get('location')
    for (const link of [...linksIn(answer), ...(location ? [location] : [])]) {
      if (/^(data:|mailto:|#)/.test(link)) continue
      const url = new URL(link, origin + path)
      if (url.origin !== origin) {
        elsewhere.add(url.href)
        continue
      }
      const next = url.pathname + url.search
      if (seen.has(next) || skip.test(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return { answers, elsewhere }
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const blocks = new Set(
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
)
/** Elements that may hold these alone, of elements. */
const childrenOf: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['div', 'dt', 'dd'],
  table: ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
  picture: ['source', 'img'],
  select: ['option', 'optgroup'],
}

/** What is wrong with a page as HTML: elements not closed or in the wrong place, an id twice, a label or `alt` missing. */
export function wrongWithHtml(html: string): readonly string[] {
  const wrong: string[] = []
  const open: string[] = []
  const ids = new Set<string>()
  if (!html.startsWith('<!doctype html>')) wrong.push('no doctype')
  const svgAt: number[] = []
  for (const [tag, closing, name = '', attributes = ''] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'>/=]+(?:="[^"]*")?)*)\s*\/?>/g,
  )) {
    const element = name.toLowerCase()
    if (closing) {
      const last = open.pop()
      if (last !== element) wrong.push(`</${element}> closes <${last}>`)
      if (svgAt.at(-1) === open.length) svgAt.pop()
      continue
    }
    const inPicture = svgAt.length > 0
    const parent = open.at(-1) ?? ''
    if (!inPicture) {
      const allowed = childrenOf[parent]
      if (allowed && !allowed.includes(element)) wrong.push(`<${element}> in <${parent}>`)
      if (blocks.has(element) && open.includes('p') && !open.slice(open.lastIndexOf('p')).includes('svg'))
        wrong.push(`<${element}> in <p>`)
      if (element === 'a' && open.includes('a')) wrong.push('<a> in <a>')
      if (element === 'form' && open.includes('form')) wrong.push('<form> in <form>')
    }
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1]
    if (id !== undefined) {
      if (ids.has(id)) wrong.push(`id twice: ${id}`)
      ids.add(id)
    }
    if (element === 'img' && !/\salt="/.test(attributes)) wrong.push(`no alt: ${tag}`)
    if (/\s(on\w+|style)=/.test(attributes) || element === 'script' || element === 'iframe')
      wrong.push(`not on a public page: ${tag.slice(0, 80)}`)
    if (element === 'svg') svgAt.push(open.length)
    if (!voids.has(element) && !tag.endsWith('/>')) open.push(element)
  }
  if (open.length > 0) wrong.push(`not closed: ${open.join(' ')}`)
  for (const [, id = ''] of html.matchAll(/\sfor="([^"]*)"/g))
    if (!ids.has(id)) wrong.push(`label for nothing: ${id}`)
  for (const name of ['title', 'main', 'h1'])
    if ((html.match(new RegExp(`<${name}[\\s>]`, 'g')) ?? []).length !== 1) wrong.push(`not one <${name}>`)
  return wrong
}

/** Whether a text is well-formed XML: every element closed by its own, one at the top, no stray `&` or `<`. */
export function wrongWithXml(xml: string): readonly string[] {
  const open: string[] = []
  let tops = 0
  const rest = xml
    .replace(/^<\?xml[^?]*\?>\s*/, '')
    .replace(
      /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
      (_tag, closing, name: string, _attributes, empty) => {
        if (closing) {
          if (open.pop() !== name) tops = Number.NaN
        } else {
          if (open.length === 0) tops++
          if (!empty) open.push(name)
        }
        return ''
      },
    )
  return [
    ...(tops === 1 && open.length === 0 ? [] : ['elements do not fit']),
    ...(/[<]|&(?!(amp|lt|gt|quot|#39|#\d+);)/.test(rest) ? ['a mark that is not escaped'] : []),
  ]
}
