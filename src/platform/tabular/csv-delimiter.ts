/** Candidates, the likeliest first: ties go to the comma. */
const CANDIDATES = [',', ';', '\t', '|'] as const

/** Lines that are looked at. */
const SAMPLE_LINES = 50

/**
 * The delimiter of a CSV by its first lines: the one that cuts most lines into the same number of cells as the
 * header, quotes respected. A file of one column gives a comma. `sep=;` on the first line (Excel's own hint) decides.
 */
export function findDelimiter(sample: string): { readonly delimiter: string; readonly hintLength: number } {
  const hint = /^"?sep=(.)"?(\r\n|\n|\r)/.exec(sample)
  if (hint) return { delimiter: hint[1] ?? ',', hintLength: hint[0].length }
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of CANDIDATES) {
    const counts = countPerLine(sample, delimiter)
    const header = counts[0] ?? 0
    if (header === 0) continue
    const same = counts.filter((count) => count === header).length
    // Agreement of the lines counts first, the number of cells only between equals.
    const score = same / counts.length + Math.min(header, 100) / 1000
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, hintLength: 0 }
}

/** Number of delimiters outside quotes in each of the first lines that are not empty. */
function countPerLine(sample: string, delimiter: string): number[] {
  const counts: number[] = []
  let quoted = false
  let count = 0
  let filled = false
  for (const character of sample) {
    if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === delimiter) count++
    else if (character === '\n' || character === '\r') {
      if (filled || count > 0) counts.push(count)
      count = 0
      filled = false
      if (counts.length >= SAMPLE_LINES) return counts
      continue
    }
    filled = true
  }
  // The last line of a sample may be cut; it only counts when it is the only one.
  if (counts.length === 0 && (filled || count > 0)) counts.push(count)
  return counts
}
