"""What every lesson has around its cells: head, foot, map, worksheet and hand-in buttons.

They import `widgets`' own base and the floors below.
"""
