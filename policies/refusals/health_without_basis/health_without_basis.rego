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

import data.spil.disclosure.help
import data.spil.disclosure.question

reason(item, bases) := {
	"code": "health_without_basis",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.29",
} if {
	not a_basis_carries(bases)
	is_health(item)
}

is_health(item) if question.categories[item.category].health == true

a_basis_carries(bases) if bases != []

helps(recipient, item) := help.lighter_answers(recipient, item) | help.open_bases(recipient, item)
