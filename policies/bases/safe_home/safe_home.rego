# METADATA
# title: Safe Home takes part
# description: >-
#   Safe Home provides what its task gives it, and never who reported: that the reporter cannot be
#   recognised is declared.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.5
#     - https://wetten.overheid.nl/BWBR0035362#Artikel5.1.6
#     - https://wetten.overheid.nl/BWBR0035362#Artikel5.3.1
#   rows: [P08]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.safe_home

import data.spil.disclosure.declared

basis := ground if {
	reporter_stays_hidden
}

default reporter_stays_hidden := false

reporter_stays_hidden if {
	input.resource.provider.type == "SAFE_HOME"
	declared.all_for("safe_home")
}

ground := {
	"code": "safe_home",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.27",
}
