# METADATA
# title: A task, and a motivated category
# description: >-
#   Money matters come from other acts with secrecy of their own; the provider gives them for its
#   statutory task only when it was written down why exactly these are needed.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.5
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   rows: [P03, P11]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.motivated_category

import data.spil.disclosure.declared

basis := ground if {
	category_is_motivated
}

default category_is_motivated := false

category_is_motivated if {
	input.resource.provider.type in ["MUNICIPAL_EXECUTIVE", "NEIGHBOURHOOD_TEAM"]
	declared.all_for("motivated_category")
}

ground := {
	"code": "motivated_category",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.5",
}
