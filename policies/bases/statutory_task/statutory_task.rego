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
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   rows: [P01, P03, P11, P20]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.statutory_task

import data.spil.disclosure.question

basis := ground if {
	task_is_given
}

default task_is_given := false

task_is_given if count(question.shareable) > 0

ground := {
	"code": "statutory_task",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.5",
}
