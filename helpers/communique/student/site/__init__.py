"""The course as a static site: notebooks, Python and answers in the browser alone (JupyterLite and Pyodide).

`building` makes the site, `wheels` what Python gets there, `course_wheel` the course as one file, and `pages` what is
on screen before Python is there; `browser` is what runs in the browser itself.
"""
