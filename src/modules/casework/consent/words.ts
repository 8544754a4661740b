import type { ConsentChannel, ConsentPurpose, ConsentScope } from '#platform/consent'
import { type Labels, labels } from '#platform/i18n'

/** What may be agreed to, in words. */
export const scopeLabels: Readonly<Record<ConsentScope, Labels>> = {
  act: labels('Act for them', 'Actuar en su favor', 'Actuar a favor seu'),
  name_to_state: labels('Name them to the state', 'Nombrarla ante el Estado', "Anomenar-la davant l'Estat"),
  name_public: labels('Name them in public', 'Nombrarla en público', 'Anomenar-la en públic'),
  photo: labels('Show their photograph', 'Mostrar su fotografía', 'Mostrar-ne la fotografia'),
  share_partners: labels('Share with partners', 'Compartir con aliados', 'Compartir amb aliats'),
}

export const purposeLabels: Readonly<Record<ConsentPurpose, Labels>> = {
  protection: labels('Protection', 'Protección', 'Protecció'),
  advocacy: labels('Advocacy', 'Incidencia', 'Incidència'),
  publication: labels('Publication', 'Publicación', 'Publicació'),
  campaign: labels('Campaign', 'Campaña', 'Campanya'),
  programme: labels('Programme', 'Programa', 'Programa'),
  referral: labels('Referral', 'Derivación', 'Derivació'),
  research: labels('Research', 'Investigación', 'Recerca'),
}

export const channelLabels: Readonly<Record<ConsentChannel, Labels>> = {
  website: labels('Website', 'Sitio web', 'Lloc web'),
  letter: labels('Letter', 'Carta', 'Carta'),
  press: labels('Press', 'Prensa', 'Premsa'),
  social_media: labels('Social media', 'Redes sociales', 'Xarxes socials'),
  hearing: labels('Hearing', 'Audiencia', 'Audiència'),
  bundle: labels('File handed over', 'Expediente entregado', 'Expedient lliurat'),
  event: labels('Event', 'Acto', 'Acte'),
}

/** `any`, of a purpose and of a channel. */
export const anyLabel = {
  purpose: labels('Any purpose', 'Cualquier fin', 'Qualsevol finalitat'),
  channel: labels('Any way', 'Cualquier vía', 'Qualsevol via'),
}
