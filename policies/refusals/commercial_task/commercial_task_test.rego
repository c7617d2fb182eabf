package spil.refusals.commercial_task_test

import data.spil.example
import data.spil.refusals.commercial_task

test_it_refuses_a_provider_with_a_commercial_task if {
	commercial_task.reason(example.recipient).code == "commercial_task" with input as example.changed("/context/actor/commercialTask", true)
}

test_it_refuses_a_collector_with_a_commercial_task if {
	commercial_task.reason(collector({"commercialTask": true})) with input as example.collecting
}

test_it_lets_pass_who_has_none if {
	not commercial_task.reason(example.recipient) with input as example.question
	not commercial_task.reason(collector({})) with input as example.collecting
}

test_it_refuses_when_the_fact_is_missing if {
	every path in ["/context/actor", "/context/actor/commercialTask", "/action/name"] {
		commercial_task.reason(example.recipient) with input as example.missing(path)
	}
	commercial_task.reason(example.recipient) with input as example.collecting
}

test_another_professional_would_help if commercial_task.helps == {"assigned_professional"}

collector(members) := object.union(example.recipient, {"actor": object.union(example.professional, members)})
