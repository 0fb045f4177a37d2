"""What every lesson has around its cells: head, foot, list of lessons, worksheet and hand-in buttons.

They import `widgets`' own base and the floors below.
"""
