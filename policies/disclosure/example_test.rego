# METADATA
# title: A question that every rule lets pass
# description: The tests of the rules start from it and take one fact away.
# scope: package
package spil.example

question := {
	"action": {"name": "disclose", "purpose": "case-consultation"},
	"resource": {
		"case": {
			"id": "case",
			"purpose": "case-consultation",
			"goalSet": true,
			"type": "COMPLEX",
			"stage": "CONSULTATION",
			"shielded": false,
		},
		"provider": provider,
		"items": [health],
	},
	"subjects": [recipient],
	"context": {
		"time": now,
		"partnership": {"id": "zvh", "agreementFrom": now - year, "agreementUntil": now + year},
		"actor": professional,
		"necessity": {
			"necessity": true,
			"proportionality": true,
			"subsidiarity": true,
			"judgedBy": "colleague-7",
			"judgedAt": now - 3600,
		},
		"secrecyBases": ["consent", "good-care"],
		"goodCare": {"secondPerson": true, "answers": 6, "judgedAt": now - 3600},
		"policeAuthority": {"agreed": true, "agreedAt": now - 3600},
		"consents": [consent],
	},
}

now := 1780000000

year := 31536000

provider := {"oin": "clinic", "type": "MENTAL_HEALTH_CARE", "class": "PRIVATE", "admitted": true, "admittedUntil": now + year}

recipient := {"oin": "probation", "type": "PROBATION", "class": "PRIVATE", "admitted": true, "admittedUntil": now + year}

professional := {"role": "PARTICIPANT_PROFESSIONAL", "secrecyDuty": true, "assignedUntil": now + year, "commercialTask": false}

adult := {"pseudonym": "adult", "ageBand": "ADULT", "role": "DATA_SUBJECT"}

health := {"id": "treatment", "category": "HEALTH", "answerType": "SUMMARY", "subject": adult}

housing := {"id": "home", "category": "HOUSING", "answerType": "SUMMARY", "subject": adult}

consent := {
	"id": "consent",
	"subject": "adult",
	"provider": "clinic",
	"recipient": "probation",
	"categories": ["HEALTH", "CARE"],
	"explicit": true,
	"kind": "SECRECY_RELEASE",
	"givenAt": now - 3600,
	"validUntil": now + year,
}

# The question with one fact changed; a path of names.
changed(path, value) := json.patch(question, [{"op": "replace", "path": path, "value": value}])

# The question with one fact missing.
missing(path) := json.patch(question, [{"op": "remove", "path": path}])

collecting := json.patch(question, [
	{"op": "replace", "path": "/action/name", "value": "collect"},
	{"op": "add", "path": "/subjects/0/actor", "value": professional},
])

without(question, path) := json.patch(question, [{"op": "remove", "path": path}])

with_value(question, path, value) := json.patch(question, [{"op": "replace", "path": path, "value": value}])

# The question of another provider, which declares this.
by(provider_type, codes) := for_purpose("case-consultation", provider_type, codes)

for_purpose(purpose, provider_type, codes) := json.patch(question, [
	{"op": "replace", "path": "/action/purpose", "value": purpose},
	{"op": "replace", "path": "/resource/provider/type", "value": provider_type},
	{"op": "add", "path": "/context/declarations", "value": [declaration(code) | some code in codes]},
])

declaration(code) := {"code": code, "declaredAt": now - 3600, "until": now + 3600, "reference": "file-12"}
