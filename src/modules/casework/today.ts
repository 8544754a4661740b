/** The present day of UTC, as it is kept: `2026-11-21`. */
export const today = (now = new Date()): string => now.toISOString().slice(0, 10)
