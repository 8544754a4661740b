import type { OptionSpecs } from './command.ts'

/** For commands that listen: the configuration reads these two from the line itself, as it does `--home`. */
export const listenOptions = {
  port: {
    type: 'string',
    value: 'PORT',
    summary: { en: 'the port (PORT, 4747)', es: 'el puerto (PORT, 4747)', ca: 'el port (PORT, 4747)' },
  },
  host: {
    type: 'string',
    value: 'HOST',
    summary: {
      en: 'the name or address to listen on (HOST, localhost)',
      es: 'el nombre o la dirección donde escuchar (HOST, localhost)',
      ca: "el nom o l'adreça on escoltar (HOST, localhost)",
    },
  },
} as const satisfies OptionSpecs
