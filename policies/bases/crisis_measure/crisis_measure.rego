# METADATA
# title: Crisis measure
# description: >-
#   The data set of a crisis measure travels by the channel its law prescribes; participants only
#   tell each other that it was used, under which file, and how it stands.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#   from_memory:
#     - https://wetten.overheid.nl/BWBR0040635#Artikel7:1
#   rows: [P17]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.crisis_measure

import data.spil.disclosure.declared

basis := ground if {
	statutory_channel_was_used
}

default statutory_channel_was_used := false

statutory_channel_was_used if {
	input.action.purpose == "crisis-measure"
	declared.all_for("crisis_measure")
}

ground := {
	"code": "crisis_measure",
	"article": "https://wetten.overheid.nl/BWBR0040635#Artikel7:1",
}
