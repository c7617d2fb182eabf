# METADATA
# title: The question, read once
# description: >-
#   Puts the parts of a question where the rules find them. Judges nothing: of a thing that is
#   named twice, or that is no list where a list is asked, simply nothing is known.
# scope: package
package spil.disclosure.question

items[id] := item if {
	some id, places in places_of_items
	count(places) == 1
	some place in places
	item := input.resource.items[place]
}

items[id] := {} if {
	some id, places in places_of_items
	count(places) > 1
}

recipients[oin] := recipient if {
	some oin, places in places_of_recipients
	count(places) == 1
	some place in places
	recipient := input.subjects[place]
}

recipients[oin] := {} if {
	some oin, places in places_of_recipients
	count(places) > 1
}

places_of_items[id] contains place if {
	is_array(input.resource.items)
	some place, item in input.resource.items
	id := item.id
	is_string(id)
}

places_of_recipients[oin] contains place if {
	is_array(input.subjects)
	some place, recipient in input.subjects
	oin := recipient.oin
	is_string(oin)
}

purpose := data.spil.tables.purposes[input.action.purpose]

# The row of the sharing matrix for this purpose and this provider: category -> cell.
shareable := data.spil.tables.sharing[input.action.purpose][input.resource.provider.type]

now := input.context.time if instant(input.context.time)

# A moment is a number of seconds; anything else (a date as text compares as "later") is not a moment.
instant(x) if {
	is_number(x)
	x >= 0
	x < 253402300800
}

# Whether a human act of this moment is not older than the table allows. Clocks differ a little.
fresh(moment, seconds) if {
	instant(moment)
	moment <= now + data.spil.tables.clock_skew_seconds
	now < moment + seconds
}

# Whether an answer of this type tells no more than the heaviest one allowed.
no_heavier(answer_type, heaviest) if {
	data.spil.tables.answer_types[answer_type] <= data.spil.tables.answer_types[heaviest]
}

becomes_fresh(moment) := moment - data.spil.tables.clock_skew_seconds if instant(moment)

becomes_stale(moment, seconds) := moment + seconds if instant(moment)

# At sending and at a pre-check the recipient is an organisation; a person comes when it collects.
recipient_is_an_organisation if input.action.name in ["disclose", "pre-check"]

recipient_is_a_professional if input.action.name == "collect"

cell(item) := shareable[item.category]
