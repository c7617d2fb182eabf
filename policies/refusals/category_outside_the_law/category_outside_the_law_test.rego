package spil.refusals.category_outside_the_law_test

import data.spil.example
import data.spil.refusals.category_outside_the_law

test_it_refuses_what_the_law_does_not_list if {
	every category in data.spil.tables.never_categories {
		category_outside_the_law.reason(object.union(example.health, {"category": category})).code == "category_outside_the_law"
	}
	category_outside_the_law.reason(object.union(example.health, {"category": "HOROSCOPE"}))
}

test_it_lets_pass_what_the_law_lists if {
	not category_outside_the_law.reason(example.health)
	not category_outside_the_law.reason(example.housing)
}

test_it_refuses_when_the_fact_is_missing if {
	category_outside_the_law.reason(object.remove(example.health, ["category"]))
	category_outside_the_law.reason({})
}
