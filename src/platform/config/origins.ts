import { StartProblem } from './start-problem.ts'

/**
 * `AMPARO_ORIGINS`: public origins separated by commas or spaces, each given back as `URL.origin` writes it, without
 * repeats and in order. Plain http is accepted only for `.onion` (Tor encrypts) and for this machine.
 */
export function parseOrigins(text: string | undefined): readonly string[] {
  const origins = (text ?? '').split(/[\s,]+/).filter((part) => part !== '')
  return [...new Set(origins.map(parseOrigin))]
}

function parseOrigin(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw notAnOrigin(text)
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) throw notAnOrigin(text)
  const ownMachine = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'http:' && !ownMachine && !url.hostname.endsWith('.onion')) throw unencrypted(text)
  return url.origin
}

const notAnOrigin = (text: string) =>
  new StartProblem(
    'config',
    {
      en: `AMPARO_ORIGINS holds "${text}", which is not an origin.`,
      es: `AMPARO_ORIGINS contiene "${text}", que no es un origen.`,
      ca: `AMPARO_ORIGINS conté "${text}", que no és un origen.`,
    },
    {
      en: 'Give scheme and host only, separated by commas: https://records.example.org,http://abc…xyz.onion',
      es: 'Indique solo protocolo y servidor, separados por comas: https://registros.example.org,http://abc…xyz.onion',
      ca: 'Indiqueu només protocol i servidor, separats per comes: https://registres.example.org,http://abc…xyz.onion',
    },
  )

const unencrypted = (text: string) =>
  new StartProblem(
    'config',
    {
      en: `AMPARO_ORIGINS holds "${text}": over plain http anyone on the way reads what is written.`,
      es: `AMPARO_ORIGINS contiene "${text}": con http sin cifrar, cualquiera en el camino lee lo que se escribe.`,
      ca: `AMPARO_ORIGINS conté "${text}": amb http sense xifrar, qualsevol pel camí llegeix el que s'escriu.`,
    },
    {
      en: 'Use https:// (plain http is accepted only for .onion addresses and localhost).',
      es: 'Use https:// (http sin cifrar se acepta solo para direcciones .onion y localhost).',
      ca: "Useu https:// (l'http sense xifrar només s'accepta per a adreces .onion i localhost).",
    },
  )
