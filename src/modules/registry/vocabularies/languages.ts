import type { Language } from '#platform/i18n'
import { defineVocabulary, type Term } from '#platform/records'
import { words } from './words.ts'

/** ISO 639-1 where there is a code of two letters, otherwise ISO 639-3. */
const codes = `
es ca en pt fr it de gl eu oc nl sv pl cs hu ro el bs hr sr sq mk bg ru be uk ka hy az ce kk uz
tg tr ku ckb ar he fa ps ur pa sd hi bn ta my km vi th id tl zh yue bo ug ja ko am ti om so sw
rw ln ha yo ig ht qu ay gn quc
`
  .trim()
  .split(/\s+/)

/** Languages of defenders and peoples that the runtime's own names lack in one of the three languages. */
const named: Readonly<Record<string, Term['label']>> = {
  arn: words('Mapudungun', 'mapudungun', 'mapudungu'),
  zgh: words('Tamazight', 'tamazight', 'amazic'),
  nah: words('Nahuatl', 'náhuatl', 'nàhuatl'),
  kek: words("Q'eqchi'", "q'eqchi'", "q'eqchi'"),
  yua: words('Yucatec Maya', 'maya yucateco', 'maia yucatec'),
  mam: words('Mam', 'mam', 'mam'),
  miq: words('Miskito', 'misquito', 'misquito'),
  guc: words('Wayuu', 'wayú', 'wayú'),
  pbb: words('Nasa Yuwe', 'nasa yuwe', 'nasa yuwe'),
  gym: words('Ngäbere', 'ngäbere', 'ngäbere'),
  cab: words('Garifuna', 'garífuna', 'garífuna'),
  wlv: words('Wichí', 'wichí', 'wichí'),
  tob: words('Qom', 'qom', 'qom'),
  rmy: words('Romani', 'romaní', 'romaní'),
}

const nameOf = (code: string, language: Language): string => {
  const name = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code)
  if (!name) throw new Error(`languages: no name for "${code}" in "${language}"`)
  return name
}

/** Languages that people speak and sources are written in; not the languages of the interface. */
export const languages = defineVocabulary({
  name: 'languages',
  label: words('Languages', 'Idiomas', 'Llengües'),
  source: 'ISO 639-1 and 639-3; names by Unicode CLDR',
  terms: [
    ...codes.map((code) => ({
      code,
      label: words(nameOf(code, 'en'), nameOf(code, 'es'), nameOf(code, 'ca')),
    })),
    ...Object.entries(named).map(([code, label]) => ({ code, label })),
    { code: 'sign_language', label: words('Sign language', 'lengua de señas', 'llengua de signes') },
  ],
})
