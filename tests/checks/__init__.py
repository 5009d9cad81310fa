"""Tests of otassist.checks: what is found in drafts and in notes that people wrote."""
