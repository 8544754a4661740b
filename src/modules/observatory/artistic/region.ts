import { fictionalStates } from '#catalogue/countries'
import { groupMembers, polity, polityGroups } from '#catalogue/polities'
import type { Labels } from '#platform/i18n'

/** Every state, whatever its region. */
export const everywhere = 'all'
/** What is shown unless something else is asked for. */
export const usualRegion = 'latin-america'

/** The regions that can be chosen. */
export const regions: readonly { readonly id: string; readonly name: Labels }[] = polityGroups.map(
  ({ id, name }) => ({ id, name }),
)

export const isRegion = (id: string): boolean => id === everywhere || regions.some((one) => one.id === id)

/**
 * Whether a country (ISO alpha-2) lies in a region on the last day of a year; today's members where no year is asked. The
 * states of exercises lie in every region, so that an exercise has its tables.
 */
export function inRegion(region: string, year: number | null): (country: string) => boolean {
  if (region === everywhere) return () => true
  const day = year === null ? new Date().toISOString().slice(0, 10) : `${year}-12-31`
  const countries = new Set<string>([
    ...groupMembers(region, day).flatMap((code) => polity(code)?.country ?? []),
    ...fictionalStates.map(({ code }) => code),
  ])
  return (country) => countries.has(country)
}
