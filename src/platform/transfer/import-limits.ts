import { DEFAULT_LIMITS } from '#platform/tabular'

/** Records of ours may hold texts longer than what is usual in a table. */
export const importLimits = { ...DEFAULT_LIMITS, cellLength: 16 * 1024 * 1024 }
