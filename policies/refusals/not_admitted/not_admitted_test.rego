package spil.refusals.not_admitted_test

import data.spil.example
import data.spil.refusals.not_admitted

test_it_refuses_a_recipient_that_is_not_admitted if {
	not_admitted.reason(with_members({"admitted": false})).code == "not_admitted" with input as example.question
}

test_it_refuses_when_the_admission_is_over if {
	not_admitted.reason(with_members({"admittedUntil": example.now})) with input as example.question
}

test_it_refuses_a_kind_of_participation_the_law_does_not_give if {
	not_admitted.reason(with_members({"class": "PUBLIC"})) with input as example.question
}

test_it_refuses_a_provider_that_is_not_admitted if {
	not_admitted.reason(example.recipient) with input as example.changed("/resource/provider/admitted", false)
	not_admitted.reason(example.recipient) with input as example.changed("/resource/provider/admittedUntil", example.now)
}

test_it_refuses_outside_the_term_of_the_agreement if {
	not_admitted.reason(example.recipient) with input as example.changed("/context/partnership/agreementUntil", example.now)
	not_admitted.reason(example.recipient) with input as example.changed("/context/partnership/agreementFrom", example.now + 1)
}

test_it_refuses_a_professional_whose_assignment_is_over if {
	not_admitted.reason(example.recipient) with input as example.changed("/context/actor/assignedUntil", example.now)
}

test_it_refuses_a_role_of_another_purpose if {
	not_admitted.reason(example.recipient) with input as example.changed("/context/actor/role", "AUDITOR")
	control := json.patch(example.question, [
		{"op": "replace", "path": "/context/actor/role", "value": "AUDITOR"},
		{"op": "replace", "path": "/action/purpose", "value": "lawfulness-control"},
	])
	not not_admitted.reason(example.recipient) with input as control
}

test_it_asks_no_admission_where_a_life_is_at_stake if {
	emergency := example.changed("/action/purpose", "vital-interest")
	not not_admitted.reason(with_members({"admitted": false})) with input as emergency
	not_admitted.reason(with_members({"class": "PUBLIC", "admitted": false})) with input as emergency
	not_admitted.reason(object.remove(example.recipient, ["admitted"])) with input as emergency
}

test_it_refuses_a_role_it_does_not_know if {
	not_admitted.reason(example.recipient) with input as example.changed("/context/actor/role", "VISITOR")
}

test_it_refuses_a_collector_whose_assignment_is_over if {
	not_admitted.reason(collector({"assignedUntil": example.now})) with input as example.collecting
}

test_it_lets_pass_who_takes_part if {
	not not_admitted.reason(example.recipient) with input as example.question
	not not_admitted.reason(object.remove(example.recipient, ["admittedUntil"])) with input as example.question
	not not_admitted.reason(collector({})) with input as example.collecting
}

test_it_refuses_when_the_fact_is_missing if {
	every member in ["type", "class", "admitted"] {
		not_admitted.reason(object.remove(example.recipient, [member])) with input as example.question
	}
	paths := [
		"/context/time",
		"/context/partnership",
		"/context/partnership/agreementFrom",
		"/context/partnership/agreementUntil",
		"/context/actor",
		"/context/actor/role",
		"/context/actor/assignedUntil",
		"/resource/provider",
		"/resource/provider/type",
		"/resource/provider/class",
		"/resource/provider/admitted",
		"/action/name",
	]
	every path in paths {
		not_admitted.reason(example.recipient) with input as example.missing(path)
	}
	not_admitted.reason(example.recipient) with input as example.collecting
}

test_a_date_as_text_is_no_moment if {
	not_admitted.reason(with_members({"admittedUntil": "2099-01-01T00:00:00Z"})) with input as example.question
	not_admitted.reason(example.recipient) with input as example.changed("/context/actor/assignedUntil", "2099-01-01T00:00:00Z")
	not_admitted.reason(example.recipient) with input as example.changed("/context/time", "2026-03-01T09:00:00Z")
}

test_it_names_what_would_help if {
	not_admitted.helps(with_members({"admitted": false})) == {"admission"} with input as example.question
	not_admitted.helps(example.recipient) == {"assigned_professional"} with input as example.changed("/context/actor/role", "VISITOR")
	not_admitted.helps(example.recipient) == set() with input as example.missing("/context/partnership")
}

test_it_tells_when_terms_end if {
	not_admitted.moments == [
		example.now - example.year,
		example.now + example.year,
		example.now + example.year,
		example.now + example.year,
	] with input as example.question
	not_admitted.moments_of(collector({})) == [example.now + example.year, example.now + example.year]
	not_admitted.moments_of({}) == [null]
}

with_members(members) := object.union(example.recipient, members)

collector(members) := object.union(example.recipient, {"actor": object.union(example.professional, members)})
