# METADATA
# title: Statutory task
# description: >-
#   The law gives the provider this task and with it the duty to provide this category; which
#   provider and which category, the sharing matrix says.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.5
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.statutory_task

import data.spil.disclosure.question

basis(item) := {
	"code": "statutory_task",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.5",
} if {
	task_covers(item)
}

task_covers(item) if question.shareable[item.category].bases.statutory_task
