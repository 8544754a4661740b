/** Kinds of act in French, in our own words: `act_types`. A line is a code and its words. */
export const kindsOfAct = `
against_life | Atteintes à la vie
extrajudicial_execution | Exécution extrajudiciaire
targeted_assassination | Assassinat d'une personne désignée
massacre | Massacre
killing_in_protest | Mort dans la répression d'une manifestation
killing_in_armed_conflict | Homicide illicite dans un conflit armé
killing_for_gender | Homicide fondé sur le genre
death_in_custody | Mort en détention
death_denied_care | Mort faute de soins médicaux
death_sentence | Condamnation à mort
death_penalty_carried_out | Peine de mort exécutée
attempted_killing | Tentative d'homicide
against_integrity | Atteintes à l'intégrité
torture | Torture
physical_torture | Torture physique
psychological_torture | Torture psychologique
sexual_torture | Torture sexuelle
mock_execution | Simulacre d'exécution
ill_treatment | Traitements cruels, inhumains ou dégradants
prolonged_isolation | Isolement prolongé
inhuman_conditions | Conditions de détention inhumaines
care_denied_in_detention | Refus de soins médicaux en détention
visits_denied | Refus des visites ou du courrier de la famille
forced_feeding | Alimentation forcée
forced_psychiatric_confinement | Internement psychiatrique forcé
physical_attack | Agression physique
excessive_force | Usage excessif de la force
beating | Coups
wounding_by_weapon | Blessure par arme
sexual_violence | Violences sexuelles
rape | Viol
sexual_harassment | Harcèlement sexuel
forced_nudity | Nudité forcée ou fouille dégradante
forced_sterilisation | Stérilisation ou contraception forcée
forced_pregnancy | Grossesse ou avortement forcé
medical_experiment | Acte médical sans consentement
disappearance | Disparitions et enlèvements
enforced_disappearance | Disparition forcée
short_disappearance | Disparition forcée de courte durée
child_taken | Appropriation d'un enfant
identity_replaced | Identité supprimée ou remplacée
remains_concealed | Restes dissimulés ou non rendus
fate_denied | Refus d'informer sur le sort
abduction | Enlèvement par des acteurs non étatiques
abduction_abroad | Enlèvement dans un autre pays
against_liberty | Atteintes à la liberté
arbitrary_detention | Détention arbitraire
arrest_without_warrant | Arrestation sans mandat
short_arrest | Arrestation brève d'intimidation
mass_arrest | Arrestations massives
incommunicado_detention | Détention au secret
secret_detention | Détention dans un lieu secret
detention_without_charge | Détention sans inculpation
prolonged_remand | Détention provisoire prolongée
held_past_release | Maintien en détention après la peine ou l'ordre de libération
house_arrest | Assignation à résidence
migrant_detention | Détention de migrants ou de demandeurs d'asile
imprisonment_for_conviction | Emprisonnement en raison d'opinions ou d'activités
release_revoked | Révocation de la libération conditionnelle
summons_to_intimidate | Convocation ou interrogatoire de police d'intimidation
hostage_taking | Prise d'otage
slavery_or_trafficking | Esclavage, servitude ou traite
forced_labour | Travail forcé
forced_recruitment | Recrutement forcé, y compris d'enfants
against_movement | Atteintes à la liberté de circulation et de résidence
travel_ban | Interdiction de quitter le pays
documents_refused | Passeport ou papiers refusés ou retirés
entry_denied | Refus de retour ou d'entrée
expulsion | Expulsion du pays
exile_as_condition | Exil imposé comme condition de la libération
driven_into_exile | Contrainte à l'exil
nationality_taken | Déchéance de la nationalité
internal_confinement | Confinement dans une ville ou un district
forced_displacement | Déplacement forcé
return_to_danger | Renvoi vers un pays dangereux
against_fair_trial | Atteintes à la justice et au procès équitable
criminalisation | Poursuites pénales pour la défense des droits
abusive_lawsuit | Procès-bâillon
false_evidence | Accusation ou preuve fabriquée
unfair_trial | Procès inéquitable
military_trial_of_civilian | Civil jugé par un tribunal militaire
counsel_denied | Refus de l'avocat choisi
lawyer_harassed | Avocat harcelé ou radié
forced_confession | Aveux forcés ou diffusés
disproportionate_sentence | Peine ou amende disproportionnée
remedy_denied | Refus d'un recours
investigation_obstructed | Obstruction à l'enquête
amnesty_of_crimes | Impunité établie par la loi
threats_and_harassment | Menaces et harcèlement
death_threat | Menace de mort
threat | Autre menace
relatives_targeted | Représailles contre des proches
organised_mob | Attroupement organisé devant le domicile
smear_campaign | Campagne de dénigrement
official_stigmatisation | Stigmatisation par des autorités
reprisal_for_cooperation | Représailles pour s'être adressé à un organe international
against_privacy | Atteintes à la vie privée et au domicile
surveillance | Surveillance ou filature
interception | Interception de communications
home_raid | Perquisition au domicile
office_raid | Perquisition ou effraction dans des locaux
equipment_seized | Saisie de matériel ou d'archives
digital_attack | Attaques numériques
spyware | Logiciel espion sur un appareil
account_taken | Intrusion dans un compte
impersonation | Usurpation d'identité ou images falsifiées
private_data_exposed | Divulgation de données privées
online_harassment | Harcèlement en ligne
site_blocked | Blocage d'un site ou d'un service
service_flooded | Site mis hors service par une attaque
account_suspended_by_order | Compte ou contenu retiré sur ordre
network_shutdown | Coupure d'internet ou du téléphone
against_expression | Atteintes à la liberté d'expression et de la presse
publication_banned | Publication interdite ou saisie
outlet_closed | Fermeture d'un média
licence_withdrawn | Retrait de licence ou de fréquence
supply_cut | Papier, publicité ou fournitures coupés en représailles
coverage_prevented | Couverture empêchée ou accréditation refusée
criminal_defamation | Poursuites pour outrage ou diffamation
access_to_information_refused | Refus d'accès à l'information publique
academic_freedom_restricted | Restriction de l'enseignement ou de la recherche
against_art | Atteintes à la liberté artistique
work_censored | Œuvre interdite, retirée ou modifiée
show_closed | Spectacle ou exposition fermé ou annulé
work_destroyed | Destruction d'une œuvre
venue_closed | Lieu culturel fermé ou détruit
artist_blacklisted | Mise à l'index ou empêchement de travailler
compulsory_artist_register | Sanction pour travail sans inscription au registre
against_association | Atteintes à la liberté d'association
registration_refused | Refus d'enregistrement
registration_left_unanswered | Demande d'enregistrement laissée sans réponse
organisation_dissolved | Dissolution d'une organisation
premises_closed | Fermeture de locaux
funding_restricted | Financement restreint ou interdit
hostile_label_imposed | Étiquette d'« agent étranger » ou étiquette hostile imposée
assets_frozen | Comptes gelés ou biens saisis
leadership_imposed | Direction imposée
union_repressed | Répression syndicale
against_assembly | Atteintes à la liberté de réunion
protest_forbidden | Interdiction d'une manifestation
protest_dispersed | Manifestation dispersée par la force
private_meeting_broken_up | Réunion privée interrompue
against_belief | Atteintes à la liberté de religion ou de conviction
worship_prevented | Culte empêché
place_of_worship_closed | Lieu de culte fermé ou attaqué
against_institutions | Atteintes aux institutions
parliament_closed | Parlement fermé ou privé de ses pouvoirs
courts_subdued | Tribunal noyauté ou juges écartés
judgment_disobeyed | Refus ouvert d'exécuter un jugement
electoral_body_captured | Mainmise sur l'organe électoral
oversight_dismantled | Démantèlement d'un organe de contrôle
local_government_seized | Mainmise sur une collectivité locale
university_seized | Mainmise sur une université
emergency_abused | Abus de l'état d'urgence
constitution_broken | Constitution modifiée en violation de ses règles
coup | Renversement du gouvernement par la force
against_participation | Atteintes à la participation politique
candidate_barred | Candidature écartée
party_outlawed | Parti interdit ou confisqué
vote_falsified | Vote falsifié ou empêché
elected_office_taken | Destitution d'un mandat électif
discrimination | Discrimination
discrimination_origin | Fondée sur l'origine, la couleur ou le peuple
discrimination_gender | Fondée sur le genre
discrimination_orientation | Fondée sur l'orientation ou l'identité de genre
discrimination_belief | Fondée sur la religion ou la conviction
discrimination_opinion | Fondée sur l'opinion politique
discrimination_disability | Fondée sur le handicap
discrimination_status | Fondée sur le statut de migrant ou de réfugié
incitement_to_hatred | Incitation à la haine ou à la violence
against_land | Atteintes à la terre, au territoire et à l'environnement
land_dispossession | Spoliation de terres
forced_eviction | Expulsion forcée du logement
consultation_omitted | Absence de consultation des peuples
environment_damaged | Atteinte à l'environnement ou empoisonnement de l'eau
crops_destroyed | Destruction de récoltes ou d'animaux
home_destroyed | Destruction du logement ou des biens
heritage_destroyed | Destruction du patrimoine ou d'un lieu sacré
against_livelihood | Atteintes aux droits économiques, sociaux et culturels
dismissed_for_activity | Licenciement ou sanction au travail en raison d'activités
work_conditions_abusive | Conditions de travail abusives
studies_ended | Exclusion des études
education_denied | Refus d'éducation
health_denied | Refus de soins de santé
reproductive_health_denied | Refus de soins de santé reproductive
food_or_water_denied | Refus d'alimentation ou d'eau
housing_denied | Refus de logement
benefits_withdrawn | Retrait d'une pension ou d'une prestation en représailles
language_suppressed | Langue ou culture réprimée
`
