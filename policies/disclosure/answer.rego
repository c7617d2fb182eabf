# METADATA
# title: The answer
# description: >-
#   Combines what refusals, bases and obligations say, item by item and recipient by recipient.
#   Judges nothing itself: an item is permitted when no rule gives a reason against it. What can be
#   said once is asked once: about the question, about a recipient, about an item, about a pair.
# scope: package
package spil.disclosure

import data.spil.disclosure.carried
import data.spil.disclosure.gaps
import data.spil.disclosure.help
import data.spil.disclosure.moments
import data.spil.disclosure.question
import data.spil.obligations.answer_within_a_month
import data.spil.obligations.feedback_within_a_year
import data.spil.obligations.flag_merge_of_domains
import data.spil.obligations.forget_after_meeting
import data.spil.obligations.log_own_access
import data.spil.obligations.no_onward_use
import data.spil.obligations.notify_subject
import data.spil.obligations.police_disclosure_record
import data.spil.obligations.review_by_privacy_officer
import data.spil.refusals.case_closed
import data.spil.refusals.category_not_allowed
import data.spil.refusals.category_outside_the_law
import data.spil.refusals.commercial_task
import data.spil.refusals.health_without_basis
import data.spil.refusals.necessity_missing_or_stale
import data.spil.refusals.no_secrecy_duty
import data.spil.refusals.not_admitted
import data.spil.refusals.purpose_not_the_cases
import data.spil.refusals.radicalisation_elsewhere
import data.spil.refusals.scoring_or_bulk
import data.spil.refusals.stage_does_not_allow

# METADATA
# title: The answer to the question, per recipient
# entrypoint: true
answer := {
	"revision": data.spil.tables.revision,
	"subjects": {recipient.oin: answer_for(recipient) | some recipient in question.recipients},
}

answer_for(recipient) := answer_until(min(ahead), recipient) if {
	ahead := moments.ahead(recipient)
	ahead != []
} else := object.remove(answer_until(0, recipient), ["valid_until"])

answer_until(moment, recipient) := {
	"permitted": ids,
	"refused": {entry[0]: by_code(entry[3]) | some entry in refused},
	"bases": {entry[0]: entry[2] | some entry in permitted},
	"obligations": obligations(ids, permitted),
	"would_help": would_help(recipient, refused),
	"gaps": gaps_for(recipient, refused),
	"valid_until": moment,
} if {
	judged := judge(recipient)
	permitted := [entry | some entry in judged; entry[3] == []]
	refused := [entry | some entry in judged; entry[3] != []]
	ids := sort([entry[0] | some entry in permitted])
}

# For each item: its id, the item, the legal bases that carry it and the reasons against it.
judge(recipient) := [[item.id, item, bases, reasons] |
	some [item, names, about_it, without_basis, secret] in items
	bases := carried.by(recipient, item, names)
	reasons := array.concat(
		array.concat(against, about_it),
		reasons_about_pair(recipient, item, unfounded(bases, without_basis), unkept(secret, without_secrecy)),
	)
] if {
	against := array.concat(reasons_about_question, reasons_about_recipient(recipient))
	without_secrecy := [reason | reason := no_secrecy_duty.reason(recipient)]
}

unfounded([], reasons) := reasons

unfounded(bases, _) := [] if bases != []

unkept(true, reasons) := reasons

unkept(false, _) := []

# For each item what can be said of it whoever the recipient is: the bases on offer, reasons against it,
# what to say when no basis carries it, and whether it asks for secrecy.
items := [[item, carried.offered(item), reasons_about_item(item), reasons_without_basis(item), asks_secrecy(item)] |
	some item in question.items
]

asks_secrecy(item) if {
	no_secrecy_duty.asked_for(item)
} else := false

by_code([reason]) := [reason]

by_code(reasons) := [named[code] | some code in sort(object.keys(named))] if {
	count(reasons) > 1
	named := {reason.code: reason | some reason in reasons}
}

would_help(_, []) := {}

would_help(recipient, refused) := {entry[0]: sort(codes) |
	some entry in refused
	codes := help.codes(recipient, entry[1], {reason.code | some reason in entry[3]})
} if {
	refused != []
}

gaps_for(_, []) := []

gaps_for(recipient, refused) := sort([gap | some gap in (gaps.about_question | gaps.about(recipient))]) if refused != []

# ---- reasons to refuse ----

together(lists) := [reason | some reasons in lists; some reason in reasons]

reasons_about_question := together([
	[reason | reason := case_closed.reason],
	[reason | reason := necessity_missing_or_stale.reason],
	[reason | reason := purpose_not_the_cases.reason],
	[reason | reason := radicalisation_elsewhere.reason],
	[reason | reason := scoring_or_bulk.reason],
	[reason | reason := stage_does_not_allow.reason],
])

reasons_about_recipient(recipient) := together([
	[reason | reason := category_not_allowed.reason_about_recipient(recipient)],
	[reason | reason := commercial_task.reason(recipient)],
	[reason | reason := not_admitted.reason(recipient)],
])

reasons_about_pair(recipient, item, without_basis, without_secrecy) := array.concat(
	[reason | reason := category_not_allowed.reason(recipient, item)],
	array.concat(without_basis, without_secrecy),
)

reasons_about_item(item) := array.concat(
	[reason | reason := category_not_allowed.reason_about_item(item)],
	[reason | reason := category_outside_the_law.reason(item)],
)

reasons_without_basis(item) := array.concat(
	[reason | reason := category_not_allowed.reason_without_basis(item)],
	[reason | reason := health_without_basis.reason_without_basis(item)],
)

# ---- obligations, in alphabetical order ----

obligations([], _) := []

obligations(ids, permitted) := [obligation |
	some obligation in [
		{"code": "answer_within_a_month", "items": [id | answer_within_a_month.applies; some id in ids]},
		{"code": "feedback_within_a_year", "items": [id | feedback_within_a_year.applies; some id in ids]},
		{"code": "flag_merge_of_domains", "items": [id | flag_merge_of_domains.applies; some id in ids]},
		{"code": "forget_after_meeting", "items": [id | forget_after_meeting.applies; some id in ids]},
		{"code": "log_own_access", "items": [id | log_own_access.applies; some id in ids]},
		{"code": "no_onward_use", "items": [id | no_onward_use.applies; some id in ids]},
		{"code": "notify_subject", "items": sort([entry[0] | some entry in permitted; notify_subject.applies(entry[2])])},
		{"code": "police_disclosure_record", "items": sort([entry[0] |
			some entry in permitted
			police_disclosure_record.applies(entry[1])
		])},
		{"code": "review_by_privacy_officer", "items": sort([entry[0] |
			some entry in permitted
			review_by_privacy_officer.applies(entry[2])
		])},
	]
	obligation.items != []
] if {
	ids != []
}
