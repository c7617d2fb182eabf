# METADATA
# title: Report of domestic violence
# description: >-
#   Any professional may report domestic violence or child abuse to Safe Home, breaking secrecy
#   where needed, once the steps of the reporting code were taken and the report was weighed.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0035362#Artikel5.2.6
#   from_memory:
#     - https://wetten.overheid.nl/BWBR0033723
#   rows: [P09]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.domestic_violence_report

import data.spil.disclosure.declared

basis := ground if {
	report_was_weighed
}

default report_was_weighed := false

report_was_weighed if {
	input.action.purpose == "report-domestic-violence"
	declared.all_for("domestic_violence_report")
}

ground := {
	"code": "domestic_violence_report",
	"article": "https://wetten.overheid.nl/BWBR0035362#Artikel5.2.6",
}
