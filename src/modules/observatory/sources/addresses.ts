/** Where the observatory begins. */
export const observatoryAddress = '/workspace/observatory'

/** Where its sources are. */
export const sourcesAddress = `${observatoryAddress}/sources`

/** The page of a file that was read: what a number's origin leads to. */
export const sourceAddress = (fileId: string): string => `${sourcesAddress}/${fileId}`
