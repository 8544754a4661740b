import type { Response } from './recommendation.ts'

/**
 * What a source's word means. UPR Info says Accepted (older) or Supported, Noted, and Not Supported; matrices say Supported and
 * Noted. Other words (`Supported in part`, `Under consideration`) are no plain answer: noted is what the Council makes of
 * all that is not support, pending what is not answered yet. Null for a word that is none of these.
 */
export function readResponse(said: string): Response | null {
  const word = said.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  if (
    /^(?:accepted|supported|supports|enjoys? (?:the )?support|aceptada|aceptado|apoyada|acceptée?|appuyée?)$/u.test(
      word,
    )
  )
    return 'supported'
  if (
    /^(?:not (?:supported|accepted)|rejected|does not enjoy (?:the )?support|rechazada|no aceptada)$/u.test(
      word,
    )
  )
    return 'not_supported'
  if (
    /^(?:noted|taken note|tomada en cuenta|notée?|(?:accepted|supported)[\s/-]*(?:in part|partially|noted).*|partially (?:accepted|supported)|no response|general response)$/u.test(
      word,
    )
  )
    return 'noted'
  if (
    /^(?:pending|under (?:consideration|review|examination)|to be (?:considered|examined)|not yet)$/u.test(
      word,
    )
  )
    return 'pending'
  return null
}
