package spil.obligations.feedback_within_a_year_test

import data.spil.example
import data.spil.obligations.feedback_within_a_year

test_it_applies_to_what_is_shared_for_a_case if {
	feedback_within_a_year.applies with input as example.question
}

test_it_does_not_apply_to_what_answers_a_data_subject if {
	not feedback_within_a_year.applies with input as example.changed("/action/purpose", "data-subject-rights")
}
