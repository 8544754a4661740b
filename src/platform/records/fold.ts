import anyAscii from 'any-ascii'

/**
 * A text as it is compared and searched: no accents, no case, in Latin letters whatever its script
 * (`Оксана` → `oksana`, `col·lectiu` → `collectiu`), words separated by one space.
 */
export const fold = (text: string): string =>
  anyAscii(text.normalize('NFC').replace(/[·‧']/g, ''))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
