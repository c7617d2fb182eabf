package spil.refusals.scoring_or_bulk_test

import data.spil.example
import data.spil.refusals.scoring_or_bulk

test_it_refuses_a_score_or_a_search if {
	every purpose in data.spil.tables.never_purposes {
		scoring_or_bulk.reason.code == "scoring_or_bulk" with input as example.changed("/action/purpose", purpose)
	}
}

test_it_refuses_a_machine_on_its_own if {
	scoring_or_bulk.reason with input as example.changed("/context/actor/role", "AUTOMATED_CLIENT")
}

test_it_refuses_more_people_than_a_case_has if {
	scoring_or_bulk.reason with input as example.changed("/resource/items", about(41))
	not scoring_or_bulk.reason with input as example.changed("/resource/items", about(40))
}

test_it_lets_pass_what_a_person_asks_for_one_case if {
	not scoring_or_bulk.reason with input as example.question
}

test_it_refuses_when_the_fact_is_missing if {
	every path in ["/action/purpose", "/context/actor/role", "/context/actor", "/resource/items"] {
		scoring_or_bulk.reason with input as example.missing(path)
	}
	scoring_or_bulk.reason with input as example.question
		with data.spil.tables as object.remove(data.spil.tables, ["most_people"])
}

test_it_refuses_when_the_table_is_missing if {
	every table in ["machine_roles", "never_purposes"] {
		scoring_or_bulk.reason with input as example.question
			with data.spil.tables as object.remove(data.spil.tables, [table])
	}
}

about(number) := [object.union(example.health, {"subject": {"pseudonym": sprintf("person-%d", [at])}}) |
	some at in numbers.range(1, number)
]
