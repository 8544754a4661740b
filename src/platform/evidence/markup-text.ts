/** Elements whose content is no text of the document: code, field instructions, struck words of tracked changes. */
const silent = new Set(['script', 'style', 'template', 'w:instrtext', 'w:deltext'])

/** Elements that stand on lines of their own. */
const blocks = new Set(
  (
    'p div br hr li ul ol dl dt dd tr table section article header footer main nav aside blockquote pre figure form ' +
    'h1 h2 h3 h4 h5 h6 title w:p w:br w:cr text:p text:h text:line-break a:p a:br table:table-row'
  ).split(' '),
)
const gaps = new Set('td th w:tab text:tab text:s w:tc table:table-cell'.split(' '))

/**
 * The text of HTML, or of the XML inside DOCX, ODT and PPTX: tags dropped, blocks on lines of their own, entities
 * read. Goes once from beginning to end whatever the input; nothing in it is executed, fetched or expanded.
 */
export function markupText(source: string): string {
  const parts: string[] = []
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    if (open === -1) {
      parts.push(readEntities(source.slice(at)))
      break
    }
    if (open > at) parts.push(readEntities(source.slice(at, open)))
    if (source.startsWith('<!--', open)) at = after(source, '-->', open + 4)
    else if (source.startsWith('<![CDATA[', open)) {
      const end = after(source, ']]>', open + 9)
      parts.push(source.slice(open + 9, Math.max(open + 9, end - 3)))
      at = end
    } else if (/[a-z/!?]/i.test(source[open + 1] ?? '')) {
      const end = endOfTag(source, open + 1)
      const name = /^[a-z][\w:.-]*/i.exec(source.slice(open + 1, open + 40))?.[0].toLowerCase() ?? ''
      const closing =
        /^\/[a-z][\w:.-]*/i
          .exec(source.slice(open + 1, open + 40))?.[0]
          .slice(1)
          .toLowerCase() ?? ''
      // The end of one block and the beginning of the next are one new line.
      if (blocks.has(name) || blocks.has(closing)) {
        if (parts.at(-1) !== '\n') parts.push('\n')
      } else if (gaps.has(name)) parts.push(' ')
      at = silent.has(name) && source[end - 2] !== '/' ? afterElement(source, name, end) : end
    } else {
      parts.push('<')
      at = open + 1
    }
  }
  return parts.join('')
}

const after = (source: string, mark: string, from: number): number => {
  const found = source.indexOf(mark, from)
  return found === -1 ? source.length : found + mark.length
}

/** Past the `>` of a tag, which may hold others inside quotes. */
function endOfTag(source: string, from: number): number {
  let quote = ''
  for (let i = from; i < source.length; i++) {
    const c = source[i] ?? ''
    if (quote) {
      if (c === quote) quote = ''
    } else if (c === '"' || c === "'") quote = c
    else if (c === '>') return i + 1
  }
  return source.length
}

function afterElement(source: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[^>]*>?`, 'gi')
  closing.lastIndex = from
  return closing.exec(source) ? closing.lastIndex : source.length
}

const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, i) => [name, String.fromCharCode(160 + i)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    hellip: '…',
  }),
  ...Object.entries({ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', euro: '€', bull: '•' }),
])

/** Character references as characters; unknown ones stay as written. Entities that a document defines are not expanded. */
function readEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,7});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named.get(name) ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
}
