# METADATA
# title: The question, read once
# description: >-
#   Puts the parts of a question and of the tables where the rules find them. Judges nothing: of a
#   thing that is named twice, or that is no list where a list is asked, simply nothing is known.
# scope: package
package spil.disclosure.question

import data.spil.tables

items := each_named_once(input.resource.items, "id")

recipients := each_named_once(input.subjects, "oin")

each_named_once(things, name) := named(things, name) if {
	count({thing[name] | some thing in named(things, name)}) == count(named(things, name))
} else := [the_only_one(things, name, value) | some value in {thing[name] | some thing in named(things, name)}]

named(things, name) := [thing |
	is_array(things)
	some thing in things
	is_string(thing[name])
]

the_only_one(things, name, value) := found[0] if {
	found := [thing | some thing in named(things, name); thing[name] == value]
	count(found) == 1
} else := {name: value}

purpose := tables.purposes[input.action.purpose]

# The row of the sharing matrix for this purpose and this provider: category -> cell.
shareable := tables.sharing[input.action.purpose][input.resource.provider.type]

categories := tables.categories

partner_types := tables.partner_types

age_bands := tables.age_bands

now := input.context.time if instant(input.context.time)

# A moment is a number of seconds; anything else (a date as text compares as "later") is not a moment.
instant(x) if {
	is_number(x)
	x < 253402300800
}

# Whether a term still runs. A term without an end is left out of the question.
runs_until(end) if end == null

runs_until(end) if {
	instant(end)
	now < end
}

# Whether a human act of this moment is not older than the table allows. Clocks differ a little.
fresh(moment, seconds) if {
	instant(moment)
	moment <= now + clock_skew
	now < moment + seconds
}

clock_skew := tables.clock_skew_seconds

# The moments at which fresh(moment, seconds) changes.
turns(moment, seconds) := [moment - clock_skew, moment + seconds] if {
	instant(moment)
} else := []

# Whether an answer of this type tells no more than the heaviest one allowed.
no_heavier(answer_type, heaviest) if weights[answer_type] <= weights[heaviest]

weights := tables.answer_weights

# At sending and at a pre-check the recipient is an organisation; a person comes when it collects.
recipient_is_an_organisation if input.action.name in ["disclose", "pre-check"]

recipient_is_a_professional if input.action.name == "collect"

# Whether whoever collects holds one of the roles that the purpose asks for; an organisation holds none yet.
collected_in_role(_) if recipient_is_an_organisation

collected_in_role(recipient) if {
	recipient_is_a_professional
	recipient.actor.role in purpose.roles
}

cell(item) := shareable[item.category]
