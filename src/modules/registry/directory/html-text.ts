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
const unseen = /<!--[\s\S]*?-->|<(script|style|head|noscript|template)\b[\s\S]*?<\/\1\s*>/giu

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
 * The lines of a pasted text. Known HTML tags vanish, blocks end a line, table cells end in a tab; a text without
 * tags stays as it is. Not a sanitiser: nothing it gives may be shown as HTML.
 */
export function plainText(pasted: string): readonly PlainLine[] {
  const source = pasted.replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
  const isHtml = source.search(anyTag) >= 0
  // What vanishes keeps its line ends, so that line numbers stay those of the pasted text.
  const seen = isHtml ? source.replace(unseen, (part) => part.replace(/[^\n]/gu, '')) : source
  // A tag broken over lines closes up on its last line.
  const whole = isHtml ? seen.replace(/<[a-z/][^<>]*>/giu, (tag) => tag.replace(/\n/gu, '\u0000')) : seen
  const lines: PlainLine[] = []
  let number = 1
  for (const pastedLine of whole.split('\n')) {
    const folded = [...pastedLine].filter((sign) => sign === '\u0000').length
    const wasBlank = pastedLine.trim() === ''
    if (isHtml) {
      const flat = pastedLine.replaceAll('\u0000', ' ')
      const stripped = flat
        .replace(/\s*<\/tr\s*>/giu, '\u0001')
        .replace(cellEnd, '\t')
        .replace(blockTag, '\u0001')
        .replace(anyTag, '')
      for (const raw of stripped.split('\u0001')) lines.push({ raw: decode(raw), line: number, wasBlank })
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
