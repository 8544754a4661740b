import type { FieldProblem } from '#platform/problem'
import { type RecordView, type Reference, valuesOf } from '#platform/records'
import { stageOf, verifiedStages } from './stages.ts'

/** The sources of a case that a person has marked as independent of the others. */
export const independentSources = ({
  values,
  linked,
}: Pick<RecordView, 'values' | 'linked'>): readonly Reference[] =>
  (valuesOf(values['sources']) as readonly Reference[]).filter(
    ({ to, attributes }) => attributes?.['independence'] === 'independent' && !linked.get(to)?.deleted,
  )

/** Whether the standard is met: reasonable grounds, by two sources independent of each other. */
export const isVerified = (record: Pick<RecordView, 'values' | 'linked'>): boolean =>
  independentSources(record).length >= 2

/**
 * What a case that begins past verification lacks: an import brings cases at any stage, and the database takes none of
 * them without two independent sources or a person's reason.
 */
export function lacksVerification(values: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  if (!verifiedStages.includes(stageOf(values['stage']))) return []
  const reason = values['unverified_reason']
  if (typeof reason === 'string' && reason !== '') return []
  const sources = (valuesOf(values['sources']) as readonly Reference[]).filter(
    ({ attributes }) => attributes?.['independence'] === 'independent',
  )
  return new Set(sources.map(({ to }) => to)).size >= 2 ? [] : [{ field: 'stage', message: notVerified }]
}

const notVerified = {
  en: 'A case at this stage needs two sources marked as independent, or a reason for going on without. Add them to the row, or bring the case in at “verification”.',
  es: 'Un caso en esta etapa necesita dos fuentes marcadas como independientes, o un motivo para seguir sin ellas. Agréguelas a la fila, o ingrese el caso en «verification» (verificación).',
  ca: 'Un cas en aquesta etapa necessita dues fonts marcades com a independents, o un motiu per seguir sense. Afegiu-les a la fila, o entreu el cas a «verification» (verificació).',
}
