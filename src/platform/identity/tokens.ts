import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token: whoever reads the table cannot use it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
