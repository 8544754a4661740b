/**
 * Why a document has no copy without what it tells of itself: it cannot be read; wants a password; has comments, changes
 * or fields that would get lost or go along unseen; has layers; holds a picture or a part that cannot be cleaned; names
 * a place on somebody's machine; is too large.
 */
export const cleanFaults = [
  'broken',
  'encrypted',
  'marked',
  'layered',
  'picture',
  'part',
  'path',
  'long',
] as const
export type CleanFault = (typeof cleanFaults)[number]

/** The exit code of the first: below it are those of the runtime. */
export const firstFault = 20
