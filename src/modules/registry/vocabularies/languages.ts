import { labels, type Language } from '#platform/i18n'
import { defineVocabulary, type Term } from '#platform/records'

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
  arn: labels('Mapudungun', 'mapudungun', 'mapudungu'),
  zgh: labels('Tamazight', 'tamazight', 'amazic'),
  nah: labels('Nahuatl', 'náhuatl', 'nàhuatl'),
  kek: labels("Q'eqchi'", "q'eqchi'", "q'eqchi'"),
  yua: labels('Yucatec Maya', 'maya yucateco', 'maia yucatec'),
  mam: labels('Mam', 'mam', 'mam'),
  miq: labels('Miskito', 'misquito', 'misquito'),
  guc: labels('Wayuu', 'wayú', 'wayú'),
  pbb: labels('Nasa Yuwe', 'nasa yuwe', 'nasa yuwe'),
  gym: labels('Ngäbere', 'ngäbere', 'ngäbere'),
  cab: labels('Garifuna', 'garífuna', 'garífuna'),
  wlv: labels('Wichí', 'wichí', 'wichí'),
  tob: labels('Qom', 'qom', 'qom'),
  rmy: labels('Romani', 'romaní', 'romaní'),
}

const nameOf = (code: string, language: Language): string => {
  const name = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code)
  if (!name) throw new Error(`languages: no name for "${code}" in "${language}"`)
  return name
}

/** Languages that people speak and sources are written in; not the languages of the interface. */
export const languages = defineVocabulary({
  name: 'languages',
  label: labels('Languages', 'Idiomas', 'Llengües'),
  source: 'ISO 639-1 and 639-3; names by Unicode CLDR',
  terms: [
    ...codes.map((code) => ({
      code,
      label: labels(nameOf(code, 'en'), nameOf(code, 'es'), nameOf(code, 'ca')),
    })),
    ...Object.entries(named).map(([code, label]) => ({ code, label })),
    { code: 'sign_language', label: labels('Sign language', 'lengua de señas', 'llengua de signes') },
  ],
})
