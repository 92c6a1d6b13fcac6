"""A quiz -> its questions in the order of a page or a paper, and the papers to print with their key."""
