import { countries, fictionalStates } from '#catalogue/countries'
import { rights } from '#catalogue/rights'
import { type Schema, defineVocabulary, shippedSchema } from '#platform/records'
// The definitions alone: the module's public face also brings its pages, which plain Node does not read.
import { registryTypes } from '../../src/modules/registry/records/index.ts'
import { registryVocabularies } from '../../src/modules/registry/vocabularies/index.ts'

/** The registry's types with their vocabularies, as the application ships them. */
export const schema: Schema = shippedSchema(registryTypes, [
  defineVocabulary({
    name: 'countries',
    label: { en: 'Countries', es: 'Países', ca: 'Països' },
    terms: [
      ...countries.map(({ code, name }) => ({ code, label: name })),
      ...fictionalStates.map(({ code, name }) => ({
        code,
        label: { en: `${name.en} (fictional)`, es: `${name.es} (ficticio)`, ca: `${name.ca} (fictici)` },
      })),
    ],
  }),
  defineVocabulary({
    name: 'rights',
    label: { en: 'Rights', es: 'Derechos', ca: 'Drets' },
    terms: rights.map(({ code, label }) => ({
      code,
      label: { en: label.en, es: label.es, ca: label.ca },
    })),
  }),
  ...registryVocabularies,
])
