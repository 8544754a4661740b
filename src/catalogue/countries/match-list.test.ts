import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ambiguities, countries, matchCountry, matchCountryList } from './index.ts'

/** `MX`, `MX?` for review, `[CG,CD]?` where no code is chosen, `-` for nothing. */
function read(text: string, name?: string): string {
  const { matches } = matchCountryList(text, name === undefined ? {} : { name })
  return matches
    .map(({ code, status, candidates }) =>
      status === 'none' ? '-' : status === 'certain' ? (code ?? '!') : `${code ?? `[${candidates.join()}]`}?`,
    )
    .join(' ')
}

test.each([
  ['Méxic', 'MX'],
  ['Xile', 'CL'],
  ['Xina', 'CN'],
  ['Sàhara Occidental', 'EH'],
  ['Bosnia and Herzegovina', 'BA'],
  ['Democratic Republic of the Congo', 'CD'],
  ['Congo, Democratic Republic of the', 'CD'],
  ['Republic of the Congo', 'CG'],
  ['Guinea-Bissau', 'GW'],
  ['Equatorial Guinea', 'GQ'],
  ['Papua New Guinea', 'PG'],
  ['Nigèria', 'NG'],
  ['Níger', 'NE'],
  ['South Sudan', 'SS'],
  ['Dominican Republic', 'DO'],
  ['Jersey', 'JE'],
  ['Birmània', 'MM'],
  ['Myanmar (Burma)', 'MM'],
  ['Palestina', 'PS'],
  ['Swaziland', 'SZ'],
  ['Ivory Coast', 'CI'],
  ['Holanda', 'NL'],
  ['Txèquia', 'CZ'],
  ['Rússia', 'RU'],
  ['Sudàfrica', 'ZA'],
  ['Sud-àfrica', 'ZA'],
  ['LA ARGENTINA', 'AR'],
  ['EE.UU.', 'US'],
  ['Korea, North', 'KP'],
  ['República de Colombia', 'CO'],
  ['País: Mèxic', 'MX'],
  ['🇲🇽 México', 'MX'],
  ['Me\u0301xico', 'MX'],
  ['El\u00A0Salvador', 'SV'],
  ['Ирак', 'IQ'],
  ['<name> Spain', 'ES'],
])('takes %s as it is', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['Congo', '[CG,CD]?'],
  ['El Congo', '[CG,CD]?'],
  ['Guinée', '[GN,GW,GQ,PG]?'],
  ['Corea', '[KR,KP]?'],
  ['Sudan', '[SD,SS]?'],
  ['Dominicana', '[DM,DO]?'],
  ['Geòrgia', '[GE,US]?'],
  ['Macedònia', '[MK,GR]?'],
  ['Samoa', '[WS,AS]?'],
  ['Amèrica', '[US]?'],
  ['Nigera', '[NE,NG]?'],
  ['Guatamala', 'GT?'],
  ['ElSalvador', 'SV?'],
  ['SaintMarin', '[SM,MF,SX]?'],
  ['Republica Democratca del Congo', 'CD?'],
  ['Ira', '-'],
  ['Scotland', '[GB]?'],
  ['Kurdistan', '[TR,IQ,IR,SY]?'],
  ['Tibet', '[CN]?'],
  ['Catalunya', '[ES]?'],
  ['Yugoslavia', '[RS,HR,BA,SI,MK,ME,XK]?'],
  ['Serbia and Montenegro', '[RS,ME]?'],
  ['Txetxènia (Federació Russa)', 'RU?'],
  ['Colòmbia (Cauca)', 'CO?'],
  ['Georgia (USA)', 'US?'],
  ['Bogotá, Colombia', 'CO?'],
  ['from Mexico', 'MX?'],
  ['US', 'US?'],
  ['us', '-'],
  ['Oscania', '-'],
  ['🇪🇸 México', 'MX?'],
  ['Republic of China', '[TW,CN]?'],
  ['New Mexico', '[US]?'],
  ['Niger Delta', 'NE?'],
])('leaves %s to a person', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['Mèxic / Guatemala', 'MX GT'],
  ['Trinidad i Tobago, Mèxic i Xile', 'TT MX CL'],
  ['Bosnia and Herzegovina and Serbia', 'BA RS'],
  ['Colombia & Perú', 'CO PE'],
  ['Guinea / Senegal', '[GN,GW,GQ,PG]? SN'],
  ['Mèxic o Guatemala', 'MX? GT?'],
  ['Mèxic / Zorgland', 'MX?'],
  ['Colombia / Las', 'CO?'],
  ['Congo, Republic of the', 'CG'],
  ['Gambia, The', 'GM'],
  ['Hong Kong, China', 'HK? CN?'],
  ['Sàhara Occidental, Marroc', 'EH? MA?'],
  ['Tibet, Xina', '[CN]? CN?'],
])('reads the list %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('sets the name of the person aside, at either end, unless it is all there is', () => {
  expect(read('Andrés Krakenberger Spain', 'Andrés Krakenberger')).toBe('ES')
  expect(read('Spain, ANDRES KRAKENBERGER', 'Andrés Krakenberger')).toBe('ES')
  expect(read('Israel Mendoza Mèxic', 'Israel Mendoza')).toBe('MX')
  expect(read('Jordan', 'Jordan')).toBe('JO?')
})

test.each([
  ['Nicaragua, exiliada a Catalunya', 'NI', 'exile', 'exiliada a Catalunya'],
  ['Nicaragua (exiliada a Catalunya)', 'NI', 'exile', 'exiliada a Catalunya'],
  ['Eritrea, refugiat a Suècia', 'ER', 'refugee', 'refugiat a Suècia'],
  ['Nicaragua, exiliada a Lleida, Espanya', 'NI', 'exile', 'exiliada a Lleida, Espanya'],
  ['Iran, currently based in Berlin', 'IR', 'resident', 'currently based in Berlin'],
  ['Belarus (in exile)', 'BY', 'exile', 'in exile'],
  ['Cuba – exiliado en España', 'CU', 'exile', 'exiliado en España'],
  ['Exiliada a Suècia, Eritrea', 'ER?', 'exile', 'Exiliada a Suècia'],
  ['Mexico-based', 'MX?', 'resident', 'based'],
  ['Exiliada a Bèlgica', '[BE]?', 'exile', 'Exiliada a Bèlgica'],
])('parts %s in country and situation', (text, expected, status, original) => {
  expect(read(text)).toBe(expected)
  expect(matchCountryList(text).personStatus).toEqual({ status, original })
})

test('one cell with several countries is for review as one match', () => {
  expect(matchCountry('Mèxic / Guatemala')).toMatchObject({
    status: 'review',
    code: null,
    candidates: ['MX', 'GT'],
  })
  expect(matchCountry('')).toMatchObject({ status: 'none', code: null, candidates: [] })
})

test('no form of an ambiguous name is ever taken', () => {
  const forms = ambiguities.flatMap(({ names }) => names.split(';').map((name) => name.trim()))
  const variants = forms.flatMap((form) => [form, form.toUpperCase(), form.normalize('NFD'), ` ${form}. `])
  expect(
    variants.filter((text) => matchCountryList(text).matches.some(({ status }) => status === 'certain')),
  ).toEqual([])
})

test('any text gives codes of the list, a certain match exactly one, and never throws', () => {
  const known = new Set(countries.map(({ code }) => code))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string()), fc.string(), (text, name) => {
      for (const { status, code, candidates } of matchCountryList(text, { name }).matches) {
        expect(candidates.every((candidate) => known.has(candidate))).toBe(true)
        if (status === 'certain') expect(candidates).toEqual([code])
      }
    }),
  )
})

test('certain words inside other words are never certain', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/)
  fc.assert(
    fc.property(word, fc.constantFrom('Mèxic', 'Congo', 'Nigèria', 'El Salvador'), (extra, country) => {
      const text = `zq${extra} ${country}`
      expect(matchCountryList(text).matches.filter(({ status }) => status === 'certain')).toEqual([])
    }),
  )
})
