/** Where the measures of states are. */
export const indicatorsAddress = '/workspace/observatory/indicators'

/** The page of a measure. */
export const seriesAddress = (series: { readonly dataset: string; readonly code: string }): string =>
  `${indicatorsAddress}/series/${encodeURIComponent(series.dataset)}/${encodeURIComponent(series.code)}`

/** Where one value can be opened: its file, row and column. */
export const valueAddress = (of: {
  readonly fileId: string
  readonly seriesId: string
  readonly polity: string
  readonly year: number
}): string => `${indicatorsAddress}/values/${of.fileId}/${of.seriesId}/${of.polity}/${of.year}`

/** Two measures against each other. */
export const compareAddress = `${indicatorsAddress}/compare`

/** Tables that an organisation reads in a way of its own. */
export const profilesAddress = `${indicatorsAddress}/profiles`
