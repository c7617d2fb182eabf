# METADATA
# title: Rights of the data subject
# description: >-
#   The contact point gets what it needs to answer a data subject that asked: its own data and who
#   received them, without what points at others.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.4
#     - https://wetten.overheid.nl/BWBR0040940#Artikel41
#     - https://wetten.overheid.nl/BWBR0035362#Artikel5.3.2
#   rows: [P23]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.data_subject_rights

import data.spil.disclosure.declared

basis := ground if {
	data_subject_asked
}

default data_subject_asked := false

data_subject_asked if {
	input.action.purpose == "data-subject-rights"
	declared.all_for("data_subject_rights")
}

ground := {
	"code": "data_subject_rights",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.4",
}
