"""The use cases: each opens the store, calls pure code and commits; every one that writes is told who acts.

They stand in small modules, and nothing is imported here: who checks a file needs neither the database nor pandas.
"""
