package spil.refusals.no_secrecy_duty_test

import data.spil.example
import data.spil.refusals.no_secrecy_duty

test_it_refuses_health_data_from_a_professional_without_the_duty if {
	no_secrecy_duty.reason(example.recipient).code == "no_secrecy_duty" with input as example.changed(
		"/context/actor/secrecyDuty",
		false,
	)
}

test_it_refuses_health_data_to_an_organisation_without_the_duty if {
	recipient := object.union(example.recipient, {"type": "HOUSING_ASSOCIATION"})
	no_secrecy_duty.reason(recipient) with input as example.question
}

test_it_refuses_a_collector_without_the_duty if {
	recipient := object.union(example.recipient, {"actor": object.union(example.professional, {"secrecyDuty": false})})
	no_secrecy_duty.reason(recipient) with input as example.collecting
}

test_it_lets_pass_when_both_sides_keep_secrecy if {
	not no_secrecy_duty.reason(example.recipient) with input as example.question
	collector := object.union(example.recipient, {"actor": example.professional})
	not no_secrecy_duty.reason(collector) with input as example.collecting
}

test_it_lets_pass_what_asks_no_secrecy if {
	no_secrecy_duty.asked_for(example.health)
	not no_secrecy_duty.asked_for(example.housing)
}

test_it_refuses_when_the_fact_is_missing if {
	no_secrecy_duty.reason(example.recipient) with input as example.missing("/context/actor/secrecyDuty")
	no_secrecy_duty.reason(example.recipient) with input as example.missing("/context/actor")
	no_secrecy_duty.reason(object.remove(example.recipient, ["type"])) with input as example.question
	no_secrecy_duty.reason(example.recipient) with input as example.collecting
	no_secrecy_duty.reason(example.recipient) with input as example.missing("/action/name")
}

test_it_refuses_when_the_table_does_not_say if {
	no_secrecy_duty.asked_for(example.health) with data.spil.tables.categories as {"HEALTH": {}}
	no_secrecy_duty.asked_for({})
}

test_a_professional_under_secrecy_would_help if {
	no_secrecy_duty.helps(example.recipient) == {"professional_under_secrecy"}
	not no_secrecy_duty.helps({"type": "HOUSING_ASSOCIATION"})
}
