/** Numbers as minutes write them, in Spanish, English, French, Portuguese and Catalan, up to some two hundred. */
const words: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'cero zero nenhum ninguno ninguna ningun cap none no aucun aucune sin',
    'un uno una um uma one une',
    'dos dois duas two deux dues',
    'tres three trois',
    'cuatro quatro four quatre',
    'cinco five cinq cinc',
    'seis six sis',
    'siete sete seven sept set',
    'ocho oito eight huit vuit',
    'nueve nove nine neuf nou',
    'diez dez ten dix deu',
    'once onze eleven',
    'doce doze twelve douze dotze',
    'trece treze thirteen treize tretze',
    'catorce quatorze catorze fourteen',
    'quince quinze fifteen',
    'dieciseis dezesseis dezasseis sixteen seize setze',
    'diecisiete dezessete dezassete seventeen disset',
    'dieciocho dezoito eighteen divuit',
    'diecinueve dezenove dezanove nineteen dinou',
    'veinte vinte twenty vingt vint',
    'veintiuno veintiun veintiuna',
    'veintidos',
    'veintitres',
    'veinticuatro',
    'veinticinco',
    'veintiseis',
    'veintisiete',
    'veintiocho',
    'veintinueve',
    'treinta trinta thirty trente trenta',
  ].flatMap((line, value) => line.split(' ').map((word) => [word, value] as const)),
)
const tens: Readonly<Record<string, number>> = {
  ...{ cuarenta: 40, quarenta: 40, forty: 40, quarante: 40, quaranta: 40 },
  ...{ cincuenta: 50, cinquenta: 50, fifty: 50, cinquante: 50, cinquanta: 50 },
  ...{ sesenta: 60, sessenta: 60, sixty: 60, soixante: 60, seixanta: 60 },
}
const joiners = new Set(['y', 'e', 'and', 'et', 'i'])

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The number of a word or a few: `siete`, `twenty-one`, `34`. Null when it is none. */
export function readNumber(text: string): number | null {
  const parts = plain(text)
    .split(/[\s-]+/u)
    .filter((one) => one !== '')
  if (parts.length === 1 && /^\d{1,3}$/u.test(parts[0] ?? '')) return Number(parts[0])
  let sum: number | null = null
  for (const part of parts) {
    if (joiners.has(part) && sum !== null) continue
    const value = Object.hasOwn(words, part)
      ? words[part]
      : Object.hasOwn(tens, part)
        ? tens[part]
        : undefined
    if (value === undefined) return null
    sum = (sum ?? 0) + value
  }
  return sum
}

/** The number at the end of a text: of "con los votos de treinta y cuatro", 34. Null when it ends in none. */
export function numberAtEnd(text: string): number | null {
  const parts = text.trim().split(/\s+/u)
  for (let from = Math.max(0, parts.length - 3); from < parts.length; from++) {
    const tail = parts.slice(from)
    if (joiners.has(plain(tail[0] ?? ''))) continue
    const number = readNumber(tail.join(' '))
    if (number !== null) return number
  }
  return null
}
