# METADATA
# title: Which legal bases carry an item
# description: Asks the bases that the sharing matrix offers for the item's category, and only those.
# scope: package
package spil.disclosure.carried

import data.spil.bases.consent
import data.spil.bases.good_care
import data.spil.bases.police_20_3
import data.spil.bases.statutory_task
import data.spil.disclosure.question

# In alphabetical order, as the answer lists them.
offered(item) := sort([name |
	some name, heaviest in question.cell(item).bases
	question.no_heavier(item.answerType, heaviest)
])

by(recipient, item, names) := [basis |
	some name in names
	basis := held(name, recipient, item)
]

held("consent", recipient, item) := consent.basis(recipient, item)

held("good_care", _, _) := good_care.basis

held("police_20_3", _, _) := police_20_3.basis

held("statutory_task", _, item) := statutory_task.basis(item)
