import ca from 'i18n-iso-countries/langs/ca.json' with { type: 'json' }
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' }
import eu from 'i18n-iso-countries/langs/eu.json' with { type: 'json' }
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' }
import gl from 'i18n-iso-countries/langs/gl.json' with { type: 'json' }
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' }
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' }
import { aliases } from './aliases.ts'
import { countries } from './country-list.ts'

/** A name and the current code that a source gives it. */
export type SourcedName = { readonly name: string; readonly code: string }

type LanguageFile = { readonly countries: Readonly<Record<string, string | readonly string[]>> }

const languageFiles: readonly LanguageFile[] = [en, es, ca, fr, pt, it, gl, eu]

/** Languages whose CLDR names are read. The last ones only meet text in their own script. */
const displayLanguages: readonly string[] = [
  'en',
  'es',
  'ca',
  'fr',
  'pt',
  'pt-PT',
  'it',
  'gl',
  'eu',
  'de',
  'es-419',
  'ar',
  'fa',
  'ru',
  'uk',
  'zh',
]

/**
 * Names that i18n-iso-countries 7.14 gives to the wrong country: its Portuguese calls Brazzaville's republic
 * “Democratic” and Kinshasa's “Popular”, which is what Brazzaville's was (1969–1992).
 */
const mistakes: ReadonlySet<string> = new Set([
  'CG|República Democrática do Congo',
  'CD|República Popular do Congo',
])

/** Short abbreviations of two or three letters are words of other languages (`RU`: Reino Unido). */
function isBareAbbreviation(name: string): boolean {
  return /^\p{Lu}{1,3}$/u.test(name.replaceAll(/[.\s-]/gu, ''))
}

/** Abbreviations that mean one country to every reader. */
const acceptedAbbreviations: ReadonlySet<string> = new Set(['UK', 'USA', 'UAE', 'EUA', 'DRC', 'RDC'])

/** Every name with its code: i18n-iso-countries, CLDR, and the aliases of this folder. May hold repeats. */
export function sourcedNames(): readonly SourcedName[] {
  const found: SourcedName[] = []
  const add = (code: string, name: string): void => {
    if (mistakes.has(`${code}|${name}`)) return
    if (isBareAbbreviation(name) && !acceptedAbbreviations.has(name.replaceAll(/[.\s-]/gu, ''))) return
    found.push({ name, code })
  }
  for (const { countries: names } of languageFiles) {
    for (const [code, value] of Object.entries(names)) {
      for (const name of typeof value === 'string' ? [value] : value) add(code, name)
    }
  }
  for (const language of displayLanguages) {
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' })
      for (const { code } of countries) {
        const name = display.of(code)
        if (name !== undefined) add(code, name)
      }
    }
  }
  for (const country of countries) for (const name of Object.values(country.name)) add(country.code, name)
  for (const [code, names] of Object.entries(aliases)) {
    for (const name of names.split(';')) add(code, name.trim())
  }
  return found
}
