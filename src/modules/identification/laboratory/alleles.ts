/** How an allele was read: a name as tables have it, nothing (not typed), or something that is no allele. */
export type ReadAllele =
  | { readonly kind: 'allele'; readonly name: string; readonly renamed: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bad' }

const nothing = new Set(['', '-', '0', '?', 'na', 'n/a', 'nr', 'ns', 'null', 'inc', '*', '.'])

/**
 * An allele as written by kits and spreadsheets: `9,3` is 9.3, `12.0` is 12, `09` is 9. Off-ladder calls (`OL`, `>17`, `<8`) are no
 * alleles: which one was seen is for the laboratory to say. The sex marker has X and Y.
 */
export function readAllele(written: string, locus: string): ReadAllele {
  const text = written.trim()
  if (nothing.has(text.toLowerCase())) return { kind: 'empty' }
  if (locus === 'AMEL') {
    const upper = text.toUpperCase()
    return upper === 'X' || upper === 'Y'
      ? { kind: 'allele', name: upper, renamed: upper !== text }
      : { kind: 'bad' }
  }
  const [, whole, part] = /^0*(\d{1,2})(?:[.,](\d))?$/.exec(text) ?? []
  if (whole === undefined) return { kind: 'bad' }
  const name = part === undefined || part === '0' ? whole : `${whole}.${part}`
  return { kind: 'allele', name, renamed: name !== text }
}
