/** A line of text with its place in what was pasted. */
export type PlainLine = {
  readonly raw: string
  readonly line: number
  /** True when the pasted line was empty itself, not only after its tags went. */
  readonly wasBlank: boolean
}

const anyTag =
  /<\/?(?:a|article|aside|b|blockquote|body|br|caption|center|dd|div|dl|dt|em|figure|figcaption|font|footer|h[1-6]|header|hr|html|i|img|li|main|nav|ol|p|picture|section|small|source|span|strong|sub|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|path)\b[^<>]*>/giu
const blockTag =
  /<\/?(?:article|aside|blockquote|body|br|caption|dd|div|dl|dt|figure|figcaption|footer|h[1-6]|header|hr|html|li|main|nav|ol|p|section|table|tbody|tfoot|thead|tr|ul)\b[^<>]*>/giu
const cellEnd = /<\/t[dh]\s*>/giu
const unseen = ['script', 'style', 'head', 'noscript', 'template'] as const

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  middot: '·',
  bull: '•',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  shy: '\u00AD',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  aelig: 'æ',
  AElig: 'Æ',
  iexcl: '¡',
  iquest: '¿',
  ordm: 'º',
  ordf: 'ª',
}
const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  caron: '\u030C',
}

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/giu, (whole, body: string) => {
    if (body.startsWith('#')) {
      const point = /^#x/i.test(body)
        ? Number.parseInt(body.slice(2), 16)
        : Number.parseInt(body.slice(1), 10)
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : whole
    }
    const accented = /^([a-z])(acute|grave|circ|uml|tilde|cedil|caron)$/i.exec(body)
    if (accented !== null) return `${accented[1]}${marks[accented[2] ?? ''] ?? ''}`.normalize('NFC')
    return named[body] ?? whole
  })
}

/**
 * The text without comments and without elements that a page does not show. Line ends stay, so that line numbers
 * remain those of the pasted text. One pass with `indexOf`: a pattern would take minutes on a hostile paste.
 */
function withoutUnseen(source: string): string {
  const lower = source.toLowerCase()
  const kept: string[] = []
  let at = 0
  for (const [start, closing] of openings(lower)) {
    if (start < at) continue
    const close = lower.indexOf(closing, start)
    if (close < 0) continue
    const end = closing === '-->' ? close + closing.length : lower.indexOf('>', close) + 1 || source.length
    kept.push(source.slice(at, start), '\n'.repeat(source.slice(start, end).split('\n').length - 1))
    at = end
  }
  return kept.join('') + source.slice(at)
}

/** Where something unseen may begin, with what closes it; what is never closed is left out. */
function openings(lower: string): readonly (readonly [number, string])[] {
  const last = new Map<string, number>(
    ['-->', ...unseen.map((name) => `</${name}`)].map((end) => [end, lower.lastIndexOf(end)]),
  )
  return [...lower.matchAll(/<(?:!--|(script|style|head|noscript|template)(?=[\s>]))/gu)]
    .map((found) => [found.index, found[1] === undefined ? '-->' : `</${found[1]}`] as const)
    .filter(([start, end]) => start < (last.get(end) ?? -1))
}

/**
 * The lines of a pasted text. Known HTML tags vanish, blocks end a line, table cells end in a tab; a text without
 * tags stays as it is. Not a sanitiser: nothing it gives may be shown as HTML.
 */
export function plainText(pasted: string): readonly PlainLine[] {
  // Two private signs stand for line ends: inside a tag (E000), made by a tag (E001).
  const source = pasted.replace(/[\uE000\uE001]/gu, '').replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
  const isHtml = source.search(anyTag) >= 0
  const seen = isHtml ? withoutUnseen(source) : source
  // A tag broken over lines closes up on its last line.
  const whole = isHtml ? seen.replace(/<[a-z/][^<>]*>/giu, (tag) => tag.replace(/\n/gu, '\uE000')) : seen
  const lines: PlainLine[] = []
  let number = 1
  for (const pastedLine of whole.split('\n')) {
    const folded = pastedLine.split('\uE000').length - 1
    const wasBlank = pastedLine.trim() === ''
    if (isHtml) {
      const flat = pastedLine.replaceAll('\uE000', ' ')
      const stripped = flat
        .replace(/<\/tr\s*>/giu, '\uE001')
        .replace(cellEnd, '\t')
        .replace(blockTag, '\uE001')
        .replace(anyTag, '')
      for (const raw of stripped.split('\uE001')) lines.push({ raw: decode(raw), line: number, wasBlank })
    } else {
      lines.push({
        raw: /&(?:#\d+|[a-z]+);/iu.test(pastedLine) ? decode(pastedLine) : pastedLine,
        line: number,
        wasBlank,
      })
    }
    number += 1 + folded
  }
  return lines
}
