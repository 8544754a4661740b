import { defineCommand } from '#platform/cli'
import { instanceKeyState } from '#platform/files'
import { keyWords } from './key-words.ts'

/** `amparo key status`: how the instance key lies on the disk. */
export const command = defineCommand({
  name: 'key status',
  summary: {
    en: 'Says whether the instance key lies in clear on the disk, or locked.',
    es: 'Dice si la clave de la instancia está en claro en el disco o bloqueada.',
    ca: 'Diu si la clau de la instància és en clar al disc o bloquejada.',
  },
  async run({ config, result, say }) {
    const state = instanceKeyState(config().home)
    result({ state }, () => say(keyWords[state]))
  },
})
