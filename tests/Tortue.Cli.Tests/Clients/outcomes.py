"""Runs one of the modules of tests beside this file and prints what became of each test, as one line of JSON."""
import importlib
import json
import sys
import unittest


class Outcomes(unittest.TestResult):
    """What became of each test, by its name. A part that was skipped makes its test a skipped one, a part that failed a failed one."""

    def __init__(self):
        super().__init__()
        self.passed, self.skipped, self.failed = [], {}, {}

    def startTest(self, test):
        super().startTest(test)
        print(name(test), file=sys.stderr, flush=True)

    def addSuccess(self, test):
        if name(test) not in self.skipped and name(test) not in self.failed:
            self.passed.append(name(test))

    def addSkip(self, test, reason):
        self.skipped[name(test)] = reason

    def addError(self, test, error):
        self.failed[name(test)] = self._exc_info_to_string(error, test)

    def addFailure(self, test, error):
        self.addError(test, error)

    def addSubTest(self, test, part, error):
        if error is not None:
            self.addError(test, error)


def name(test):
    """The method of a test; of a whole class that could not be set up, the words that unittest has for it."""
    return getattr(test, "_testMethodName", None) or str(test)


if __name__ == "__main__":
    outcomes = Outcomes()
    unittest.defaultTestLoader.loadTestsFromModule(importlib.import_module(sys.argv[1])).run(outcomes)
    print(json.dumps({"passed": sorted(outcomes.passed), "skipped": outcomes.skipped, "failed": outcomes.failed}))
