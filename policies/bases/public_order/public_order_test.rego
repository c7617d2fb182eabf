package spil.bases.public_order_test

import data.spil.bases.public_order
import data.spil.example

test_it_carries_nuisance_to_the_mayor if {
	public_order.basis(mayor, nuisance).code == "public_order" with input as order
}

test_it_carries_nothing_about_treatment if {
	not public_order.basis(mayor, example.health) with input as order
}

test_it_carries_nothing_to_anybody_else if {
	not public_order.basis(example.recipient, nuisance) with input as order
}

test_it_carries_nothing_for_another_purpose if {
	not public_order.basis(mayor, nuisance) with input as example.question
}

test_it_carries_nothing_when_the_fact_is_missing if {
	not public_order.basis(mayor, nuisance) with input as example.without(order, "/action/purpose")
	not public_order.basis({}, nuisance) with input as order
	not public_order.basis(mayor, {}) with input as order
}

mayor := {"oin": "mayor", "type": "MAYOR", "class": "PUBLIC"}

nuisance := object.union(example.housing, {"category": "NUISANCE"})

order := example.for_purpose("public-order", "POLICE", [])
