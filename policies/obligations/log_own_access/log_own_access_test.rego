package spil.obligations.log_own_access_test

import data.spil.example
import data.spil.obligations.log_own_access

test_it_applies_to_control_of_lawfulness if {
	log_own_access.applies with input as example.changed("/action/purpose", "lawfulness-control")
}

test_it_does_not_apply_to_another_purpose if {
	not log_own_access.applies with input as example.question
}
