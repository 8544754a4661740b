/** What is said of people and of who acted, in French and in our own words. A line is a code and its words. */

export const victimStatuses = `
alive_free | En vie, en liberté
alive_injured | En vie, blessé(e)
permanent_harm | Séquelles durables
alive_detained | En vie, privé(e) de liberté
released | Libéré(e)
released_on_condition | Libéré(e) sous conditions
exiled | A quitté le pays
displaced_inside | Déplacé(e) à l'intérieur du pays
still_missing | Toujours porté(e) disparu(e)
reappeared | Réapparu(e) en vie
died | Décédé(e)
remains_found | Décédé(e), restes retrouvés
remains_not_found | Décédé(e), restes non retrouvés
identity_returned | Identité rétablie
institution_suspended | Institution suspendue
institution_closed | Institution ou organisation fermée
institution_working | Institution en activité, affaiblie
outcome_unknown | Inconnu
`

export const perpetratorKinds = `
governmental | Acteurs étatiques
armed_forces | Forces armées
army | Armée de terre
navy | Marine
air_force | Armée de l'air
police | Police
political_police | Police politique
riot_police | Police antiémeute
gendarmerie | Gendarmerie ou garde-frontière
intelligence | Service de renseignement
joint_task_force | Force conjointe
prison_service | Administration pénitentiaire
judiciary | Pouvoir judiciaire
prosecution | Ministère public
executive | Chef de l'État ou du gouvernement
ministry | Ministère ou organisme national
legislature | Pouvoir législatif
electoral_authority | Autorité électorale
migration_authority | Autorité migratoire
local_authority | Autorité locale ou régionale
state_media_outlet | Média d'État
state_company | Entreprise publique
school_or_university | École ou université publique
health_institution | Établissement public de santé
foreign_state | Agents d'un autre État
other_actors | Autres acteurs
landowner | Propriétaire foncier
company | Entreprise
private_security | Sécurité privée
paramilitary | Paramilitaires
pro_government_group | Civils progouvernementaux
organised_crime | Crime organisé
armed_group | Groupe armé d'opposition
political_party | Parti politique
religious_group | Groupe religieux
media_outlet | Média privé
community_members | Membres de la communauté
family_member | Membre de la famille ou partenaire
employer | Employeur
individual | Particulier
unknown_perpetrator | Inconnu
`

export const involvementDegrees = `
carried_out | A exécuté l'acte
ordered | L'a ordonné
planned | L'a planifié
commanded | Commandait les exécutants
signed | A signé l'ordre, le jugement ou le décret
took_part | Y a participé avec d'autres
guarded | A gardé ou transporté
denounced | A dénoncé la victime
paid_for | L'a financé ou en a profité
gave_means | A fourni des moyens ou des locaux
tolerated | Savait et ne l'a pas empêché
covered_up | L'a couvert
unknown_degree | Inconnu
`

export const genders = `
woman | Femme
trans_woman | Femme trans
man | Homme
trans_man | Homme trans
non_binary | Personne non binaire
travesti | Travesti
intersex | Personne intersexe
other_gender | Autre, selon les mots de la personne
gender_not_stated | Non précisé
`

export const occupations = `
arts_and_culture | Arts et culture
visual_artist | Artiste plasticien(ne)
musician | Musicien(ne) ou chanteur(se)
writer | Écrivain(e) ou poète
performer | Artiste de scène, comédien(ne) ou danseur(se)
film_maker | Cinéaste ou photographe
librarian | Bibliothécaire ou libraire
curator | Commissaire d'exposition ou galeriste
press | Presse
reporter | Journaliste ou rédacteur(trice)
broadcaster | Travailleur(se) de la radio ou de la télévision
blogger | Blogueur(se) ou communicateur(trice) indépendant(e)
law_and_public_life | Droit et vie publique
attorney | Avocat(e)
judge_or_prosecutor | Juge ou procureur(e)
legislator | Parlementaire
public_servant | Agent(e) public(que)
soldier_or_police | Militaire ou policier(ère)
party_member | Travailleur(se) d'un parti politique
association_worker | Travailleur(se) associatif(ve)
education_and_science | Éducation et science
teacher | Enseignant(e)
researcher | Chercheur(se) ou professeur(e) d'université
university_student | Étudiant(e)
pupil | Élève
health_and_care | Santé et soins
physician | Médecin
nurse | Infirmier(ère) ou sage-femme
psychologist | Psychologue ou travailleur(se) social(e)
carer_at_home | Aidant(e) au foyer
land_and_sea | Terre et mer
farmer | Agriculteur(trice) ou paysan(ne)
fisher | Pêcheur(se)
forester | Travail forestier ou pastoral
trades | Métiers et industrie
factory_worker | Ouvrier(ère) d'usine
miner | Mineur(se) de fond
construction_worker | Ouvrier(ère) du bâtiment
driver | Chauffeur(se) ou travailleur(se) des transports
shop_worker | Vendeur(se) en magasin ou de rue
domestic_worker | Employé(e) de maison
office_worker | Employé(e) de bureau
engineer | Ingénieur(e) ou technicien(ne)
programmer | Informatique
business_owner | Chef(fe) d'entreprise
religious_minister | Ministre du culte
traditional_authority | Autorité traditionnelle
retired | Retraité(e)
unemployed | Sans emploi rémunéré
other_occupation | Autre
`

export const disciplines = `
music | Musique
rap_and_urban | Rap et musiques urbaines
traditional_music | Musique traditionnelle
visual_arts | Arts visuels
painting | Peinture et dessin
sculpture | Sculpture et installation
photography | Photographie
street_art | Art urbain
cartoon | Dessin de presse et bande dessinée
literature | Littérature
poetry | Poésie
theatre | Théâtre
dance | Danse
performance_art | Performance
cinema | Cinéma et vidéo
digital_art | Art numérique
crafts | Artisanat et textile
curating | Commissariat et gestion culturelle
humour | Humour et satire
`

export const relationships = `
family | Famille
parent_of | Père ou mère de
child_of | Enfant de
sibling_of | Frère ou sœur de
grandparent_of | Grand-père ou grand-mère de
grandchild_of | Petit-fils ou petite-fille de
partner_of | Conjoint(e) ou partenaire de
former_partner_of | Ancien(ne) partenaire de
aunt_or_uncle_of | Tante ou oncle de
niece_or_nephew_of | Nièce ou neveu de
cousin_of | Cousin(e) de
in_law_of | Parent par alliance de
work | Travail et activité
colleague_of | Collègue de
lawyer_of | Avocat(e) de
fellow_activist_of | Compagnon ou compagne de militantisme de
superior_of | Supérieur(e) de
subordinate_of | Subordonné(e) de
teacher_of | Enseignant(e) de
shared_fate | Faits partagés
detained_with | Détenu(e) avec
witness_of | Témoin de ce qu'a subi
trusted_contact_of | Contact de confiance de
legal_guardian_of | Représentant(e) légal(e) de
friend_of | Ami(e) de
`
