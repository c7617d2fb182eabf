# METADATA
# title: Supervision by probation
# description: >-
#   Probation provides on the conditions it supervises and on the offence behind them, while those
#   conditions are in force.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#     - https://wetten.overheid.nl/BWBR0040940#Artikel33
#   rows: [P13]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.probation_supervision

import data.spil.disclosure.declared

basis := ground if {
	conditions_are_in_force
}

default conditions_are_in_force := false

conditions_are_in_force if {
	input.resource.provider.type == "PROBATION"
	declared.all_for("probation_supervision")
}

ground := {
	"code": "probation_supervision",
	"article": "https://wetten.overheid.nl/BWBR0040940#Artikel33",
}
