"""The room of copies, module by module."""
