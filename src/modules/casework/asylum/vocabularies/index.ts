import { mechanismOf, stepsOf } from '#catalogue/mechanisms'
import { labels } from '#platform/i18n'
import { type Vocabulary, defineVocabulary, readTerms } from '#platform/records'
import { shippedIds } from '../procedures/shipped-ids.ts'

/** The procedures that the product knows; those of an organisation become terms of it when they are added. */
const procedures = defineVocabulary({
  name: 'asylum_procedures',
  label: labels('Asylum procedures', 'Procedimientos de refugio', 'Procediments d’asil'),
  terms: shippedIds.flatMap((id) => {
    const name = mechanismOf(id)?.name
    return name ? [{ code: id, label: { en: name.en, es: name.es, ca: name.ca } }] : []
  }),
})

const steps = defineVocabulary({
  name: 'asylum_steps',
  label: labels(
    'Steps of an asylum procedure',
    'Pasos de un procedimiento de refugio',
    'Passos d’un procediment d’asil',
  ),
  terms: [
    ...stepsOf('ar-conare-asylum').map(({ id, label }) => ({ code: id, label })),
    ...readTerms(`
registration | Registration | Registro | Registre
hearing | Hearing | Audiencia | Vista
admission | Admission to the procedure | Admisión a trámite | Admissió a tràmit
responsibility | Which State is responsible | Estado responsable | Estat responsable
`),
  ],
})

/** What is usually gathered. A list of the office's own: no law asks for all of it, and none is a condition. */
const papers = defineVocabulary({
  name: 'asylum_papers',
  label: labels(
    'Documents of an asylum request',
    'Documentación de una solicitud de refugio',
    'Documents d’una sol·licitud d’asil',
  ),
  terms: readTerms(`
identity | Identity document or passport | Documento de identidad o pasaporte | Document d'identitat o passaport
entry | Proof of entry | Constancia de ingreso | Prova d'entrada
request_form | Copy of the request | Copia de la solicitud | Còpia de la sol·licitud
statement | Written statement of the person | Relato escrito de la persona | Relat escrit de la persona
persecution | Proof of the persecution | Prueba de la persecución | Prova de la persecució
court | Judgments and summonses | Sentencias y citaciones | Sentències i citacions
country_report | Report on the country of origin | Informe sobre el país de origen | Informe sobre el país d'origen
family_papers | Birth and marriage certificates | Partidas de nacimiento y matrimonio | Certificats de naixement i matrimoni
medical | Medical or psychological report | Informe médico o psicológico | Informe mèdic o psicològic
support_letter | Letter of support | Carta de apoyo | Carta de suport
photographs | Photographs | Fotografías | Fotografies
address | Proof of address | Constancia de domicilio | Prova de domicili
power | Power of attorney | Poder o mandato | Poder o mandat
other_paper | Other | Otro | Altre
`),
})

export const asylumVocabularies: readonly Vocabulary[] = [procedures, steps, papers]
