# METADATA
# title: The case is closed
# description: >-
#   When a case is closed its data are shielded. From then on only the purposes that survive
#   closure may be served.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   rows: [D01]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.case_closed

import data.spil.disclosure.question

reason := refusal if {
	not case_may_be_used
}

case_may_be_used if {
	input.resource.case.shielded == false
	input.resource.case.stage in data.spil.tables.open_stages
}

case_may_be_used if {
	is_boolean(input.resource.case.shielded)
	is_string(input.resource.case.stage)
	question.purpose.after_closure == true
}

refusal := {
	"code": "case_closed",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.31",
}
