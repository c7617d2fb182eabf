# METADATA
# title: An incidental third party at a meeting
# description: >-
#   A third party hears, for one meeting, who it is about and what was agreed: while it is admitted,
#   with an end, and its signed undertaking runs.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   rows: [P18]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.incidental_meeting

import data.spil.disclosure.declared
import data.spil.disclosure.question

basis(recipient) := ground if {
	sits_at_the_table(recipient)
}

sits_at_the_table(recipient) if {
	input.action.purpose == "incidental-third-party"
	recipient.class == "INCIDENTAL"
	question.instant(recipient.admittedUntil)
	question.now < recipient.admittedUntil
	declared.all_for("incidental_meeting")
}

ground := {
	"code": "incidental_meeting",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.31",
}
