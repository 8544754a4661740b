import type { ThreeLanguages } from './display-overrides.ts'

/** A state that does not exist, for demonstrations and training. */
export type FictionalState = {
  /** A code that ISO 3166-1 reserves for its users, so that it can never become a real state's. */
  readonly code: 'QM' | 'QN' | 'QO'
  readonly name: ThreeLanguages
  readonly fictional: true
}

/** Named by `countryName`, absent from `countries`, never matched from text. */
export const fictionalStates: readonly FictionalState[] = [
  { code: 'QM', name: { en: 'Meridia', es: 'Meridia', ca: 'Merídia' }, fictional: true },
  { code: 'QN', name: { en: 'Nordavia', es: 'Nordavia', ca: 'Nordàvia' }, fictional: true },
  { code: 'QO', name: { en: 'Oscania', es: 'Oscania', ca: 'Oscània' }, fictional: true },
]
