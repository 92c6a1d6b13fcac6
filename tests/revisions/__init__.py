"""The room of revisions, module by module."""
