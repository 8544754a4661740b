import { defineRoom } from '../room.ts'
import { labelsOf } from './messages.ts'
import { campaignRoute } from './pages/campaign-page.tsx'
import { listRoute } from './pages/list-page.tsx'
import { publicCampaigns } from './public-kind.tsx'
import { campaign } from './records/campaign.ts'

/** Campaigns: what is asked for somebody until it is done, and the days that they have been in prison. */
export const campaignsRoom = defineRoom({
  types: [campaign],
  routes: [listRoute, campaignRoute],
  publicKinds: [publicCampaigns],
  navigation: [{ href: '/workspace/campaigns', label: labelsOf('campaigns'), order: 35 }],
})
