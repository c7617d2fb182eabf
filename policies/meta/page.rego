# METADATA
# title: The page of rules
# description: >-
#   Writes docs/rules.md from what the rules say of themselves and from the tables. Read by people only;
#   no part of the bundle.
# scope: package
package spil.meta.page

import data.spil.tables
import data.spil.texts

page := concat("\n", [
	"# The rules",
	"",
	"**Example, needs legal review.** Written by `policies/meta/page` from the rules and their tables; do not edit.",
	sprintf("Revision %d. How an author works: [policies/README.md](../policies/README.md).", [tables.revision]),
	"",
	"What the matrix does not name is refused. An item is permitted only when no reason speaks against it.",
	"",
	"## Rows",
	"",
	"| row | rule |",
	"|---|---|",
	rows,
	"",
	"## Reasons to refuse",
	"",
	heading,
	rules("refusals"),
	"",
	"## Legal bases",
	"",
	heading,
	rules("bases"),
	"",
	"## Obligations",
	"",
	heading,
	rules("obligations"),
	"",
	"## What a sender can declare",
	"",
	"A declaration counts while it is fresh and its term runs; a basis that asks for it carries nothing without it.",
	"",
	"| code | what | asked for by | not older than | end | id |",
	"|---|---|---|---|---|---|",
	declarations,
	"",
	"## Purposes of use",
	"",
	"| purpose | for | may be sent in | may be collected in | recipients | judgment not older than | admission | after closure |",
	"|---|---|---|---|---|---|---|---|",
	purposes,
	"",
	"## Who may share what with whom",
	"",
	"Behind each basis and each recipient stands the heaviest answer allowed; of the two the lighter one counts.",
	sharing,
	"",
])

heading := "| code | title | what it asks | rows | law | owner |\n|---|---|---|---|---|---|"

# Of each kind: code -> what the rule says of itself.
said[kind][code] := annotation.annotations if {
	some annotation in data.inspected.annotations
	names := [step.value | some step in annotation.path]
	count(names) == 4
	kind := names[2]
	code := names[3]
	annotation.annotations.scope == "package"
}

rows := concat("\n", [sprintf("| %s | %s |", [row, concat(", ", sort(named[row]))]) | some row in sort(object.keys(named))])

named[row] contains sprintf("`%s` %s", [code, annotation.title]) if {
	some kind in ["bases", "refusals"]
	some code, annotation in said[kind]
	some row in annotation.custom.rows
}

rules(kind) := concat("\n", [line |
	some code in sort(object.keys(said[kind]))
	annotation := said[kind][code]
	line := sprintf("| `%s` | %s | %s | %s | %s | %s |", [
		code,
		annotation.title,
		annotation.description,
		concat(", ", object.get(annotation.custom, "rows", [])),
		concat(", ", array.concat(
			[link(law) | some law in annotation.custom.law],
			[sprintf("%s (from memory)", [link(law)]) | some law in object.get(annotation.custom, "from_memory", [])],
		)),
		annotation.custom.owner,
	])
])

link(law) := sprintf("[%s %s](%s)", [act, article, law]) if {
	parts := split(law, "#Artikel")
	act := acts[trim_prefix(parts[0], "https://wetten.overheid.nl/")]
	article := concat("", array.slice(parts, 1, 2))
}

acts := {
	"BWBR0049962": "Wgs",
	"BWBR0022463": "Wpg",
	"BWBR0040940": "UAVG",
	"BWBR0035362": "Wmo 2015",
	"BWBR0034925": "Jeugdwet",
	"BWBR0040635": "Wvggz",
	"BWBR0014194": "Wjsg",
	"BWBR0033723": "Besluit meldcode",
}

declarations := concat("\n", [line |
	some code in sort(object.keys(tables.declarations))
	kind := tables.declarations[code]
	line := sprintf("| `%s` | %s | %s | %s | %s | %s |", [
		code,
		texts[code].en.sentence,
		concat(", ", sort([sprintf("`%s`", [basis]) |
			some basis, asked in tables.bases
			code in {asks | some member in ["declarations", "one_of", "for_special", "for_children"]; some asks in asked[member]}
		])),
		days(kind.seconds),
		yes_no(kind.until),
		yes_no(kind.reference),
	])
])

purposes := concat("\n", [line |
	some code in sort(object.keys(tables.purposes))
	purpose := tables.purposes[code]
	line := sprintf("| `%s` | %s | %s | %s | %s | %s | %s | %s |", [
		code,
		texts[sprintf("purpose.%s", [code])].en.sentence,
		concat(", ", purpose.stages.disclose),
		concat(", ", purpose.stages.collect),
		concat(", ", purpose.recipient_classes),
		days(purpose.necessity_seconds),
		yes_no(purpose.needs_admission),
		yes_no(purpose.after_closure),
	])
])

days(seconds) := sprintf("%d days", [seconds / 86400]) if seconds > 86400

days(86400) := "a day"

yes_no(true) := "yes"

yes_no(false) := "no"

sharing := concat("\n", [part |
	some purpose in sort(object.keys(tables.sharing))
	part := concat("\n", [
		sprintf("\n### `%s`\n", [purpose]),
		"| category | providers | bases | recipients |",
		"|---|---|---|---|",
		concat("\n", sort(cells(tables.sharing[purpose]))),
	])
])

# Providers that may give a category alike stand together.
cells(providers) := {line |
	some _, categories in providers
	some category, cell in categories
	alike := sort([provider | some provider, others in providers; others[category] == cell])
	line := sprintf("| %s | %s | %s | %s |", [category, concat(", ", alike), weighed(cell.bases), weighed(cell.recipients)])
}

# Those with the same heaviest answer together, lightest first.
weighed(heaviest) := concat("; ", [sprintf("%s: %s", [concat(", ", names), weight]) |
	some number in numbers.range(1, 5)
	some weight in object.keys(tables.answer_weights)
	tables.answer_weights[weight] == number
	names := sort([name | some name, most in heaviest; most == weight])
	names != []
])
