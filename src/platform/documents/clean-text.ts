const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu

/**
 * Characters that show nothing and do something: controls, overrides of the direction (which would turn round the
 * words of others), soft hyphens, marks of byte order, hidden "tag" letters, and code points that are no characters.
 */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ufdd0-\ufdef]|[\ufffe\uffff]|[\u{e0000}-\u{e0fff}]/gu

/**
 * The text as it goes on paper: line ends of one kind, composed accents, nothing invisible. The direction of a text
 * is found from its letters; half a pair of surrogates becomes U+FFFD.
 */
export const cleanText = (text: string): string =>
  text.replace(lineEnds, '\n').replaceAll('\t', ' ').toWellFormed().replace(invisible, '').normalize('NFC')

/** Every text within plain data, made clean; numbers and such as they are. */
export function cleanTexts<Data>(data: Data): Data {
  if (typeof data === 'string') return cleanText(data) as Data
  if (Array.isArray(data)) return data.map((one: unknown) => cleanTexts(one)) as Data
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, cleanTexts<unknown>(value)]),
  ) as Data
}
