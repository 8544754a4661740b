import { mechanisms, submissionStatuses } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import type { FieldProblem } from '#platform/problem'
import { type ChoiceOption, defineRecordType, field, inSection } from '#platform/records'

const mechanismOptions: readonly ChoiceOption[] = mechanisms.map(({ id, name }) => ({
  code: id,
  label: labels(name.en, name.es, name.ca),
}))

/** Where a submission stands: the list of the catalogue, and `frozen` for one that a withdrawn consent has stopped. */
const statusOptions: readonly ChoiceOption[] = [
  ...submissionStatuses.map(({ id, label }) => ({
    code: id,
    label: labels(label.en ?? id, label.es ?? label.en ?? id, label.ca ?? label.en ?? id),
  })),
  { code: 'frozen', label: labels('Stopped', 'Detenido', 'Aturat') },
]

/** Languages in which a document is written; Catalan is for internal use. */
export const documentLanguages = ['en', 'es', 'fr', 'ca'] as const
export type DocumentLanguage = (typeof documentLanguages)[number]

const what = inSection('what', [
  field('text', 'reference', labels('Number', 'Número', 'Número'), {
    managed: true,
    sortable: true,
    listed: true,
  }),
  field('reference', 'case', labels('Case', 'Caso', 'Cas'), {
    targets: ['case'],
    required: true,
    facet: true,
    inverse: labels('Submissions', 'Presentaciones', 'Presentacions'),
  }),
  field('choice', 'mechanism', labels('Mechanism', 'Mecanismo', 'Mecanisme'), {
    required: true,
    facet: true,
    listed: true,
    options: mechanismOptions,
  }),
  field('choice', 'language', labels('Written in', 'Idioma', 'Llengua'), {
    required: true,
    facet: true,
    listed: true,
    options: [
      { code: 'en', label: labels('English', 'Inglés', 'Anglès') },
      { code: 'es', label: labels('Spanish', 'Español', 'Espanyol') },
      { code: 'fr', label: labels('French', 'Francés', 'Francès') },
      {
        code: 'ca',
        label: labels('Catalan (internal)', 'Catalán (uso interno)', 'Català (ús intern)'),
      },
    ],
  }),
  field('reference', 'persons', labels('For whom', 'A favor de quién', 'A favor de qui'), {
    targets: ['person'],
    multiple: true,
    inverse: labels('Submissions', 'Presentaciones', 'Presentacions'),
    hint: labels(
      'People of the case. Empty: those at risk in it.',
      'Personas del caso. Vacío: las que están en riesgo en él.',
      'Persones del cas. Buit: les que hi estan en risc.',
    ),
  }),
  field('reference', 'submitter', labels('Who submits', 'Quién presenta', 'Qui presenta'), {
    targets: ['submitter'],
    inverse: labels('Submissions', 'Presentaciones', 'Presentacions'),
    hint: labels(
      'Empty: the only one there is.',
      'Vacío: la única ficha que haya.',
      'Buit: l’única fitxa que hi hagi.',
    ),
  }),
  field('choice', 'status', labels('Stands at', 'Estado', 'Estat'), {
    managed: true,
    facet: true,
    listed: true,
    options: statusOptions,
  }),
  field('term', 'drafter', labels('Drafted by', 'Redacta', 'Redacta'), {
    vocabulary: 'colleagues',
    managed: true,
    facet: true,
  }),
])

const words = inSection('words', [
  field('long_text', 'argument', labels('Argument', 'Argumentación', 'Argumentació'), {
    class: 'identity',
    hint: labels(
      'What the records do not say: why this is a violation, and of what.',
      'Lo que los registros no dicen: por qué es una violación, y de qué.',
      'El que els registres no diuen: per què és una violació, i de què.',
    ),
  }),
  field('long_text', 'requests', labels('What is asked', 'Qué se pide', 'Què es demana'), {
    class: 'identity',
    hint: labels('One request on each line.', 'Un pedido por línea.', 'Una petició per línia.'),
  }),
])

/** What was sent, where and when: written by the action that logs the sending and by those that follow it. */
const sent = inSection('sent', [
  field('moment', 'sent_at', labels('Sent', 'Enviado', 'Enviat'), {
    managed: true,
    sortable: true,
    listed: true,
  }),
  field('term', 'sent_by', labels('Sent by', 'Enviado por', 'Enviat per'), {
    vocabulary: 'colleagues',
    managed: true,
  }),
  field('text', 'sent_through', labels('By what channel', 'Por qué vía', 'Per quina via'), { managed: true }),
  field('text', 'receipt', labels('Receipt', 'Constancia de recepción', 'Justificant de recepció'), {
    managed: true,
  }),
  field(
    'text',
    'snapshot',
    labels('SHA-256 of what was sent', 'SHA-256 de lo enviado', 'SHA-256 de l’enviat'),
    {
      managed: true,
    },
  ),
  field('text', 'official_code', labels('Their number', 'Número oficial', 'Número oficial'), {
    managed: true,
    listed: true,
  }),
  field(
    'date',
    'transmitted_on',
    labels('Passed to the State on', 'Transmitido al Estado el', 'Transmès a l’Estat el'),
    {
      managed: true,
      sortable: true,
    },
  ),
])

/**
 * What a submission that comes in as sent lacks: the sending, which an import does not bring. The database takes none
 * without it.
 */
function notSentHere(values: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  const unsent = [undefined, 'draft', 'awaiting-consent', 'ready', 'approved', 'frozen', 'withdrawn']
  return unsent.includes(values['status'] as string | undefined)
    ? []
    : [{ field: 'status', message: sentElsewhere }]
}

const sentElsewhere = {
  en: 'A submission comes in as a draft. Enter on its page that it had been sent; its dates are counted from there.',
  es: 'Una presentación ingresa como borrador. Cargue en su página que ya se había enviado; desde allí se cuentan sus fechas.',
  ca: 'Una presentació entra com a esborrany. Entreu a la seva pàgina que ja s’havia enviat; des d’allà es compten les seves dates.',
} as const

/**
 * What goes, of a case, to a mechanism: which one, for whom, in what language, and the words that live nowhere else.
 * Everything else is read from the case each time, until the frozen copy of what was sent.
 */
export const submission = defineRecordType({
  name: 'submission',
  label: labels('Submission', 'Presentación', 'Presentació'),
  plural: labels('Submissions', 'Presentaciones', 'Presentacions'),
  description: labels(
    'A letter, appeal, request or petition to a mechanism, drafted from a case.',
    'Una carta, un llamamiento, una solicitud o una petición a un mecanismo, redactada a partir de un caso.',
    'Una carta, una crida, una sol·licitud o una petició a un mecanisme, redactada a partir d’un cas.',
  ),
  title: ['reference', 'mechanism'],
  numbered: { field: 'reference', prefix: 'SP' },
  belongsTo: 'case',
  beginsAs: 'restricted',
  holds: notSentHere,
  page: '/workspace/submission/:id',
  sections: [
    { name: 'what', label: labels('What and to whom', 'Qué y a quién', 'Què i a qui') },
    { name: 'words', label: labels('In our words', 'En nuestras palabras', 'En les nostres paraules') },
    { name: 'sent', label: labels('Sent', 'Envío', 'Enviament') },
  ],
  fields: [...what, ...words, ...sent],
})
