# METADATA
# title: A result for a third party
# description: >-
#   Public participants give a result to a third party after positive advice on its lawfulness and
#   when no participant objects; for special and criminal data the contributors agreed.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.7
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   rows: [P19]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.result_to_third_party

import data.spil.disclosure.declared
import data.spil.disclosure.question

basis(item) := ground if {
	result_was_tested(item)
}

result_was_tested(item) if {
	input.action.purpose == "result-to-third-party"
	input.resource.provider.class == "PUBLIC"
	declared.all_for("result_to_third_party")
	contributors_agree(item)
}

contributors_agree(item) if question.categories[item.category].special == false

contributors_agree(item) if {
	question.categories[item.category].special == true
	declared.special_for("result_to_third_party")
}

ground := {
	"code": "result_to_third_party",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.7",
}
