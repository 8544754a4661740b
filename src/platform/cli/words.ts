import type { Labels, Language } from '#platform/i18n'
import type { Words } from './command.ts'

/** A phrase in the terminal's language; plain English stays as it is. */
export const phrase = (words: Words, language: Language): string =>
  typeof words === 'string' ? words : words[language]

/** The framework's own words. */
export const terms = {
  usage: { en: 'Usage', es: 'Uso', ca: 'Ús' },
  command: { en: 'command', es: 'comando', ca: 'ordre' },
  commands: { en: 'Commands', es: 'Comandos', ca: 'Ordres' },
  arguments: { en: 'Arguments', es: 'Argumentos', ca: 'Arguments' },
  options: { en: 'Options', es: 'Opciones', ca: 'Opcions' },
  help: { en: 'show this help', es: 'mostrar esta ayuda', ca: 'mostrar aquesta ajuda' },
  json: {
    en: 'give the result as JSON',
    es: 'dar el resultado como JSON',
    ca: 'donar el resultat com a JSON',
  },
  home: {
    en: 'the data folder (AMPARO_HOME)',
    es: 'la carpeta de datos (AMPARO_HOME)',
    ca: 'la carpeta de dades (AMPARO_HOME)',
  },
  exitCodes: { en: 'Exit codes', es: 'Códigos de salida', ca: 'Codis de sortida' },
  exits: {
    en: '0 done, 1 failed, 2 wrong usage, 3 done and waiting for review, 4 not reachable, 5 refused, 6 not found',
    es: '0 hecho, 1 falló, 2 mal uso, 3 hecho y a la espera de revisión, 4 sin conexión, 5 denegado, 6 no existe',
    ca: '0 fet, 1 ha fallat, 2 mal ús, 3 fet i pendent de revisió, 4 sense connexió, 5 denegat, 6 no existeix',
  },
  more: {
    en: 'amparo COMMAND --help tells more of a command.',
    es: 'amparo COMANDO --help explica un comando.',
    ca: 'amparo ORDRE --help explica una ordre.',
  },
  unknown: { en: 'There is no such command', es: 'No existe ese comando', ca: 'No existeix aquesta ordre' },
  meant: { en: 'Did you mean', es: '¿Quiso decir', ca: 'Volíeu dir' },
  missing: { en: 'Missing', es: 'Falta', ca: 'Falta' },
  tooMany: { en: 'Not expected', es: 'Sobra', ca: 'Hi sobra' },
  noOption: { en: 'There is no such option', es: 'No existe esa opción', ca: 'No existeix aquesta opció' },
  needsValue: { en: 'Needs a value', es: 'Necesita un valor', ca: 'Necessita un valor' },
  noValue: { en: 'Takes no value', es: 'No lleva valor', ca: 'No porta valor' },
  seeHelp: { en: 'See', es: 'Vea', ca: 'Vegeu' },
  fault: {
    en: 'A fault of the program; nothing was left half-written.',
    es: 'Un error del programa; nada quedó a medio escribir.',
    ca: 'Un error del programa; no ha quedat res a mig escriure.',
  },
  remedy: { en: 'What to do', es: 'Qué hacer', ca: 'Què cal fer' },
} as const satisfies Record<string, Labels>
