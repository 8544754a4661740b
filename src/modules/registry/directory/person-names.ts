/** Words inside a name that are written small. */
const particles: ReadonlySet<string> = new Set(
  'de del de la las los d da das do dos di du des van von der den ter i y e al el ul bin bint ben ibn abu ould'.split(
    ' ',
  ),
)

/** Words that make a line a heading rather than a person. */
const headingWords =
  /\b(categor\w*|activist\w*|activistes|defenders?|defensor\w*|directori\w*|directory|rights|drets|derechos|meet|contact\w*|menu|home|inici\w*|inicio|search|cercar|buscar|news|not[ií]cies|noticias|projects?|projectes|proyectos|about|support|nations|cities|ciutats|ciudades)\b/iu

const label = /^\s*(nom|name|nombre|nome|persona|person|activista|activist|defensora?|defender)\s*[:：]\s*/iu

const longestName = 70

/** A name line without its label, bullet or surrounding quotes. */
export function nameValue(text: string): string {
  if (text.length > longestName * 2) return text.trim()
  return text
    .replace(label, '')
    .replace(/^["“«]|["”»]$/gu, '')
    .replace(/[\s,;]+$/gu, '')
    .trim()
}

/** Whether a line can be a name at all: short, no sentence, no address. */
export function canBeName(text: string): boolean {
  const value = nameValue(text)
  return (
    /\p{L}/u.test(value) &&
    value.length <= longestName &&
    value.split(' ').length <= 8 &&
    !/[?!:;@<>{}/|]|(?:\p{L}{4}|[^\p{L}])\.$|https?:|\d{3}/u.test(value)
  )
}

/** Whether a line reads as a person's name: two words or more, each with a capital or of a script without them. */
export function readsAsName(text: string): boolean {
  const value = nameValue(text)
  if (!canBeName(value) || headingWords.test(value)) return false
  const words = value
    .replace(/[()“”"'’‘«»,]/gu, ' ')
    .split(/[\s-]+/u)
    .filter((word) => word !== '')
  const real = words.filter((word) => !particles.has(word.toLowerCase()))
  return real.length >= 2 && real.every((word) => /^(?:\p{Lu}|\p{Lo}|\p{Lt})/u.test(word))
}
