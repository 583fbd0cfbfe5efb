"""The rules, by family: each file is a page or two of examples a lawyer can read. `rules.RULES` is all of them."""
