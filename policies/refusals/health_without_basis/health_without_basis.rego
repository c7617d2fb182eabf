# METADATA
# title: Health data without a basis
# description: >-
#   Data on health and care leave a professional under secrecy only with explicit consent, where a
#   statute obliges or permits it, or where good care demands it.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.29
#     - https://wetten.overheid.nl/BWBR0040940#Artikel30
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.health_without_basis

import data.spil.disclosure.question

# What to say of an item that no basis carries.
reason_without_basis(item) := refusal if is_health(item)

is_health(item) if question.categories[item.category].health == true

refusal := {
	"code": "health_without_basis",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.29",
}
