import type { Confidence, Mechanism, Provenance } from '#catalogue/mechanisms'
import { type Labels, type Language, label, labels } from '#platform/i18n'

/** The systems to which mechanisms belong, in the order of the catalogue. */
export const systemLabels: Readonly<Record<string, Labels>> = {
  'un-special-procedures': labels(
    'UN special procedures',
    'Procedimientos especiales de la ONU',
    'Procediments especials de l’ONU',
  ),
  'un-treaty-bodies': labels(
    'UN treaty bodies',
    'Órganos de tratados de la ONU',
    'Òrgans de tractats de l’ONU',
  ),
  'un-charter': labels('UN Charter bodies', 'Órganos de la Carta de la ONU', 'Òrgans de la Carta de l’ONU'),
  'un-specialised': labels(
    'UN specialised agencies',
    'Organismos especializados de la ONU',
    'Organismes especialitzats de l’ONU',
  ),
  'inter-american': labels('Inter-American system', 'Sistema interamericano', 'Sistema interamericà'),
  african: labels('African system', 'Sistema africano', 'Sistema africà'),
  european: labels('European bodies', 'Organismos europeos', 'Organismes europeus'),
  'civil-society': labels(
    'Civil society networks',
    'Redes de la sociedad civil',
    'Xarxes de la societat civil',
  ),
  mercosur: labels('MERCOSUR', 'MERCOSUR', 'MERCOSUR'),
  prevention: labels('Prevention of atrocities', 'Prevención de atrocidades', 'Prevenció d’atrocitats'),
  criminal: labels('International criminal law', 'Derecho penal internacional', 'Dret penal internacional'),
  'national-ar': labels('Argentina', 'Argentina', 'Argentina'),
  national: labels('National remedies', 'Recursos nacionales', 'Recursos nacionals'),
}

/** A system in words. */
export const systemInWords = (code: string, language: Language): string => {
  const known = systemLabels[code]
  return known ? label(known, language) : code
}

export const urgencyLabels: Readonly<Record<Mechanism['urgency'], Labels>> = {
  urgent: labels('Urgent', 'Urgente', 'Urgent'),
  both: labels('Urgent or ordinary', 'Urgente u ordinaria', 'Urgent o ordinària'),
  ordinary: labels('Ordinary', 'Ordinaria', 'Ordinària'),
  periodic: labels('From time to time', 'Periódica', 'Periòdica'),
}

/** What stands behind a fact. */
export const provenanceLabels: Readonly<Record<Provenance, Labels>> = {
  found: labels('read in a document', 'leído en un documento', 'llegit en un document'),
  mixed: labels('read in part', 'leído en parte', 'llegit en part'),
  brief: labels(
    'commonly stated, no document read',
    'afirmado comúnmente, sin documento',
    'afirmat comunament, sense document',
  ),
  own: labels(
    'general knowledge, not checked',
    'conocimiento general, sin verificar',
    'coneixement general, sense comprovar',
  ),
}

/** How far it may be trusted when its source is right. */
export const trustLabels: Readonly<Record<Confidence, Labels>> = {
  high: labels('confidence high', 'confianza alta', 'confiança alta'),
  medium: labels('confidence medium', 'confianza media', 'confiança mitjana'),
  low: labels('confidence low', 'confianza baja', 'confiança baixa'),
}
