/** Detention, incidents, what was done and what came back, in French and in our own words. A line is a code and its words. */

export const detentionCauses = `
into | Entrée
arrest | Arrestation sans mandat
arrest_order | Arrestation sur ordre d'un tribunal
abduction | Enlèvement par des personnes non identifiées
judgment | Jugement prononçant l'emprisonnement
revocation | Révocation des conditions
handed_over | Remise par un autre État
within | Pendant la détention
transfer | Transfert
medical_transfer | Transfert à l'hôpital
measure_changed | Changement de mesure
out | Sortie
sentence_served | Peine purgée
no_charge | Remise en liberté sans inculpation
charges_dropped | Abandon des poursuites
acquittal | Acquittement ou annulation de la condamnation
bail | Liberté provisoire
conditional_release | Libération conditionnelle
pardon | Grâce
amnesty | Amnistie
exchange | Échange de prisonniers
banishment | Bannissement à la libération
health | Pour raisons de santé
illness | Mort par maladie ou faute de soins
violence | Mort violente
execution | Exécution
escape | Évasion
unknown | Inconnu
`

export const incidentKinds = `
watched | Surveillance ou filature
threatened | Menace
threat_call | Menace par téléphone
threat_message | Menace par message ou sur les réseaux
threat_person | Menace en personne ou par un tiers
smeared | Campagne de dénigrement
digital | Attaque numérique
account_entered | Compte piraté ou perdu
spyware | Appareil infecté
traffic_blocked | Blocage ou mise hors ligne
searched | Perquisition ou effraction
property_damaged | Biens endommagés ou pris
summoned | Convocation ou interrogatoire
stopped | Interpellation ou rétention de quelques heures
arrested | Arrestation
charged | Inculpation ou procès
travel_stopped | Interdiction de voyager
attacked | Agression physique
attempt | Attentat contre la vie
relatives | Contre des proches ou des collègues
other_incident | Autre
`

export const interventionKinds = `
legal | Devant les tribunaux
habeas_corpus | Habeas corpus
criminal_complaint | Plainte pénale
appeal | Appel ou recours
legal_defence | Défense en justice
trial_observation | Observation d'un procès
before_authorities | Auprès des autorités
letter_to_authorities | Lettre aux autorités
diplomatic_step | Démarche diplomatique
consular_visit | Visite consulaire ou en prison
administrative_request | Demande administrative
before_international_bodies | Devant des organes internationaux
allegation_letter | Lettre d'allégation
urgent_appeal | Appel urgent aux procédures spéciales
urgent_action | Action en urgence auprès d'un comité
individual_petition | Pétition individuelle
precautionary_measures | Mesures conservatoires ou provisoires
thematic_hearing | Audience thématique
public | En public
public_statement | Déclaration ou communiqué de presse
public_petition | Pétition publique
urgent_bulletin | Bulletin urgent aux sympathisants
release_campaign | Campagne pour la libération
institutional_declaration | Déclaration d'un conseil
protection | Protection
temporary_refuge | Refuge temporaire
relocation | Relocalisation
accompaniment | Accompagnement
security_support | Appui à la sécurité
asylum_support | Appui à une demande d'asile
support | Soutien
medical_support | Soins médicaux
psychosocial_support | Soutien psychosocial
material_support | Soutien matériel
family_support | Soutien à la famille
search_and_identification | Recherche et identification
verification | Vérification des faits
other_intervention | Autre
`

export const interventionStatuses = `
considered | À l'étude
planned_intervention | Prévue
under_way | En cours
waiting_for_answer | En attente de réponse
completed | Achevée
declined_intervention | Écartée
stopped_by_wish | Arrêtée à la demande de la personne ou de la famille
`

export const responses = `
no_response | Sans réponse
acknowledged | Accusé de réception
answered | Réponse
answered_fully | Réponse sur le fond
answered_partly | Réponse partielle
answered_evasively | Réponse évasive
denied_facts | Faits niés
justified_facts | Faits reconnus et justifiés
promised_action | Promesse d'agir
took_action | Mesures prises
opened_investigation | Enquête ouverte
granted_measures | Mesures accordées
freed_the_person | Personne libérée
rejected_request | Demande rejetée
declared_no_competence | Incompétence déclarée
retaliated | Représailles
`

export const asylumPapers = `
identity | Pièce d'identité ou passeport
entry | Preuve d'entrée
request_form | Copie de la demande
statement | Déclaration écrite de la personne
persecution | Preuve de la persécution
court | Jugements et convocations
country_report | Rapport sur le pays d'origine
family_papers | Actes de naissance et de mariage
medical | Rapport médical ou psychologique
support_letter | Lettre de soutien
photographs | Photographies
address | Justificatif de domicile
power | Procuration
other_paper | Autre
`

/** Options of choices: the field's name and the code. */
export const options = `
warrant/yes | Oui
warrant/no | Aucun mandat présenté
warrant/unknown | Inconnu
family_contact/allowed | Autorisé
family_contact/limited | Limité
family_contact/denied | Refusé
family_contact/unknown | Inconnu
status/detained | Détention sans condamnation
status/imprisoned | Purge une peine
status/disappeared | Disparition aux mains de l'État
status/house_arrest | Assignation à résidence
status/conditional | En liberté sous conditions
status/unknown | On ignore si la détention se poursuit
status/released | Libération
status/exiled | Exil imposé comme condition
status/died | Mort en détention
ended_as/released | Libération
ended_as/conditional | En liberté sous conditions
ended_as/exiled | Exil imposé comme condition
ended_as/died | Mort en détention
ended_as/unknown | On ignore si la détention se poursuit
state/announced | Annoncée, non notifiée
state/pending | En cours
state/convicted | Condamnation
state/acquitted | Acquittement
state/dropped | Abandonnée
kind/prison | Prison
kind/life | Réclusion à perpétuité
kind/death | Peine de mort
kind/house_arrest | Assignation à résidence
kind/labour | Travaux forcés
kind/suspended | Sursis
kind/fine | Amende
kind/none | Acquittement
kind/organisation | Organisation non gouvernementale
kind/individual | Particulier
kind/authority | Autorité publique
final/yes | Définitive
final/appealed | Frappée d'appel
final/open | Susceptible d'appel
form/written | Par écrit, signé
form/message | Par message
form/recorded | Enregistré
form/spoken | De vive voix
given_by/person | La personne
given_by/family | La famille
given_by/guardian | Le représentant légal
given_by/best_interest | Personne n'a pu être consulté : dans l'intérêt supérieur de la personne
follows_up/yes | Oui
follows_up/no | Non
`
