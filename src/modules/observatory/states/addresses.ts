/** Where the pages of states are. */
export const statesAddress = '/workspace/observatory/states'

/** The page of a state, by the code of its polity. */
export const stateAddress = (code: string): string => `${statesAddress}/${encodeURIComponent(code)}`
