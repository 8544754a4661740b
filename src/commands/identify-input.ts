import type { CommandContext, Words } from '#platform/cli'
import type { Keep } from '#modules/identification/files'

/** Where families, candidates and frequencies are. */
export const inputOptions = {
  input: {
    type: 'string',
    value: 'FILE',
    summary: {
      en: 'families and candidates (amparo-kinship-search/1)',
      es: 'familias y candidatos (amparo-kinship-search/1)',
      ca: 'famílies i candidats (amparo-kinship-search/1)',
    },
  },
  frequencies: {
    type: 'string',
    value: 'DIR',
    summary: {
      en: 'folder of frequency tables (JSON)',
      es: 'carpeta de tablas de frecuencias (JSON)',
      ca: 'carpeta de taules de freqüències (JSON)',
    },
  },
} as const

/** Which ratios are kept. */
export const keepOptions = {
  top: {
    type: 'string',
    value: 'N',
    summary: {
      en: 'only the N best of each family',
      es: 'solo los N mejores de cada familia',
      ca: 'només els N millors de cada família',
    },
  },
  'at-least': {
    type: 'string',
    value: 'L',
    summary: {
      en: 'only those with a log10 LR of at least L',
      es: 'solo los que tengan un log10 LR de al menos L',
      ca: 'només els que tinguin un log10 LR de com a mínim L',
    },
  },
} as const

/** Reads `--top` and `--at-least`; undefined where one is no such number. */
export function readKeep(top: string | undefined, atLeast: string | undefined): Keep | undefined {
  const most = top === undefined ? undefined : Number(top)
  const least = atLeast === undefined ? undefined : Number(atLeast)
  if (most !== undefined && !(Number.isInteger(most) && most > 0)) return undefined
  if (least !== undefined && (!Number.isFinite(least) || atLeast?.trim() === '')) return undefined
  return { top: most, atLeast: least }
}

type Context = CommandContext<unknown, unknown>

/** A bar of families, begun when it is known how many there are. */
export function familyBar(
  progress: Context['progress'],
  say: Context['say'],
): { readonly at: (done: number, of: number) => void; readonly finish: () => void } {
  let shown: ReturnType<Context['progress']> | undefined
  let last = 0
  return {
    at(done, of) {
      shown ??= progress(say(families), of)
      shown.advance(done - last)
      last = done
    },
    finish: () => shown?.finish(),
  }
}

const families: Words = { en: 'Families', es: 'Familias', ca: 'Famílies' }
