/** Where the pages of treaties are. */
export const treatiesAddress = '/workspace/observatory/treaties'

/** The page of a treaty. */
export const treatyAddress = (id: string): string => `${treatiesAddress}/${id}`
