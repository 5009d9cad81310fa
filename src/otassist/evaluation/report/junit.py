"""JUnit XML, so that any CI shows the gate and each harmed or broken case as a test of its own."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..comparison import Comparison
from ..means import case_scores
from ..rundir import Fault, Run
from ..wording import metric_name, sentence
from .marks import readable
from .page import run_sentence

_NOT_XML = {ord("\ufffe"): "\ufffd", ord("\uffff"): "\ufffd"}


def comparison_xml(answer: Comparison) -> str:
    """A test for each gating metric and each case; worse and harmed fail, undecided is skipped, broken is an error."""
    suite = Element("testsuite", name=f"otassist eval: {answer.verdict}")
    for metric in answer.metrics:
        if metric.gated:
            test = _test(suite, "gate", metric.name)
            if metric.state == "worse":
                _told(test, "failure", f"{metric_name(metric.name)}: worse by {-metric.difference:.3f}")
            elif metric.state == "unclear":
                _told(test, "skipped", sentence(answer))
    harmed = {harm.case: harm for harm in answer.harms}
    for case in answer.cases:
        test = _test(suite, "case", case.case)
        if case.case in harmed:
            harm = harmed[case.case]
            _told(test, "failure", f"{metric_name(harm.metric)}: {harm.reason}")
    return _finished(suite, answer.faults)


def run_xml(run: Run) -> str:
    """A test for each case of one run; a case with a fault in a safety metric fails."""
    suite = Element("testsuite", name="otassist eval")
    safety = {name for result in run.results for name, item in result.metrics.items() if item.kind == "safety"}
    for case, values in case_scores(run).items():
        test = _test(suite, "case", case)
        faults = [metric_name(name) for name in safety & values.keys() if values[name] > 0]
        if faults:
            _told(test, "failure", ", ".join(sorted(faults)))
    if run.faults:
        suite.set("name", f"otassist eval: {readable(run_sentence(run))}")
    return _finished(suite, run.faults)


def _test(suite: Element, group: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=group, name=_clean(name))


def _told(test: Element, kind: str, message: str) -> None:
    SubElement(test, kind, message=_clean(message))


def _clean(text: str) -> str:
    return readable(text).translate(_NOT_XML)


def _finished(suite: Element, faults: Sequence[Fault]) -> str:
    for fault in faults:
        _told(_test(suite, "broken", fault.case or "the run"), "error", f"{fault.message} {fault.remedy}")
    for kind, plural in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        suite.set(plural, str(len(suite.findall(f"testcase/{kind}"))))
    suite.set("tests", str(len(suite.findall("testcase"))))
    indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suite, encoding="unicode") + "\n"
