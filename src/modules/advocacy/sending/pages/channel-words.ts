import { type Labels, type Language, label } from '#platform/i18n'

/** Kinds of channel of the catalogue, in words. */
const kinds: Readonly<Record<string, Labels>> = {
  authority: { en: 'before an authority', es: 'ante una autoridad', ca: 'davant d’una autoritat' },
  'electronic-court-filing': {
    en: 'electronic filing',
    es: 'presentación electrónica',
    ca: 'presentació electrònica',
  },
  email: { en: 'e-mail', es: 'correo electrónico', ca: 'correu electrònic' },
  fax: { en: 'fax', es: 'fax', ca: 'fax' },
  form: { en: 'form', es: 'formulario', ca: 'formulari' },
  helpline: { en: 'helpline', es: 'línea de ayuda', ca: 'línia d’ajuda' },
  'in-person': { en: 'in person', es: 'en persona', ca: 'en persona' },
  meeting: { en: 'meeting', es: 'reunión', ca: 'reunió' },
  'online-form': { en: 'web form', es: 'formulario web', ca: 'formulari web' },
  'partner-referral': { en: 'through a partner', es: 'por medio de un aliado', ca: 'per mitjà d’un aliat' },
  partners: { en: 'through partners', es: 'por medio de aliados', ca: 'per mitjà d’aliats' },
  post: { en: 'post', es: 'correo postal', ca: 'correu postal' },
  publication: { en: 'publication', es: 'publicación', ca: 'publicació' },
  'secure-form': { en: 'secure form', es: 'formulario seguro', ca: 'formulari segur' },
  telephone: { en: 'telephone', es: 'teléfono', ca: 'telèfon' },
  written: { en: 'in writing', es: 'por escrito', ca: 'per escrit' },
}

/** A kind of channel in words; one without words as it stands. */
export function channelWords(kind: string, language: Language): string {
  const known = kinds[kind]
  return known ? label(known, language) : kind
}
