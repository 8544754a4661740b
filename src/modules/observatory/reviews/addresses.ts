/** Where the reviews are. */
export const reviewsAddress = '/workspace/observatory/reviews'

/** The review of a state, by the code of its polity. */
export const reviewAddress = (code: string): string => `${reviewsAddress}/${encodeURIComponent(code)}`

/** The address that a recommendation keeps from edition to edition: what follows up on it leads there. */
export const recommendationAddress = (key: string): string =>
  `/workspace/observatory/recommendations/${encodeURIComponent(key)}`
