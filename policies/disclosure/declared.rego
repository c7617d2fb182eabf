# METADATA
# title: What was declared and still counts
# description: >-
#   A declaration is what the sender says, under its signature, that a person did or decided. It counts
#   while it is as fresh as the table asks, its term runs, and it names what it must name. Said twice
#   is not said.
# scope: package
package spil.disclosure.declared

import data.spil.disclosure.question
import data.spil.tables

declarations := question.each_named_once(input.context.declarations, "code")

standing contains declaration.code if {
	some declaration in declarations
	stands(declaration)
}

stands(declaration) if {
	kind := tables.declarations[declaration.code]
	question.fresh(declaration.declaredAt, kind.seconds)
	term_runs(declaration, kind)
	names_what_it_must(declaration, kind)
}

term_runs(declaration, kind) if {
	kind.until == true
	question.instant(declaration.until)
	question.now < declaration.until
}

term_runs(declaration, kind) if {
	kind.until == false
	question.runs_until(object.get(declaration, "until", null))
}

names_what_it_must(_, kind) if kind.reference == false

names_what_it_must(declaration, kind) if {
	kind.reference == true
	is_string(declaration.reference)
	declaration.reference != ""
}

# Whether everything was declared that the table asks for this basis.
all_for(basis) if {
	every code in tables.bases[basis].declarations {
		code in standing
	}
}

one_for(basis) if {
	some code in tables.bases[basis].one_of
	code in standing
}

special_for(basis) if {
	every code in tables.bases[basis].for_special {
		code in standing
	}
}

children_for(basis) if {
	every code in tables.bases[basis].for_children {
		code in standing
	}
}

# What the table asks for this basis and this item, and does not stand.
open_for(basis, item) := {code |
	some code in asked_for(basis, item)
	not declared(code)
}

declared(code) if code in standing

asked_for(basis, item) := {code |
	some member in ["declarations", "one_of", about(item)]
	some code in tables.bases[basis][member]
} | {code |
	question.categories[item.category].special == true
	some code in tables.bases[basis].for_special
}

about(item) := "for_children" if {
	item.subject.ageBand in tables.child_age_bands
} else := "declarations"

default moments := []

moments := [moment |
	some declaration in declarations
	kind := tables.declarations[declaration.code]
	some moment in array.concat(
		question.turns(declaration.declaredAt, kind.seconds),
		[object.get(declaration, "until", null)],
	)
]
