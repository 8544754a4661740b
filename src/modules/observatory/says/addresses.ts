import { stateAddress } from '../states/addresses.ts'

/** Everything behind what a state says and does on a theme. */
export const saysAddress = (code: string, theme: string): string => `${stateAddress(code)}/says/${theme}`
