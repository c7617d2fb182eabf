package spil.disclosure

import data.spil.disclosure.question

# METADATA
# title: What is permitted, per recipient
# description: >-
#   The answer without what explains it, by the same judgment: for who asks whole matrices of
#   questions. The broker asks for the answer.
# entrypoint: true
permitted := {recipient.oin: sort([entry[0] | some entry in judge(recipient); entry[3] == []]) |
	some recipient in question.recipients
}
