package spil.refusals.necessity_missing_or_stale_test

import data.spil.example
import data.spil.refusals.necessity_missing_or_stale

test_it_refuses_a_judgment_that_is_too_old if {
	necessity_missing_or_stale.reason.code == "necessity_missing_or_stale" with input as judged_at(example.now - 2592000)
}

test_it_refuses_a_judgment_from_the_future if {
	necessity_missing_or_stale.reason with input as judged_at(example.now + 121)
}

test_it_refuses_when_one_of_the_three_is_denied if {
	every question in ["necessity", "proportionality", "subsidiarity"] {
		necessity_missing_or_stale.reason with input as example.changed(concat("/", ["/context/necessity", question]), false)
	}
}

test_it_refuses_when_nobody_judged if {
	necessity_missing_or_stale.reason with input as example.changed("/context/necessity/judgedBy", "")
}

test_it_lets_pass_a_fresh_judgment if {
	not necessity_missing_or_stale.reason with input as example.question
	not necessity_missing_or_stale.reason with input as judged_at(example.now - 2591999)
}

test_it_lets_a_clock_run_a_little_ahead if {
	not necessity_missing_or_stale.reason with input as judged_at(example.now + 120)
}

test_it_refuses_when_the_fact_is_missing if {
	members := ["necessity", "proportionality", "subsidiarity", "judgedBy", "judgedAt"]
	every member in members {
		necessity_missing_or_stale.reason with input as example.missing(concat("/", ["/context/necessity", member]))
	}
	necessity_missing_or_stale.reason with input as example.missing("/context/necessity")
	necessity_missing_or_stale.reason with input as example.missing("/context/time")
	necessity_missing_or_stale.reason with input as example.missing("/action/purpose")
}

test_a_date_as_text_is_no_moment if {
	necessity_missing_or_stale.reason with input as judged_at("2026-03-01T09:00:00Z")
}

test_it_tells_when_the_judgment_turns_stale if {
	necessity_missing_or_stale.moments == [example.now - 3720, (example.now - 3600) + 2592000] with input as example.question
	necessity_missing_or_stale.moments == [] with input as example.missing("/context/necessity/judgedAt")
}

test_a_fresh_judgment_would_help if {
	necessity_missing_or_stale.helps == {"fresh_necessity"} with input as example.question
}

judged_at(moment) := example.changed("/context/necessity/judgedAt", moment)
