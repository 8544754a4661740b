/** The list of mechanisms. */
export const mechanismsAddress = '/workspace/mechanisms'

/** The page of a mechanism: every fact of it. */
export const mechanismAddress = (id: string): string => `${mechanismsAddress}/${encodeURIComponent(id)}`

/** What is left to look up of all mechanisms. */
export const toCheckAddress = '/workspace/facts-to-check'

/** Where states stand. */
export const statesAddress = '/workspace/states'

/** The page of a state. */
export const stateAddress = (code: string): string => `${statesAddress}/${encodeURIComponent(code)}`
