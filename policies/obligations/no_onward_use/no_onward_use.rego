# METADATA
# title: Do not pass it on
# description: >-
#   What was received for a case is used for that case; whoever received it keeps it secret and
#   passes it on only with the provider's agreement.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.11
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.29
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.no_onward_use

default applies := true
