package spil.obligations.flag_merge_of_domains_test

import data.spil.example
import data.spil.obligations.flag_merge_of_domains

test_it_applies_to_integral_support if {
	flag_merge_of_domains.applies with input as example.changed("/action/purpose", "social-support-integral")
}

test_it_does_not_apply_to_another_purpose if {
	not flag_merge_of_domains.applies with input as example.question
}
