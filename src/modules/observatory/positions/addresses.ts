/** Where the positions of states are listed. */
export const positionsAddress = '/workspace/observatory/positions'

/** Where a new one is entered, with what is known of it already. */
export const newPosition = (known: Readonly<Record<string, string | undefined>> = {}): string => {
  const search = new URLSearchParams(
    Object.entries(known).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[`v.${name}`, value] as [string, string]],
    ),
  ).toString()
  return `/workspace/records/position/new${search === '' ? '' : `?${search}`}`
}
