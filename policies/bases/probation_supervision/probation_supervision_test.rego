package spil.bases.probation_supervision_test

import data.spil.bases.probation_supervision
import data.spil.example

test_it_carries_while_the_conditions_are_in_force if {
	probation_supervision.basis.code == "probation_supervision" with input as probation_shares
}

test_it_carries_nothing_from_another_provider if {
	not probation_supervision.basis with input as example.by("POLICE", ["conditions_in_force"])
}

test_it_carries_nothing_once_the_conditions_have_ended if {
	not probation_supervision.basis with input as example.with_value(probation_shares, "/context/declarations/0/until", example.now)
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/resource/provider/type",
		"/context/declarations/0/until",
	] {
		not probation_supervision.basis with input as example.without(probation_shares, path)
	}
}

probation_shares := example.by("PROBATION", ["conditions_in_force"])
