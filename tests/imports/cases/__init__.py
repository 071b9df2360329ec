"""Workbooks as section officers write them, and what a careful clerk reads in each."""
