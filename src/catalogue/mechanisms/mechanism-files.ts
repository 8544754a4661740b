import afAchprCommunication from './data/mechanisms/af-achpr-communication.json' with { type: 'json' }
import arConareAsylum from './data/mechanisms/ar-conare-asylum.json' with { type: 'json' }
import arUniversalJurisdiction from './data/mechanisms/ar-universal-jurisdiction.json' with { type: 'json' }
import artAtRiskNetworks from './data/mechanisms/art-at-risk-networks.json' with { type: 'json' }
import euCoeCommissioner from './data/mechanisms/eu-coe-commissioner.json' with { type: 'json' }
import euCoePrivateOffice from './data/mechanisms/eu-coe-private-office.json' with { type: 'json' }
import euEcthrApplication from './data/mechanisms/eu-ecthr-application.json' with { type: 'json' }
import euHrdGuidelines from './data/mechanisms/eu-hrd-guidelines.json' with { type: 'json' }
import euProtectdefendersEmergency from './data/mechanisms/eu-protectdefenders-emergency.json' with {
  type: 'json',
}
import euProtectdefendersRelocation from './data/mechanisms/eu-protectdefenders-relocation.json' with {
  type: 'json',
}
import gaamac from './data/mechanisms/gaamac.json' with { type: 'json' }
import iaArt14Disappearance from './data/mechanisms/ia-art14-disappearance.json' with { type: 'json' }
import iaArt41 from './data/mechanisms/ia-art41.json' with { type: 'json' }
import iaCourtProvisional from './data/mechanisms/ia-court-provisional.json' with { type: 'json' }
import iaHearing from './data/mechanisms/ia-hearing.json' with { type: 'json' }
import iaMeseni from './data/mechanisms/ia-meseni.json' with { type: 'json' }
import iaPetition from './data/mechanisms/ia-petition.json' with { type: 'json' }
import iaPrecautionary from './data/mechanisms/ia-precautionary.json' with { type: 'json' }
import iaReports from './data/mechanisms/ia-reports.json' with { type: 'json' }
import iaSrfoe from './data/mechanisms/ia-srfoe.json' with { type: 'json' }
import iccArt15 from './data/mechanisms/icc-art15.json' with { type: 'json' }
import iloCfa from './data/mechanisms/ilo-cfa.json' with { type: 'json' }
import mercosurRaadh from './data/mechanisms/mercosur-raadh.json' with { type: 'json' }
import natAmparo from './data/mechanisms/nat-amparo.json' with { type: 'json' }
import natHabeasCorpus from './data/mechanisms/nat-habeas-corpus.json' with { type: 'json' }
import unCedIndividual from './data/mechanisms/un-ced-individual.json' with { type: 'json' }
import unCedUrgent from './data/mechanisms/un-ced-urgent.json' with { type: 'json' }
import unEcosocStatus from './data/mechanisms/un-ecosoc-status.json' with { type: 'json' }
import unHrcComplaint from './data/mechanisms/un-hrc-complaint.json' with { type: 'json' }
import unHrcNgoStatement from './data/mechanisms/un-hrc-ngo-statement.json' with { type: 'json' }
import unOsapg from './data/mechanisms/un-osapg.json' with { type: 'json' }
import unReprisals from './data/mechanisms/un-reprisals.json' with { type: 'json' }
import unSpAllegationLetter from './data/mechanisms/un-sp-allegation-letter.json' with { type: 'json' }
import unSpOtherLetter from './data/mechanisms/un-sp-other-letter.json' with { type: 'json' }
import unSpUrgentAppeal from './data/mechanisms/un-sp-urgent-appeal.json' with { type: 'json' }
import unSrCulturalRights from './data/mechanisms/un-sr-cultural-rights.json' with { type: 'json' }
import unSrFoaa from './data/mechanisms/un-sr-foaa.json' with { type: 'json' }
import unSrHrd from './data/mechanisms/un-sr-hrd.json' with { type: 'json' }
import unTbAlternativeReport from './data/mechanisms/un-tb-alternative-report.json' with { type: 'json' }
import unTbCat from './data/mechanisms/un-tb-cat.json' with { type: 'json' }
import unTbCcpr from './data/mechanisms/un-tb-ccpr.json' with { type: 'json' }
import unTbCedaw from './data/mechanisms/un-tb-cedaw.json' with { type: 'json' }
import unTbCerd from './data/mechanisms/un-tb-cerd.json' with { type: 'json' }
import unTbCescr from './data/mechanisms/un-tb-cescr.json' with { type: 'json' }
import unTbCrc from './data/mechanisms/un-tb-crc.json' with { type: 'json' }
import unTbCrpd from './data/mechanisms/un-tb-crpd.json' with { type: 'json' }
import unUprFollowup from './data/mechanisms/un-upr-followup.json' with { type: 'json' }
import unUprStakeholder from './data/mechanisms/un-upr-stakeholder.json' with { type: 'json' }
import unWgadRegular from './data/mechanisms/un-wgad-regular.json' with { type: 'json' }
import unWgadUrgent from './data/mechanisms/un-wgad-urgent.json' with { type: 'json' }
import unWgeidStandard from './data/mechanisms/un-wgeid-standard.json' with { type: 'json' }
import unWgeidUrgent from './data/mechanisms/un-wgeid-urgent.json' with { type: 'json' }
import unesco104 from './data/mechanisms/unesco-104.json' with { type: 'json' }
import unhcrRegistration from './data/mechanisms/unhcr-registration.json' with { type: 'json' }

/** What the files of `data/mechanisms` hold, one a mechanism; `check-catalogue.ts` proves their shape. */
export const mechanismFiles: readonly unknown[] = [
  afAchprCommunication,
  arConareAsylum,
  arUniversalJurisdiction,
  artAtRiskNetworks,
  euCoeCommissioner,
  euCoePrivateOffice,
  euEcthrApplication,
  euHrdGuidelines,
  euProtectdefendersEmergency,
  euProtectdefendersRelocation,
  gaamac,
  iaArt14Disappearance,
  iaArt41,
  iaCourtProvisional,
  iaHearing,
  iaMeseni,
  iaPetition,
  iaPrecautionary,
  iaReports,
  iaSrfoe,
  iccArt15,
  iloCfa,
  mercosurRaadh,
  natAmparo,
  natHabeasCorpus,
  unCedIndividual,
  unCedUrgent,
  unEcosocStatus,
  unHrcComplaint,
  unHrcNgoStatement,
  unOsapg,
  unReprisals,
  unSpAllegationLetter,
  unSpOtherLetter,
  unSpUrgentAppeal,
  unSrCulturalRights,
  unSrFoaa,
  unSrHrd,
  unTbAlternativeReport,
  unTbCat,
  unTbCcpr,
  unTbCedaw,
  unTbCerd,
  unTbCescr,
  unTbCrc,
  unTbCrpd,
  unUprFollowup,
  unUprStakeholder,
  unWgadRegular,
  unWgadUrgent,
  unWgeidStandard,
  unWgeidUrgent,
  unesco104,
  unhcrRegistration,
]
