import { isoDay } from '../importers/read-cells.ts'

/** A roll call of the OAS as a text file: what is known of it, line by line, an empty line, and the words. */
export interface OasText {
  readonly body: string
  readonly day: string
  readonly symbol: string
  readonly session: string
  readonly title: string
  /** Names as written, and the code of the state that a person said is meant. */
  readonly names: ReadonlyMap<string, string>
  readonly words: string
  /** The line, from 1, on which the words begin. */
  readonly line: number
}

export const oasBodies = ['oas-ga', 'oas-pc'] as const

const keys: Readonly<Record<string, 'body' | 'day' | 'symbol' | 'session' | 'title' | 'name'>> = {
  ...{ body: 'body', organo: 'body', organ: 'body', orgao: 'body', organe: 'body' },
  ...{ day: 'day', date: 'day', fecha: 'day', data: 'day', dia: 'day', jour: 'day' },
  ...{ symbol: 'symbol', signatura: 'symbol', simbolo: 'symbol', cote: 'symbol' },
  ...{ session: 'session', sesion: 'session', sessao: 'session', sessio: 'session' },
  ...{ title: 'title', titulo: 'title', titol: 'title', titre: 'title' },
  ...{ name: 'name', nombre: 'name', nom: 'name', nome: 'name' },
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/** Takes such a file apart; null when it does not begin with a body and a day. */
export function readOasText(text: string): OasText | null {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .split('\n')
  const said: Partial<Record<'body' | 'day' | 'symbol' | 'session' | 'title', string>> = {}
  const names = new Map<string, string>()
  let at = 0
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '') break
    const [, label = '', value = ''] = /^([\p{L}]+)\s*:\s*(.*)$/u.exec(line) ?? []
    const key = keys[plain(label)]
    if (key === undefined) break
    if (key === 'name') {
      const [, name = '', code = ''] = /^(.*\S)\s*=\s*([A-Z]{3})$/u.exec(value.trim()) ?? []
      if (name !== '') names.set(name, code)
    } else said[key] ??= value.trim()
  }
  const body = oasBodies.find((one) => one === plain(said.body ?? ''))
  const day = isoDay(said.day ?? '')
  if (!body || day === '') return null
  return {
    body,
    day,
    symbol: said.symbol ?? '',
    session: said.session ?? '',
    title: said.title ?? '',
    names,
    words: lines.slice(at).join('\n').trim(),
    line: at + 1,
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** The same as a text file. */
export const writeOasText = ({
  body,
  day,
  symbol,
  session,
  title,
  names,
  words,
}: Omit<OasText, 'line'>): string =>
  [
    `Body: ${body}`,
    `Day: ${day}`,
    `Symbol: ${oneLine(symbol)}`,
    `Session: ${oneLine(session)}`,
    `Title: ${oneLine(title)}`,
    ...[...names].map(([name, code]) => `Name: ${oneLine(name)} = ${code}`),
    '',
    words.replaceAll(/\r\n?/gu, '\n').trim(),
    '',
  ].join('\n')
