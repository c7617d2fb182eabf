# METADATA
# title: The purpose is not the case's
# description: >-
#   Data are used per case only for the purpose that was set for it beforehand, in a kind of case
#   this partnership handles.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.8
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.25
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.purpose_not_the_cases

reason := refusal if {
	not purpose_is_the_cases
}

purpose_is_the_cases if {
	input.resource.case.goalSet == true
	case_is_handled
	purpose_fits
}

case_is_handled if data.spil.tables.case_types[input.resource.case.type].handled == true

purpose_fits if input.action.purpose in data.spil.tables.case_purposes[input.resource.case.purpose]

helps contains "case_goal" if {
	case_is_handled
	purpose_fits
}

helps contains "purpose_of_the_case" if {
	case_is_handled
	input.resource.case.goalSet == true
}

refusal := {
	"code": "purpose_not_the_cases",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.8",
}
