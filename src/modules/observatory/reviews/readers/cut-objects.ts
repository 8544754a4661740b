/** Told where the file stops being what it should be: a list of objects. */
export class NotAList extends Error {}

const [open, close, quote, escape, list, listEnd, comma] = [123, 125, 34, 92, 91, 93, 44]
const isBlank = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9

/**
 * Cuts a JSON list into its objects, on bytes, so that neither the list nor its text is ever whole in memory: an object may
 * have at most `most` bytes. `push` gives the texts of the objects that ended in a chunk. Whether each is valid is the reader's to find.
 *
 * UTF-8 has no byte of `{`, `}`, `"` or `\` inside a longer character: bytes are enough to know where a text ends.
 */
export function objectCutter(most: number) {
  let rest: Buffer = Buffer.alloc(0)
  let depth = 0
  let inText = false
  let escaped = false
  let state: 'before' | 'in' | 'after' = 'before'
  /** Between objects a comma is due, and only there. */
  let afterObject = false

  function push(chunk: Buffer): readonly string[] {
    const found: string[] = []
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let from = depth > 0 ? 0 : -1
    for (let at = rest.length; at < bytes.length; at++) {
      const byte = bytes[at] as number
      if (depth > 0) {
        if (inText) {
          if (escaped) escaped = false
          else if (byte === escape) escaped = true
          else if (byte === quote) inText = false
        } else if (byte === quote) inText = true
        else if (byte === open) depth++
        else if (byte === close && --depth === 0) {
          found.push(bytes.toString('utf8', from, at + 1))
          from = -1
          afterObject = true
        }
      } else if (isBlank(byte)) continue
      else if (state === 'before') {
        // A byte-order mark, then the list.
        if (byte === list) state = 'in'
        else if (byte !== 0xef && byte !== 0xbb && byte !== 0xbf) throw new NotAList()
      } else if (state === 'after') throw new NotAList()
      else if (byte === open && !afterObject) {
        depth = 1
        from = at
      } else if (byte === comma && afterObject) afterObject = false
      else if (byte === listEnd) state = 'after'
      else throw new NotAList()
    }
    rest = from < 0 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(from))
    if (rest.length > most) throw new NotAList()
    return found
  }

  return {
    push,
    /** To be called after the last chunk: throws where the list does not end. */
    end(): void {
      if (state !== 'after' || rest.length > 0) throw new NotAList()
    },
  }
}
