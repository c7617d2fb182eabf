# METADATA
# title: What would help
# description: >-
#   Names what would take the reasons against an item away. When one of the reasons cannot be taken
#   away nothing is named: nobody should collect a consent in vain.
# scope: package
package spil.disclosure.help

import data.spil.disclosure.carried
import data.spil.disclosure.declared
import data.spil.disclosure.question
import data.spil.refusals.category_not_allowed
import data.spil.refusals.commercial_task
import data.spil.refusals.health_without_basis
import data.spil.refusals.necessity_missing_or_stale
import data.spil.refusals.no_secrecy_duty
import data.spil.refusals.not_admitted
import data.spil.refusals.purpose_not_the_cases
import data.spil.refusals.stage_does_not_allow

codes(recipient, item, reasons) := {code | some helps in helping; some code in helps} if {
	helping := [helps | some reason in reasons; helps := against(reason, recipient, item); count(helps) > 0]
	count(helping) == count(reasons)
}

against("category_not_allowed", recipient, item) := category_not_allowed.helps(recipient, item)

against("commercial_task", _, _) := commercial_task.helps

against("health_without_basis", recipient, item) := health_without_basis.helps(recipient, item)

against("necessity_missing_or_stale", _, _) := necessity_missing_or_stale.helps

against("no_secrecy_duty", recipient, _) := no_secrecy_duty.helps(recipient)

against("not_admitted", recipient, _) := not_admitted.helps(recipient)

against("purpose_not_the_cases", _, _) := purpose_not_the_cases.helps

against("stage_does_not_allow", _, _) := stage_does_not_allow.helps

# Bases the matrix offers for this category and this recipient that do not hold yet; where such a basis
# waits for a declaration, that declaration.
open_bases(recipient, item) := {code |
	cell := question.cell(item)
	some name, _ in cell.bases
	_ = cell.recipients[recipient.type]
	not holds(name, recipient, item)
	some code in opens(name, item)
}

opens(name, item) := {name} if {
	name in {"consent", "good_care", "police_20_3", "statutory_task"}
} else := declared.open_for(name, item)

# Whether or not it is on offer for an answer of this weight.
holds(name, _, _) if carried.asked_once(name)

holds(name, recipient, item) if carried.by_recipient_or_item(name, recipient, item)

# The heaviest answers that the recipient and some basis would bear, where this one is too heavy.
lighter_answers(recipient, item) := {lighter[limit] |
	cell := question.cell(item)
	some _, heaviest in cell.bases
	limit := min({weight(heaviest), weight(cell.recipients[recipient.type])})
	weight(item.answerType) > limit
}

weight(answer_type) := data.spil.tables.answer_weights[answer_type]

lighter := {
	1: "lighter_known",
	2: "lighter_yes_no",
	3: "lighter_status",
	4: "lighter_summary",
}
