"""Statistics of paired runs: pure functions on lists and arrays, no file, no clock, no case.

Decisions
- Cases of one invented student are no independent evidence, so standard errors are clustered by student
  (Cameron & Miller 2015, "A practitioner's guide to cluster-robust inference") and t has C-1 degrees of freedom.
- Quantiles come from scipy.special. The tests compare the results with another library's recorded figures,
  with exact enumeration in fractions, and with simulated runs; they do not compare scipy with itself.
- Every function takes arrays with leading axes, so that a thousand simulated runs go through the very code of the gate.
"""

from .binary import Interval, McNemar, clopper_pearson, mcnemar, sign_test, wilson
from .bootstrap import cluster_bootstrap
from .multiple import holm
from .paired import Paired, paired
from .planning import cases_needed

__all__ = [
    "Interval",
    "McNemar",
    "Paired",
    "cases_needed",
    "clopper_pearson",
    "cluster_bootstrap",
    "holm",
    "mcnemar",
    "paired",
    "sign_test",
    "wilson",
]
