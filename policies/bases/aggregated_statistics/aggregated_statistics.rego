# METADATA
# title: Aggregated statistics
# description: >-
#   Policy directors get counts over at least ten persons each, and nothing about anybody.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.12
#   rows: [P24]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.aggregated_statistics

import data.spil.disclosure.declared
import data.spil.disclosure.question

basis(recipient, item) := ground if {
	counts_are_wanted(recipient, item)
}

counts_are_wanted(recipient, item) if {
	input.action.purpose == "policy-statistics"
	item.category == "AGGREGATE"
	declared.all_for("aggregated_statistics")
	question.collected_in_role(recipient)
}

ground := {
	"code": "aggregated_statistics",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.12",
}
