import { Problem } from '#platform/problem'

const needed = {
  en: 'Say why: whoever reads this in a year was not here.',
  es: 'Diga por qué: quien lo lea dentro de un año no estuvo aquí.',
  ca: "Digueu per què: qui ho llegeixi d'aquí a un any no hi era.",
}

/** The words given, without outer space; throws `invalid` on the field where there are none. */
export function requireWords(field: string, words: string): string {
  const said = words.trim().slice(0, 2_000)
  if (said === '') throw new Problem('invalid', { fields: [{ field, message: needed }] })
  return said
}
