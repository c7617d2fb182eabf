# METADATA
# title: Prosecution data for a partnership
# description: >-
#   The public prosecution service provides judicial, prosecution and enforcement data to a
#   partnership it takes part in, in a form in which other persons cannot be traced; that this was
#   seen to is declared.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.5
#     - https://wetten.overheid.nl/BWBR0040940#Artikel33
#   from_memory:
#     - https://wetten.overheid.nl/BWBR0014194#Artikel8b
#   rows: [P05]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.prosecution_data

import data.spil.disclosure.declared

basis := ground if {
	prosecution_may_share
}

default prosecution_may_share := false

prosecution_may_share if {
	input.resource.provider.type == "PUBLIC_PROSECUTION"
	declared.all_for("prosecution_data")
}

ground := {
	"code": "prosecution_data",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.5",
}
