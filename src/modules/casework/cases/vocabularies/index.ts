import { labels } from '#platform/i18n'
import { type Vocabulary, defineVocabulary, readTerms } from '#platform/records'

/** What someone is in a case. Publicity and consent look at those `at_risk`. */
const caseRoles = defineVocabulary({
  name: 'case_roles',
  label: labels('Roles in a case', 'Papeles en un caso', 'Papers en un cas'),
  terms: readTerms(`
at_risk | At risk | En riesgo | En risc
family | Family | Familia | Família
reported_by | Reported it | Lo informó | Ho va informar
counsel | Counsel | Defensa | Defensa
witness | Witness | Testigo | Testimoni
intermediary | Intermediary | Intermediaria | Intermediària
support | Supports | Acompaña | Acompanya
authority | Authority | Autoridad | Autoritat
alleged_perpetrator | Alleged perpetrator | Presunta responsable | Presumpta responsable
`),
})

/** The thirteen ways in which artistic freedom is violated, from the lightest hand on the work to the loss of the artist. */
const artisticViolations = defineVocabulary({
  name: 'artistic_violations',
  label: labels(
    'Violations of artistic freedom',
    'Violaciones de la libertad artística',
    'Vulneracions de la llibertat artística',
  ),
  source: 'Amparo',
  terms: readTerms(
    `
censorship | Censorship | Censura | Censura
work_destroyed | Work destroyed or seized | Obra destruida o secuestrada | Obra destruïda o confiscada
venue_closed | Venue closed or refused | Sala cerrada o negada | Sala tancada o denegada
ban_on_performing | Ban on performing or publishing | Prohibición de actuar o publicar | Prohibició d'actuar o publicar
travel_ban | Travel ban | Prohibición de viajar | Prohibició de viatjar
loss_of_work | Dismissal or loss of funds as reprisal | Despido o pérdida de fondos como represalia | Acomiadament o pèrdua de fons com a represàlia
harassment | Harassment or smear | Hostigamiento o difamación | Assetjament o difamació
threats | Threats | Amenazas | Amenaces
attack | Physical attack | Agresión física | Agressió física
prosecution | Prosecution | Persecución penal | Persecució penal
detention | Detention | Detención | Detenció
imprisonment | Imprisonment by sentence | Prisión por sentencia | Presó per sentència
killing | Killing or disappearance | Asesinato o desaparición | Assassinat o desaparició
`,
    {
      censorship: labels(
        'The work is cut, changed, withdrawn or made to pass before an authority.',
        'La obra se corta, se cambia, se retira o debe pasar antes por una autoridad.',
        'L’obra es talla, es canvia, es retira o ha de passar abans per una autoritat.',
      ),
      detention: labels(
        'Held without sentence, for hours or for years.',
        'Privación de libertad sin sentencia, por horas o por años.',
        'Privació de llibertat sense sentència, d’hores o d’anys.',
      ),
    },
  ),
})

/** Filled by the engine from the organisation's own people and teams. */
const assignable: readonly Vocabulary[] = [
  {
    name: 'colleagues',
    label: labels('People of the organisation', 'Personas de la organización', "Persones de l'organització"),
    derived: true,
    terms: [],
  },
  { name: 'teams', label: labels('Teams', 'Equipos', 'Equips'), derived: true, terms: [] },
]

export const caseVocabularies: readonly Vocabulary[] = [caseRoles, artisticViolations, ...assignable]
