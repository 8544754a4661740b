/** Where the screens of this room are. */
export const at = {
  list: '/workspace/asylum',
  procedures: '/workspace/asylum/procedures',
  procedure: (id: string) => `/workspace/asylum/procedure/${id}`,
  calendar: (country: string) => `/workspace/asylum/calendar/${country}`,
} as const
