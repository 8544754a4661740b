import { labels } from '#platform/i18n'
import { type Vocabulary, defineVocabulary, readTerms } from '#platform/records'

/** Why somebody came in, moved or came out. */
const detentionCauses = defineVocabulary({
  name: 'detention_causes',
  label: labels('Causes of entry and exit', 'Causas de entrada y salida', "Causes d'entrada i sortida"),
  terms: readTerms(`
into | Entry | Entrada | Entrada
  arrest | Arrest without an order | Detención sin orden | Detenció sense ordre
  arrest_order | Arrest by order of a court | Detención por orden judicial | Detenció per ordre judicial
  abduction | Taken by persons who did not identify themselves | Llevada por personas sin identificar | Enduta per persones sense identificar
  judgment | Judgment that sends to prison | Sentencia de prisión | Sentència de presó
  revocation | Conditions revoked | Revocación de la libertad condicional | Revocació de la llibertat condicional
  handed_over | Handed over by another State | Entrega de otro Estado | Lliurament d'un altre Estat
within | Within | Dentro | Dins
  transfer | Transfer | Traslado | Trasllat
  medical_transfer | Transfer to a hospital | Traslado a un hospital | Trasllat a un hospital
  measure_changed | Measure changed | Cambio de la medida | Canvi de la mesura
out | Exit | Salida | Sortida
  sentence_served | Sentence served | Condena cumplida | Condemna complerta
  no_charge | Let go without charge | En libertad sin cargos | En llibertat sense càrrecs
  charges_dropped | Charges dropped | Sobreseimiento | Sobreseïment
  acquittal | Acquitted or conviction quashed | Absolución o sentencia anulada | Absolució o sentència anul·lada
  bail | Provisional release | Excarcelación provisional | Excarceració provisional
  conditional_release | Conditional release | Libertad condicional | Llibertat condicional
  pardon | Pardon | Indulto | Indult
  amnesty | Amnesty | Amnistía | Amnistia
  exchange | Exchange of prisoners | Intercambio de prisioneros | Intercanvi de presoners
  banishment | Banished on release | Destierro al salir | Desterrament en sortir
  health | For health | Por salud | Per salut
  illness | Death by illness or want of care | Muerte por enfermedad o falta de atención | Mort per malaltia o manca d'atenció
  violence | Death by violence | Muerte violenta | Mort violenta
  execution | Execution | Ejecución | Execució
  escape | Escape | Fuga | Fuga
unknown | Not known | Sin datos | Sense dades
`),
})

export const detentionVocabularies: readonly Vocabulary[] = [detentionCauses]
