package spil.bases.child_protection_order_test

import data.spil.bases.child_protection_order
import data.spil.example

test_it_carries_what_an_order_in_force_needs if {
	child_protection_order.basis(institution).code == "child_protection_order" with input as order
}

test_it_carries_nothing_to_anybody_else if {
	not child_protection_order.basis(example.recipient) with input as order
}

test_it_carries_nothing_once_the_order_has_ended if {
	not child_protection_order.basis(institution) with input as example.with_value(order, "/context/declarations/0/until", example.now)
}

test_it_carries_nothing_for_another_purpose if {
	not child_protection_order.basis(institution) with input as example.with_value(order, "/action/purpose", "triage")
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every member in ["code", "declaredAt", "until", "reference"] {
		not child_protection_order.basis(institution) with input as example.without(order, concat("/", ["/context/declarations/0", member]))
	}
	every path in ["/context/declarations", "/context/time", "/action/purpose"] {
		not child_protection_order.basis(institution) with input as example.without(order, path)
	}
	not child_protection_order.basis({}) with input as order
}

institution := {"oin": "youth", "type": "CERTIFIED_YOUTH_INSTITUTION"}

order := example.for_purpose("child-protection-execution", "MENTAL_HEALTH_CARE", ["supervision_order"])
