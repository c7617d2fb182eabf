# METADATA
# title: No category of this law
# description: >-
#   The law closes the list of categories. Ethnicity, religion, political opinion, sexual life,
#   biometric and genetic data are not in it, and no rule can permit them.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.30
#   rows: [D04]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.category_outside_the_law

import data.spil.disclosure.question

reason(item) := refusal if {
	not in_the_list(item)
}

in_the_list(item) if {
	is_string(item.category)
	question.categories[item.category]
}

refusal := {
	"code": "category_outside_the_law",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.30",
}
