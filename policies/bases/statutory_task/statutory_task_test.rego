package spil.bases.statutory_task_test

import data.spil.bases.statutory_task
import data.spil.example

test_it_carries_what_the_matrix_gives_as_a_task if {
	statutory_task.basis({"category": "IDENTIFYING"}).code == "statutory_task" with input as example.question
}

test_it_carries_nothing_that_takes_another_basis if {
	not statutory_task.basis(example.health) with input as example.question
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in ["/action/purpose", "/resource/provider/type"] {
		not statutory_task.basis({"category": "IDENTIFYING"}) with input as example.missing(path)
	}
	not statutory_task.basis({}) with input as example.question
}
