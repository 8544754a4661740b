const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  bull: '•',
  iexcl: '¡',
  iquest: '¿',
  ordf: 'ª',
  ordm: 'º',
  euro: '€',
  ntilde: 'ñ',
  Ntilde: 'Ñ',
  ccedil: 'ç',
  Ccedil: 'Ç',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  agrave: 'à',
  egrave: 'è',
  ograve: 'ò',
  uuml: 'ü',
  iuml: 'ï',
  Aacute: 'Á',
  Eacute: 'É',
  Iacute: 'Í',
  Oacute: 'Ó',
  Uacute: 'Ú',
  Agrave: 'À',
  Egrave: 'È',
  Ograve: 'Ò',
  szlig: 'ß',
  shy: '',
}
const unseen = new Set([
  'script',
  'style',
  'head',
  'title',
  'noscript',
  'template',
  'svg',
  'object',
  'iframe',
])
const blocks = new Set(
  'address article aside blockquote body br caption center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

const entities = (text: string): string =>
  text.replace(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|[A-Za-z]{2,8});?/g, (whole, body: string) => {
    if (!body.startsWith('#')) return named[body] ?? whole
    const point = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : ''
  })

/**
 * The words of an HTML part: never shown as HTML, so nothing in it is fetched, run or drawn. One pass; where a link says
 * something else than where it leads, the address stands behind it.
 */
export function htmlToText(html: string): string {
  const lower = html.toLowerCase()
  const out: string[] = []
  let link = ''
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    out.push(entities(html.slice(at, open < 0 ? html.length : open).replace(/\s+/g, ' ')))
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const close = html.indexOf('>', open)
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,30})/.exec(html.slice(open, open + 34))
    if (!tag && !/^<[!?/]/.test(html.slice(open, open + 2))) {
      out.push('<')
      at = open + 1
      continue
    }
    if (close < 0) break
    at = close + 1
    const name = tag?.[2]?.toLowerCase() ?? ''
    if (tag?.[1] === '' && unseen.has(name)) {
      const end = lower.indexOf(`</${name}`, at)
      const after = end < 0 ? -1 : html.indexOf('>', end)
      at = after < 0 ? html.length : after + 1
      continue
    }
    if (name === 'a' && tag?.[1] === '')
      link =
        /\shref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})')/i
          .exec(html.slice(open, Math.min(close, open + 4_000)))
          ?.slice(1)
          .find(Boolean) ?? ''
    if (name === 'a' && tag?.[1] === '/' && /^https?:/i.test(link)) {
      out.push(` [${entities(link)}]`)
      link = ''
    }
    if (blocks.has(name)) out.push('\n')
    else if (name === 'td' || name === 'th') out.push(' ')
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00A0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
