import type { Secrets } from '#platform/identity'

/** A keyed hash of an address: what remains of it. Equal addresses are equal, upper case or lower. */
export const addressMark = (secrets: Secrets, address: string): Buffer =>
  secrets.mark('mail address', address.normalize('NFKC').toLowerCase())
