package spil.disclosure.declared_test

import data.spil.disclosure.declared
import data.spil.example

test_what_was_declared_counts_while_it_is_fresh_and_runs if {
	declared.standing == {"supervision_order"} with input as order
}

test_what_is_too_old_or_over_or_not_yet_does_not_count if {
	not_counting("declaredAt", example.now - 7776000)
	not_counting("declaredAt", example.now + 121)
	not_counting("until", example.now)
}

test_a_term_that_was_named_counts_also_where_none_is_asked if {
	motivated := example.by("POLICE", ["category_motivated"])
	declared.standing == {"category_motivated"} with input as motivated
	declared.standing == {"category_motivated"} with input as example.without(motivated, "/context/declarations/0/until")
	declared.standing == set() with input as example.with_value(motivated, "/context/declarations/0/until", example.now)
}

test_what_must_name_something_does_not_count_without if {
	not_counting("reference", "")
	not_counting("reference", 12)
}

test_what_is_declared_twice_is_not_declared if {
	declared.standing == set() with input as example.by("POLICE", ["supervision_order", "supervision_order"])
}

test_what_the_table_does_not_know_does_not_count if {
	declared.standing == set() with input as example.by("POLICE", ["judge_nodded"])
}

test_what_is_no_list_declares_nothing if {
	declared.standing == set() with input as example.with_value(order, "/context/declarations", {"0": example.declaration("supervision_order")})
}

test_nothing_counts_when_the_fact_is_missing if {
	every member in ["code", "declaredAt", "until", "reference"] {
		declared.standing == set() with input as example.without(order, concat("/", ["/context/declarations/0", member]))
	}
	declared.standing == set() with input as example.without(order, "/context/declarations")
	declared.standing == set() with input as example.without(order, "/context/time")
}

test_it_names_what_is_still_to_be_declared if {
	child := object.union(example.health, {"subject": {"ageBand": "UNDER_12"}})
	declared.open_for("child_protection_task", child) == {"representation_established"} with input as order
	declared.open_for("child_protection_task", example.health) == set() with input as order
	declared.open_for("child_protection_order", example.health) == set() with input as order
	declared.open_for("result_to_third_party", example.health) == {
		"contributor_consent",
		"no_participant_objects",
		"rac_positive",
	} with input as order
}

test_it_tells_when_declarations_turn if {
	declared.moments == [example.now - 3720, (example.now - 3600) + 7776000, example.now + 3600] with input as order
	declared.moments == [] with input as example.question
}

order := example.by("POLICE", ["supervision_order"])

not_counting(member, value) if {
	question := example.with_value(order, concat("/", ["/context/declarations/0", member]), value)
	declared.standing == set() with input as question
}
