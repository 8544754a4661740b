import { type Language, label, formatNumber } from '#platform/i18n'
import type { DatasetImporter } from '../importer.ts'

/** The name of a dataset: its importer's, or what a saved profile calls it. */
export const datasetName = (
  importers: readonly DatasetImporter[],
  dataset: string,
  language: Language,
): string => {
  const found = importers.find((one) => one.dataset === dataset)
  return found ? label(found.label, language) : dataset
}

/** A number as a reader of this language writes it. */
export const count = (value: number, language: Language): string => formatNumber(value, language)

/** A moment to the minute. */
export const moment = (at: Date, language: Language): string =>
  at.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
