import anyAscii from 'any-ascii'

/**
 * A text as it is compared and searched: no accents, no case, in Latin letters whatever its script
 * (`Оксана` → `oksana`, `col·lectiu` → `collectiu`), words separated by one space.
 */
export const fold = (text: string): string =>
  // Only what is not ASCII goes through the table: it works letter by letter, and is slow for long texts.
  text
    .normalize('NFC')
    .replace(/[·‧']/g, '')
    .replace(/[\u0080-\uffff]+/g, (letters) => anyAscii(letters))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
