"""Tests of otassist.evaluation."""
