/** Where roll calls are listed. */
export const votesAddress = '/workspace/observatory/votes'

/** The page of a roll call. */
export const rollCallAddress = (id: string): string => `${votesAddress}/roll-calls/${id}`

/** The votes that an organisation follows. */
export const followedAddress = `${votesAddress}/followed`

/** Where a roll call is pasted from words. */
export const pasteAddress = `${votesAddress}/paste`
