/** The mechanisms of the catalogue that are procedures of asylum. */
export const shippedIds = ['ar-conare-asylum'] as const
