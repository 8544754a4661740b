import { readFile } from 'node:fs/promises'
import { Problem } from '#platform/problem'

/** The bundle, as an argument. */
export const bundleArgument = {
  name: 'FILE',
  summary: {
    en: 'the bundle, as it came (.bundle.age)',
    es: 'el expediente, tal como llegó (.bundle.age)',
    ca: "l'expedient, tal com va arribar (.bundle.age)",
  },
} as const

export const identityOption = {
  type: 'string',
  value: 'FILE',
  summary: {
    en: 'your age key (AGE-SECRET-KEY-1…)',
    es: 'su clave age (AGE-SECRET-KEY-1…)',
    ca: 'la vostra clau age (AGE-SECRET-KEY-1…)',
  },
} as const

export const senderOption = {
  type: 'string',
  value: 'FINGERPRINT',
  summary: {
    en: 'the fingerprint of the sender, as they gave it to you',
    es: 'la huella de quien lo envía, como se la dio',
    ca: "l'empremta de qui l'envia, com us la va donar",
  },
} as const

/** The private keys in a file as `age-keygen` writes it. */
export async function readIdentities(path: string | undefined): Promise<readonly string[]> {
  const lines =
    path === undefined ? [] : (await readFile(path, 'utf8')).split(/\r?\n/).map((line) => line.trim())
  const found = lines.filter((line) => /^AGE-SECRET-KEY-1[0-9A-Z]+$/.test(line))
  if (found.length === 0) throw new Problem('invalid', { explanation: noIdentity })
  return found
}

const noIdentity = {
  en: 'Give a file with your age key: --identity FILE.',
  es: 'Indique un archivo con su clave age: --identity FILE.',
  ca: 'Indiqueu un fitxer amb la vostra clau age: --identity FILE.',
}
