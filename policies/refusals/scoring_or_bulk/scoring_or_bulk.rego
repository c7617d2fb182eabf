# METADATA
# title: Scoring, profiling or bulk
# description: >-
#   A person asks for what one case needs. No machine on its own, no score or profile, no export and
#   no search across cases.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.25
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.9
#   rows: [D05]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.scoring_or_bulk

reason := refusal if {
	not serves_one_case
}

serves_one_case if {
	a_person_acts
	purpose_judges_nobody
	no_more_people_than_a_case_has
}

a_person_acts if {
	is_string(input.context.actor.role)
	is_array(data.spil.tables.machine_roles)
	not acts_on_its_own
}

acts_on_its_own if input.context.actor.role in data.spil.tables.machine_roles

purpose_judges_nobody if {
	is_string(input.action.purpose)
	is_array(data.spil.tables.never_purposes)
	not purpose_is_never_served
}

purpose_is_never_served if input.action.purpose in data.spil.tables.never_purposes

no_more_people_than_a_case_has if {
	is_array(input.resource.items)
	count({item.subject.pseudonym | some item in input.resource.items}) <= data.spil.tables.most_people
}

refusal := {
	"code": "scoring_or_bulk",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.9",
}
