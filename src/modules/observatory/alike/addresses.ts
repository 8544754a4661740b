import { windowQuery, type VoteWindow } from './vote-window.ts'

const base = '/workspace/observatory'

export const agreementAddress = `${base}/agreement`
export const cohesionAddress = `${base}/cohesion`
export const compareAddress = `${base}/compare`
export const blocsAddress = `${base}/blocs`
export const pointsAddress = `${base}/ideal-points`

/** The page of a roll call, which the room of votes has. */
export const rollCallAddress = (id: string): string => `${base}/votes/roll-calls/${id}`

/** An address with a window and whatever else it asks. */
export const at = (
  path: string,
  window: Partial<VoteWindow>,
  more: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string => {
  const query = windowQuery(window, more)
  return query === '' ? path : `${path}?${query}`
}
