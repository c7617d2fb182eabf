# METADATA
# title: Known elsewhere
# description: >-
#   A public participant asks another house whether it knows somebody, and that house answers hit or
#   no hit. What follows a hit is a question of its own.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.28
#   rows: [P02]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.known_elsewhere

basis := ground if {
	one_house_asks_another
}

default one_house_asks_another := false

one_house_asks_another if {
	input.action.purpose == "known-elsewhere-check"
	asks_or_answers
}

asks_or_answers if input.resource.provider.class == "PUBLIC"

asks_or_answers if input.resource.provider.type == "CARE_AND_SAFETY_HOUSE"

ground := {
	"code": "known_elsewhere",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.28",
}
