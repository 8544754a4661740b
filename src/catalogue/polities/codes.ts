import { polities, type Polity, polity, polityOfCountry } from './polity.ts'
import { seatOn, seriesOn } from './seats.ts'
import { dayOf, holds } from './span.ts'

/**
 * A system of codes: `iso3` as the United Nations Digital Library writes it, with former and World Bank codes; `iso2`;
 * `cow` Correlates of War; `gw` Gleditsch and Ward; `vdem` V-Dem's `country_text_id`.
 */
export type CodeSystem = 'iso3' | 'iso2' | 'cow' | 'gw' | 'vdem'

/** Codes that are no code of ours and mean one polity. */
const former: Readonly<Record<'iso3' | 'iso2', Readonly<Record<string, string>>>> = {
  iso3: {
    ...{ SUN: 'RUS', GER: 'DEU', GFR: 'DEU', ZAR: 'COD', ROM: 'ROU', TMP: 'TLS', BUR: 'MMR', BYS: 'BLR' },
    ...{ HVO: 'BFA', DHY: 'BEN', RHO: 'ZWE', AFI: 'DJI', GEL: 'KIR', NHB: 'VUT', FXX: 'FRA' },
    // The World Bank's.
    ...{ WBG: 'PSE', KSV: 'XKX', ADO: 'AND' },
  },
  iso2: {
    ...{ SU: 'RUS', DD: 'DDR', YD: 'YMD', YU: 'YUG', ZR: 'COD', TP: 'TLS', BU: 'MMR', HV: 'BFA', DY: 'BEN' },
    ...{ RH: 'ZWE', NH: 'VUT', FX: 'FRA', AN: 'ANT', UK: 'GBR', EL: 'GRC' },
  },
}

/** What V-Dem names otherwise than ISO and we do. */
const vdemOwn: Readonly<Record<string, string>> = { ZZB: 'EAZ' }

/** ISO's VDR was North Vietnam, V-Dem's is the South; the others of V-Dem are no ISO codes at all. */
const notIso3: ReadonlySet<string> = new Set(['VDR', 'PSB', 'PSG', 'SML'])

const numbered: ReadonlyMap<number, string> = new Map([
  ...polities.flatMap(({ cow, code }) => (cow === null ? [] : [[cow, code] as const])),
  // Austria-Hungary; the Federal Republic before and after 1990; North Yemen; 345 goes by the day.
  ...([
    [300, 'AUT'],
    [255, 'DEU'],
    [260, 'DEU'],
    [678, 'YEM'],
    [679, 'YEM'],
    [345, 'SRB'],
  ] as const),
])

/** Where Gleditsch and Ward number otherwise than the Correlates of War; 970 is Kiribati's here and Nauru's there. */
const wardOwn: ReadonlyMap<number, string | null> = new Map([
  ...([
    [340, 'SRB'],
    [970, 'KIR'],
    [971, 'NRU'],
    [972, 'TON'],
    [973, 'TUV'],
  ] as const),
  ...([
    [946, null],
    [947, null],
    [955, null],
  ] as const),
])

const pick = (code: string | null | undefined): string | null => code ?? null

function codeByIso3(value: string, day: string | undefined): string | null {
  // The People's Republic has held China's seat since that day; a source of votes means the seat.
  if (value === 'CHN' && day !== undefined && dayOf(day) < '1971-10-25') return 'TWN'
  if (notIso3.has(value)) return null
  return pick(former.iso3[value] ?? polity(value)?.code)
}

function codeByIso2(value: string, day: string | undefined): string | null {
  // Czechoslovakia until 1992, Serbia and Montenegro from 2003: without a day nobody knows.
  if (value === 'CS') {
    if (day === undefined) return null
    if (holds(undefined, '1992-12-31', day)) return 'CSK'
    return holds('2003-02-04', '2006-06-02', day) ? 'SCG' : null
  }
  return pick(former.iso2[value] ?? polityOfCountry(value)?.code)
}

function codeByNumber(system: 'cow' | 'gw', value: string, day: string | undefined): string | null {
  if (!/^\d{1,3}(?:\.0+)?$/.test(value)) return null
  const number = Math.trunc(Number(value))
  // Undivided Korea: V-Dem continues it as South Korea up to 1910; the occupied country of 1945–1948 is neither.
  if (number === 730) return day !== undefined && dayOf(day) < '1910-08-29' ? 'KOR' : null
  if (system === 'gw' && wardOwn.has(number)) return pick(wardOwn.get(number))
  return pick(numbered.get(number))
}

function codeOf(system: CodeSystem, value: string, day: string | undefined): string | null {
  switch (system) {
    case 'iso3':
      return codeByIso3(value, day)
    case 'iso2':
      return codeByIso2(value, day)
    case 'vdem':
      return pick(vdemOwn[value] ?? (value === 'EAZ' ? null : polity(value)?.code))
    case 'cow':
    case 'gw':
      return codeByNumber(system, value, day)
  }
}

/**
 * The polity that a source means by a code on a day (`YYYY-MM-DD`; a year alone stands for its last day). With a day,
 * Yugoslavia's codes give the state of that day (345 in 1980 is YUG), V-Dem's CZE before 1993 is CSK, and `iso3` CHN before
 * 1971-10-25 is TWN, since a source of votes means the seat; an index that means the country is read by `vdem` or by its
 * name. Null for whatever is not known: never guessed. Polity5's own numbers are no `cow` (its 341 is Kosovo): read it
 * by names.
 */
export function polityByCode(system: CodeSystem, value: string | number, day?: string): Polity | null {
  const code = codeOf(system, String(value).trim().toUpperCase(), day)
  if (code === null) return null
  return polity(system === 'vdem' ? seriesOn(code, day) : seatOn(code, day))
}
