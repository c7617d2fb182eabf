# METADATA
# title: Radicalisation belongs to another consultation
# description: >-
#   Once a case appears to be about radicalisation it is handed over to the consultation that has
#   its own law; nothing more is shared here.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   rows: [D02]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.radicalisation_elsewhere

reason := refusal if {
	not case_stays_here
}

case_stays_here if data.spil.tables.case_types[input.resource.case.type].handed_over == false

refusal := {
	"code": "radicalisation_elsewhere",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.31",
}
