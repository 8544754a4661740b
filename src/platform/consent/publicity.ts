import { sql } from 'kysely'
import type { PersonNamed } from '#platform/house'
import type { Labels } from '#platform/i18n'
import type { Tx } from '#platform/records'

/** Whether a person at risk may be spoken of. */
export type Publicity = 'public' | 'mixed' | 'quiet' | 'unknown'

/**
 * The most silent of the decisions of the cases in which the person is at risk, `unknown` where one of them has none
 * yet; null for who is in no case. Asked by whoever lets a text leave that names somebody; tells nothing of the cases.
 */
export async function publicityOf(tx: Pick<Tx, 'sql'>, personId: string): Promise<Publicity | null> {
  const { rows } = await sql<{
    said: Publicity | null
  }>`select own_publicity(${personId}::uuid) as said`.execute(tx.sql)
  return rows[0]?.said ?? null
}

const noConsent = {
  en: 'No consent of the person to be named in public, on a website, is in force.',
  es: 'No hay un consentimiento vigente de la persona para ser nombrada en público, en un sitio web.',
  ca: 'No hi ha cap consentiment vigent de la persona per ser anomenada en públic, en un lloc web.',
}

/** What may stand against publishing somebody, in words. */
export const againstPublishing = {
  publicity_quiet: {
    en: 'Silence was asked for. Nothing public may name this person.',
    es: 'Se pidió silencio. Nada público puede nombrar a esta persona.',
    ca: 'S’ha demanat silenci. Res públic no pot anomenar aquesta persona.',
  },
  publicity_unknown: {
    en: 'Whether this person may be spoken of in public has not been decided. Ask whoever follows them.',
    es: 'No se decidió si se puede hablar en público de esta persona. Consulte a quien la acompaña.',
    ca: "No s'ha decidit si es pot parlar en públic d'aquesta persona. Consulteu qui l'acompanya.",
  },
  consent_none: noConsent,
  consent_other_scope: noConsent,
  consent_other_purpose: noConsent,
  consent_other_channel: noConsent,
  consent_not_yet: {
    en: 'The consent of the person does not begin until later.',
    es: 'El consentimiento de la persona comienza más adelante.',
    ca: 'El consentiment de la persona comença més endavant.',
  },
  consent_expired: {
    en: 'The consent of the person has ended.',
    es: 'El consentimiento de la persona venció.',
    ca: 'El consentiment de la persona ha vençut.',
  },
  consent_withdrawn: {
    en: 'The person withdrew their consent.',
    es: 'La persona retiró su consentimiento.',
    ca: 'La persona ha retirat el consentiment.',
  },
} as const satisfies Readonly<Record<string, Labels>>

/**
 * The door before anything public: what stands against publishing a person on a ground (`consent`, `public_at_source`),
 * in words; null when nothing does. The database asks the same when the page is written, whoever writes it.
 */
export async function standsAgainst(
  tx: Pick<Tx, 'sql'>,
  personId: string,
  basis: string,
): Promise<Labels | null> {
  const { rows } = await sql<{
    code: string | null
  }>`select what_stands_against(${personId}::uuid, ${basis}) as code`.execute(tx.sql)
  const code = rows[0]?.code
  if (!code) return null
  return againstPublishing[code as keyof typeof againstPublishing] ?? noConsent
}

/**
 * What stands against naming or showing somebody on a page, for what the page is for and by the way it goes, in words;
 * null when nothing does. The database asks the same when the page is written.
 */
export async function namingRefusal(tx: Pick<Tx, 'sql'>, named: PersonNamed): Promise<Labels | null> {
  const { personId, basis, scope, purpose, channel } = named
  const { rows } = await sql<{
    code: string | null
  }>`select what_stands_against(${personId}::uuid, ${basis}, ${scope}, ${purpose}, ${channel}) as code`.execute(
    tx.sql,
  )
  const code = rows[0]?.code
  if (!code) return null
  return againstPublishing[code as keyof typeof againstPublishing] ?? noConsent
}
