"""What Broadside costs, measured beside its peers in the same run, and the material that it is measured with."""
