package spil.bases.child_protection_task_test

import data.spil.bases.child_protection_task
import data.spil.example

test_it_carries_what_the_task_needs if {
	child_protection_task.basis(example.health).code == "child_protection_task" with input as board
}

test_it_carries_what_is_about_a_represented_child if {
	child_protection_task.basis(of_a_child) with input as example.by("CHILD_PROTECTION_BOARD", ["representation_established"])
}

test_it_carries_nothing_about_a_child_nobody_represents if {
	not child_protection_task.basis(of_a_child) with input as board
}

test_it_carries_nothing_from_another_provider if {
	not child_protection_task.basis(example.health) with input as example.by("POLICE", [])
}

test_it_carries_nothing_when_the_fact_is_missing if {
	not child_protection_task.basis(example.health) with input as example.without(board, "/resource/provider/type")
	not child_protection_task.basis({"subject": {}}) with input as board
	not child_protection_task.basis({}) with input as board
}

board := example.by("CHILD_PROTECTION_BOARD", [])

of_a_child := object.union(example.health, {"subject": {"ageBand": "UNDER_12"}})
