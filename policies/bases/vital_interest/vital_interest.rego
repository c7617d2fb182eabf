# METADATA
# title: Vital interest
# description: >-
#   A life is at stake and the data subject cannot consent: whoever holds what can save it may give
#   it to whoever can, for a day, and it is reviewed afterwards.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0040940#Artikel22
#   rows: [P21]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.vital_interest

import data.spil.disclosure.declared

basis := ground if {
	life_is_at_stake
}

default life_is_at_stake := false

life_is_at_stake if {
	input.action.purpose == "vital-interest"
	declared.all_for("vital_interest")
}

ground := {
	"code": "vital_interest",
	"article": "https://wetten.overheid.nl/BWBR0040940#Artikel22",
}
