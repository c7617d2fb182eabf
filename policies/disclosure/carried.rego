# METADATA
# title: Which legal bases carry an item
# description: >-
#   Asks the bases that the sharing matrix offers for the item's category, and only those. What rests
#   on the question alone is asked once.
# scope: package
package spil.disclosure.carried

import data.spil.bases.aggregated_statistics
import data.spil.bases.child_protection_order
import data.spil.bases.child_protection_task
import data.spil.bases.consent
import data.spil.bases.crisis_measure
import data.spil.bases.data_subject_rights
import data.spil.bases.detention
import data.spil.bases.domestic_violence_report
import data.spil.bases.good_care
import data.spil.bases.incidental_meeting
import data.spil.bases.integral_support_consent
import data.spil.bases.known_elsewhere
import data.spil.bases.lawfulness_control
import data.spil.bases.legal_claim
import data.spil.bases.motivated_category
import data.spil.bases.police_20_3
import data.spil.bases.probation_supervision
import data.spil.bases.prosecution_data
import data.spil.bases.public_order
import data.spil.bases.result_to_third_party
import data.spil.bases.safe_home
import data.spil.bases.statutory_task
import data.spil.bases.vital_interest
import data.spil.disclosure.question

# In alphabetical order, as the answer lists them.
offered(item) := sort([name |
	some name, heaviest in question.cell(item).bases
	question.no_heavier(item.answerType, heaviest)
])

by(recipient, item, names) := [basis |
	some name in names
	basis := held(name, recipient, item)
]

held(name, recipient, item) := basis if {
	basis := by_the_question[name]
} else := consent.basis(recipient, item) if {
	name == "consent"
} else := by_recipient_or_item(name, recipient, item)

by_the_question[name] := basis if {
	some name in {name | some item in question.items; some name, _ in question.cell(item).bases}
	basis := asked_once(name)
}

asked_once("crisis_measure") := crisis_measure.basis

asked_once("data_subject_rights") := data_subject_rights.basis

asked_once("detention") := detention.basis

asked_once("domestic_violence_report") := domestic_violence_report.basis

asked_once("good_care") := good_care.basis

asked_once("known_elsewhere") := known_elsewhere.basis

asked_once("legal_claim") := legal_claim.basis

asked_once("motivated_category") := motivated_category.basis

asked_once("police_20_3") := police_20_3.basis

asked_once("probation_supervision") := probation_supervision.basis

asked_once("prosecution_data") := prosecution_data.basis

asked_once("safe_home") := safe_home.basis

asked_once("statutory_task") := statutory_task.basis

asked_once("vital_interest") := vital_interest.basis

by_recipient_or_item("aggregated_statistics", recipient, item) := aggregated_statistics.basis(recipient, item)

by_recipient_or_item("child_protection_order", recipient, _) := child_protection_order.basis(recipient)

by_recipient_or_item("child_protection_task", _, item) := child_protection_task.basis(item)

by_recipient_or_item("incidental_meeting", recipient, _) := incidental_meeting.basis(recipient)

by_recipient_or_item("integral_support_consent", recipient, item) := integral_support_consent.basis(recipient, item)

by_recipient_or_item("lawfulness_control", recipient, item) := lawfulness_control.basis(recipient, item)

by_recipient_or_item("public_order", recipient, item) := public_order.basis(recipient, item)

by_recipient_or_item("result_to_third_party", _, item) := result_to_third_party.basis(item)
