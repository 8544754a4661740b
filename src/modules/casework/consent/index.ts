import { labels } from '#platform/i18n'
import { defineRoom } from '../room.ts'
import { consent } from './records/consent.ts'

/** Who agreed to what, for which purpose and until when. */
export const consentRoom = defineRoom({
  types: [consent],
  navigation: [
    {
      href: '/workspace/records/consent',
      label: labels('Consents', 'Consentimientos', 'Consentiments'),
      order: 29,
    },
  ],
})
