# METADATA
# title: The stage does not allow it
# description: >-
#   Each purpose belongs to certain stages of a case: what triage may have differs from what a
#   consultation may have.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.stage_does_not_allow

import data.spil.disclosure.question

reason := refusal if {
	not stage_allows
}

stage_allows if input.resource.case.stage in question.purpose.stages[input.action.name]

helps contains "another_stage" if {
	some stage in question.purpose.stages[input.action.name]
	stage in data.spil.tables.open_stages
	input.resource.case.stage in data.spil.tables.open_stages
}

refusal := {
	"code": "stage_does_not_allow",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.31",
}
