package spil.bases.statutory_task_test

import data.spil.bases.statutory_task
import data.spil.disclosure.carried
import data.spil.example

test_it_carries_what_the_matrix_gives_as_a_task if {
	statutory_task.basis.code == "statutory_task" with input as example.question
	carried.offered({"category": "IDENTIFYING", "answerType": "SUMMARY"}) == ["statutory_task"] with input as example.question
}

test_it_carries_nothing_that_takes_another_basis if {
	offered := carried.offered(example.health) with input as example.question
	not "statutory_task" in offered
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in ["/action/purpose", "/resource/provider/type"] {
		not statutory_task.basis with input as example.missing(path)
	}
}
