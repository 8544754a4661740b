import { isZone, termUnits } from '#platform/deadlines'
import type { Mechanism } from './mechanism.ts'
import { type Rule, ruleKinds, ruleRoles } from './rule.ts'

/** What the checks look things up in. */
export interface KnownIds {
  readonly sources: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  readonly anchors: ReadonlySet<string>
  readonly mechanisms: ReadonlySet<string>
  readonly roles: Readonly<Record<string, string>>
}

/**
 * What is wrong with a file of the catalogue, a line each; empty when nothing is. Every object that says something
 * (`text`, `confidence` or `provenance`) names at least one known source, and its provenance agrees with them.
 */
export function checkFacts(value: unknown, path: string, known: KnownIds): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => checkFacts(one, `${path}[${i}]`, known))
  if (typeof value !== 'object' || value === null) return []
  const fact = value as Readonly<Record<string, unknown>>
  const found = Object.entries(fact).flatMap(([key, one]) => checkFacts(one, `${path}.${key}`, known))
  const says = typeof fact['text'] === 'string' || 'confidence' in fact || 'provenance' in fact
  if (!says && !('source' in fact)) return found
  const { source } = fact
  if (!Array.isArray(source) || source.length === 0) return [...found, `${path}: no source`]
  for (const id of source) if (!known.sources.has(String(id))) found.push(`${path}: no such source: ${id}`)
  if ('provenance' in fact || 'confidence' in fact) {
    const [confidence, provenance] = [String(fact['confidence']), String(fact['provenance'])]
    if (!['high', 'medium', 'low'].includes(confidence))
      found.push(`${path}: no such confidence: ${confidence}`)
    if (!['found', 'mixed', 'brief', 'own'].includes(provenance))
      found.push(`${path}: no such provenance: ${provenance}`)
    const read = source.some((id) => id !== 'own' && id !== 'brief')
    if (read !== (provenance === 'found' || provenance === 'mixed'))
      found.push(`${path}: ${provenance} does not agree with ${source.join(', ')}`)
  }
  return found
}

/** What is wrong with a mechanism beyond its facts: unknown ids, and decisions that nothing decided. */
export function checkMechanism(mechanism: unknown, known: KnownIds): readonly string[] {
  const one = mechanism as Mechanism
  const { required, recommended, conditional } = one.fields
  const asked = [...required, ...recommended, ...conditional.map(({ field }) => field)]
  const whole = JSON.stringify(mechanism).toLowerCase()
  return [
    ...checkFacts(mechanism, one.id, known),
    ...placesOf(one).flatMap(([place, fact]) =>
      fact && Array.isArray((fact as { source?: unknown }).source) ? [] : [`${one.id}.${place}: no source`],
    ),
    ...asked.filter((id) => !known.fields.has(id)).map((id) => `${one.id}: no such field: ${id}`),
    ...one.related
      .filter((id) => !known.mechanisms.has(id))
      .map((id) => `${one.id}: no such mechanism: ${id}`),
    ...one.timeLimits.flatMap((rule) =>
      checkRule(rule, whole, known).map((why) => `${one.id}.${rule.id}: ${why}`),
    ),
  ]
}

/** The places of a mechanism that must hold a fact: one that lost all its keys would be found nowhere else. */
function placesOf(one: Mechanism): readonly (readonly [string, unknown])[] {
  return [
    ['purpose', one.purpose],
    ['whoCanSubmit', one.whoCanSubmit],
    ['consent.rule', one.consent.rule],
    ['languages', one.languages],
    ['channel.text', one.channel.text],
    ['confidentiality', one.confidentiality],
    ['outcomes.text', one.outcomes.text],
    ...(
      ['legalBasis', 'admissibility', 'limits', 'timeLimits', 'afterSubmission', 'duplicationRules'] as const
    ).flatMap((list) => one[list].map((fact, i) => [`${list}[${i}]`, fact] as const)),
  ]
}

function checkRule(rule: Rule, whole: string, known: KnownIds): readonly string[] {
  const found: string[] = []
  if (!ruleRoles.includes(rule.role)) found.push(`no such role: ${rule.role}`)
  if (!known.anchors.has(rule.anchor)) found.push(`no such anchor: ${rule.anchor}`)
  if (typeof rule.hard !== 'boolean') found.push('hard is not said')
  if (rule.amount !== null && (!Number.isInteger(rule.amount) || rule.amount <= 0)) found.push('amount')
  if (rule.amount !== null && !termUnits.some((unit) => unit === rule.unit))
    found.push(`no such unit: ${rule.unit}`)
  const { direction, zone, kind } = rule
  if (![null, 'before', 'after'].includes(direction.value)) found.push(`direction: ${direction.value}`)
  if (kind.value !== null && !ruleKinds.includes(kind.value)) found.push(`kind: ${kind.value}`)
  if (zone.value !== null && !isZone(zone.value)) found.push(`zone: ${zone.value}`)
  for (const [name, decision] of Object.entries({ direction, zone, kind })) {
    if (decision.value !== null || decision.counted === false)
      found.push(...checkWords(name, decision, rule, whole, known))
    else if (decision.words !== undefined) found.push(`${name}: words without a decision`)
  }
  if (rule.between) found.push(...checkWords('between', rule.between, rule, whole, known))
  return found
}

/** A decision stands on words that are where it says they are. */
function checkWords(
  name: string,
  decision: { readonly words?: string; readonly in?: string; readonly source?: readonly string[] },
  rule: Rule,
  whole: string,
  known: KnownIds,
): readonly string[] {
  const { words, in: where, source } = decision
  if (!words) return [`${name}: decided by no words`]
  if (source)
    return source.filter((id) => !known.sources.has(id)).map((id) => `${name}: no such source: ${id}`)
  const text = { row: rule.text, role: known.roles[rule.role], mechanism: whole }[where ?? '']
  return text?.toLowerCase().includes(words.toLowerCase())
    ? []
    : [`${name}: “${words}” is not in its ${where}`]
}
