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
import data.spil.refusals.necessity_missing_or_stale
import data.spil.refusals.no_secrecy_duty
import data.spil.refusals.not_admitted
import data.spil.refusals.purpose_not_the_cases
import data.spil.refusals.stage_does_not_allow

codes(recipient, item, reasons) := {code | some helps in helping; some code in helps} if {
	within := within_the_matrix(recipient, item)
	helping := [helps | some reason in reasons; helps := against(reason, recipient, item, within); count(helps) > 0]
	count(helping) == count(reasons)
}

against("category_not_allowed", recipient, item, within) := category_not_allowed.helps(recipient, item, within)

against("commercial_task", _, _, _) := commercial_task.helps

against("health_without_basis", _, _, within) := within

against("necessity_missing_or_stale", _, _, _) := necessity_missing_or_stale.helps

against("no_secrecy_duty", recipient, _, _) := no_secrecy_duty.helps(recipient)

against("not_admitted", recipient, _, _) := not_admitted.helps(recipient)

against("purpose_not_the_cases", _, _, _) := purpose_not_the_cases.helps

against("stage_does_not_allow", _, _, _) := stage_does_not_allow.helps

within_the_matrix(recipient, item) := lighter_answers(recipient, item) | open_bases(recipient, item)

# Bases the matrix offers for this category and this recipient that do not hold yet; where such a basis
# waits for a declaration, that declaration.
open_bases(recipient, item) := {code |
	cell := question.cell(item)
	_ = cell.recipients[recipient.type]
	some name, _ in cell.bases
	not holds(name, recipient, item)
	some code in opens(name, item)
}

opens(name, item) := {name} if {
	name in standing_alone
} else := declared.open_for(name, item)

# These bases rest on something else than a declaration.
standing_alone := {"consent", "good_care", "police_20_3", "statutory_task"}

# Whether or not it is on offer for an answer of this weight.
holds(name, recipient, item) if carried.held(name, recipient, item)

# The heaviest answers that the recipient and some basis would bear, where this one is too heavy.
lighter_answers(recipient, item) := {lighter[limit] |
	weights := question.weights
	cell := question.cell(item)
	most := weights[cell.recipients[recipient.type]]
	asked := weights[item.answerType]
	some _, heaviest in cell.bases
	limit := min([weights[heaviest], most])
	asked > limit
}

lighter := {
	1: "lighter_known",
	2: "lighter_yes_no",
	3: "lighter_status",
	4: "lighter_summary",
}
