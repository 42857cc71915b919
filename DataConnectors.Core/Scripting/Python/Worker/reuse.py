"""Shows of some code that no run of it can leave anything behind for the next."""


def prove(code):
    return None
