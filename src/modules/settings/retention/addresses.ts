/** Where the screens of retention are. */
export const at = {
  due: '/workspace/retention',
  group: (type: string, rule: string, day: string) => `/workspace/retention/due/${type}/${rule}?at=${day}`,
  review: '/workspace/retention/review',
  runs: '/workspace/retention/run',
  run: (id: string) => `/workspace/retention/run/${id}`,
  holds: '/workspace/retention/holds',
  holdList: (type: string) => `/workspace/retention/hold/${type}`,
  rules: '/workspace/settings/retention',
  type: (name: string) => `/workspace/settings/retention/${name}`,
} as const
