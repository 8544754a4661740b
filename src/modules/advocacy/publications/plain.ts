/** A value that is a text; empty where it is none. */
export const plain = (value: unknown): string => (typeof value === 'string' ? value : '')
