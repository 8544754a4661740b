import { defineModule } from '#platform/house'
import { programmesTypes } from './records/index.ts'
import { programmesVocabularies } from './vocabularies/index.ts'

const group = { en: 'Visits', es: 'Visitas', ca: 'Visites' }

/** The cities' visits: editions, invitations, stays, activities. */
export const programmes = defineModule({
  name: 'programmes',
  types: programmesTypes,
  vocabularies: programmesVocabularies,
  navigation: programmesTypes.map((type, i) => ({
    href: `/workspace/records/${type.name}`,
    label: type.plural,
    order: 300 + i,
    group,
  })),
})
