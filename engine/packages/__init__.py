"""The packages that QGIS does not bring: which, where, how they get there, and what to do when they do not.

Plain Python with the standard library only, so that it works before anything is installed.
"""
