const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  eacute: 'é',
  ccedil: 'ç',
  hellip: '…',
}

/** A text whose HTML escapes are read; unknown ones stay as they are. Twice escaped ones (`&amp;#40;`) are read once. */
export const readEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,10}));/giu, (whole, decimal, hex, name) => {
        if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
        return code > 31 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
          ? String.fromCodePoint(code)
          : whole
      })
    : text

/** A text without markup: paragraphs and breaks are line ends, what is left of tags goes, escapes are read. */
export function plainText(text: string): string {
  const bare = /<[a-z/!]/i.test(text)
    ? text.replaceAll(/<\s*(?:br|\/p|\/li|\/div)\b[^>]*>/giu, '\n').replaceAll(/<[a-z/!][^>]*>/giu, '')
    : text
  const read = readEntities(bare).trim()
  // Nothing but single blanks between words: nothing to tidy.
  if (!/[^\S ]| {2}/.test(read)) return read
  return read
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()
}
