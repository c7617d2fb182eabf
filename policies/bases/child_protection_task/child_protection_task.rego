# METADATA
# title: Task of child protection
# description: >-
#   The child protection board and certified institutions provide on care, relations and, as far as
#   needed, health for their statutory task. For a child it was established who represents it.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#     - https://wetten.overheid.nl/BWBR0040940#Artikel30
#   rows: [P14]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.child_protection_task

import data.spil.disclosure.declared

basis(item) := ground if {
	task_covers(item)
}

task_covers(item) if {
	input.resource.provider.type in ["CHILD_PROTECTION_BOARD", "CERTIFIED_YOUTH_INSTITUTION"]
	representation_is_clear(item)
}

representation_is_clear(item) if item.subject.ageBand in data.spil.tables.grown_up_age_bands

representation_is_clear(item) if {
	item.subject.ageBand in data.spil.tables.child_age_bands
	declared.children_for("child_protection_task")
}

ground := {
	"code": "child_protection_task",
	"article": "https://wetten.overheid.nl/BWBR0040940#Artikel30",
}
