package spil.bases.lawfulness_control_test

import data.spil.bases.lawfulness_control
import data.spil.example

test_it_carries_log_metadata_for_a_named_control if {
	lawfulness_control.basis(oversight, log).code == "lawfulness_control" with input as control
}

test_it_carries_nothing_that_was_shared if {
	not lawfulness_control.basis(oversight, example.housing) with input as control
}

test_it_carries_nothing_for_a_purpose_the_law_does_not_name if {
	not lawfulness_control.basis(oversight, log) with input as example.with_value(control, "/context/declarations", [])
	not lawfulness_control.basis(oversight, log) with input as example.with_value(control, "/action/purpose", "triage")
}

test_only_who_controls_collects if {
	lawfulness_control.basis(collector("AUDITOR"), log) with input as collecting
	not lawfulness_control.basis(collector("CASE_DIRECTOR"), log) with input as collecting
	not lawfulness_control.basis(oversight, log) with input as collecting
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in ["/context/declarations", "/context/declarations/0/declaredAt", "/context/time", "/action/purpose", "/action/name"] {
		not lawfulness_control.basis(oversight, log) with input as example.without(control, path)
	}
	not lawfulness_control.basis(oversight, {}) with input as control
}

oversight := {"oin": "oversight", "type": "OVERSIGHT", "class": "PUBLIC"}

collector(role) := object.union(oversight, {"actor": {"role": role}})

log := {"id": "log", "category": "LOG_METADATA", "answerType": "DOCUMENT"}

control := example.for_purpose("lawfulness-control", "POLICE", ["control_lawfulness"])

collecting := example.with_value(control, "/action/name", "collect")
