import { type Secrets, openSealed, sealFor } from '#platform/identity'

const purpose = 'petition form'
const hours = 24
/** Nobody reads a form and fills it in faster. */
export const leastSeconds = 3

/** Says that we made this form, for this petition, now. Nobody is told apart by it, and nothing is kept of it. */
export const formToken = (secrets: Secrets, publicationId: string, now: Date = new Date()): string =>
  sealFor(secrets, purpose, { p: publicationId, at: now.getTime() }, hours * 60)

/** What a form's token says: good; `quick` (filled in faster than a person does); `old` (or not ours). */
export function checkFormToken(
  secrets: Secrets,
  publicationId: string,
  token: string,
  now: Date = new Date(),
): 'good' | 'quick' | 'old' {
  const data = openSealed(secrets, purpose, token)
  if (!data || data['p'] !== publicationId || typeof data['at'] !== 'number') return 'old'
  return now.getTime() - data['at'] >= leastSeconds * 1000 ? 'good' : 'quick'
}
