# METADATA
# title: The answer
# description: >-
#   Combines what refusals, bases and obligations say, item by item and recipient by recipient.
#   Judges nothing itself: an item is permitted when no rule gives a reason against it.
# scope: package
package spil.disclosure

import data.spil.disclosure.carried
import data.spil.disclosure.gaps
import data.spil.disclosure.help
import data.spil.disclosure.moments
import data.spil.disclosure.question
import data.spil.obligations.feedback_within_a_year
import data.spil.obligations.no_onward_use
import data.spil.obligations.notify_subject
import data.spil.obligations.police_disclosure_record
import data.spil.refusals.case_closed
import data.spil.refusals.category_not_allowed
import data.spil.refusals.health_without_basis
import data.spil.refusals.necessity_missing_or_stale
import data.spil.refusals.no_secrecy_duty
import data.spil.refusals.not_admitted
import data.spil.refusals.purpose_not_the_cases
import data.spil.refusals.stage_does_not_allow

# METADATA
# entrypoint: true
answer := {
	"revision": data.spil.tables.revision,
	"subjects": {oin: answer_for(recipient) | some oin, recipient in question.recipients},
}

answer_for(recipient) := object.union(judged, moments.valid_until(recipient)) if {
	bases := {id: carried.by(recipient, item) | some id, item in question.items}
	about_recipient := reasons_about_question | reasons_about_recipient(recipient)
	reasons := {id: found |
		some id, item in question.items
		found := about_recipient | reasons_about_item(recipient, item, bases[id])
	}
	permitted := sort([id | some id, found in reasons; count(found) == 0])
	refused := {id: found | some id, found in reasons; count(found) > 0}
	judged := {
		"permitted": permitted,
		"refused": {id: by_code({reason.code: reason | some reason in found}) | some id, found in refused},
		"bases": {id: by_code(bases[id]) | some id in permitted},
		"obligations": obligations(permitted, bases),
		"would_help": {id: sort(codes) |
			some id, found in refused
			codes := help.codes(recipient, question.items[id], {reason.code | some reason in found})
		},
		"gaps": sort(gaps.about_question | gaps.about(recipient)),
	}
}

by_code(named) := [named[code] | some code in sort(object.keys(named))]

# ---- reasons to refuse ----

reasons_about_question contains case_closed.reason

reasons_about_question contains necessity_missing_or_stale.reason

reasons_about_question contains purpose_not_the_cases.reason

reasons_about_question contains stage_does_not_allow.reason

reasons_about_recipient(recipient) := {reason | reason := not_admitted.reason(recipient)}

reasons_about_item(recipient, item, bases) := ({reason | reason := category_not_allowed.reason(recipient, item, bases)} | {reason | reason := health_without_basis.reason(item, bases)}) | {reason | reason := no_secrecy_duty.reason(recipient, item)}

# ---- obligations ----

obligations(permitted, bases) := [obligation |
	some obligation in [
		{"code": "feedback_within_a_year", "items": [id | some id in permitted; feedback_within_a_year.applies(question.items[id])]},
		{"code": "no_onward_use", "items": [id | some id in permitted; no_onward_use.applies(question.items[id])]},
		{"code": "notify_subject", "items": [id | some id in permitted; notify_subject.applies(bases[id])]},
		{"code": "police_disclosure_record", "items": [id | some id in permitted; police_disclosure_record.applies(question.items[id])]},
	]
	count(obligation.items) > 0
]
