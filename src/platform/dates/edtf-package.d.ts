/** The part of the npm package `edtf` 4.11.1 that this room uses; the package carries no types. */
declare module 'edtf' {
  /** One date of ISO 8601-2 as the package's grammar reads it. Masks have one bit per digit of YYYYMMDD. */
  export interface ParsedEdtf {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set'
    readonly level: number
    readonly values: readonly unknown[]
    readonly unspecified?: number
    readonly uncertain?: number | boolean
    readonly approximate?: number | boolean
    readonly significant?: number
  }

  /** Throws when the text is not EDTF of the allowed level. */
  export function parse(
    text: string,
    constraints?: { readonly level?: number; readonly seasonUncertainty?: boolean },
  ): ParsedEdtf
}
