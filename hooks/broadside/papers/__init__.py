"""Documents -> the papers to print of them, as values that a template lays out: letters, talk cards, leaflets."""
