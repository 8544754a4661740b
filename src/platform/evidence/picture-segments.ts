/**
 * A PDF written by our compiler with what the pictures in it say of themselves blanked in place: EXIF, XMP, IPTC and
 * comments of JPEG become zeros, so that nothing moves and every offset holds. Null where a picture is of a kind in
 * which that cannot be done (JPEG 2000, a JPEG packed once more).
 */
export function blankPictures(pdf: Buffer): Buffer | null {
  const made = Buffer.from(pdf)
  const text = made.toString('latin1')
  if (/\/JPXDecode\b/.test(text)) return null
  for (const { index } of text.matchAll(/\/DCTDecode\b/g)) {
    const from = text.lastIndexOf(' obj', index)
    const begins = text.indexOf('stream', index)
    if (from < 0 || begins < 0) return null
    const dictionary = text.slice(from, begins)
    const length = Number(/\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN)
    // One filter alone, and a length that is written out: as our compiler writes them.
    if (!/\/Filter\s*(\/DCTDecode|\[\s*\/DCTDecode\s*\])/.test(dictionary) || !Number.isFinite(length))
      return null
    const start = text[begins + 6] === '\r' ? begins + 8 : begins + 7
    if (!blankJpeg(made.subarray(start, start + length))) return null
  }
  return made
}

/** JFIF, the colour profile and Adobe's mark of colours: what a reader needs to draw it. */
const needed = [0xe0, 0xe2, 0xee]

/** Blanks in place the segments of a JPEG that nobody needs to draw it; false where it is none that can be walked. */
export function blankJpeg(jpeg: Buffer): boolean {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) return false
  let at = 2
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff) return false
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // From the first scan on there is nothing but the picture; what comes after its end is blanked too.
    if (marker === 0xda) return blankTail(jpeg, at)
    const length = jpeg.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > jpeg.length) return false
    const application = marker >= 0xe0 && marker <= 0xef
    if ((application && !needed.includes(marker)) || marker === 0xfe) jpeg.fill(0, at + 4, at + 2 + length)
    at += 2 + length
  }
  return false
}

/** What phones put behind the end of the picture: a second one, its depth, a film. */
function blankTail(jpeg: Buffer, scan: number): boolean {
  let at = scan
  for (;;) {
    at = jpeg.indexOf(0xff, at)
    if (at < 0 || at + 1 >= jpeg.length) return true
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xd9) {
      jpeg.fill(0, at + 2)
      return true
    }
    const within = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)
    if (within) at += marker === 0xff ? 1 : 2
    else {
      // A progressive picture has more scans, each with its tables before it.
      if (at + 4 > jpeg.length) return false
      const length = jpeg.readUInt16BE(at + 2)
      if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) jpeg.fill(0, at + 4, at + 2 + length)
      at += 2 + length
    }
  }
}
