package spil.obligations.no_onward_use_test

import data.spil.obligations.no_onward_use

test_it_always_applies if no_onward_use.applies with input as {}
