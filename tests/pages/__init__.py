"""The room of pages, module by module."""
