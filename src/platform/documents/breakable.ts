const longest = 24
const pieces = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A text in which a word of more than 24 signs may be broken anywhere, so that an address or a key without spaces
 * stays on the paper: with zero-width spaces, which no one sees.
 */
export const breakable = (text: string): string =>
  text.replace(/[^\s\u200b]{25,}/gu, (word) => {
    const signs = Array.from(pieces.segment(word), ({ segment }) => segment)
    if (signs.length <= longest) return word
    let out = ''
    for (const [at, sign] of signs.entries()) out += at > 0 && at % 4 === 0 ? `\u200b${sign}` : sign
    return out
  })
