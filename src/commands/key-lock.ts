import { defineCommand } from '#platform/cli'
import { askOnTerminal, filedPassphrase, instanceKeyState, lockInstanceKey } from '#platform/files'
import { passphraseFault } from '#platform/identity'
import { keyWords } from './key-words.ts'

/** `amparo key lock`: from now on a start needs a passphrase. */
export const command = defineCommand({
  name: 'key lock',
  summary: {
    en: 'Locks the instance key with a passphrase, which every start then needs.',
    es: 'Bloquea la clave de la instancia con una frase, que desde entonces hace falta en cada inicio.',
    ca: 'Bloqueja la clau de la instància amb una frase, que des de llavors cal a cada inici.',
  },
  async run({ config: readConfig, note, result, say }) {
    const config = readConfig()
    const state = instanceKeyState(config.home)
    if (state !== 'open') {
      note(say(keyWords[state]))
      return state === 'locked' ? 0 : 1
    }
    const filed = filedPassphrase(config)
    const passphrase = filed ?? (await askOnTerminal(say(keyWords.ask)))
    if (passphrase === null) {
      note(say(keyWords.nobody))
      return 2
    }
    if (passphraseFault(passphrase)) {
      note(say(keyWords.weak))
      return 1
    }
    if (filed === null && (await askOnTerminal(say(keyWords.again))) !== passphrase) {
      note(say(keyWords.differs))
      return 1
    }
    lockInstanceKey(config.home, passphrase)
    result({ state: 'locked' }, () => say(keyWords.lockedNow))
    return 0
  },
})
