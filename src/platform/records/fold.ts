import anyAscii from 'any-ascii'

/**
 * A text as it is compared and searched: no accents, no case, in Latin letters whatever its script
 * (`Оксана` → `oksana`, `col·lectiu` → `collectiu`), words separated by one space.
 */
export const fold = (text: string): string => (/^[a-z0-9]+$/.test(text) ? text : foldAnew(text))

const foldAnew = (text: string): string =>
  // Only what is not ASCII goes through the table: it works letter by letter, and is slow for long texts.
  (isAscii(text)
    ? text.replaceAll("'", '')
    : text
        .normalize('NFC')
        .replace(/[·‧']/g, '')
        .replace(/[\u0080-\uffff]+/g, (letters) => anyAscii(letters))
  )
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text)
