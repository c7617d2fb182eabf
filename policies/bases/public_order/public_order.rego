# METADATA
# title: Public order
# description: >-
#   Participants tell the mayor what the keeping of public order needs: nuisance and danger in
#   summary, and nothing about treatment.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.7
#   from_memory:
#     - https://wetten.overheid.nl/BWBR0022463#Artikel16
#   rows: [P16]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.public_order

import data.spil.disclosure.question

basis(recipient, item) := ground if {
	mayor_needs_it(recipient, item)
}

mayor_needs_it(recipient, item) if {
	input.action.purpose == "public-order"
	recipient.type == "MAYOR"
	question.categories[item.category].health == false
}

ground := {
	"code": "public_order",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.7",
}
