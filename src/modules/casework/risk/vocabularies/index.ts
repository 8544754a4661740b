import { labels } from '#platform/i18n'
import { type Vocabulary, defineVocabulary, readTerms } from '#platform/records'

/** What happens to people at risk, from the first sign that somebody watches. */
const incidentKinds = defineVocabulary({
  name: 'incident_kinds',
  label: labels(
    'Kinds of security incident',
    'Clases de incidente de seguridad',
    "Classes d'incident de seguretat",
  ),
  source: 'Amparo',
  terms: readTerms(`
watched | Watched or followed | Vigilancia o seguimiento | Vigilància o seguiment
threatened | Threat | Amenaza | Amenaça
  threat_call | Threat by telephone | Amenaza por teléfono | Amenaça per telèfon
  threat_message | Threat by message or on networks | Amenaza por mensaje o en redes | Amenaça per missatge o a les xarxes
  threat_person | Threat in person or by a third | Amenaza en persona o por terceros | Amenaça en persona o per tercers
smeared | Smear campaign | Campaña de difamación | Campanya de difamació
digital | Digital attack | Ataque digital | Atac digital
  account_entered | Account entered or lost | Cuenta intervenida o perdida | Compte intervingut o perdut
  spyware | Device infected | Dispositivo infectado | Dispositiu infectat
  traffic_blocked | Blocked or taken down | Bloqueo o baja de contenidos | Bloqueig o retirada de continguts
searched | Search or break-in | Allanamiento o robo | Escorcoll o robatori
property_damaged | Property damaged or taken | Daño o toma de bienes | Danys o presa de béns
summoned | Summons or interrogation | Citación o interrogatorio | Citació o interrogatori
stopped | Stopped or held for hours | Retención por horas | Retenció durant hores
arrested | Arrest | Detención | Detenció
charged | Charges or suit | Causa o demanda | Causa o demanda
travel_stopped | Travel barred | Impedimento de viaje | Impediment de viatjar
attacked | Physical attack | Agresión física | Agressió física
  attempt | Attempt on life | Atentado contra la vida | Atemptat contra la vida
relatives | Against relatives or colleagues | Contra familiares o colegas | Contra familiars o companys
other_incident | Other | Otro | Altre
`),
})

export const riskVocabularies: readonly Vocabulary[] = [incidentKinds]
