import { type Random, between, pick, zipf } from './random.ts'

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Words of reports, the commonest first. */
const vocabulary: Readonly<Record<'en' | 'es' | 'ca', readonly string[]>> = {
  en: list(`the of and in was by to at on police authorities detained arrested released protest charges court family
    defenders without warrant prison hearing lawyers threatened journalists community leader organisation house search
    beaten questioned hours officers denied access medical evidence statement witnesses neighbours march union farmers
    land river mining company students university newspaper closed confiscated computer documents trial sentence years
    appeal exile border passport withdrawn surveillance telephone letters harassment smear campaign television`),
  es: list(`de la el en que y los por las con del policía autoridades detenida detenido liberada protesta cargos tribunal
    familia defensora defensores sin orden judicial prisión audiencia abogados amenazada periodistas comunidad dirigente
    organización domicilio allanamiento golpeada interrogada horas agentes negaron acceso médico pruebas declaración
    testigos vecinos marcha sindicato campesinos tierra río minera empresa estudiantes universidad periódico clausurado
    incautaron computadora documentos juicio condena años apelación exilio frontera pasaporte vigilancia hostigamiento`),
  ca: list(`de la el en que i els per les amb del policia autoritats detinguda detingut alliberada protesta càrrecs tribunal
    família defensora defensors sense ordre judicial presó audiència advocats amenaçada periodistes comunitat dirigent
    organització domicili escorcoll colpejada interrogada hores agents van negar accés mèdic proves declaració testimonis
    veïns marxa sindicat pagesos terra riu minera empresa estudiants universitat diari clausurat ordinador documents judici
    condemna anys apel·lació exili frontera passaport vigilància assetjament col·lectiu`),
}

const places =
  list(`Oaxaca Guerrero Tegucigalpa Quito Lima Caracas Managua Habana Bogotá Cali Recife Manaus Asunción
  Tucumán Córdoba Rosario Barcelona Girona Lleida Kyiv Donetsk Minsk Cairo Aleppo Istanbul Diyarbakır Nairobi Lagos
  Kampala Manila Hanoi Yangon`)

const draws = {
  en: zipf(vocabulary.en.length),
  es: zipf(vocabulary.es.length),
  ca: zipf(vocabulary.ca.length),
} as const

/** A text of `words` words of one language. */
export function text(random: Random, language: 'en' | 'es' | 'ca', words: number): string {
  const stock = vocabulary[language]
  const draw = draws[language]
  const spoken = Array.from({ length: words }, () => stock[draw(random)] ?? '')
  return `${spoken.join(' ')} ${pick(random, places)}.`
}

/** An account in one to three languages. */
export function account(random: Random): Readonly<Record<string, string>> {
  const words = between(random, 15, 45)
  const all: Record<string, string> = {}
  if (random() < 0.7) all['es'] = text(random, 'es', words)
  if (random() < 0.5) all['en'] = text(random, 'en', words)
  if (random() < 0.3) all['ca'] = text(random, 'ca', words)
  return Object.keys(all).length > 0 ? all : { es: text(random, 'es', words) }
}

/** Where something happened, in words. */
export const placeName = (random: Random): string => pick(random, places)

/** A date as registers have it: a day, a month, a year, a range, or uncertain (EDTF). */
export function edtf(random: Random, from = 1976, to = 2026): string {
  const year = between(random, from, to)
  const month = String(between(random, 1, 12)).padStart(2, '0')
  const day = String(between(random, 1, 28)).padStart(2, '0')
  const kind = random()
  if (kind < 0.6) return `${year}-${month}-${day}`
  if (kind < 0.75) return `${year}-${month}`
  if (kind < 0.85) return `${year}`
  if (kind < 0.9) return `${year}?`
  if (kind < 0.95) return `${year}-${month}~`
  return `${year}-${month}/${year + 1}-${month}`
}
