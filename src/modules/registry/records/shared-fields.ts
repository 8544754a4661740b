import { field } from '#platform/records'
import { labels } from '#platform/i18n'

// Fields that mean the same wherever they stand, so that a question or a file can cross record types.

/** Codes under which others know the record; the importer finds by them what it brought before. */
export const externalIds = field(
  'text',
  'external_ids',
  labels('Codes in other registers', 'Códigos en otros registros', 'Codis en altres registres'),
  {
    multiple: true,
    hint: labels(
      'Register and number, for instance RUVTE 5389.',
      'Registro y número, por ejemplo RUVTE 5389.',
      'Registre i número, per exemple RUVTE 5389.',
    ),
  },
)

export const notes = field('long_text', 'notes', labels('Notes', 'Notas', 'Notes'))

/** Countries, of which there may be several: origin and work, or a border that was crossed. */
export const countries = field('term', 'country', labels('Country', 'País', 'País'), {
  vocabulary: 'countries',
  multiple: true,
  facet: true,
  listed: true,
})

export const rights = field('term', 'rights', labels('Rights', 'Derechos', 'Drets'), {
  vocabulary: 'rights',
  multiple: true,
  facet: true,
})

/** From when until when a relation lasted. */
export const period = field('date', 'period', labels('Period', 'Período', 'Període'), {
  hint: labels(
    'A date or a range; either end may be left open.',
    'Una fecha o un intervalo; cualquiera de los extremos puede quedar abierto.',
    'Una data o un interval; qualsevol dels extrems pot quedar obert.',
  ),
})

/** The note that belongs to a relation, not to either record. */
export const remark = field('text', 'note', labels('Note', 'Nota', 'Nota'))
