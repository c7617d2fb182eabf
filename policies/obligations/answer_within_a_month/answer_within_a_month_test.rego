package spil.obligations.answer_within_a_month_test

import data.spil.example
import data.spil.obligations.answer_within_a_month

test_it_applies_to_what_answers_a_data_subject if {
	answer_within_a_month.applies with input as example.changed("/action/purpose", "data-subject-rights")
}

test_it_does_not_apply_to_another_purpose if {
	not answer_within_a_month.applies with input as example.question
}
