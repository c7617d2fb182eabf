# METADATA
# title: Detention and release
# description: >-
#   The custodial institutions agency provides on detention and on release when the return into
#   society is being planned.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.5
#   from_memory:
#     - https://wetten.overheid.nl/BWBR0014194#Artikel51ca
#   rows: [P15]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.detention

import data.spil.disclosure.declared

basis := ground if {
	return_is_planned
}

default return_is_planned := false

return_is_planned if {
	input.resource.provider.type == "CUSTODIAL_INSTITUTIONS_AGENCY"
	declared.all_for("detention")
}

ground := {
	"code": "detention",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.5",
}
