package spil.obligations.forget_after_meeting_test

import data.spil.example
import data.spil.obligations.forget_after_meeting

test_it_applies_to_an_incidental_third_party if {
	forget_after_meeting.applies with input as example.changed("/action/purpose", "incidental-third-party")
}

test_it_does_not_apply_to_another_purpose if {
	not forget_after_meeting.applies with input as example.question
}
