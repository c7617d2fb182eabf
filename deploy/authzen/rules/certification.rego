# METADATA
# title: Records, of the AuthZEN certification scenario
# description: >-
#   The eight decisions that the OpenID Foundation's scenario for Authorization API 1.0 fixes. Identifiers alone
#   decide the first four; the properties that come with the question decide the others.
package authzen.certification

permitted if {
	known
	input.action.name in data.authzen.certification.granted[input.subject.id]
	fits[input.action.name]
}

# An administrator may still write what is archived.
permitted if {
	known
	input.action.name == "write"
	input.subject.properties.role == "admin"
	status == "archived"
}

known if {
	input.subject.type == "user"
	input.resource.type == "record"
	data.authzen.certification.granted[input.subject.id]
	data.authzen.certification.records[input.resource.id]
}

fits["read"] := true

fits["write"] if status == "active"

fits["delete"] if input.action.properties.soft == true

# What the question says goes before what is known here.
status := object.get(
	input.resource,
	["properties", "status"],
	data.authzen.certification.records[input.resource.id].status,
)
