# METADATA
# title: The answer of the fixture
# description: >-
#   Answers an AuthZEN question about the public scenarios, which have nothing to do with care or safety.
#   Only a judge of the interface loads these rules; no case is ever decided by them.
package authzen.fixture

import data.authzen.certification
import data.authzen.todo

answer := {"decision": permitted}

default permitted := false

permitted if certification.permitted

permitted if todo.permitted
