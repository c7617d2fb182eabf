package spil.refusals.stage_does_not_allow_test

import data.spil.example
import data.spil.refusals.stage_does_not_allow

test_it_refuses_before_the_stage_of_the_purpose if {
	stage_does_not_allow.reason.code == "stage_does_not_allow" with input as example.changed("/resource/case/stage", "TRIAGE")
}

test_it_refuses_to_send_after_the_stage_of_the_purpose if {
	stage_does_not_allow.reason with input as example.changed("/resource/case/stage", "EXECUTION")
}

test_it_lets_pass_in_the_stage_of_the_purpose if {
	not stage_does_not_allow.reason with input as example.question
}

test_it_lets_collect_later_what_was_sent_in_time if {
	not stage_does_not_allow.reason with input as json.patch(
		example.collecting,
		[{"op": "replace", "path": "/resource/case/stage", "value": "EXECUTION"}],
	)
}

test_it_refuses_an_unknown_action if {
	stage_does_not_allow.reason with input as example.changed("/action/name", "publish")
}

test_it_refuses_when_the_fact_is_missing if {
	every path in ["/resource/case/stage", "/action/name", "/action/purpose"] {
		stage_does_not_allow.reason with input as example.missing(path)
	}
}

test_another_stage_would_help if {
	stage_does_not_allow.helps == {"another_stage"} with input as example.changed("/resource/case/stage", "TRIAGE")
}

test_nothing_helps_once_the_case_is_closed if {
	stage_does_not_allow.helps == set() with input as example.changed("/resource/case/stage", "CLOSED")
}
