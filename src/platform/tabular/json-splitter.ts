import { refuseTable } from './problem.ts'

/** The text of one record, or undefined when it is longer than allowed. Rows count from 2, as under a header. */
export interface JsonPiece {
  readonly row: number
  readonly text: string | undefined
}

/** One record a line; blank lines count as rows and give nothing. */
export async function* splitJsonLines(
  text: AsyncGenerator<string>,
  limit: number,
): AsyncGenerator<JsonPiece> {
  let row = 2
  let line = ''
  let tooLong = false
  try {
    for await (const piece of text) {
      let from = 0
      for (;;) {
        const end = piece.indexOf('\n', from)
        const part = piece.slice(from, end < 0 ? undefined : end)
        if (!tooLong) line += part
        if (line.length > limit) {
          tooLong = true
          line = ''
        }
        if (end < 0) break
        if (tooLong || line.trim() !== '') yield { row, text: tooLong ? undefined : line }
        line = ''
        tooLong = false
        row++
        from = end + 1
      }
    }
    if (tooLong || line.trim() !== '') yield { row, text: tooLong ? undefined : line }
  } finally {
    await text.return(undefined)
  }
}

/**
 * The elements of one JSON list, cut at the commas of its first level without building the list. Whether each is valid
 * is the reader's to find; only the frame is checked here (begins with `[`, ends with `]`, nothing after it).
 */
export async function* splitJsonList(text: AsyncGenerator<string>, limit: number): AsyncGenerator<JsonPiece> {
  let row = 2
  let depth = 0
  let inString = false
  let escaped = false
  let element = ''
  let tooLong = false
  let closed = false
  let any = false
  const take = (): JsonPiece => {
    const piece = { row, text: tooLong ? undefined : element }
    element = ''
    tooLong = false
    row++
    return piece
  }
  try {
    for await (const piece of text) {
      let from = 0
      const keep = (to: number): void => {
        if (!tooLong) element += piece.slice(from, to)
        if (element.length > limit) {
          tooLong = true
          element = ''
        }
        from = to + 1
      }
      for (let at = 0; at < piece.length; at++) {
        const character = piece[at]
        if (inString) {
          if (escaped) escaped = false
          else if (character === '\\') escaped = true
          else if (character === '"') inString = false
        } else if (closed) {
          if (character?.trim() !== '')
            throw refuseTable('json-invalid', { detail: 'text after the list' }, { row })
        } else if (depth === 0) {
          if (character === '[') {
            depth = 1
            from = at + 1
          } else if (character?.trim() !== '') throw refuseTable('json-not-a-list')
        } else if (character === '"') inString = true
        else if (character === '{' || character === '[') depth++
        else if (character === '}' || character === ']') {
          depth--
          if (depth === 0) {
            keep(at)
            if (any || tooLong || element.trim() !== '') yield take()
            closed = true
          }
        } else if (character === ',' && depth === 1) {
          keep(at)
          any = true
          yield take()
        }
      }
      if (!closed && depth > 0) keep(piece.length)
    }
    if (!closed)
      throw depth === 0
        ? refuseTable('json-not-a-list')
        : refuseTable('json-invalid', { detail: 'the list does not end' }, { row })
  } finally {
    await text.return(undefined)
  }
}
