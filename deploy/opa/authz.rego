# METADATA
# title: What this OPA may be asked
# description: The broker's question, and whether it is ready; nothing may be changed over the network.
package system.authz

default allow := false

allow if {
	input.method == "POST"
	input.path == ["v1", "data", "spil", "disclosure", "answer"]
}

allow if {
	input.method == "GET"
	input.path == ["health"]
}
