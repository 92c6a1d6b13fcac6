"""The room of comparing, module by module."""
