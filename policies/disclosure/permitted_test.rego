package spil.disclosure_test

import data.spil.disclosure
import data.spil.example

test_what_is_permitted_is_what_the_answer_permits if {
	disclosure.permitted == {"probation": ["treatment"]} with input as example.question
	disclosure.permitted == {"probation": []} with input as example.missing("/context/necessity")
}
