"""What every lesson has around its cells: head, foot, list of lessons, worksheet and hand-in buttons."""
