import { type RecordView, type Reference, valuesOf } from '#platform/records'

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
