import type { OptionSpec } from './command.ts'

/** `--as PERSON`, of every command that acts within an organisation; without it, it acts as the operator. */
export const asOption = {
  type: 'string',
  value: 'PERSON',
  summary: {
    en: 'act as this person, by the name they sign in with; as the operator unless given',
    es: 'actuar como esta persona, por el nombre con que inicia sesión; si no, como operador',
    ca: 'actuar com aquesta persona, pel nom amb què inicia sessió; si no, com a operador',
  },
} as const satisfies OptionSpec
