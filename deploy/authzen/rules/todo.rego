# METADATA
# title: The to-do list, of the AuthZEN interoperability events
# description: Five users share a list; a role says what its holder may do with any to-do, and what with an own one.
package authzen.todo

permitted if {
	known
	some role in user.roles
	input.action.name in data.authzen.todo.roles[role].any
}

permitted if {
	known
	some role in user.roles
	input.action.name in data.authzen.todo.roles[role].own
	input.resource.properties.ownerID == user.email
}

known if {
	input.subject.type == "user"
	input.resource.type in {"todo", "user"}
}

user := data.authzen.todo.users[input.subject.id]
