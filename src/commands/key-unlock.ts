import { defineCommand } from '#platform/cli'
import { instanceKeyState, keyPassphrase, unlockInstanceKey } from '#platform/files'
import { keyWords } from './key-words.ts'

/** `amparo key unlock`: takes the lock off, for good. */
export const command = defineCommand({
  name: 'key unlock',
  summary: {
    en: 'Takes the lock off the instance key; starts need no passphrase any more.',
    es: 'Quita el bloqueo de la clave de la instancia; los inicios ya no piden frase.',
    ca: 'Treu el bloqueig de la clau de la instància; els inicis ja no demanen frase.',
  },
  async run({ config: readConfig, note, result, say }) {
    const config = readConfig()
    const state = instanceKeyState(config.home)
    if (state !== 'locked') {
      note(say(keyWords[state]))
      return state === 'open' ? 0 : 1
    }
    const passphrase = await keyPassphrase(config)
    if (passphrase === null) {
      note(say(keyWords.nobody))
      return 2
    }
    unlockInstanceKey(config.home, passphrase)
    result({ state: 'open' }, () => say(keyWords.unlockedNow))
    return 0
  },
})
